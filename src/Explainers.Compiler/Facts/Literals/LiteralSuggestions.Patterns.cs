using System.Text.RegularExpressions;

namespace Explainers.Facts.Literals;

internal static partial class LiteralSuggestions
{
    [GeneratedRegex(@"^(?:(?<more>>|(?i:just over|well over|upwards of|in excess of) )"
        + @"|(?<less><|(?i:just under|close to) )|(?<least>≥|(?i:min\.|minimum) )|(?<most>≤|(?i:max\.|maximum) )"
        + @"|~|≈|c\. ?|(?i:ca\.?|circa|approx\.?|some|an estimated) ?) ?(?<rest>(?:\d|[$€£¥₹]|US\$|USD|EUR|GBP).*)$")]
    private static partial Regex LimitWords();

    [GeneratedRegex(@"^(?:(?<year>[12]\d{3}) ?(?:AD|CE)|AD ?(?<year>[12]\d{3}))$")]
    private static partial Regex YearOfTheLord();

    [GeneratedRegex(@"^\d{1,5} ?(?:BC|BCE|B\.C\.|AD|CE|A\.D\.)$|^AD ?\d{1,3}$")]
    private static partial Regex YearBeforeChrist();

    [GeneratedRegex(@"^(?:[12]?\d|3[01])(?:st|nd|rd|th)? (?<month>\p{L}+)$")]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"^(?<hour>[01]?\d|2[0-3])(?:[:.](?<minute>[0-5]\d))?"
        + @" ?(?:(?<half>[aApP])\.? ?[mM]\.?|(?<half>)(?i:uhr|o['’]clock)|(?<=^12 )noon)$")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^(?<sign>US ?\$|[ACS]\$|NZ\$|HK\$|USD|EUR|GBP|CHF|JPY"
        + @"|CAD|AUD|RUB|UAH|CNY|INR|PLN|SEK|NOK|DKK|\p{Sc}) ?(?<rest>\d.*)$")]
    private static partial Regex CurrencyInFront();

    [GeneratedRegex(@"^\d{1,3}(?:[ \u00A0\u202F'’_]\d{3})+(?!\d)")]
    private static partial Regex SpacedGroups();

    [GeneratedRegex(@"[ \u00A0\u202F'’_]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?<decimals>,\d+)?(?![\d.,])")]
    private static partial Regex PointedGroups();

    [GeneratedRegex(@"^-?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)(?![\d.,])")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^(?<century>[12]\d)(?<first>\d\d)[-–/](?<last>\d\d)$")]
    private static partial Regex YearsOfCentury();

    [GeneratedRegex(@"^(?<first>(?!0\d)\d[\d.,]* ?(?:%|°C|°F|°)?) ?[-–—−] ?(?<last>(?!0\d)\d[^-–]*)$")]
    private static partial Regex Hyphenated();

    [GeneratedRegex(@"^(?:-?\.(?<after>\d+)|-?\d{1,15}\.)(?= |$)")]
    private static partial Regex BarePoint();

    [GeneratedRegex(@"^(?<number>\d{1,6}) ?(?<unit>\p{L}+)(?: and|,)? (?<more>\d{1,6}) ?(?<smaller>\p{L}+)$")]
    private static partial Regex TwoMeasures();

    [GeneratedRegex(@"^\+\d+[ \u00A0/-]\(?\d")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")]
    private static partial Regex PointedThousand();

    [GeneratedRegex(@"^(?<decade>[12]\d\d0)['’]?s$")]
    private static partial Regex Decade();

    [GeneratedRegex(@"^(?:\d{3,}|[1-9]0)['’]?s$")]
    private static partial Regex Plural();

    [GeneratedRegex(@"^(?<number>[-−]?\d[\d.,]*)(?<behind>.*)$")]
    private static partial Regex NumberInFront();
}
