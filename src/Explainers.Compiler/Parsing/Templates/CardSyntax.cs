using System.Collections.Immutable;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Templates;

/// <summary>The keys of card.yaml, the layout of social cards.</summary>
internal static class CardKeys
{
    /// <summary>What a text of a card can show.</summary>
    public static readonly ImmutableArray<string> Shown = ["topic", "title", "answer", "fact_label", "fact_value", "site", "tagline"];

    /// <summary>A text.</summary>
    public static readonly KeyTable Text = new("a text of a card",
        new("show", new ChoiceShape(Shown), "which text it is", Presence.Required),
        new("font", Shape.Name, "a font of 'fonts:'", Presence.Required),
        new("size", Shape.Number, "its size in pixels", Presence.Required),
        new("smallest", Shape.Number, "the size that it may shrink to; without this key it does not"),
        new("lines", Shape.Number, "how many lines it may have; 1 without this key"),
        new("leading", Shape.Number, "the height of a line, in sizes; 1.2 without this key"),
        new("above", Shape.Number, "the space above it in pixels, where a text stands above it"),
        new("balanced", Shape.Flag, "true makes its lines of much the same length"),
        new("colour", Shape.Name, "its colour, such as #1b1f21", Presence.Required));

    /// <summary>An area.</summary>
    public static readonly KeyTable Area = new("an area of a card",
        new("left", Shape.Number, "pixels from the left", Presence.Required),
        new("top", Shape.Number, "pixels from the top", Presence.Required),
        new("width", Shape.Number, "its width in pixels", Presence.Required),
        new("height", Shape.Number, "its height in pixels", Presence.Required),
        new("align", Shape.Choice("start", "end"), "at which side its lines begin; start without this key"),
        new("anchor", Shape.Choice("top", "middle", "bottom"), "where its texts stand in it; top without this key"),
        new("texts", Shape.List("a list of texts", Shape.Record(Text)), "its texts from top to bottom", Presence.Required));

    /// <summary>A filled rectangle.</summary>
    public static readonly KeyTable Rule = new("a rectangle of a card",
        new("left", Shape.Number, "pixels from the left", Presence.Required),
        new("top", Shape.Number, "pixels from the top", Presence.Required),
        new("width", Shape.Number, "its width in pixels", Presence.Required),
        new("height", Shape.Number, "its height in pixels", Presence.Required),
        new("colour", Shape.Name, "its colour, such as #0f5257", Presence.Required));

    /// <summary>The whole file.</summary>
    public static readonly KeyTable Card = new("card.yaml",
        new("background", Shape.Name, "the colour behind everything, such as #fbfaf6", Presence.Required),
        new(
            "fonts",
            Shape.Map(Shape.List("a font file or a list of them", Shape.Name)),
            "the fonts: a file of the theme each, or a list of which the next writes what the one before cannot",
            Presence.Required),
        new("rules", Shape.List("a list of rectangles", Shape.Record(Rule)), "filled rectangles"),
        new("areas", Shape.List("a list of areas", Shape.Record(Area)), "where the texts stand", Presence.Required));
}

/// <summary>The layout of social cards.</summary>
/// <param name="File">Its file.</param>
/// <param name="Background">The colour behind everything.</param>
/// <param name="Fonts">The files of each font, the first choice first.</param>
/// <param name="Rules">Filled rectangles.</param>
/// <param name="Areas">Where the texts stand.</param>
internal sealed record CardSyntax(
    SourceFile File,
    CardColour Background,
    ImmutableArray<CardFontSyntax> Fonts,
    ImmutableArray<CardRuleSyntax> Rules,
    ImmutableArray<CardAreaSyntax> Areas);

/// <summary>A colour without transparency, its parts from 0 to 255.</summary>
public readonly record struct CardColour(byte Red, byte Green, byte Blue);

/// <summary>A font of a card.</summary>
/// <param name="Name">Its name in the layout.</param>
/// <param name="Files">Its files, the first choice first.</param>
/// <param name="Span">Where the layout names them.</param>
internal sealed record CardFontSyntax(string Name, ImmutableArray<SourceFile> Files, FileSpan Span);

/// <summary>A rectangle in pixels from the left and the top.</summary>
internal readonly record struct CardBox(int Left, int Top, int Width, int Height);

/// <summary>A filled rectangle.</summary>
internal sealed record CardRuleSyntax(CardBox Box, CardColour Colour);

/// <summary>An area that texts flow down.</summary>
/// <param name="Box">Where it is.</param>
/// <param name="IsAtEnd">Whether lines end at its far side.</param>
/// <param name="Anchor">Where texts stand that do not fill it: 0 at its top, 1 at its bottom.</param>
/// <param name="Texts">Its texts from top to bottom.</param>
internal sealed record CardAreaSyntax(CardBox Box, bool IsAtEnd, float Anchor, ImmutableArray<CardTextSyntax> Texts);

/// <summary>A text of a card.</summary>
/// <param name="Shown">Which text it is.</param>
/// <param name="Font">The name of its font.</param>
/// <param name="Size">Its size in pixels.</param>
/// <param name="Smallest">The size that it may shrink to.</param>
/// <param name="Lines">How many lines it may have.</param>
/// <param name="Leading">The height of a line in sizes.</param>
/// <param name="Above">The space above it.</param>
/// <param name="IsBalanced">Whether its lines are of much the same length.</param>
/// <param name="Colour">Its colour.</param>
internal sealed record CardTextSyntax(
    string Shown,
    string Font,
    float Size,
    float Smallest,
    int Lines,
    float Leading,
    float Above,
    bool IsBalanced,
    CardColour Colour);
