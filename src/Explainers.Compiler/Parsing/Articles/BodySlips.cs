using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;
using Explainers.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Finds in the text of a body what was meant to be a heading or a reference, and would be printed as it stands.</summary>
internal static partial class BodySlips
{
    /// <summary>Reports headings without a space; what stands between single braces as a reference does is given back, since only binding knows the sheets.</summary>
    public static ImmutableArray<BracesSyntax> Of(MarkdownDocument document, SourceFile file, string text, ImmutableArray<Diagnostic>.Builder findings)
    {
        var braces = ImmutableArray.CreateBuilder<BracesSyntax>();
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is not { } inline) continue;
            var raw = text.AsSpan(block.Span.Start, Math.Min(block.Span.Length, text.Length - block.Span.Start));
            if (block is ParagraphBlock && raw.Contains("##", StringComparison.Ordinal)) Headings(inline, block.Span.Start, raw.ToString(), file, findings);
            if (HasSingleBrace(raw)) Braces(inline, block.Span.Start, raw.ToString(), file, braces);
        }
        return braces.DrainToImmutable();
    }

    private static void Headings(ContainerInline inline, int start, string raw, SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        foreach (Match match in UnspacedHeading().Matches(raw))
        {
            var signs = match.Groups["signs"];
            if (IsText(inline, start + signs.Index))
                findings.Add(Catalog.UnspacedHeading(new FileSpan(file, start + signs.Index, match.Length - (signs.Index - match.Index)), $"{signs.Value} {match.Groups["words"].Value.Trim()}"));
        }
    }

    private static void Braces(ContainerInline inline, int start, string raw, SourceFile file, ImmutableArray<BracesSyntax>.Builder braces)
    {
        foreach (Match match in SingleBraces().Matches(raw))
        {
            if (IsText(inline, start + match.Index))
                braces.Add(new BracesSyntax(match.Groups["sheet"].Value, $"{{{{ {match.Groups["inner"].Value.Trim()} }}}}", new FileSpan(file, start + match.Index, match.Length)));
        }
    }

    /// <summary>Whether a character is read as text, and not as code, markup or a reference.</summary>
    private static bool IsText(ContainerInline inline, int at) =>
        inline.Descendants<LiteralInline>().Any(literal => literal.Span.Start <= at && at <= literal.Span.End);

    private static bool HasSingleBrace(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('{'); at >= 0; at = text.IndexOf('{'))
        {
            var run = at;
            while (run < text.Length && text[run] == '{') run++;
            if (run == at + 1) return true;
            text = text[run..];
        }
        return false;
    }

    [GeneratedRegex(@"^ {0,3}(?<signs>#{2,6})(?<words>[\p{L}\p{Nd}][^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex UnspacedHeading();

    [GeneratedRegex(@"(?<![\\{])\{(?:[ \t]+\{)?\s*(?<inner>(?<sheet>[a-z][a-z0-9_]*)\.[a-z][a-z0-9_]*(?:\s*\|[^{}]*)?)\s*\}(?:[ \t]*\})?")]
    private static partial Regex SingleBraces();
}
