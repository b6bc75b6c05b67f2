using System.Collections.Immutable;
using System.Text;
using Explainers.Sources;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Explainers.Rendering.Images;

/// <summary>Glyphs of one typeface in a line, placed from the line's left end; all measures are in sizes of the font.</summary>
internal sealed record GlyphRun(SKTypeface Typeface, ushort[] Glyphs, SKPoint[] Places);

/// <summary>A line of text as glyphs.</summary>
internal sealed record ShapedText(ImmutableArray<GlyphRun> Runs, float Width);

/// <summary>How a card is written.</summary>
/// <param name="Language">The code of its language, in which some letters have forms of their own.</param>
/// <param name="IsRightToLeft">Whether its lines begin at the right.</param>
internal readonly record struct CardWriting(string Language, bool IsRightToLeft);

/// <summary>A font of a card: one typeface, or several of which the next writes what the one before can not. Safe to use on any thread.</summary>
internal sealed class CardFont : IDisposable
{
    private readonly ImmutableArray<Typeface> _faces;

    private CardFont(ImmutableArray<Typeface> faces)
    {
        _faces = faces;
        using var font = new SKFont(faces[0].Skia, 1000);
        (Ascent, Descent) = (-font.Metrics.Ascent / 1000, font.Metrics.Descent / 1000);
    }

    /// <summary>How far letters rise above the line they stand on, in sizes.</summary>
    public float Ascent { get; }

    /// <summary>How far letters fall below the line they stand on, in sizes.</summary>
    public float Descent { get; }

    /// <summary>Reads a font; null where a file of it is none.</summary>
    public static CardFont? Read(ImmutableArray<SourceFile> files)
    {
        var faces = files.Select(Typeface.Read).OfType<Typeface>().ToImmutableArray();
        if (faces.Length == files.Length && faces.Length > 0) return new CardFont(faces);
        foreach (var face in faces) face.Dispose();
        return null;
    }

    /// <summary>The characters of a text that no typeface of the font can write, each once.</summary>
    public IEnumerable<string> Missing(string text) =>
        text.EnumerateRunes().Where(rune => !IsInvisible(rune) && !_faces.Any(face => face.Has(rune))).Select(rune => rune.ToString()).Distinct();

    /// <summary>Turns a line into glyphs, with kerning, ligatures and the forms that scripts ask for.</summary>
    public ShapedText Shape(string line, CardWriting writing)
    {
        var runs = ImmutableArray.CreateBuilder<GlyphRun>();
        var width = 0f;
        foreach (var piece in TextDirections.Ordered(line, writing.IsRightToLeft))
        {
            var parts = Faces(piece.Text);
            foreach (var (face, text) in piece.IsRightToLeft ? parts.Reverse() : parts) runs.Add(face.Shape(text, writing with { IsRightToLeft = piece.IsRightToLeft }, ref width));
        }
        return new ShapedText(runs.ToImmutable(), width);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var face in _faces) face.Dispose();
    }

    /// <summary>A text by the typefaces that write it; what none can write is drawn as the first one's box.</summary>
    private ImmutableArray<(Typeface Face, string Text)> Faces(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(Typeface Face, string Text)>();
        var part = new StringBuilder();
        Typeface? last = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var face = IsInvisible(rune) ? last ?? _faces[0] : _faces.FirstOrDefault(known => known.Has(rune), _faces[0]);
            if (last is not null && face != last)
            {
                parts.Add((last, part.ToString()));
                part.Clear();
            }
            part.Append(rune.ToString());
            last = face;
        }
        if (last is not null) parts.Add((last, part.ToString()));
        return parts.ToImmutable();
    }

    private static bool IsInvisible(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.NonSpacingMark;

    private sealed class Typeface : IDisposable
    {
        private readonly SKData _data;
        private readonly Blob _blob;
        private readonly Face _face;
        private readonly Font _font;

        private Typeface(SKData data, SKTypeface skia)
        {
            (_data, Skia) = (data, skia);
            _blob = new Blob(data.Data, (int)data.Size, MemoryMode.ReadOnly);
            _face = new Face(_blob, 0);
            _font = new Font(_face);
            _font.SetScale(_face.UnitsPerEm, _face.UnitsPerEm);
            _font.SetFunctionsOpenType();
        }

        public SKTypeface Skia { get; }

        public static Typeface? Read(SourceFile file)
        {
            var data = SKData.CreateCopy(file.Bytes.Span);
            if (SKTypeface.FromData(data) is { } typeface) return new Typeface(data, typeface);
            data.Dispose();
            return null;
        }

        public bool Has(Rune rune) => _font.TryGetNominalGlyph((uint)rune.Value, out _);

        public GlyphRun Shape(string text, CardWriting writing, ref float width)
        {
            using var buffer = new Buffer();
            buffer.AddUtf16(text);
            // What is not set here would be guessed from the machine's language.
            buffer.Language = new Language(writing.Language);
            buffer.GuessSegmentProperties();
            buffer.Direction = writing.IsRightToLeft ? HarfBuzzSharp.Direction.RightToLeft : HarfBuzzSharp.Direction.LeftToRight;
            _font.Shape(buffer);
            var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
            var glyphs = new ushort[infos.Length];
            var places = new SKPoint[infos.Length];
            float em = _face.UnitsPerEm;
            for (var i = 0; i < infos.Length; i++)
            {
                glyphs[i] = (ushort)infos[i].Codepoint;
                places[i] = new SKPoint(width + (positions[i].XOffset / em), -positions[i].YOffset / em);
                width += positions[i].XAdvance / em;
            }
            return new GlyphRun(Skia, glyphs, places);
        }

        public void Dispose()
        {
            _font.Dispose();
            _face.Dispose();
            _blob.Dispose();
            Skia.Dispose();
            _data.Dispose();
        }
    }
}
