using System.Collections.Immutable;
using Explainers.Sources;
using Markdig.Extensions.SmartyPants;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Reads the prose of a Markdown body: paragraphs, headings and cells, without code, markup and the targets of links.</summary>
internal static class BodyText
{
    /// <summary>Every piece of prose in written order.</summary>
    public static ImmutableArray<ProseText> Of(MarkdownDocument document, SourceFile file)
    {
        var texts = ImmutableArray.CreateBuilder<ProseText>();
        foreach (var block in document.Descendants<LeafBlock>())
        {
            // Most prose refers to its figures; what can hold none of its own is not kept.
            if (block.Inline is null || !block.Inline.Descendants<LeafInline>().Any(MayHoldFigure)) continue;
            var text = new ProseTextBuilder(file);
            foreach (var inline in block.Inline.Descendants<LeafInline>()) Add(text, inline);
            if (text.Done() is { } done) texts.Add(done);
        }
        return texts.DrainToImmutable();
    }

    private static bool MayHoldFigure(LeafInline inline) => inline switch
    {
        LiteralInline literal => NumberWords.MayHoldFigure(literal.Content.AsSpan()),
        SmartyPant quote => quote.Type is SmartyPantType.LeftDoubleQuote or SmartyPantType.RightDoubleQuote or SmartyPantType.DoubleQuote,
        HtmlEntityInline or ExpressionInline { Text: null } => true,
        _ => false,
    };

    private static void Add(ProseTextBuilder text, LeafInline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: text.Add(literal.Content.AsSpan(), literal.Span.Start); break;
            case LineBreakInline: text.Add(" ", inline.Span.Start); break;
            case HtmlEntityInline entity: text.Add(entity.Transcoded.AsSpan(), entity.Span.Start); break;
            case SmartyPant quote: text.Add(Typographic(quote), quote.Span.Start); break;
            case ExpressionInline { Text: { } inner } when ExpressionParser.Allowed(inner) is { } words:
                text.AddAllowed(words, inline.Span.Start + 2 + inner.IndexOf(words, StringComparison.Ordinal));
                break;
            case ExpressionInline { Text: not null }: text.Add([ProseText.Reference], inline.Span.Start); break;
            default: text.Add([ProseText.Opaque], inline.Span.Start); break;
        }
    }

    private static string Typographic(SmartyPant quote) => quote.Type switch
    {
        SmartyPantType.LeftDoubleQuote => "“",
        SmartyPantType.RightDoubleQuote => "”",
        SmartyPantType.Quote or SmartyPantType.LeftQuote or SmartyPantType.RightQuote => "’",
        SmartyPantType.Dash2 => "–",
        SmartyPantType.Dash3 => "—",
        _ => quote.OpeningCharacter.ToString(),
    };
}
