using Explainers.Rendering.Images;
using SkiaSharp;

namespace Explainers.Imaging;

/// <summary>Draws with Skia, and shapes text with HarfBuzz. Fonts of the machine are never used.</summary>
public sealed class SkiaImaging : IImaging
{
    /// <summary>The only one that is needed.</summary>
    public static SkiaImaging Instance { get; } = new();

    private SkiaImaging()
    {
    }

    /// <inheritdoc />
    public string Version => SkiaSharpVersion.Native.ToString();

    /// <inheritdoc />
    public ITypeface? Typeface(ReadOnlyMemory<byte> file) => Imaging.Typeface.Read(file);

    /// <inheritdoc />
    public void Draw(CardDrawing card, Span<byte> pixels) => CardCanvas.Draw(card, pixels);

    /// <inheritdoc />
    public IPhotographScaler Photograph(ReadOnlyMemory<byte> file, int largest) => new PhotographScaler(file, largest);
}
