using System.Text.RegularExpressions;

namespace Explainers.Tests;

/// <summary>
/// Lays keys over a YAML text by its lines, so that what is no YAML can be laid, too: a key that is there is replaced, keys below a key are
/// merged.
/// </summary>
internal static partial class YamlMerge
{
    /// <summary>Lays some keys over a text.</summary>
    public static string Merge(string text, string keys)
    {
        var (below, above) = (Blocks(text), Blocks(keys));
        var replaced = below.Select(block => above.Where(other => other.Key == block.Key).ToArray() switch
        {
            [] => block.Text,
            [var one] when Inner(block.Text) is { } inner && Inner(one.Text) is { } other => $"{block.Key}:\n{Merge(inner, other)}",
            var several => string.Concat(several.Select(other => other.Text)),
        });
        return string.Concat(replaced.Concat(above.Where(block => below.All(other => other.Key != block.Key)).Select(block => block.Text)));
    }

    /// <summary>Each key of the outermost level, with its lines.</summary>
    private static (string Key, string Text)[] Blocks(string text) =>
        [.. Outermost().Matches(text).Select(match => (match.Groups["key"].Value, match.Value))];

    /// <summary>The lines below a key, as they are where it has some, and no value of its own.</summary>
    private static string? Inner(string block) =>
        block.Split('\n', 2) is [[.., ':'], { Length: > 0 } lines] && !lines.TrimStart().StartsWith('-') ? lines : null;

    [GeneratedRegex(@"^(?<indent> *)(?<key>[^\s:]+):.*\n(\k<indent> +.*\n)*", RegexOptions.Multiline)]
    private static partial Regex Outermost();
}
