using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;

namespace Explainers.Tests;

/// <summary>A text of an example, and where it goes.</summary>
/// <param name="Place">The words behind 'Wrong', 'Right' or 'And': <c>in a fact sheet</c>.</param>
/// <param name="Text">The lines, without the space that sets them off.</param>
internal sealed record Fragment(string Place, string Text);

/// <summary>
/// An example of an explanation, read from its text: lines that are set off, behind a line such as <c>Wrong, in an article:</c>.
/// </summary>
/// <param name="IsWrong">Whether it shows the fault, or how it is done.</param>
/// <param name="Fragments">Its texts; all behind the first were introduced by 'And'.</param>
internal sealed partial record Example(bool IsWrong, ImmutableArray<Fragment> Fragments)
{
    private const string Margin = "    ";

    /// <summary>The examples of an explanation; one that names no place has that of the one before it.</summary>
    public static ImmutableArray<Example> Of(Explanation explanation)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        var paragraphs = new Queue<string>(explanation.Text.Split("\n\n"));
        while (paragraphs.TryDequeue(out var paragraph))
        {
            if (Introduction().Match(paragraph) is not { Success: true } match) continue;
            var lines = new List<string>();
            while (paragraphs.TryPeek(out var next) && next.StartsWith(Margin, StringComparison.Ordinal)) lines.Add(paragraphs.Dequeue());
            var text = string.Join("\n\n", lines).Replace("\n" + Margin, "\n", StringComparison.Ordinal)[Margin.Length..] + "\n";
            if (match.Groups["word"].Value == "And") examples[^1] = examples[^1].With(new Fragment(match.Groups["place"].Value, text));
            else examples.Add(new Example(match.Groups["word"].Value == "Wrong",
                [new Fragment(match.Groups["place"] is { Success: true } place ? place.Value : examples[^1].Fragments[0].Place, text)]));
        }
        return examples.ToImmutable();
    }

    /// <summary>A paragraph that says of what follows whether it is wrong or right, and, behind a comma, what the place is like.</summary>
    [GeneratedRegex(@"^(?<word>Wrong|Right|And)(,? (?<place>.+?)(, where .+)?)?:$")]
    private static partial Regex Introduction();

    private Example With(Fragment fragment) => this with { Fragments = Fragments.Add(fragment) };
}
