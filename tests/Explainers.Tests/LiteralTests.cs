using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Templates;
using Explainers.Rendering.Formatting;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Values told from the literal, and written for readers and machines.</summary>
public sealed class LiteralTests
{
    private static readonly FactFormatter English = new(new Words(Strings()));

    [Theory]
    [InlineData("1867-03-30", FactForm.Whole, "March 30, 1867", "1867-03-30")]
    [InlineData("1867-03", FactForm.Whole, "March 1867", "1867-03")]
    [InlineData("1867", FactForm.Whole, "1867", "1867")]
    [InlineData("2025-08-15", FactForm.Long, "Friday, August 15, 2025", "2025-08-15")]
    [InlineData("2025-08-15", FactForm.Short, "Aug. 15, 2025", "2025-08-15")]
    [InlineData("2025-08-15", FactForm.Day, "August 15", "2025-08-15")]
    [InlineData("2025-08-15", FactForm.Year, "2025", "2025-08-15")]
    [InlineData("2025-08-15 11:26 America/Anchorage", FactForm.Whole, "August 15, 2025, 11:26 a.m. AKDT", "2025-08-15T11:26-08:00")]
    [InlineData("2025-08-15 11:26 America/Anchorage", FactForm.UtcTime, "19:26 UTC", "2025-08-15T11:26-08:00")]
    [InlineData("2025-08-15 00:05 Europe/Moscow", FactForm.LocalTime, "12:05 a.m. MSK", "2025-08-15T00:05+03:00")]
    [InlineData("7.2 million USD", FactForm.Whole, "$7.2\u00A0million", "7200000 USD")]
    [InlineData("about 153 million USD", FactForm.Whole, "about $153\u00A0million", "153000000 USD")]
    [InlineData("4.75 RUB", FactForm.Whole, "4.75\u00A0RUB", "4.75 RUB")]
    [InlineData("586,412 sq mi", FactForm.Whole, "586,412\u00A0sq mi", "586412 sq mi")]
    [InlineData("586412 sq mi", FactForm.Whole, "586,412\u00A0sq mi", "586412 sq mi")]
    [InlineData("70 %", FactForm.Whole, "70%", "70 %")]
    [InlineData("70%", FactForm.Whole, "70%", "70 %")]
    [InlineData("-0.50", FactForm.Whole, "−0.50", "-0.5")]
    [InlineData("12 people", FactForm.Whole, "12\u00A0people", "12 people")]
    [InlineData("37 to 2", FactForm.Whole, "37 to 2", "37 to 2")]
    [InlineData("2.5 to 3 hours", FactForm.Whole, "2.5 to 3 hours", "2.5 to 3 hours")]
    [InlineData("NO", FactForm.Whole, "NO", "NO")]
    [InlineData("1e3", FactForm.Whole, "1e3", "1e3")]
    [InlineData("1,86,7", FactForm.Whole, "1,86,7", "1,86,7")]
    [InlineData("2025-13-01", FactForm.Whole, "2025-13-01", "2025-13-01")]
    [InlineData("two minutes", FactForm.Whole, "two minutes", "two minutes")]
    public void A_literal_is_read_as_a_person_would_and_written_for_both(string literal, FactForm form, string text, string machine)
    {
        var value = LiteralReader.Read(literal);
        Assert.Equal(text.Replace('\u00A0', ' '), English.Value(value, form).Replace('\u00A0', ' '));
        Assert.Equal(machine, value.Machine);
    }

    [Theory]
    [InlineData("many", "number")]
    [InlineData("7.2 million", "money")]
    [InlineData("7.2 million USB", "money")]
    [InlineData("30 March 1867", "date")]
    [InlineData("2025-08-15 11:26 America/Anchorag", "datetime")]
    [InlineData("2025-08-15 25:26 America/Anchorage", "datetime")]
    public void A_literal_that_does_not_fit_its_named_type_is_refused(string literal, string type) => Assert.Null(LiteralReader.Read(literal, type));

    private static StringsSyntax Strings()
    {
        var path = Path.Combine(RepositoryRoot.Path, "theme", "strings", "en.yaml");
        var file = new SourceFile("strings/en.yaml", "theme/strings/en.yaml", File.ReadAllBytes(path));
        return ThemeParser.Parse([file]).Value.Strings[0];
    }
}
