using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Parsing.Templates;
using Explainers.Rendering.Images;
using Explainers.Scopes;

namespace Explainers.Outputs.Images;

/// <summary>Sets the texts of an area: as large as they fit, and what does not fit at its smallest is cut.</summary>
internal static class CardTypesetter
{
    private const int Steps = 24;

    /// <summary>The lines of an area.</summary>
    /// <param name="area">The area.</param>
    /// <param name="texts">The card's texts by the names of the layout; a text without words is left out.</param>
    /// <param name="fonts">The layout's fonts.</param>
    /// <param name="writing">How the card is written.</param>
    public static IEnumerable<CardLine> Set(
        CardAreaSyntax area,
        FrozenDictionary<string, string> texts,
        FrozenDictionary<string, CardFont> fonts,
        CardWriting writing)
    {
        ImmutableArray<CardParagraph> paragraphs = [.. area.Texts
            .Where(style => texts.ContainsKey(style.Shown))
            .Select(style => new CardParagraph(style, fonts[style.Font], texts[style.Shown], writing))];
        return Placed(Fitted(paragraphs, area.Box), area, writing.IsRightToLeft);
    }

    private static ImmutableArray<Column> Fitted(ImmutableArray<CardParagraph> paragraphs, CardBox box)
    {
        for (var step = 0; step <= Steps; step++)
        {
            var fitted = paragraphs.Select(paragraph => (Paragraph: paragraph, Size: Size(paragraph.Style, step)))
                .Select(sized => (sized.Paragraph, sized.Size, Lines: sized.Paragraph.Lines(sized.Size, box.Width))).ToArray();
            if (fitted.Any(one => one.Lines is null)) continue;
            ImmutableArray<Column> columns = [.. fitted.Select(one => new Column(one.Paragraph, one.Size, one.Lines!.Value))];
            if (Height(columns) <= box.Height) return columns;
        }
        ImmutableArray<Column> cut = [.. paragraphs.Select(paragraph =>
            new Column(paragraph, paragraph.Style.Smallest, paragraph.Cut(paragraph.Style.Smallest, box.Width)))];
        while (cut.Length > 1 && Height(cut) > box.Height) cut = cut[..^1];
        return cut;
    }

    private static float Size(CardTextSyntax style, int step) => style.Size - ((style.Size - style.Smallest) * step / Steps);

    private static float Height(ImmutableArray<Column> columns) =>
        columns.Sum(column => column.Height) + columns.Skip(1).Sum(column => column.Paragraph.Style.Above);

    private static IEnumerable<CardLine> Placed(ImmutableArray<Column> columns, CardAreaSyntax area, bool isRightToLeft)
    {
        var top = area.Box.Top + Math.Max(0, (area.Box.Height - Height(columns)) * area.Anchor);
        var isAtRight = area.IsAtEnd != isRightToLeft;
        var left = Left(area.Box, isRightToLeft);
        for (var i = 0; i < columns.Length; i++)
        {
            var (paragraph, size, lines) = columns[i];
            var style = paragraph.Style;
            if (i > 0) top += style.Above;
            foreach (var line in lines)
            {
                var text = paragraph.Shape(line);
                var leading = ((size * style.Leading) - (size * (paragraph.Font.Ascent + paragraph.Font.Descent))) / 2;
                var baseline = top + leading + (size * paragraph.Font.Ascent);
                var start = isAtRight ? left + area.Box.Width - (text.Width * size) : left;
                yield return new CardLine(text.Runs, start, baseline, size, style.Colour);
                top += size * style.Leading;
            }
        }
    }

    /// <summary>The left side of a box, which cards that are written from the right measure from there.</summary>
    public static int Left(CardBox box, bool isRightToLeft) => isRightToLeft ? SocialCard.Width - box.Left - box.Width : box.Left;

    private sealed record Column(CardParagraph Paragraph, float Size, ImmutableArray<string> Lines)
    {
        public float Height => Lines.Length * Size * Paragraph.Style.Leading;
    }
}
