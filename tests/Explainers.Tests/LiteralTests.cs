using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Templates;
using Explainers.Rendering.Formatting;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Values told from the literal, and written for readers and machines.</summary>
public sealed class LiteralTests
{
    private static readonly FactFormatter English = new(new Words(Strings("en")));
    private static readonly FactFormatter German = new(new Words(Strings("de")));

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
    [InlineData("about 32,000 people", FactForm.Whole, "about 32,000 people", "32000 people")]
    [InlineData("more than 2,300 troops", FactForm.Whole, "more than 2,300 troops", "2300 troops")]
    [InlineData("nearly 600,000 sq mi", FactForm.Long, "nearly 600,000 square miles", "600000 sq mi")]
    [InlineData("at least 8 agencies", FactForm.Whole, "at least eight agencies", "8 agencies")]
    [InlineData("up to 30 days", FactForm.Whole, "up to 30 days", "30 days")]
    [InlineData("37 to 2", FactForm.Whole, "37 to 2", "37–2")]
    [InlineData("73 % to 74 %", FactForm.Whole, "73% to 74%", "73 %/74 %")]
    [InlineData("between 18.3% and 20%", FactForm.Whole, "18.3% to 20%", "18.3 %/20 %")]
    [InlineData("3,100 to 3,400 officers", FactForm.Whole, "3,100 to 3,400 officers", "3100 officers/3400 officers")]
    [InlineData("2.5 to 3 hours", FactForm.Whole, "2.5 to 3 hours", "2.5 hours/3 hours")]
    [InlineData("1853 to 1856", FactForm.Whole, "1853 to 1856", "1853/1856")]
    [InlineData("2 million to 3 million EUR", FactForm.Whole, "€2 million to €3 million", "2000000 EUR/3000000 EUR")]
    [InlineData("2 hours 45 minutes", FactForm.Whole, "2 hours 45 minutes", "PT2H45M")]
    [InlineData("about 1 h 30 min", FactForm.Whole, "about 1 hour 30 minutes", "PT1H30M")]
    [InlineData("57.0531 N 135.3300 W", FactForm.Whole, "57.0531° N, 135.3300° W", "57.0531,-135.3300")]
    [InlineData("12:30", FactForm.Whole, "12:30 p.m.", "12:30")]
    [InlineData("7.2 million USD", FactForm.Short, "$7.2m", "7200000 USD")]
    [InlineData("7.2 million USD", FactForm.Long, "7.2 million US dollars", "7200000 USD")]
    [InlineData("-5 USD", FactForm.Whole, "−$5", "-5 USD")]
    [InlineData("1.9 US cents/acre", FactForm.Whole, "1.9 US cents per acre", "1.9 US cents/acre")]
    [InlineData("20 °C", FactForm.Whole, "20 °C", "20 °C")]
    [InlineData("1 day", FactForm.Whole, "one day", "1 day")]
    [InlineData("NO", FactForm.Whole, "NO", "NO")]
    [InlineData("two minutes", FactForm.Whole, "two minutes", "two minutes")]
    public void A_literal_is_read_as_a_person_would_and_written_for_both(string literal, FactForm form, string text, string machine)
    {
        var value = LiteralReader.Read(literal).Value;
        Assert.NotNull(value);
        Assert.Equal(text.Replace('\u00A0', ' '), English.Value(value, form).Replace('\u00A0', ' '));
        Assert.Equal(machine, value.Machine);
    }

