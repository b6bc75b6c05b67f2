using SkiaSharp;

namespace Explainers.Rendering.Images;

/// <summary>What the head of a picture says of it.</summary>
/// <param name="Width">Its width as it is seen.</param>
/// <param name="Height">Its height as it is seen.</param>
/// <param name="Format">The format that it is in.</param>
/// <param name="IsMoving">Whether it has more than one frame.</param>
internal sealed record PictureSize(int Width, int Height, SKEncodedImageFormat Format, bool IsMoving)
{
    /// <summary>Reads the head of a file; null for one that is no picture.</summary>
    public static PictureSize? Read(ReadOnlyMemory<byte> file)
    {
        if (file.IsEmpty) return null;
        using var data = SKData.CreateCopy(file.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null) return null;
        var (width, height) = Turned(codec.Info.Width, codec.Info.Height, codec.EncodedOrigin);
        return new PictureSize(width, height, codec.EncodedFormat, codec.FrameCount > 1);
    }

    /// <summary>The size of a picture as it is seen, which may lie on its side.</summary>
    public static (int Width, int Height) Turned(int width, int height, SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop ? (height, width) : (width, height);
}
