using System.Collections.Immutable;
using Explainers.Sources;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Sets the typographic marks of a Markdown body, and reads its prose, without code, markup and the targets of links.</summary>
internal static class BodyText
{
    /// <summary>Every piece of prose that can hold a figure or a name; the inlines get the marks of the language.</summary>
    public static ImmutableArray<ProseText> SetMarks(ImmutableArray<LeafText> leaves, QuotationMarks marks, SourceFile file)
    {
        var texts = ImmutableArray.CreateBuilder<ProseText>();
        var builder = new ProseTextBuilder(file);
        foreach (var leaf in leaves)
        {
            var changes = SmartPunctuation.Changes(leaf.Text);
            // Most prose refers to its figures; what can hold none of its own, nor a name, is not kept.
            var mayHoldFigure = MayHoldFigure(leaf);
            if ((mayHoldFigure || MayHoldName(leaf)) && (IsProse(leaf, changes) ? leaf.Prose : Prose(leaf, changes, builder)) is { } text)
                texts.Add(mayHoldFigure ? text : text with { IsOfNames = true });
            Set(leaf, changes, marks);
        }
        return texts.DrainToImmutable();
    }

    private static void Set(LeafText leaf, ImmutableArray<PunctuationChange> changes, QuotationMarks marks)
    {
        var next = 0;
        foreach (var (inline, start) in leaf.Pieces)
        {
            if (inline is not LiteralInline literal) continue;
            while (next < changes.Length && changes[next].Start < start) next++;
            if (next == changes.Length) return;
            if (changes[next].Start >= start + literal.Content.Length) continue;
            literal.Content = new StringSlice(marks.Set(literal.Content.AsSpan(), start, changes, next, out next));
        }
    }

    private static bool MayHoldName(LeafText leaf)
    {
        foreach (var (inline, _) in leaf.Pieces)
            if (inline is LiteralInline literal && NumberWords.MayHoldName(literal.Content.AsSpan())) return true;
        return false;
    }

    private static bool MayHoldFigure(LeafText leaf)
    {
        foreach (var (inline, _) in leaf.Pieces)
        {
            if (inline is LiteralInline literal ? NumberWords.MayHoldFigure(literal.Content.AsSpan())
                : inline is HtmlEntityInline or ExpressionInline { Text: null }) return true;
        }
        return false;
    }

    /// <summary>Whether the text of a block is its prose: nothing in it is set, escaped or read otherwise by the guard.</summary>
    private static bool IsProse(LeafText leaf, ImmutableArray<PunctuationChange> changes)
    {
        if (!changes.IsEmpty) return false;
        foreach (var (inline, _) in leaf.Pieces)
        {
            var isSame = inline switch
            {
                LiteralInline literal => !literal.IsFirstCharacterEscaped,
                ExpressionInline { Text: { } inner } => ExpressionParser.Allowed(inner) is null,
                CodeInline or NoteInline or TaskInline => true,
                _ => false,
            };
            if (!isSame) return false;
        }
        return true;
    }

    /// <summary>The prose with the marks that the guard knows, whatever the language prints.</summary>
    private static ProseText? Prose(LeafText leaf, ImmutableArray<PunctuationChange> changes, ProseTextBuilder text)
    {
        var next = 0;
        foreach (var (inline, start) in leaf.Pieces)
        {
            switch (inline)
            {
                case LiteralInline literal: Add(text, literal, start, changes, ref next); break;
                case LineBreakInline: text.Add(" ", inline.Span.Start); break;
                case NoteInline or TaskInline: break;
                case HtmlEntityInline entity: text.Add(entity.Transcoded.AsSpan(), entity.Span.Start); break;
                case ExpressionInline { Text: { } inner } when ExpressionParser.Allowed(inner) is { } words:
                    text.AddAllowed(words, inline.Span.Start + 2 + inner.IndexOf(words, StringComparison.Ordinal));
                    break;
                case ExpressionInline { Text: not null }: text.Add([ProseText.Reference], inline.Span.Start); break;
                default: text.Add([ProseText.Opaque], inline.Span.Start); break;
            }
        }
        return text.Take();
    }

    private static void Add(
        ProseTextBuilder text, LiteralInline literal, int start, ImmutableArray<PunctuationChange> changes, ref int next)
    {
        var content = literal.Content.AsSpan();
        var shift = literal.IsFirstCharacterEscaped ? 1 : 0;
        var done = 0;
        while (next < changes.Length && changes[next].Start < start) next++;
        for (; next < changes.Length && changes[next].Start < start + content.Length; next++)
        {
            var at = changes[next].Start - start;
            text.Add(content[done..at], literal.Span.Start + shift + done);
            text.Add(QuotationMarks.English[changes[next].Mark], literal.Span.Start + shift + at);
            done = Math.Min(content.Length, at + changes[next].Length);
        }
        text.Add(content[done..], literal.Span.Start + shift + done);
    }
}
