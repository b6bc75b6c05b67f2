using System.Collections.Immutable;
using System.Globalization;
using Explainers.Diagnostics;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Templates;

/// <summary>Reads card.yaml.</summary>
internal sealed class CardParser
{
    private const string FileName = "card.yaml";
    private const int Widest = 1200;

    private readonly ImmutableArray<SourceFile> _theme;
    private readonly ImmutableArray<Diagnostic>.Builder _findings;

    private CardParser(ImmutableArray<SourceFile> theme, ImmutableArray<Diagnostic>.Builder findings) =>
        (_theme, _findings) = (theme, findings);

    /// <summary>Reads the layout of a theme's social cards; null where it has none.</summary>
    public static CardSyntax? Parse(ImmutableArray<SourceFile> theme, ImmutableArray<Diagnostic>.Builder findings) =>
        theme.FirstOrDefault(file => file.Path == FileName) is { } file ? new CardParser(theme, findings).Card(file) : null;

    private CardSyntax Card(SourceFile file)
    {
        var card = ShapeCheck.Check(YamlReader.ReadFile(file, _findings), CardKeys.Card, _findings);
        var fonts = card.Map("fonts").Select(Font).ToImmutableArray();
        return new CardSyntax(
            file,
            Colour(card.Scalar("background")),
            fonts,
            [.. card.Records("rules").Select(rule => new CardRuleSyntax(Box(rule), Colour(rule.Scalar("colour"))))],
            [.. card.Records("areas").Select(area => Area(area, fonts))]);
    }

    private CardFontSyntax Font(KeyValueSyntax font)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var names = font.Value is SequenceSyntax list ? list.Items.OfType<ScalarSyntax>() : [(ScalarSyntax)font.Value];
        foreach (var name in names)
        {
            if (_theme.FirstOrDefault(file => file.Path == name.Text) is { } found)
                files.Add(found);
            else
                _findings.Add(
                    Catalog.InvalidValue(
                        name.Span,
                        name.Text,
                        "a file of the theme",
                        Catalog.DidYouMean(Nearest.To(name.Text, _theme.Select(file => file.Path)))));
        }
        if (font.Value is SequenceSyntax { Items.IsEmpty: true } empty)
            _findings.Add(Catalog.WrongType(empty.Span, font.Key.Text, "a font file or a list of them", "nothing"));
        return new CardFontSyntax(font.Key.Text, files.ToImmutable(), font.Value.Span);
    }

    private CardAreaSyntax Area(MappingSyntax area, ImmutableArray<CardFontSyntax> fonts) => new(
        Box(area),
        area.Text("align") == "end",
        area.Text("anchor") switch { "middle" => 0.5f, "bottom" => 1, _ => 0 },
        [.. area.Records("texts").Select(text => Text(text, fonts)).OfType<CardTextSyntax>()]);

    private CardTextSyntax? Text(MappingSyntax text, ImmutableArray<CardFontSyntax> fonts)
    {
        var size = Number(text.Scalar("size"), 8, 400, 32);
        var lines = Whole(text.Scalar("lines"), 1, 20, 1);
        if (text.Text("show") is not { } shown || text.Scalar("font") is not { } font) return null;
        if (!fonts.Any(known => known.Name == font.Text))
        {
            var names = fonts.Select(known => known.Name).ToArray();
            _findings.Add(
                Catalog.InvalidValue(
                    font.Span,
                    font.Text,
                    "a font of 'fonts:'",
                    Catalog.DidYouMean(Nearest.To(font.Text, names)) ?? $"the fonts are {string.Join(", ", names)}"));
            return null;
        }
        return new CardTextSyntax(
            shown,
            font.Text,
            size,
            Math.Min(size, Number(text.Scalar("smallest"), 8, 400, size)),
            lines,
            Number(text.Scalar("leading"), 0.8f, 3, 1.2f),
            Number(text.Scalar("above"), 0, 400, 0),
            text.Text("balanced") == "true",
            Colour(text.Scalar("colour")));
    }

    private CardBox Box(MappingSyntax box) =>
        new(Length(box.Scalar("left")), Length(box.Scalar("top")), Length(box.Scalar("width")), Length(box.Scalar("height")));

    private int Length(ScalarSyntax? written) => Whole(written, 0, Widest, 0);

    private int Whole(ScalarSyntax? written, int least, int most, int otherwise)
    {
        if (written is null) return otherwise;
        if (int.TryParse(written.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        _findings.Add(Catalog.InvalidValue(written.Span, written.Text, $"a whole number from {least} to {most}"));
        return otherwise;
    }

    /// <summary>A number in digits; what is missing has been reported before.</summary>
    private float Number(ScalarSyntax? written, float least, float most, float otherwise)
    {
        if (written is null) return otherwise;
        if (float.TryParse(written.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= most)
            return number;
        _findings.Add(
            Catalog.InvalidValue(
                written.Span,
                written.Text,
                string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}")));
        return otherwise;
    }

    private CardColour Colour(ScalarSyntax? written)
    {
        if (written is null) return default;
        if (written.Text is ['#', .. { Length: 6 } digits]
            && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var colour))
            return new CardColour((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
        _findings.Add(Catalog.InvalidValue(written.Span, written.Text, "a colour, such as #0f5257"));
        return default;
    }
}
