using Explainers.Facts.Literals;

namespace Explainers.Tests;

/// <summary>Texts and counts that look like another kind of value are told from those that are what they look like.</summary>
public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("7.2 million dollars", "a sum of money", "'7.2 million USD'")]
    [InlineData("10 mil USD", "a sum of money", "'10 million USD'")]
    [InlineData("7.2 Mio. EUR", "a sum of money", "'7.2 million EUR'")]
    [InlineData("5 m dollars", "a sum of money", "'5 million USD'")]
    [InlineData("99 cents", "a quantity", "'99 US cents' or '99 euro cents'")]
    [InlineData("3 dollars per acre", "a quantity", "'3 USD/acre'")]
    [InlineData("US$7.2m", "a sum of money", "'7.2 million USD'")]
    [InlineData("USD 7.2 million", "a sum of money", "'7.2 million USD'")]
    [InlineData("about US$7.2 million", "a sum of money", "'about 7.2 million USD'")]
    [InlineData("5 kms", "a quantity", "'5 km'")]
    [InlineData("5 to 7 kms", "a range", "'5 to 7 km'")]
    [InlineData("5.5 kmm", "a quantity", "'5.5 km'")]
    [InlineData("90 Km", "a quantity", "'90 km'")]
    [InlineData("12 hrs.", "a quantity", "'12 hrs'")]
    [InlineData("20 C", "a quantity", "'20 °C'")]
    [InlineData("20 degrees", "a quantity", "'20 °C' or '20 °F'")]
    [InlineData("60 kmh", "a quantity", "'60 km/h'")]
    [InlineData("10 mil", "a number", "'10 million'")]
    [InlineData("10 mio people", "a quantity", "'10 million people'")]
    [InlineData("12 Uhr", "a time of day", "'12:00'")]
    [InlineData("3 p.m.", "a time of day", "'15:00'")]
    [InlineData("12 a.m.", "a time of day", "'00:00'")]
    [InlineData("March 30, 1867", "a date", "'1867-03-30'")]
    [InlineData("Friday, Aug. 15th, 2025", "a date", "'2025-08-15'")]
    [InlineData("March 1867", "a month", "'1867-03'")]
    [InlineData("30 March", "a date", "with its year")]
    [InlineData("44 BC", "a year", "type: text")]
    [InlineData("1066 AD", "a year", "'1066'")]
    [InlineData("~500 people", "a quantity", "'about 500 people'")]
    [InlineData("circa 500 people", "a quantity", "'about 500 people'")]
    [InlineData("ca. 1850", "a year", "'about 1850'")]
    [InlineData("Some 500 people", "a quantity", "'about 500 people'")]
    [InlineData(">500", "a number", "'more than 500'")]
    [InlineData("217 metre long", "a length with a stray word, 'long'", "'217 metres'")]
    [InlineData("5 km away", "a length with a stray word, 'away'", "'5 km'")]
    [InlineData("3 hours later", "a span of time with a stray word, 'later'", "'3 hours'")]
    [InlineData("7.2 million USD in gold", "a sum of money with stray words, 'in gold'", "'7.2 million USD'")]
    [InlineData("40 percent of voters", "a percentage with stray words, 'of voters'", "'40 %'")]
    [InlineData("5 square km", "a quantity", "'5 km²'")]
    [InlineData("5 kilometre-long", "a length with a stray word, 'long'", "'5 kilometres'")]
    [InlineData("1,200 tons of steel", "a mass with stray words, 'of steel'", "'1,200 tons'")]
    [InlineData("60 miles an hour", "a quantity", "'60 miles/hour'")]
    [InlineData("5 to 10 metre long", "a range with a stray word, 'long'", "'5 to 10 metres'")]
    [InlineData("5 metre long to 7 metre long", "a range with a stray word, 'long'", "'5 metres to 7 metres'")]
    [InlineData("10 Prozentpunkte", "a difference of percentages", "'10 percentage points'")]
    [InlineData("1.000 people", "thousands", "'1,000 people'")]
    [InlineData("1.500 EUR", "thousands", "'1,500 EUR'")]
    [InlineData("1.000", "thousands", "'1,000'")]
    public void A_text_or_count_that_looks_like_something_else_is_told_from_it(string literal, string kind, string hint)
    {
        var slip = LiteralSuggestions.Of(literal, LiteralReader.Read(literal).Value!);
        Assert.Equal(kind, slip?.Kind);
        Assert.Contains(hint, slip?.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F-22")]
    [InlineData("The 19th century")]
    [InlineData("Article 5")]
    [InlineData("3 cents coin")]
    [InlineData("50 Cent")]
    [InlineData("Boeing 747-400")]
    [InlineData("Apollo 11")]
    [InlineData("ALL 50 states")]
    [InlineData("TOP 500")]
    [InlineData("May Day 1968 protests")]
    [InlineData("March on Rome")]
    [InlineData("Some of the 500 people")]
    [InlineData("UN Resolution 242 of 22 November 1967")]
    [InlineData("COVID-19")]
    [InlineData("William H. Seward")]
    [InlineData("Circa")]
    [InlineData("12 monkeys")]
    [InlineData("3 MPs")]
    [InlineData("5 TVs")]
    [InlineData("16 GB")]
    [InlineData("5 kW")]
    [InlineData("200 mm")]
    [InlineData("3 men")]
    [InlineData("4 inns")]
    [InlineData("100 warheads")]
    [InlineData("3 points")]
    [InlineData("3 cantons")]
    [InlineData("2 houses")]
    [InlineData("7.2 million people")]
    [InlineData("12 F-22s")]
    public void What_is_a_text_or_a_count_looks_like_one(string literal)
    {
        if (LiteralReader.Read(literal).Value is { } value) Assert.Null(LiteralSuggestions.Of(literal, value));
    }
}
