using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Articles;

/// <summary>Divides the address or the title of a link into text and references.</summary>
internal static class TargetText
{
    /// <summary>Whether a text may have references.</summary>
    public static bool HasReference(string text) => text.Contains("{{", StringComparison.Ordinal);

    /// <summary>An address with a word in the place of each reference.</summary>
    public static string Sample(string url) => string.Concat(Split(url).Select(piece => piece.IsReference ? "x" : piece.Text));

    /// <summary>Text and references, in order.</summary>
    /// <param name="text">The address or title.</param>
    /// <param name="at">The link, or whatever the text stands in.</param>
    /// <param name="file">The whole text of the file.</param>
    /// <param name="context">Where it stands.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="said">Takes what it says, or null where it is no prose.</param>
    public static ImmutableArray<BodyPart> Parts(
        string text,
        FileSpan at,
        string file,
        InlineContext context,
        ImmutableArray<Diagnostic>.Builder findings,
        ProseTextBuilder? said = null)
    {
        var parts = ImmutableArray.CreateBuilder<BodyPart>();
        var (place, end) = (at.Start, at.Start + at.Length);
        foreach (var (piece, isReference) in Split(text))
        {
            // What is escaped in the file is not found there as it is read.
            var found = file.IndexOf(isReference ? "{{" : piece, place, end - place, StringComparison.Ordinal);
            if (!isReference)
            {
                if (HasReference(piece)) findings.Add(Catalog.UnclosedExpression(at));
                if (found >= 0 && said is not null) place = found;
                said?.Add(piece, place);
                if (said is not null) place = Math.Min(end, place + piece.Length);
                parts.Add(new TextPart(piece));
                continue;
            }
            var inner = new FileSpan(at.File, found < 0 ? at.Start : found + 2, found < 0 ? at.Length : piece.Length);
            if (found >= 0) place = Math.Min(end, found + piece.Length + 4);
            said?.Add([ProseText.Reference], inner.Start);
            switch (ExpressionParser.Parse(piece, inner, findings))
            {
                case ExpressionSyntax expression: parts.Add(new ExpressionPart(expression, context)); break;
                case BlockSyntax block: parts.Add(new BlockPart(block, Placement.InText)); break;
                case WordsSyntax words: parts.Add(new TextPart(words.Words.Text)); break;
            }
        }
        return parts.DrainToImmutable();
    }

    /// <summary>The title of a link, a picture or a block: text with typographic marks, and references.</summary>
    /// <param name="text">The title.</param>
    /// <param name="at">The title in its file, or whatever it stands in.</param>
    /// <param name="file">The whole text of the file.</param>
    /// <param name="marks">The quotation marks of its language.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static ProseSyntax Title(
        string text, FileSpan at, string file, QuotationMarks marks, ImmutableArray<Diagnostic>.Builder findings)
    {
        var prose = new ProseTextBuilder(at.File!);
        var parts = Parts(text, at, file, InlineContext.PlainText, findings, prose).ToBuilder();
        ProseParser.SetMarks(parts, marks);
        var said = prose.Take();
        if (said is not null) PlainTextSuggestions.Report(said, findings);
        return new ProseSyntax(parts.ToImmutable(), said, at);
    }

    private static IEnumerable<(string Text, bool IsReference)> Split(string text)
    {
        var done = 0;
        while (text.IndexOf("{{", done, StringComparison.Ordinal) is >= 0 and var open)
        {
            var length = ExpressionInlineParser.Close(text.AsSpan(open + 2));
            if (length < 0) break;
            if (open > done) yield return (text[done..open], false);
            yield return (text.Substring(open + 2, length), true);
            done = open + length + 4;
        }
        if (done < text.Length) yield return (text[done..], false);
    }
}
