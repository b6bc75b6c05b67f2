using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Explainers.Parsing.Templates;

namespace Explainers.Rendering.Images;

/// <summary>
/// Draws cards and scales photographs. A site that is compiled without it has no cards, and photographs in their own size only.
/// It is safe to use on any thread.
/// </summary>
public interface IImaging
{
    /// <summary>The version of what draws. It is part of what pictures are named by.</summary>
    string Version { get; }

    /// <summary>Reads a font file.</summary>
    /// <param name="file">Its content.</param>
    /// <returns>The typeface, or null where the file has none.</returns>
    ITypeface? Typeface(ReadOnlyMemory<byte> file);

    /// <summary>Draws a card.</summary>
    /// <param name="card">What is on it.</param>
    /// <param name="pixels">Takes red, green, blue and an unused byte of each pixel, row by row.</param>
    void Draw(CardDrawing card, Span<byte> pixels);

    /// <summary>Opens a photograph. It is decoded when the first picture of it is asked for.</summary>
    /// <param name="file">Its content.</param>
    /// <param name="largest">The width of the largest picture that will be asked for.</param>
    IPhotographScaler Photograph(ReadOnlyMemory<byte> file, int largest);
}

/// <summary>A typeface. It is safe to use on any thread.</summary>
public interface ITypeface : IDisposable
{
    /// <summary>How far letters rise above the line they stand on, in sizes of the font.</summary>
    float Ascent { get; }

    /// <summary>How far letters fall below the line they stand on, in sizes of the font.</summary>
    float Descent { get; }

    /// <summary>Whether it can write a character.</summary>
    bool Has(Rune character);

    /// <summary>Turns text of one direction into glyphs, with kerning, ligatures and the forms that scripts ask for.</summary>
    /// <param name="text">The text, in the order in which it is read.</param>
    /// <param name="language">The code of its language, in which some letters have forms of their own.</param>
    /// <param name="isRightToLeft">Whether it runs from the right.</param>
    /// <param name="start">Where its left end is in the line, in sizes of the font.</param>
    GlyphRun Shape(string text, string language, bool isRightToLeft, float start);
}

/// <summary>Makes smaller pictures of one photograph, upright, in sRGB and without metadata. One thread uses it.</summary>
public interface IPhotographScaler : IDisposable
{
    /// <summary>A picture as WebP; empty where the photograph is damaged.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="quality">How much of the photograph it keeps, to 100.</param>
    ReadOnlyMemory<byte> WebP(int width, int height, int quality);
}

/// <summary>Glyphs of one typeface in a line. All measures are in sizes of the font.</summary>
/// <param name="Typeface">The typeface that shaped them.</param>
/// <param name="Glyphs">Their numbers in it.</param>
/// <param name="Places">Where they are, from the line's left end; y grows downwards.</param>
/// <param name="End">Where the next run starts.</param>
public sealed record GlyphRun(ITypeface Typeface, ImmutableArray<ushort> Glyphs, ImmutableArray<Vector2> Places, float End);

/// <summary>A line of a card in its place.</summary>
/// <param name="Runs">Its glyphs, from left to right.</param>
/// <param name="Left">Where it begins.</param>
/// <param name="Baseline">What its letters stand on.</param>
/// <param name="Size">The size of its font.</param>
/// <param name="Colour">Its colour.</param>
public sealed record CardLine(ImmutableArray<GlyphRun> Runs, float Left, float Baseline, float Size, CardColour Colour);

/// <summary>A filled rectangle of a card, in pixels.</summary>
public readonly record struct CardRule(int Left, int Top, int Width, int Height, CardColour Colour);

/// <summary>All that is on a card.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Background">The colour behind everything.</param>
/// <param name="Rules">Rectangles; later ones cover earlier ones.</param>
/// <param name="Lines">Lines of text above them.</param>
public sealed record CardDrawing(
    int Width, int Height, CardColour Background, ImmutableArray<CardRule> Rules, ImmutableArray<CardLine> Lines);
