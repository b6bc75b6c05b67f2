using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Parsing.Text;

namespace Explainers.Facts.Literals;

/// <summary>What a literal looks like that was read as something else, and how to write it so that it is read so.</summary>
/// <param name="Read">What it was read as, in the words of a message: "a text".</param>
/// <param name="Kind">What it looks like, in the words of a message: "a sum of money".</param>
/// <param name="Hint">How to mend it.</param>
internal readonly record struct LiteralSuggestion(string Read, string Kind, string Hint);

/// <summary>Tells literals written as on a poster or in another country: "US$7.2m", "30 March 1867", "0,5 %", "circa 500 people".</summary>
internal static partial class LiteralSuggestions
{
    private const int Longest = 60;
    private const int MostSteps = 5;

    private static readonly FrozenDictionary<string, string> Scales = new Dictionary<string, string>
    {
        ["thousand"] = "k|tsd|tausend|thousands|thousand",
        ["million"] = "m|mil|mill|mio|mln|mn|millions|million|millionen",
        ["billion"] = "b|bn|bil|bln|mrd|billions|billion|milliarde|milliarden",
        ["trillion"] = "trn|tln|trillions|trillion",
    }.SelectMany(row => row.Value.Split('|').Select(name => (Name: name, Scale: row.Key)))
        .ToFrozenDictionary(row => row.Name, row => row.Scale, StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<string> ScaleWords = SearchValues.Create(Facts.Figure.Scales, StringComparison.Ordinal);

    /// <summary>Words behind a number that make it a time of day or a year.</summary>
    private static readonly FrozenSet<string> Behind =
        new[] { "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "uhr", "noon", "o'clock", "o’clock", "AD", "CE", "BC", "BCE" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a text or a number of something looks like, or null where it is most likely what it was read as.</summary>
    public static LiteralSuggestion? Of(string text, FactValue value)
    {
        if (Thousands(text, value) is { } thousands) return thousands;
        var noun = Noun(value);
        if (value is not TextValue && (noun is null || !IsSuspect(noun))) return null;
        var (read, silence) = noun is null ? ("a text", "text") : ($"a number of '{noun}'", "count");
        var mended = Mend(text);
        if (!mended.IsEmpty)
        {
            var meant = LiteralReader.Plain(mended[0], null).Value!;
            var kind = (noun is null ? null : StrayWords.Described(meant, noun)) ?? Kinds.Named(meant);
            return new LiteralSuggestion(read, kind, $"write {Choice(mended)}; where it is meant as it stands, say 'type: {silence}'");
        }
        if (IsBeforeChrist(text))
            return new LiteralSuggestion(read, "a year", "years begin with 1 here: where words will do, say 'type: text'");
        if (DayOfMonth().Match(text) is { Success: true } day && DateSuggestions.Month(day.Groups["month"].Value) > 0)
            return new LiteralSuggestion(read, "a date", "write it with its year, as in 1867-03-30; where words will do, say 'type: text'");
        return null;
    }

    /// <summary>
    /// A point that most likely groups thousands, as it does in many countries: before three zeros, and before three digits of what comes
    /// in whole numbers or in cents.
    /// </summary>
    private static LiteralSuggestion? Thousands(string text, FactValue value)
    {
        if (PointedThousand().Match(text) is not { Success: true } match) return null;
        if (value is not (NumberValue or MoneyValue or QuantityValue)) return null;
        var isWhole = value is MoneyValue or QuantityValue { Unit: { IsCount: true, Single: not null } };
        if (!isWhole && !match.Value.EndsWith(".000", StringComparison.Ordinal)) return null;
        if (text.AsSpan(match.Index + match.Length).ContainsAny(ScaleWords)) return null;
        var grouped = text.Replace(match.Value, match.Value.Replace('.', ','), StringComparison.Ordinal);
        var hint = $"write '{grouped}'; where the point is meant, say 'type: {TypeOf(value)}'";
        return new LiteralSuggestion($"{match.Value} with three decimals", "thousands", hint);
    }

    private static string TypeOf(FactValue value) => value switch
    {
        NumberValue => "number",
        MoneyValue => "money",
        QuantityValue { Unit.IsCount: true } => "count",
        _ => "quantity",
    };

    /// <summary>The literals that one most likely stands for, all of which can be read; none where nothing is known.</summary>
    public static ImmutableArray<string> Mend(string text)
    {
        if (text.Length > Longest || !text.AsSpan().ContainsAnyInRange('0', '9')) return [];
        return [.. Mended(text, 0)
            .Where(mended => mended != text && LiteralReader.Plain(mended, null).Value is not (null or TextValue)).Distinct()];
    }

    /// <summary>Some literals in the words of a hint: "'3 EUR' or '3 USD'".</summary>
    private static string Choice(ImmutableArray<string> literals) => string.Join(" or ", literals.Select(literal => $"'{literal}'"));

    private static IEnumerable<string> Mended(string text, int steps)
    {
        var (rest, _) = FigureReader.Limit(text);
        var limit = text[..(text.Length - rest.Length)];
        var next = steps < MostSteps ? Step(rest) : [];
        return next.IsEmpty ? [text] : next.SelectMany(one => Mended(limit + one, steps + 1));
    }

    /// <summary>The noun that a value counts, or null.</summary>
    private static string? Noun(FactValue value) => value switch
    {
        QuantityValue { Unit: { IsCount: true } unit } => unit.Text,
        RangeValue { High: QuantityValue { Unit: { IsCount: true } unit } } => unit.Text,
        _ => null,
    };

    private static bool IsSuspect(string noun) =>
        Behind.Contains(noun)
        || Scales.ContainsKey(noun.Split(' ')[0].TrimEnd('.'))
        || DateSuggestions.Month(noun) > 0 || !UnitSuggestions.Of(noun).IsEmpty;

    /// <summary>One thing mended, in all the ways that it can be meant.</summary>
    private static ImmutableArray<string> Step(string text)
    {
        if (PartialDate.TryParse(text, out _)) return [];
        if (Decade().Match(text) is { Success: true } decade) return [$"{decade.Groups["decade"].Value} to {text[..3]}9"];
        if (DateSuggestions.Of(text) is { IsEmpty: false } dates) return dates;
        return One(Limited(text)) ?? One(Era(text)) ?? One(Clock(text)) ?? One(Priced(text)) ?? One(Digits(text)) ?? One(Spread(text))
            ?? Between(text) ?? Figure(text);

        static ImmutableArray<string>? One(string? mended) => mended is null ? null : [mended];
    }

    private static string? Limited(string text)
    {
        var match = LimitWords().Match(text);
        if (!match.Success) return null;
        var word = match.Groups["more"].Success ? "more than"
            : match.Groups["less"].Success ? "less than"
            : match.Groups["least"].Success ? "at least"
            : match.Groups["most"].Success ? "at most"
            : "about";
        return $"{word} {match.Groups["rest"].Value}";
    }

    private static string? Era(string text) => YearOfTheLord().Match(text) is { Success: true } match ? match.Groups["year"].Value : null;

    private static bool IsBeforeChrist(string text) => YearBeforeChrist().IsMatch(text);

    private static string? Clock(string text)
    {
        var match = TimeOfDay().Match(text);
        if (!match.Success) return null;
        var hour = int.Parse(match.Groups["hour"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var half = match.Groups["half"].Value.ToLowerInvariant();
        if (half.Length > 0 && hour is < 1 or > 12) return null;
        if (half is "a" or "p") hour = (hour % 12) + (half == "p" ? 12 : 0);
        return $"{hour:00}:{(match.Groups["minute"] is { Success: true } minute ? minute.Value : "00")}";
    }

    /// <summary>A sum whose currency stands in front.</summary>
    private static string? Priced(string text)
    {
        var match = CurrencyInFront().Match(text);
        if (!match.Success) return null;
        var sign = match.Groups["sign"].Value;
        var isCode = sign.Length == 3 && Currencies.IsKnown(sign);
        var code = isCode ? sign : sign.Length == 1 ? Currencies.CodeOf(sign[0]) : UnitSuggestions.Of(sign).FirstOrDefault();
        return code is null ? null : $"{match.Groups["rest"].Value.Trim()} {code}";
    }

    /// <summary>A number with the comma and the point as they are here.</summary>
    private static string? Digits(string text)
    {
        if (BarePoint().Match(text) is { Success: true } bare)
            return bare.Groups["after"].Success ? text.Replace(".", "0.", StringComparison.Ordinal) : text.Remove(text.IndexOf('.'), 1);
        // Groups behind a plus are a telephone number.
        if (text.Length > 1 && text[0] == '+' && char.IsAsciiDigit(text[1])) return Telephone().IsMatch(text) ? null : text[1..];
        if (SpacedGroups().Match(text) is { Success: true } spaced) return Separators().Replace(spaced.Value, ",") + text[spaced.Length..];
        if (PointedGroups().Match(text) is { Success: true } pointed
            && (pointed.Groups["decimals"].Success || pointed.Value.Count('.'.Equals) > 1))
            return pointed.Value.Replace(',', ' ').Replace('.', ',').Replace(' ', '.') + text[pointed.Length..];
        return DecimalComma().Match(text) is { Success: true } comma ? comma.Value.Replace(',', '.') + text[comma.Length..] : null;
    }

    /// <summary>A range whose ends a hyphen joins.</summary>
    private static string? Spread(string text)
    {
        if (YearsOfCentury().Match(text) is { Success: true } years
            && string.CompareOrdinal(years.Groups["last"].Value, years.Groups["first"].Value) > 0)
            return $"{years.Groups["century"]}{years.Groups["first"]} to {years.Groups["century"]}{years.Groups["last"]}";
        var match = Hyphenated().Match(text);
        return match.Success ? $"{match.Groups["first"].Value.Trim()} to {match.Groups["last"].Value}" : null;
    }

    private static ImmutableArray<string>? Between(string text)
    {
        var at = text.IndexOf(" to ", StringComparison.Ordinal);
        if (at <= 0) return null;
        var (first, last) = (Step(text[..at]), Step(text[(at + 4)..]));
        if (!last.IsEmpty) return [.. last.Select(end => $"{text[..at]} to {end}")];
        return first.IsEmpty ? null : [.. first.Select(start => $"{start} to {text[(at + 4)..]}")];
    }

    /// <summary>A number with what stands behind it: a shortened scale, a unit with a slip, or one without a space before it.</summary>
    private static ImmutableArray<string> Figure(string text)
    {
        // "1860s" are years, and "747s" several of what is called so; neither are seconds.
        if (Plural().IsMatch(text)) return [];
        if (TwoUnits(text) is { } whole) return [whole];
        var match = NumberInFront().Match(text);
        if (!match.Success) return [];
        var (number, behind) = (match.Groups["number"].Value, match.Groups["behind"].Value);
        if (behind.StartsWith('+')) return [$"more than {number}{(behind.Length > 1 ? " " : "")}{behind[1..].Trim()}"];
        var isAttached = behind.Length > 0 && behind[0] is not (' ' or '\u00A0');
        var words = behind.Trim();
        if (words.Length == 0 || words.AsSpan().ContainsAnyInRange('0', '9')) return [];
        if (Scaled(number, words, isAttached) is { IsEmpty: false } scaled) return scaled;
        var scale = Array.Find(Facts.Figure.Scales, known => words.StartsWith(known + " ", StringComparison.Ordinal));
        var (head, unit) = scale is null ? (number, words) : ($"{number} {scale}", words[(scale.Length + 1)..].Trim());
        var meant = UnitSuggestions.Of(unit);
        if (!meant.IsEmpty) return [.. meant.Select(one => $"{head} {one}")];
        return isAttached && (Unit.Read(unit, Nouns.Refused) is not null || Facts.Figure.Scales.Contains(words)) ? [$"{head} {unit}"] : [];
    }

    /// <summary>A measure in two units, "10 feet 6 inches", in the first of them, or in the second where that is not exact.</summary>
    private static string? TwoUnits(string text)
    {
        if (TwoMeasures().Match(text) is not { Success: true } match) return null;
        if (Unit.Read(match.Groups["unit"].Value, Nouns.Refused) is not { Single: { Factor: var large } first }) return null;
        if (Unit.Read(match.Groups["smaller"].Value, Nouns.Refused) is not { Single: { Factor: var small } last }) return null;
        if ((first.Dimension, first.Power) != (last.Dimension, last.Power) || first.Dimension.Length == 0) return null;
        if (large <= small || Number("more") * small >= large) return null;
        var whole = Number("number") + (Number("more") * small / large);
        var (number, unit) = Math.Round(whole, 3) == whole ? (whole, "unit") : (whole * large / small, "smaller");
        return $"{Facts.Figure.Of(number).Digits} {match.Groups[unit].Value}";

        decimal Number(string group) => decimal.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static ImmutableArray<string> Scaled(string number, string words, bool isAttached)
    {
        var space = words.IndexOf(' ');
        var (word, rest) = space < 0 ? (words, "") : (words[..space], words[(space + 1)..].Trim());
        if (Facts.Figure.Scales.Contains(word) || !Scales.TryGetValue(word.TrimEnd('.'), out var scale)) return [];
        var isMoney = Currencies.IsKnown(rest) || UnitSuggestions.Of(rest) is [var meant, ..] && Currencies.IsKnown(meant);
        if (word.Length == 1 && !isMoney && char.ToLowerInvariant(word[0]) != 'k')
            return !isAttached || rest.Length > 0 ? [] : word == "m" ? [$"{number} m", $"{number} {scale}"] : [$"{number} {scale}"];
        return [$"{number} {scale} {rest}".TrimEnd()];
    }
}
