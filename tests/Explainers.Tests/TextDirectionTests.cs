using System.Globalization;
using System.Text;
using Explainers.Facts.Formatting;
using Explainers.Parsing.Text;

namespace Explainers.Tests;

/// <summary>Lines with words from the left and from the right: every figure is drawn as it is written.</summary>
public sealed class TextDirectionTests
{
    /// <summary>Lines of Unicode's own test of its algorithm: characters, direction of the paragraph, its level, levels, order.</summary>
    [Fact]
    public void Levels_are_those_of_the_conformance_test()
    {
        var wrong = new List<string>();
        var lines = 0;
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "unicode", "BidiCharacterTest.txt"))
            .Where(line => line.Length > 0 && line[0] != '#'))
        {
            var fields = line.Split(';');
            Rune[] runes = [.. fields[0].Split(' ').Select(code =>
                new Rune(int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))];
            var levels = BidiLevels.Of(runes, [.. runes.Select(BidiClasses.Of)], fields[2] == "1");
            var isRight = fields[1] != "2" || TextDirections.IsRightToLeft(string.Concat(runes)) == (fields[2] == "1");
            var expected = fields[3].Split(' ');
            if (!isRight || expected.Where((level, i) => level != "x" && level != levels[i].ToString(CultureInfo.InvariantCulture)).Any())
                wrong.Add($"{line} gave {string.Join(' ', levels)}");
            lines++;
        }
        Assert.Empty(wrong);
        Assert.True(lines > 300);
    }

    [Theory]
    [InlineData("7.2")]
    [InlineData("586,412")]
    [InlineData("12:30")]
    [InlineData("50.5%")]
    [InlineData("$7.2")]
    [InlineData("€586,412")]
    [InlineData("1,234.5")]
    [InlineData("−5")]
    [InlineData("-5")]
    [InlineData("+3")]
    [InlineData("±3")]
    [InlineData("15/08/2025")]
    [InlineData("2025-08-15")]
    [InlineData("+1-907-555-0100")]
    [InlineData("٧٫٢")]
    [InlineData("۵۸۶٬۴۱۲")]
    public void A_figure_in_a_line_from_the_right_stays_as_it_is_written(string figure)
    {
        Assert.Equal($"ןיב |{figure}| ףוס", Drawn($"סוף {figure} בין", isRightToLeft: true));
        Assert.Equal(figure, Drawn(figure, isRightToLeft: true));
        Assert.Equal($"Between {figure} and", Drawn($"Between {figure} and", isRightToLeft: false).Replace("|", "",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("המחיר \u2068$7.2\u00A0million\u2069.", ".|$7.2\u00A0million| ריחמה")]
    [InlineData("בין \u2068−5\u2069 ל-\u206812 km\u2069", "12 km|-ל |−5| ןיב")]
    [InlineData("גידול של \u206850\u00A0%\u2069", "50\u00A0%| לש לודיג")]
    [InlineData("בשנים 10–12", "12|–|10| םינשב")]
    [InlineData("עלה ב-5", "5|-ב הלע")]
    public void What_is_isolated_is_kept_together(string line, string drawn) => Assert.Equal(drawn, Drawn(line, isRightToLeft: true));

    [Theory]
    [InlineData("he", true)]
    [InlineData("ar-EG", true)]
    [InlineData("fa", true)]
    [InlineData("ur", true)]
    [InlineData("AZ-Arab", true)]
    [InlineData("ar-Latn", false)]
    [InlineData("en", false)]
    [InlineData("de-1996", false)]
    [InlineData("ha", false)]
    [InlineData("", false)]
    public void Languages_have_a_direction(string language, bool isRightToLeft) =>
        Assert.Equal(isRightToLeft, WritingDirection.IsRightToLeft(language));

    /// <summary>The pieces of a line from left to right, as they are seen.</summary>
    private static string Drawn(string line, bool isRightToLeft) => string.Join('|', TextDirections.Ordered(line, isRightToLeft)
        .Select(piece => piece.IsRightToLeft ? new string([.. piece.Text.Reverse()]) : piece.Text));
}
