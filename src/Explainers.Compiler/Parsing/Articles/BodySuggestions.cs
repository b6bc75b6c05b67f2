using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;
using Explainers.Sources;
using Markdig.Syntax;

namespace Explainers.Parsing.Articles;

/// <summary>Finds in the text of a body what was meant as markup and would be printed as it is typed, and says what to write.</summary>
internal static partial class BodySuggestions
{
    /// <summary>All that is looked for in a text has one of these signs, or begins with <see cref="MarkupSuggestions.WebHost"/>.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("#{|+[]^=~:$*_`&");

    /// <summary>
    /// Reports what is printed as typed; a reference between single braces is given back, since only binding knows the sheets.
    /// </summary>
    public static ImmutableArray<BracesSyntax> Of(
        BodyTree tree,
        ImmutableArray<LeafText> leaves,
        SourceFile file,
        string text,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        var braces = ImmutableArray.CreateBuilder<BracesSyntax>();
        var found = new List<Suggestion>();
        foreach (var leaf in leaves)
        {
            if (Overflows(leaf, findings) || IsPlain(leaf.Text)) continue;
            if (leaf.Block is ParagraphBlock) Headings(leaf, text, findings);
            Braces(leaf, braces);
            found.Clear();
            found.AddRange(TableSuggestions.Of(leaf));
            found.AddRange(LinkSuggestions.Of(leaf));
            MarkupSuggestions.Add(leaf, found);
            if (found.Count > 0) findings.AddRange(Apart(found).Select(one => one.Finding(leaf.Prose.At(one.Start, one.Length))));
        }
        LinkSuggestions.Links(tree, file, text, findings);
        TableSuggestions.Rows(tree, file, text, findings);
        return braces.DrainToImmutable();
    }

    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAny(Signs) && !text.Contains(MarkupSuggestions.WebHost, StringComparison.Ordinal);

    /// <summary>Suggestions in order of place; of those that overlap, the first.</summary>
    private static IEnumerable<Suggestion> Apart(List<Suggestion> found)
    {
        var end = 0;
        foreach (var suggestion in found.OrderBy(suggestion => suggestion.Start))
        {
            if (suggestion.Start < end) continue;
            end = suggestion.Start + suggestion.Length;
            yield return suggestion;
        }
    }

    /// <summary>Whether a text has too many signs of Markdown; that is reported, and it was never read as Markdown.</summary>
    private static bool Overflows(LeafText leaf, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (leaf.Pieces[^1] is not { Inline: OverflowInline } rest) return false;
        var place = rest.Start + Math.Max(0, MarkdownLimits.FirstTooMany(leaf.Text.AsSpan(rest.Start)));
        findings.Add(Catalog.MarkdownTooLong(leaf.Prose.At(place, 1), MarkdownLimits.Signs));
        return true;
    }

    private static void Headings(LeafText leaf, string text, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (!leaf.Text.Contains("##", StringComparison.Ordinal)) return;
        foreach (Match match in UnspacedHeading().Matches(leaf.Text))
        {
            var (signs, words) = (match.Groups["signs"], match.Groups["words"]);
            var typed = leaf.Prose.At(words.Index, words.Length);
            findings.Add(Catalog.UnspacedHeading(
                leaf.Prose.At(signs.Index, signs.Length + words.Length),
                $"{signs.Value} {text.Substring(typed.Start, typed.Length).Trim()}"));
        }
    }

    private static void Braces(LeafText leaf, ImmutableArray<BracesSyntax>.Builder braces)
    {
        if (!leaf.Text.Contains('{')) return;
        foreach (Match match in SingleBraces().Matches(leaf.Text))
        {
            var mended = $"{{{{ {match.Groups["inner"].Value.Trim()} }}}}";
            braces.Add(new BracesSyntax(match.Groups["sheet"].Value, mended, leaf.Prose.At(match.Index, match.Length)));
        }
    }

    [GeneratedRegex(@"^[ ]{0,3}(?<signs>#{2,6})(?<words>[\p{L}\p{Nd}\uFFFC][^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex UnspacedHeading();

    [GeneratedRegex(
        @"(?<![{\uFFF9])\{(?:[ \t]+\{)?\s*" +
        @"(?<inner>(?<sheet>[a-z][a-z0-9_]*)\.[a-z][a-z0-9_]*(?:\s*\|[^{}]*)?)\s*\}(?:[ \t]*\})?")]
    private static partial Regex SingleBraces();
}

/// <summary>What was meant as markup, in the text of a block.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Finding">What is reported at its place.</param>
internal readonly record struct Suggestion(int Start, int Length, Func<FileSpan, Diagnostic> Finding);
