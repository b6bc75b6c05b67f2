using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;

namespace Explainers.Parsing.Articles;

/// <summary>Finds signs of Markdown in lines of front matter and texts of sheets, which are printed as they are typed.</summary>
internal static partial class PlainTextSuggestions
{
    private const string Hint = "titles, descriptions and the texts of sheets have no Markdown: write the words alone";

    /// <summary>Reports what would be printed with its signs.</summary>
    public static void Report(ProseText text, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (!text.Text.AsSpan().ContainsAny("[*~=`")) return;
        foreach (Match match in Signs().Matches(text.Text))
            findings.Add(Catalog.UnsupportedMarkdown(text.At(match.Index, match.Length), What(match.Value), Hint));
    }

    private static string What(string signs) => signs switch
    {
        ['[', '^', ..] => "a footnote",
        ['[', ..] or ['!', ..] => "a link",
        ['~', ..] => "struck-out text",
        ['=', ..] => "marked text",
        ['`', ..] => "code",
        _ => "bold text",
    };

    [GeneratedRegex(
        @"!?\[[^\[\]\n]{1,200}\]\([^()\s]{1,300}\)|\[\^[^\[\]\s]{1,100}\]|(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?![\w*])"
        + @"|(?<!~)~~(?=[^\s~])[^~\n]{1,200}(?<=\S)~~(?!~)|(?<![=\w])==(?=[^\s=])[^=\n]{1,200}(?<=\S)==(?![=\w])|`[^`\n]{1,200}`")]
    private static partial Regex Signs();
}
