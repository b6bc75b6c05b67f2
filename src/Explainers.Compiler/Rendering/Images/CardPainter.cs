using System.Collections.Frozen;
using Explainers.Parsing.Templates;
using SkiaSharp;

namespace Explainers.Rendering.Images;

/// <summary>Draws a social card.</summary>
internal static class CardPainter
{
    /// <summary>Draws a card as PNG.</summary>
    public static ReadOnlyMemory<byte> Paint(SocialCard card, CardSyntax layout, FrozenDictionary<string, CardFont> fonts)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(SocialCard.Width, SocialCard.Height, SKColorType.Rgb888x, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Colour(layout.Background));
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var rule in layout.Rules)
        {
            paint.Color = Colour(rule.Colour);
            canvas.DrawRect(CardTypesetter.Left(rule.Box, card.Writing.IsRightToLeft), rule.Box.Top, rule.Box.Width, rule.Box.Height, paint);
        }
        foreach (var line in layout.Areas.SelectMany(area => CardTypesetter.Set(area, card.Texts, fonts, card.Writing)))
        {
            paint.Color = Colour(line.Colour);
            foreach (var run in line.Text.Runs) Paint(canvas, run, line, paint);
        }
        canvas.Flush();
        return PalettePng.Write(bitmap.GetPixelSpan(), SocialCard.Width);
    }

    private static void Paint(SKCanvas canvas, GlyphRun run, CardLine line, SKPaint paint)
    {
        using var font = new SKFont(run.Typeface, line.Size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
        using var text = new SKTextBlobBuilder();
        text.AddPositionedRun(run.Glyphs, font, Array.ConvertAll(run.Places, place => new SKPoint(place.X * line.Size, place.Y * line.Size)));
        using var blob = text.Build();
        if (blob is not null) canvas.DrawText(blob, line.Left, line.Baseline, paint);
    }

    private static SKColor Colour(CardColour colour) => new(colour.Red, colour.Green, colour.Blue);
}
