using System.Text;
using System.Text.RegularExpressions;

namespace Explainers.Cli.Importing;

/// <summary>Something that an import did not take, and where it stands.</summary>
/// <param name="Path">The file, from the folder of the site.</param>
/// <param name="Line">The line.</param>
/// <param name="What">What it is, in the words of the report.</param>
internal sealed record NotTaken(string Path, int Line, string What);

/// <summary>Turns the Markdown of Jekyll, with its tags of Liquid, into that of articles.</summary>
internal static partial class LiquidText
{
    private const string Backticks = "```";

    /// <summary>Rewrites a body line by line; code keeps its signs.</summary>
    /// <param name="post">The post.</param>
    /// <param name="addresses">New files of articles by old address, and by the name of the post's file.</param>
    /// <param name="left">Takes what could not be taken.</param>
    public static string Of(JekyllPost post, IReadOnlyDictionary<string, string> addresses, List<NotTaken> left)
    {
        var (text, fence, number) = (new StringBuilder(), (string?)null, post.BodyLine);
        foreach (var line in post.Body.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            var at = number++;
            var code = Code().Match(line);
            if (fence is null && code.Success)
            {
                fence = Backticks;
                text.Append(Backticks).Append(code.Groups["of"].Value).Append('\n');
            }
            else if (fence == Backticks && EndOfCode().IsMatch(line))
            {
                fence = null;
                text.Append(Backticks).Append('\n');
            }
            else if (Fence().Match(line) is { Success: true } mark)
            {
                text.Append(line).Append('\n');
                fence = fence is null ? mark.Groups["mark"].Value
                    : line.TrimStart().StartsWith(fence, StringComparison.Ordinal) ? null
                    : fence;
            }
            else text.Append(fence is null ? Line(line, post.Path, at, addresses, left) : line).Append('\n');
        }
        return text.ToString();
    }

    private static string Line(string line, string path, int at, IReadOnlyDictionary<string, string> addresses, List<NotTaken> left)
    {
        var known = PostUrl().Replace(Site().Replace(line, ""), tag =>
            addresses.GetValueOrDefault(tag.Groups["name"].Value.Trim().TrimStart('/')) ?? tag.Value);
        var plain = Tag().Replace(known, tag =>
        {
            if (tag.Groups["code"].Success || Raw().IsMatch(tag.Value)) return tag.Groups["code"].Value;
            if (tag.Groups["brace"].Success) return "\\{{";
            left.Add(new NotTaken(path, at, $"the tag {tag.Value}"));
            return "";
        });
        return Link().Replace(plain, link => Linked(link, path, at, addresses, left));
    }

    /// <summary>A link to an article by its file; one to something else of the old site keeps its words alone.</summary>
    private static string Linked(
        Match link, string path, int at, IReadOnlyDictionary<string, string> addresses, List<NotTaken> left)
    {
        if (link.Groups["code"].Success) return link.Value;
        var (words, target) = (link.Groups["words"].Value, link.Groups["target"].Value);
        var isPicture = link.Groups["sign"].Length > 0;
        var isElsewhere = target.Contains(':', StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal);
        if (!isPicture && (isElsewhere || target is ['#', ..])) return link.Value;
        if (!isPicture && addresses.GetValueOrDefault(target.Split('#', '?')[0].TrimEnd('/')) is { } file) return $"[{words}]({file})";
        if (!isPicture && addresses.Values.Contains(target)) return link.Value;
        left.Add(new NotTaken(path, at, $"the {(isPicture ? "picture" : "link to")} {target}"));
        return isPicture && isElsewhere ? $"[{(words.Length > 0 ? words : "Picture")}]({target})" : words;
    }

    [GeneratedRegex(@"^\s*\{%-?\s*highlight\s+(?<of>[\w+#-]+)[^%]*%\}\s*$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*\{%-?\s*endhighlight\s*-?%\}\s*$")]
    private static partial Regex EndOfCode();

    [GeneratedRegex(@"^\s*(?<mark>`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}")]
    private static partial Regex Site();

    [GeneratedRegex(@"\{%-?\s*post_url\s+(?<name>[^%]+?)\s*-?%\}")]
    private static partial Regex PostUrl();

    [GeneratedRegex(@"(?<code>(?<!`)(`+)(?!`)[^`\n]*(?<!`)\1(?!`))|\{%[^\n]*?%\}|\{\{[^\n]*?\}\}|(?<brace>\{\{)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A\{%-?\s*(?:end)?raw\s*-?%\}\z")]
    private static partial Regex Raw();

    [GeneratedRegex(
        @"(?<code>(?<!`)(`+)(?!`)[^`\n]*(?<!`)\1(?!`))"
        + @"|(?<sign>!?)\[(?<words>[^\[\]\n]*)\]\((?<target>[^()\s]+)(?:\s+""[^""\n]*"")?\)")]
    private static partial Regex Link();
}
