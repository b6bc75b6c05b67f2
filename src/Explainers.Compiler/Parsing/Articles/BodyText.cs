using System.Collections.Immutable;
using Explainers.Sources;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Sets the typographic marks of a Markdown body, and reads its prose, without code, markup and the targets of links.</summary>
internal static class BodyText
{
    /// <summary>Every piece of prose that can hold a figure, in written order; the inlines get the marks of the language.</summary>
    public static ImmutableArray<ProseText> SetMarks(ImmutableArray<LeafText> leaves, QuotationMarks marks, SourceFile file)
    {
        var texts = ImmutableArray.CreateBuilder<ProseText>();
        foreach (var leaf in leaves)
        {
            var changes = SmartPunctuation.Changes(leaf.Text);
            // Most prose refers to its figures; what can hold none of its own is not kept.
            if (leaf.Pieces.Any(piece => MayHoldFigure(piece.Inline)) && Prose(leaf, changes, file) is { } text) texts.Add(text);
            Set(leaf, changes, marks);
        }
        return texts.DrainToImmutable();
    }

    private static void Set(LeafText leaf, List<PunctuationChange> changes, QuotationMarks marks)
    {
        var next = 0;
        foreach (var (inline, start) in leaf.Pieces)
        {
            if (next == changes.Count) return;
            if (inline is not LiteralInline literal) continue;
            var typed = literal.Content.ToString();
            var set = marks.Set(typed, start, changes, next, out next);
            if (!ReferenceEquals(set, typed)) literal.Content = new StringSlice(set);
        }
    }

    private static bool MayHoldFigure(LeafInline inline) => inline switch
    {
        LiteralInline literal => NumberWords.MayHoldFigure(literal.Content.AsSpan()),
        HtmlEntityInline or ExpressionInline { Text: null } => true,
        _ => false,
    };

    /// <summary>The prose with the marks that the guard knows, whatever the language prints.</summary>
    private static ProseText? Prose(LeafText leaf, List<PunctuationChange> changes, SourceFile file)
    {
        var text = new ProseTextBuilder(file);
        var next = 0;
        foreach (var (inline, start) in leaf.Pieces)
        {
            switch (inline)
            {
                case LiteralInline literal: Add(text, literal, start, changes, ref next); break;
                case LineBreakInline: text.Add(" ", inline.Span.Start); break;
                case HtmlEntityInline entity: text.Add(entity.Transcoded.AsSpan(), entity.Span.Start); break;
                case ExpressionInline { Text: { } inner } when ExpressionParser.Allowed(inner) is { } words:
                    text.AddAllowed(words, inline.Span.Start + 2 + inner.IndexOf(words, StringComparison.Ordinal));
                    break;
                case ExpressionInline { Text: not null }: text.Add([ProseText.Reference], inline.Span.Start); break;
                default: text.Add([ProseText.Opaque], inline.Span.Start); break;
            }
        }
        return text.Done();
    }

    private static void Add(ProseTextBuilder text, LiteralInline literal, int start, List<PunctuationChange> changes, ref int next)
    {
        var content = literal.Content.AsSpan();
        var shift = literal.IsFirstCharacterEscaped ? 1 : 0;
        var done = 0;
        while (next < changes.Count && changes[next].Start < start) next++;
        for (; next < changes.Count && changes[next].Start < start + content.Length; next++)
        {
            var at = changes[next].Start - start;
            text.Add(content[done..at], literal.Span.Start + shift + done);
            text.Add(QuotationMarks.English[changes[next].Mark], literal.Span.Start + shift + at);
            done = Math.Min(content.Length, at + changes[next].Length);
        }
        text.Add(content[done..], literal.Span.Start + shift + done);
    }
}
