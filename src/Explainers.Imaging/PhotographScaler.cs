using Explainers.Rendering.Images;
using SkiaSharp;

namespace Explainers.Imaging;

/// <summary>Makes smaller pictures of a photograph, upright, in sRGB and without metadata.</summary>
internal sealed class PhotographScaler : IPhotographScaler
{
    private readonly Lazy<SKBitmap?> _picture;

    /// <summary>Takes a photograph, which is decoded when the first picture is asked for.</summary>
    /// <param name="file">The photograph.</param>
    /// <param name="largest">The width of the largest picture that will be asked for.</param>
    public PhotographScaler(ReadOnlyMemory<byte> file, int largest) => _picture = new Lazy<SKBitmap?>(() => Decoded(file, largest));

    /// <inheritdoc />
    public ReadOnlyMemory<byte> WebP(int width, int height, int quality)
    {
        if (_picture.Value is not { } picture) return default;
        if ((picture.Width, picture.Height) == (width, height)) return WebP(picture, quality);
        using var scaled = Scaled(picture, width, height);
        return WebP(scaled, quality);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_picture.IsValueCreated) _picture.Value?.Dispose();
    }

    private static ReadOnlyMemory<byte> WebP(SKBitmap picture, int quality)
    {
        using var pixels = picture.PeekPixels();
        using var webp = pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, quality));
        return webp is null ? default(ReadOnlyMemory<byte>) : webp.ToArray();
    }

    /// <summary>
    /// Halves the picture as often as that leaves more than is wanted, so that every pixel counts, and then takes the last step.
    /// </summary>
    private static SKBitmap Scaled(SKBitmap picture, int width, int height)
    {
        var current = picture;
        while (current.Width >= width * 2 && current.Height >= height * 2)
            current = Replaced(
                current,
                picture,
                current.Resize(current.Info.WithSize(current.Width / 2, current.Height / 2), new SKSamplingOptions(SKFilterMode.Linear)));
        return Replaced(
            current,
            picture,
            current.Resize(current.Info.WithSize(width, height), new SKSamplingOptions(SKCubicResampler.CatmullRom)));
    }

    private static SKBitmap Replaced(SKBitmap current, SKBitmap picture, SKBitmap next)
    {
        if (current != picture) current.Dispose();
        return next;
    }

    /// <summary>The upright picture, no smaller than twice what is wanted where the format can be read at a smaller size.</summary>
    private static SKBitmap? Decoded(ReadOnlyMemory<byte> file, int largest)
    {
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null) return null;
        var side = Math.Min(codec.Info.Width, codec.Info.Height);
        var size = codec.GetScaledDimensions(Math.Min(1, 2f * largest / side));
        var raw = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul,
            SKColorSpace.CreateSrgb()));
        var isRead = codec.GetPixels(raw.Info, raw.GetPixels()) == SKCodecResult.Success;
        if (isRead && codec.EncodedOrigin == SKEncodedOrigin.TopLeft) return raw;
        using (raw) return isRead ? Upright(raw, codec.EncodedOrigin) : null;
    }

    private static SKBitmap Upright(SKBitmap raw, SKEncodedOrigin origin)
    {
        var (width, height) = origin >= SKEncodedOrigin.LeftTop ? (raw.Height, raw.Width) : (raw.Width, raw.Height);
        var upright = new SKBitmap(raw.Info.WithSize(width, height));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.Transparent);
        canvas.SetMatrix(Turn(origin, width, height));
        using var image = SKImage.FromBitmap(raw);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        canvas.Flush();
        return upright;
    }

    /// <summary>From pixels as they are kept to pixels as they are seen.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
