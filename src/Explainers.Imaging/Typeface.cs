using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Explainers.Rendering.Images;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Explainers.Imaging;

/// <summary>A font file, as HarfBuzz shapes with it and as Skia draws with it.</summary>
internal sealed class Typeface : ITypeface
{
    private readonly SKData _data;
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly Font _font;

    private Typeface(SKData data, SKTypeface skia)
    {
        (_data, Skia) = (data, skia);
        using (var large = new SKFont(skia, 1000)) (Ascent, Descent) = (-large.Metrics.Ascent / 1000, large.Metrics.Descent / 1000);
        _blob = new Blob(data.Data, (int)data.Size, MemoryMode.ReadOnly);
        _face = new Face(_blob, 0);
        _font = new Font(_face);
        _font.SetScale(_face.UnitsPerEm, _face.UnitsPerEm);
        _font.SetFunctionsOpenType();
    }

    /// <summary>What Skia draws with.</summary>
    public SKTypeface Skia { get; }

    /// <inheritdoc />
    public float Ascent { get; }

    /// <inheritdoc />
    public float Descent { get; }

    /// <summary>Reads a font file; null where it is none.</summary>
    public static Typeface? Read(ReadOnlyMemory<byte> file)
    {
        var data = SKData.CreateCopy(file.Span);
        if (SKTypeface.FromData(data) is { } typeface) return new Typeface(data, typeface);
        data.Dispose();
        return null;
    }

    /// <inheritdoc />
    public bool Has(Rune character) => _font.TryGetNominalGlyph((uint)character.Value, out _);

    /// <inheritdoc />
    public GlyphRun Shape(string text, string language, bool isRightToLeft, float start)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        // What is not set here would be guessed from the machine's language.
        buffer.Language = new Language(language);
        buffer.GuessSegmentProperties();
        buffer.Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        _font.Shape(buffer);
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = new ushort[infos.Length];
        var places = new Vector2[infos.Length];
        var end = start;
        float em = _face.UnitsPerEm;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            places[i] = new Vector2(end + (positions[i].XOffset / em), -positions[i].YOffset / em);
            end += positions[i].XAdvance / em;
        }
        return new GlyphRun(
            this, ImmutableCollectionsMarshal.AsImmutableArray(glyphs), ImmutableCollectionsMarshal.AsImmutableArray(places), end);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _font.Dispose();
        _face.Dispose();
        _blob.Dispose();
        Skia.Dispose();
        _data.Dispose();
    }
}
