using Explainers.Parsing.Templates;
using Explainers.Rendering.Images;
using SkiaSharp;

namespace Explainers.Imaging;

/// <summary>Draws a social card.</summary>
internal static class CardCanvas
{
    /// <summary>Draws a card into pixels of four bytes.</summary>
    public static void Draw(CardDrawing card, Span<byte> pixels)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(card.Width, card.Height, SKColorType.Rgb888x, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Colour(card.Background));
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var rule in card.Rules)
        {
            paint.Color = Colour(rule.Colour);
            canvas.DrawRect(rule.Left, rule.Top, rule.Width, rule.Height, paint);
        }
        foreach (var line in card.Lines)
        {
            paint.Color = Colour(line.Colour);
            foreach (var run in line.Runs) Draw(canvas, run, line, paint);
        }
        canvas.Flush();
        bitmap.GetPixelSpan().CopyTo(pixels);
    }

    private static void Draw(SKCanvas canvas, GlyphRun run, CardLine line, SKPaint paint)
    {
        // Without hinting, the glyphs of a line are the same at any size.
        using var font = new SKFont(((Typeface)run.Typeface).Skia, line.Size)
        {
            Edging = SKFontEdging.Antialias,
            Hinting = SKFontHinting.None,
            Subpixel = true,
            LinearMetrics = true,
        };
        var places = new SKPoint[run.Places.Length];
        for (var i = 0; i < places.Length; i++) places[i] = new SKPoint(run.Places[i].X * line.Size, run.Places[i].Y * line.Size);
        using var text = new SKTextBlobBuilder();
        text.AddPositionedRun(run.Glyphs.AsSpan(), font, places);
        using var blob = text.Build();
        if (blob is not null) canvas.DrawText(blob, line.Left, line.Baseline, paint);
    }

    private static SKColor Colour(CardColour colour) => new(colour.Red, colour.Green, colour.Blue);
}
