using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Facts.Literals;
using Explainers.Parsing.Templates;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Values told from the literal, and written for readers and machines.</summary>
public sealed class LiteralTests
{
    private static readonly FactFormatter English = new(new Strings(Strings("en")));
    private static readonly FactFormatter German = new(new Strings(Strings("de")));

    [Theory]
    [InlineData("1867-03-30", FactForm.Whole, "March 30, 1867", "1867-03-30")]
    [InlineData("1867-03", FactForm.Whole, "March 1867", "1867-03")]
    [InlineData("1867", FactForm.Whole, "1867", "1867")]
    [InlineData("2025-08-15", FactForm.Long, "Friday, August 15, 2025", "2025-08-15")]
    [InlineData("1582-10-15", FactForm.Long, "Friday, October 15, 1582", "1582-10-15")]
    [InlineData("1582-10-14", FactForm.Long, "October 14, 1582", "1582-10-14")]
    [InlineData("1492-10-12", FactForm.Long, "October 12, 1492", "1492-10-12")]
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
    [InlineData("-0.50", FactForm.Whole, "−0.50", "-0.50")]
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
    [InlineData("02142", FactForm.Whole, "02142", "02142")]
    [InlineData("007", FactForm.Whole, "007", "007")]
    [InlineData("00", FactForm.Whole, "00", "00")]
    [InlineData("030 1234", FactForm.Whole, "030 1234", "030 1234")]
    [InlineData("02142 to 02199", FactForm.Whole, "02142 to 02199", "02142 to 02199")]
    [InlineData("0", FactForm.Whole, "0", "0")]
    [InlineData("0.5", FactForm.Whole, "0.5", "0.5")]
    [InlineData("1.10", FactForm.Whole, "1.10", "1.10")]
    [InlineData("0044-05-06", FactForm.Whole, "May 6, 44", "0044-05-06")]
    [InlineData("09:05", FactForm.Whole, "9:05 a.m.", "09:05")]
    [InlineData("10 percentage points", FactForm.Whole, "10 percentage points", "10 percentage points")]
    [InlineData("1 pp", FactForm.Whole, "1 percentage point", "1 pp")]
    [InlineData("-1.5 pp", FactForm.Whole, "−1.5 percentage points", "-1.5 pp")]
    [InlineData("25 basis points", FactForm.Whole, "25 basis points", "25 basis points")]
    [InlineData("1.2 GW", FactForm.Long, "1.2 gigawatts", "1.2 GW")]
    [InlineData("300 kWh", FactForm.Whole, "300 kWh", "300 kWh")]
    [InlineData("300 kWh", FactForm.Long, "300 kilowatt-hours", "300 kWh")]
    [InlineData("450 Mt CO2e", FactForm.Whole, "450 Mt CO₂e", "450 Mt CO2e")]
    [InlineData("3 tonnes of CO2 equivalent", FactForm.Long, "3 tonnes of CO₂ equivalent", "3 tonnes of CO2 equivalent")]
    [InlineData("6.5 l/100 km", FactForm.Whole, "6.5 l/100 km", "6.5 l/100 km")]
    [InlineData("70 mph", FactForm.Whole, "70 mph", "70 mph")]
    [InlineData("48,000 EUR per capita", FactForm.Whole, "€48,000 per capita", "48000 EUR per capita")]
    [InlineData("0.92 EUR/USD", FactForm.Whole, "€0.92 per US dollar", "0.92 EUR/USD")]
    [InlineData("2 to 3 percentage points", FactForm.Whole, "2 to 3 percentage points", "2 percentage points/3 percentage points")]
    [InlineData("two minutes", FactForm.Whole, "two minutes", "two minutes")]
    public void A_literal_is_read_as_a_person_would_and_written_for_both(string literal, object form, string text, string machine)
    {
        var value = LiteralReader.Read(literal).Value;
        Assert.NotNull(value);
        Assert.Equal(text.Replace('\u00A0', ' '), English.Value(value, (FactForm)form).Replace('\u00A0', ' '));
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
    [InlineData("10 percentage points", FactForm.Whole, "10 Prozentpunkte")]
    [InlineData("1 percentage point", FactForm.Whole, "1 Prozentpunkt")]
    [InlineData("25 basis points", FactForm.Whole, "25 Basispunkte")]
    [InlineData("1.2 GW", FactForm.Long, "1,2 Gigawatt")]
    [InlineData("5 Mt", FactForm.Long, "5 Megatonnen")]
    [InlineData("3 EUR/person", FactForm.Whole, "3 € je Person")]
    [InlineData("2 hours 10 minutes", FactForm.Whole, "2 Stunden 10 Minuten")]
    public void A_value_is_written_in_the_language_of_its_page(string literal, object form, string text) =>
        Assert.Equal(text, German.Value(LiteralReader.Read(literal).Value!, (FactForm)form).Replace('\u00A0', ' '));

    [Theory]
    [InlineData("586,412 sq mi", "km2", "1,518,800 km²")]
    [InlineData("100 km", "mi", "62 mi")]
    [InlineData("3 ft", "m", "0.91 m")]
    [InlineData("20 °C", "°F", "68 °F")]
    [InlineData("90 minutes", "hours", "1.5 hours")]
    [InlineData("0.45", "%", "45%")]
    [InlineData("6.5 l/100 km", "mpg", "36 mpg")]
    [InlineData("36 mpg", "l/100 km", "6.5 l/100 km")]
    [InlineData("30 mpg to 40 mpg", "l/100 km", "5.9 to 7.8 l/100 km")]
    [InlineData("70 mph", "km/h", "110 km per hour")]
    [InlineData("1 kWh", "MJ", "3.6 MJ")]
    [InlineData("120 hp", "kW", "89 kW")]
    [InlineData("1,013 hPa", "atm", "0.9998 atm")]
    [InlineData("7.87 g/cm3", "kg/m3", "7,870 kg per cubic meter")]
    [InlineData("8 GB", "Gbit", "64 Gbit")]
    [InlineData("100 Mbps", "MB/s", "13 MB per second")]
    [InlineData("180 °", "radians", "3.1 radians")]
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
    [InlineData("30 March 1867", "date", "'1867-03-30'")]
    [InlineData("30 March 1867", null, "'1867-03-30'")]
    [InlineData("March 30, 1867", "date", "'1867-03-30'")]
    [InlineData("14.10.1880", null, "'1880-10-14'")]
    [InlineData("14/10/1880", null, "'1880-10-14'")]
    [InlineData("10/14/1880", null, "'1880-10-14'")]
    [InlineData("14-10-1880", null, "'1880-10-14'")]
    [InlineData("1880/10/14", null, "'1880-10-14'")]
    [InlineData("03/04/2025", null, "'2025-04-03' or '2025-03-04'")]
    [InlineData("1990-1995", null, "'1990 to 1995'")]
    [InlineData("1990-95", null, "'1990 to 1995'")]
    [InlineData("1250 €", null, "'1250 EUR'")]
    [InlineData("1250€", null, "'1250 EUR'")]
    [InlineData("3EUR", null, "'3 EUR'")]
    [InlineData("$7.2m", null, "'7.2 million USD'")]
    [InlineData("£5-10 million", null, "'5 to 10 million GBP'")]
    [InlineData("7.2m USD", null, "'7.2 million USD'")]
    [InlineData("7.2bn USD", null, "'7.2 billion USD'")]
    [InlineData("5m", null, "'5 m' or '5 million'")]
    [InlineData("5km", null, "'5 km'")]
    [InlineData("3:30 pm", null, "'15:30'")]
    [InlineData("3pm", null, "'15:00'")]
    [InlineData("12:30 Uhr", null, "'12:30'")]
    [InlineData("10-20 %", null, "'10 to 20 %'")]
    [InlineData("10%-20%", null, "'10 % to 20 %'")]
    [InlineData("48-45", null, "'48 to 45'")]
    [InlineData("0,5 %", null, "'0.5 %'")]
    [InlineData("7,2 million", null, "'7.2 million'")]
    [InlineData("7,2 Mio. Euro", null, "'7.2 million EUR'")]
    [InlineData("1.234.567,89 EUR", null, "'1,234,567.89 EUR'")]
    [InlineData("586 412 sq mi", null, "'586,412 sq mi'")]
    [InlineData("500+ people", null, "'more than 500 people'")]
    [InlineData("+5 km", null, "'5 km'")]
    [InlineData("05 km", null, "leave the zero out")]
    [InlineData("-05", null, "leave the zero out")]
    [InlineData("05 %", null, "leave the zero out")]
    [InlineData("5 to 09", null, "leave the zero out")]
    [InlineData("02142", "number", "leave the zero out")]
    [InlineData("0x1F", null, "type: text")]
    [InlineData("1_000", null, "'1,000'")]
    [InlineData("+49 301 234", null, "type: text")]
    [InlineData("12-34-56", null, "type: text")]
    [InlineData("01-02-2025", null, "'2025-02-01' or '2025-01-02'")]
    [InlineData("1.2.3", null, "type: text")]
    [InlineData(".5", null, "'0.5'")]
    [InlineData("5.", null, "'5'")]
    [InlineData("1860s", null, "'1860 to 1869'")]
    [InlineData("747s", null, "type: text")]
    [InlineData("60s", null, "type: text")]
    [InlineData("9.58s", null, "'9.58 s'")]
    [InlineData("10 feet 6 inches", null, "'10.5 feet'")]
    [InlineData("5 ft 11 in", null, "'71 in'")]
    [InlineData("9999-12-31 23:59 America/Anchorage", null, "without an hour")]
    [InlineData("0001-01-01 00:00 Asia/Tokyo", null, "without an hour")]
    [InlineData("999999999999999 trillion km2", null, "larger unit")]
    [InlineData("1 to 999999999999999 trillion km2", null, "larger unit")]
    [InlineData("1 km/mm/mm/mm/mm/mm/mm/mm", null, "type: text")]
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
