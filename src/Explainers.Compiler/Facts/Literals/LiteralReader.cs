using System.Collections.Immutable;
using Explainers.Diagnostics;

namespace Explainers.Facts.Literals;

/// <summary>Tells the type of a value from the literal as a person writes it.</summary>
internal static class LiteralReader
{
    /// <summary>The names that <c>type:</c> takes, and what each asks for in the words of a message.</summary>
    private static readonly ImmutableArray<(string Name, string Expected, Func<FactValue, bool> Fits)> Types =
    [
        ("text", "a text", value => value is TextValue),
        ("number", "a number, such as 586,412 or 7.2 million", value => value is NumberValue),
        ("money", "a sum with a currency code of ISO 4217, such as 7.2 million USD", value => value is MoneyValue),
        ("quantity", "a number with a unit, such as 586,412 sq mi", value => value is QuantityValue),
        ("count", "a number of something, such as 3,100 officers", value => value is QuantityValue),
        ("date", "a date, such as 1867-03-30, 1867-03 or 1867", value => value is DateValue),
        ("datetime", "a day, an hour and a zone, such as 2025-08-15 11:26 America/Anchorage", value => value is MomentValue),
        ("time", "a time of day, such as 12:30", value => value is TimeValue),
        ("duration", "a span of time, such as 2 hours 45 minutes", value => value is DurationValue or QuantityValue { Unit.IsTime: true }),
        ("coordinates", "a latitude and a longitude, such as 57.0531 N 135.3300 W", value => value is CoordinatesValue),
        ("range", "a range, such as 18.3 % to 20 %", value => value is RangeValue),
        ("vote", "the votes for and against, such as 37 to 2", value => value is VoteValue),
    ];

    /// <summary>What a name of <c>type:</c> asks for, in the words of a message.</summary>
    public static string Expected(string type) => Types.First(known => known.Name == type).Expected;

    /// <summary>
    /// Reads a literal. Without a type, words are text, and what begins with a digit or a sign has to be something that digits can be: a
    /// thirteenth month
    /// is a fault and not a text.
    /// </summary>
    /// <param name="literal">The text as written.</param>
    /// <param name="type">A name of <see cref="Parsing.Facts.FactKeys.ValueTypes"/>, or null where the literal tells.</param>
    public static LiteralReading Read(string literal, string? type = null)
    {
        var text = literal.Trim();
        var reading = Plain(text, type);
        if (reading.Value is not null) return reading;
        var meant = LiteralSuggestions.Mend(text).Where(mended => Plain(mended, type).Value is not null).ToImmutableArray();
        return meant.IsEmpty ? reading : reading with { Hint = Catalog.DidYouMean(meant) };
    }

    /// <summary>Reads a literal, and asks no further what one that cannot be read was meant to be.</summary>
    internal static LiteralReading Plain(string text, string? type)
    {
        if (type == "text") return LiteralReading.Of(new TextValue(text));
        var reading = Told(text, type);
        if (type is null) return reading.IsDecided || !LooksMeasured(text) ? reading : Unreadable;
        if (reading.Value is { } value && Types.First(known => known.Name == type).Fits(value)) return reading;
        return reading.Expected is not null ? reading : LiteralReading.Refused(Expected(type));
    }

    private static readonly LiteralReading Unreadable =
        LiteralReading.Refused(
            "a number, date, sum or anything else that can be read",
            "write it as in '586,412 sq mi' or '1867-03-30', or say 'type: text'");

    private static LiteralReading Told(string text, string? type)
    {
        if (type == "vote" && Vote(text) is { IsDecided: true } vote) return vote;
        if (type == "number" && FigureReader.Read(text, null) is { Value: NumberValue } number) return number;
        foreach (var reader in Readers)
        {
            if (reader(text, type) is { IsDecided: true } reading) return reading;
        }
        return type is null && !LooksMeasured(text) ? LiteralReading.Of(new TextValue(text)) : LiteralReading.NotMine;
    }

    private static readonly ImmutableArray<Func<string, string?, LiteralReading>> Readers =
    [
        (text, _) => MomentReader.Read(text),
        CodeReader.Read,
        (text, _) => CoordinatesReader.Read(text),
        (text, type) => type == "range" ? LiteralReading.NotMine : Vote(text),
        RangeReader.Read,
        FigureReader.Read,
        (text, _) => DurationReader.Read(text),
    ];

    /// <summary>Two whole numbers, the first the larger: without a unit and rising they would be a range.</summary>
    private static LiteralReading Vote(string text)
    {
        var parts = text.Split([" to ", "–"], StringSplitOptions.TrimEntries);
        if (parts is not [var first, var second] || !IsCount(first, out var yes) || !IsCount(second, out var no))
            return LiteralReading.NotMine;
        // Two years, the later first, are a range that is the wrong way round.
        if (first.Length == 4 && second.Length == 4) return LiteralReading.NotMine;
        return yes >= no ? LiteralReading.Of(new VoteValue(yes, no)) : LiteralReading.NotMine;
    }

    private static bool IsCount(string text, out int count)
    {
        count = 0;
        return text.Length is > 0 and < 10
            && text.All(char.IsAsciiDigit)
            && !CodeReader.BeginsWithZero(text)
            && int.TryParse(text, out count);
    }

    /// <summary>Whether a literal means to be a figure or date.</summary>
    private static bool LooksMeasured(string text)
    {
        var (rest, _) = FigureReader.Limit(text);
        return rest.Length > 0
            && (char.IsAsciiDigit(rest[0]) || (rest.Length > 1 && rest[0] is '-' or '−' or '+' or '.' && char.IsAsciiDigit(rest[1]))
                || (rest.Length > 1 && char.IsAsciiDigit(rest[1]) && FigureReader.IsSign(rest[0])));
    }
}