    [Theory]
    [InlineData("586,412 sq mi", FactForm.Whole, "586.412 sq mi")]
    [InlineData("586,412 sq mi", FactForm.Long, "586.412 Quadratmeilen")]
    [InlineData("7.2 million USD", FactForm.Whole, "7,2 Millionen $")]
    [InlineData("7.2 million USD", FactForm.Short, "7,2 Mio. $")]
    [InlineData("-0.50", FactForm.Whole, "−0,50")]
    [InlineData("1867-03-30", FactForm.Whole, "30. März 1867")]
    [InlineData("2025-08-15", FactForm.Long, "Freitag, 15. August 2025")]
    [InlineData("2025-08-15 11:26 America/Anchorage", FactForm.LocalTime, "11:26 Uhr AKDT")]
    [InlineData("18.3 % to 20 %", FactForm.Whole, "18,3 % bis 20 %")]
    [InlineData("at least 8 states", FactForm.Whole, "mindestens 8 states")]
    [InlineData("57.0531 N 135.3300 W", FactForm.Whole, "57,0531° N, 135,3300° W")]
    public void A_value_is_written_in_the_language_of_its_page(string literal, FactForm form, string text) =>
        Assert.Equal(text, German.Value(LiteralReader.Read(literal).Value!, form).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("586,412 sq mi", "km2", "1,518,800 km²")]
    [InlineData("100 km", "mi", "62 mi")]
    [InlineData("3 ft", "m", "0.91 m")]
    [InlineData("20 °C", "°F", "68 °F")]
    [InlineData("90 minutes", "hours", "1.5 hours")]
    [InlineData("0.45", "%", "45%")]
    [InlineData("64,000 to 85,000 acres", "ha", "26,000 to 34,000 ha")]
    public void A_converted_value_has_no_more_digits_than_it_had(string literal, string unit, string text)
    {
        var converted = Measures.Convert(LiteralReader.Read(literal).Value!, Unit.Read(unit, Nouns.Refused)!);
        Assert.NotNull(converted);
        Assert.Equal(text, English.Value(converted, FactForm.Whole).Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("1e3", null, "type: text")]
    [InlineData("1,86,7", null, "586,412")]
    [InlineData("2025-13-01", null, null)]
    [InlineData("2025-8-5", null, "2025-08-05")]
    [InlineData("10000-01-01", null, null)]
    [InlineData("0000-01-01", null, null)]
    [InlineData("7.2 million USB", null, "USD")]
    [InlineData("$7.2 million", null, "7.2 million USD")]
    [InlineData("95 N 10 E", null, "0 to 90")]
    [InlineData("12 N 190 E", null, "0 to 180")]
    [InlineData("25:00", null, null)]
    [InlineData("20 % to 10 %", null, "lower value first")]
    [InlineData("12 kilometrs", null, "kilometers")]
    [InlineData("45 minutes 2 hours", null, "larger unit first")]
    [InlineData("12345678901234567890", null, "round it")]
    [InlineData("2025-08-15 11:26 America/Anchorag", null, "America/Anchorage")]
    [InlineData("2025-08-15 25:26 America/Anchorage", null, "25:26")]
    [InlineData("2025-08-15 11:26", null, "name the zone")]
    [InlineData("2025-03-09 02:30 America/New_York", null, "put forward")]
    [InlineData("many", "number", null)]
    [InlineData("7.2 million", "money", null)]
    [InlineData("30 March 1867", "date", null)]
    public void A_literal_that_fits_nothing_or_not_its_type_is_refused_with_a_hint(string literal, string? type, string? hint)
    {
        var reading = LiteralReader.Read(literal, type);
        Assert.Null(reading.Value);
        Assert.NotNull(reading.Expected);
        if (hint is not null) Assert.Contains(hint, reading.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_type_that_a_sheet_may_name_can_be_read()
    {
        foreach (var type in Explainers.Parsing.Facts.FactKeys.ValueTypes) Assert.NotEmpty(LiteralReader.Expected(type));
    }

    private static StringsSyntax Strings(string language)
    {
        var path = Path.Combine(RepositoryRoot.Path, "theme", "strings", $"{language}.yaml");
        var file = new SourceFile($"strings/{language}.yaml", $"theme/strings/{language}.yaml", File.ReadAllBytes(path));
        return ThemeParser.Parse([file]).Value.Strings[0];
    }
}
