using System.Buffers;
using System.Collections.Frozen;
using Explainers.Parsing.Templates;
using Explainers.Rendering.Images;
using Explainers.Scopes;

namespace Explainers.Outputs.Images;

/// <summary>Sets a social card and has it drawn.</summary>
internal static class CardPainter
{
    /// <summary>Draws a card as PNG.</summary>
    public static ReadOnlyMemory<byte> Paint(SocialCard card, CardSyntax layout, FrozenDictionary<string, CardFont> fonts, IImaging imaging)
    {
        var drawing = new CardDrawing(
            SocialCard.Width,
            SocialCard.Height,
            layout.Background,
            [.. layout.Rules.Select(rule => Rule(rule, card.Writing))],
            [.. layout.Areas.SelectMany(area => CardTypesetter.Set(area, card.Texts, fonts, card.Writing))]);
        var length = SocialCard.Width * SocialCard.Height * 4;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var pixels = rented.AsSpan(0, length);
            imaging.Draw(drawing, pixels);
            return PalettePng.Write(pixels, SocialCard.Width);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static CardRule Rule(CardRuleSyntax rule, CardWriting writing) =>
        new(CardTypesetter.Left(rule.Box, writing.IsRightToLeft), rule.Box.Top, rule.Box.Width, rule.Box.Height, rule.Colour);
}
