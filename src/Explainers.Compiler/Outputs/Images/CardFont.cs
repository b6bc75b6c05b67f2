using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Explainers.Parsing.Text;
using Explainers.Rendering.Images;
using Explainers.Scopes;
using Explainers.Sources;

namespace Explainers.Outputs.Images;

/// <summary>A line of text as glyphs; its width is in sizes of the font.</summary>
internal sealed record ShapedText(ImmutableArray<GlyphRun> Runs, float Width);

/// <summary>
/// A font of a card: one typeface, or several of which the next writes what the one before cannot. Safe to use on any thread.
/// </summary>
internal sealed class CardFont : IDisposable
{
    private readonly ImmutableArray<ITypeface> _faces;

    private CardFont(ImmutableArray<ITypeface> faces) => _faces = faces;

    /// <summary>How far letters rise above the line they stand on, in sizes.</summary>
    public float Ascent => _faces[0].Ascent;

    /// <summary>How far letters fall below the line they stand on, in sizes.</summary>
    public float Descent => _faces[0].Descent;

    /// <summary>Reads a font; null where a file of it is none.</summary>
    public static CardFont? Read(ImmutableArray<SourceFile> files, IImaging imaging)
    {
        var faces = files.Select(file => imaging.Typeface(file.Bytes)).OfType<ITypeface>().ToImmutableArray();
        if (faces.Length == files.Length && faces.Length > 0) return new CardFont(faces);
        foreach (var face in faces) face.Dispose();
        return null;
    }

    /// <summary>The characters of a text that no typeface of the font can write, each once.</summary>
    public IEnumerable<string> Missing(string text) =>
        text.EnumerateRunes().Where(rune => !IsInvisible(rune) && !_faces.Any(face => face.Has(rune))).Select(rune => rune.ToString())
            .Distinct();

    /// <summary>Turns a line into glyphs, with kerning, ligatures and the forms that scripts ask for.</summary>
    public ShapedText Shape(string line, CardWriting writing)
    {
        var runs = ImmutableArray.CreateBuilder<GlyphRun>();
        var width = 0f;
        foreach (var piece in TextDirections.Ordered(line, writing.IsRightToLeft))
        {
            var parts = Faces(piece.Text);
            foreach (var (face, text) in piece.IsRightToLeft ? parts.Reverse() : parts)
            {
                var run = face.Shape(text, writing.Language, piece.IsRightToLeft, width);
                runs.Add(run);
                width = run.End;
            }
        }
        return new ShapedText(runs.ToImmutable(), width);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var face in _faces) face.Dispose();
    }

    /// <summary>A text by the typefaces that write it; what none can write is drawn as the first one's box.</summary>
    private ImmutableArray<(ITypeface Face, string Text)> Faces(string text)
    {
        var parts = ImmutableArray.CreateBuilder<(ITypeface Face, string Text)>();
        var part = new StringBuilder();
        ITypeface? last = null;
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

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;
}
