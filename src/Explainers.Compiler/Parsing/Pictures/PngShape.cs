using System.Buffers.Binary;

namespace Explainers.Parsing.Pictures;

/// <summary>What the head of a PNG file says: size, colours, and whether its rows are interlaced.</summary>
internal readonly record struct PngShape(int Width, int Height, int Depth, int Colour, bool IsInterlaced)
{
    private const int Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, RgbAlpha = 6;

    /// <summary>Whether its colours are in a palette.</summary>
    public bool HasPalette => Colour == Palette;

    private int Samples => Colour switch
    {
        Rgb => 3,
        GreyAlpha => 2,
        RgbAlpha => 4,
        _ => 1,
    };

    /// <summary>Reads the chunk IHDR.</summary>
    public static bool TryRead(ReadOnlySpan<byte> header, out PngShape shape)
    {
        shape = default;
        if (header.Length != 13) return false;
        shape = new PngShape(
            BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]), header[8], header[9],
                header[12] == 1);
        var isKnown = (shape.Colour, shape.Depth)
            is (Grey, 1 or 2 or 4 or 8 or 16) or (Palette, 1 or 2 or 4 or 8) or (Rgb or GreyAlpha or RgbAlpha, 8 or 16);
        return isKnown && shape.Width > 0 && shape.Height > 0 && header[10] == 0 && header[11] == 0 && header[12] <= 1;
    }

    /// <summary>How many bytes a frame has before it is compressed: its rows, each after a byte that names its filter.</summary>
    public long Length(int width, int height)
    {
        if (!IsInterlaced) return Rows(width, height);
        ReadOnlySpan<(int X, int Y, int StepX, int StepY)> passes =
            [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        long length = 0;
        foreach (var (x, y, stepX, stepY) in passes) length += Rows((width - x + stepX - 1) / stepX, (height - y + stepY - 1) / stepY);
        return length;
    }

    /// <summary>Whether a chunk of numbers about colours has the length that it must have.</summary>
    public bool Allows(string chunk, int length) => chunk switch
    {
        "gAMA" => length == 4,
        "cHRM" => length == 32,
        "sRGB" => length == 1,
        "cICP" => length == 4,
        "mDCV" => length == 24,
        "cLLI" => length == 8,
        "pHYs" => length == 9,
        "sBIT" => length == (HasPalette ? 3 : Samples),
        "bKGD" => length == (HasPalette ? 1 : Colour is Grey or GreyAlpha ? 2 : 6),
        "tRNS" => HasPalette ? length is > 0 and <= 256 : Colour is Grey or Rgb && length == 2 * Samples,
        _ => false,
    };

    private long Rows(int width, int height) => width <= 0 || height <= 0 ? 0 : height * (1 + ((((long)width * Samples * Depth) + 7) / 8));
}
