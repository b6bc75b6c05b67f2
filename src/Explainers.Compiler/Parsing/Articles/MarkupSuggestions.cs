using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;
using Explainers.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Finds signs that other kinds of Markdown read, and this one prints.</summary>
internal static partial class MarkupSuggestions
{
    /// <summary>What an address without its scheme begins with.</summary>
    public const string WebHost = "www.";

    private const string Label = "write [^1], and below the paragraph a line that begins with '[^1]: '; a label has no spaces";

    /// <summary>The rules: a text without the trigger cannot match.</summary>
    private static readonly ImmutableArray<Rule> Rules =
    [
        new("[^", FootnoteMark(), "a footnote", Label),
        new("^[", InlineNote(), "a footnote", Label),
        new("[!", Alert(), "a note with a sign", "begin the paragraph with the word in asterisks: **Note:**"),
        new("[[", WikiLink(), "a wiki link", "write [words](address)"),
        new("[", Contents(), "a list of contents", "delete it: the page lists its headings by itself"),
        new("\n:", Definition(), "a definition list", "put the term on a line of its own above the colon, and an empty line above that"),
        new(":", Caption(), "the caption of a table", "put it right below its table, with an empty line between"),
        new("^", Superscript(), "superscript", "write the raised character itself, such as ² or ᵗʰ"),
        new("~", Subscript(), "subscript", "write the lowered character itself, such as ₂"),
        new("~~", Strike(), "struck-out text", "put '~~' directly before the first and after the last word"),
        new(":", Emoji(), "an emoji", "type the emoji itself"),
        new("$", Mathematics(), "a formula", "write it in words, or as code between backticks"),
        new(":::", Container(), "a container", "delete the colons; a heading opens a section"),
        new("{", Attributes(), "attributes", "delete them: only a heading takes {#anchor} or {.kind}"),
        new("{%", Statement(), "a template statement", "delete it: articles refer to facts with {{ sheet.fact }} and have no statements"),
        new("**", Stars(), "bold text", "put '**' directly before the first and after the last word"),
        new("__", Underlines(), "bold text", "write **words**: inside a word, '__' is no emphasis"),
        new("`", Backtick(), "code", "close it with a second backtick, or write \\` for a backtick"),
        new("&", Entity(), "a character entity", "type the character itself"),
        new("://", Address(), "a link", "write it between < and >, or as [words](address)"),
        new(WebHost, Host(), "a link", "write [words](https://address)"),
    ];

    /// <summary>Adds what is found in the text of a block.</summary>
    public static void Add(LeafText leaf, List<Suggestion> found)
    {
        foreach (var rule in Rules)
        {
            if (!leaf.Text.Contains(rule.Trigger, StringComparison.Ordinal) || !rule.Pattern.IsMatch(leaf.Text)) continue;
            foreach (Match match in rule.Pattern.Matches(leaf.Text))
            {
                if (!IsMeant(rule, match, leaf)) continue;
                found.Add(new Suggestion(match.Index, match.Length, at => Finding(at, rule.What, rule.Hint)));
            }
        }
    }

    /// <summary>A footnote that the library took for a link.</summary>
    public static Diagnostic Footnote(FileSpan at) => Finding(at, "a footnote", Label);

    private static Diagnostic Finding(FileSpan at, string what, string hint) => Catalog.UnsupportedMarkdown(at, what, hint);

    /// <summary>Whether the rule holds where the match is: an address in a link's words is no mistake.</summary>
    private static bool IsMeant(Rule rule, Match match, LeafText leaf) => rule.What switch
    {
        "a note with a sign" => leaf.Block is ParagraphBlock { Parent: QuoteBlock },
        "a link" => !IsInLink(leaf, match.Index),
        _ => PieceAt(leaf, match.Index) is not BareAddressInline,
    };

    private static bool IsInLink(LeafText leaf, int at) =>
        PieceAt(leaf, at) is var piece && (piece is BareAddressInline || BodyNoteMarks.IsInLink(piece));

    private static LeafInline PieceAt(LeafText leaf, int at)
    {
        var (low, high) = (0, leaf.Pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (leaf.Pieces[middle].Start > at) high = middle - 1;
            else low = middle;
        }
        return leaf.Pieces[low].Inline;
    }

    private sealed record Rule(string Trigger, Regex Pattern, string What, string Hint);

    [GeneratedRegex(@"\[\^[^\[\]\n]{0,100}\]:?")]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"(?<=\S)\^\[[^\[\]\n]{1,300}\]")]
    private static partial Regex InlineNote();

    [GeneratedRegex(@"\A\[![A-Za-z]{2,20}\]")]
    private static partial Regex Alert();

    [GeneratedRegex(@"!?\[\[[^\[\]\n]{1,200}\]\]")]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"\A\[{1,2}_?toc_?\]{1,2}\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Contents();

    [GeneratedRegex(@"^:[ \t]+(?=\S)", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\A:[ \t]+(?=\S)")]
    private static partial Regex Caption();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}\uFFFC\uFFF9)])\^[\p{L}\p{N}+−-]{1,20}\^")]
    private static partial Regex Superscript();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}\uFFFC\uFFF9)])~[\p{L}\p{N}+−-]{1,20}~(?!~)")]
    private static partial Regex Subscript();

    [GeneratedRegex(@"~~(?=[^\s~])|(?<=[^\s~])~~(?!~)")]
    private static partial Regex Strike();

    [GeneratedRegex(@"(?<![\w:/]):[a-z][a-z_]{1,30}[0-9]?:(?![\w:/])")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"\$\$[^$\n]{1,200}\$\$|(?<![\w$])\$(?=[^\s$])(?:[A-Za-z]|[^$\n]{0,200}[\^_][^$\n]{0,200})(?<=\S)\$(?![\w$])")]
    private static partial Regex Mathematics();

    [GeneratedRegex(@"^:{3,}[^\n]{0,100}", RegexOptions.Multiline)]
    private static partial Regex Container();

    [GeneratedRegex(@"\{:?\s*[.#][A-Za-z][^{}\n]{0,200}\}")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\{%[^\n]{0,300}?%\}")]
    private static partial Regex Statement();

    [GeneratedRegex(@"(?<![\w*])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![\w*])|(?<=\uFFFC)\*\*|\*\*(?=\uFFFC)")]
    private static partial Regex Stars();

    [GeneratedRegex(@"(?<=\uFFFC)__|__(?=\uFFFC)")]
    private static partial Regex Underlines();

    [GeneratedRegex(@"`+(?=[\w\uFFFC])|(?<=[\w\uFFFC])`+")]
    private static partial Regex Backtick();

    [GeneratedRegex(@"(?<![\w&])&#?[A-Za-z][A-Za-z0-9]{1,20};|&#[0-9]{1,10};")]
    private static partial Regex Entity();

    [GeneratedRegex(@"(?<![\w<])https?://[^\s<>\uFFF9]{2,500}")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w./@-])www\.[a-z0-9-]{1,60}\.[a-z][^\s<>\uFFF9]{1,300}", RegexOptions.IgnoreCase)]
    private static partial Regex Host();
}
