using System.Globalization;

namespace Explainers.Facts.Formatting;

/// <summary>Writes numbers, sums, quantities and what is made of them.</summary>
internal sealed class FigureFormatter(Strings strings)
{
    private const string NoBreakSpace = "\u00A0";

    /// <summary>A value that is made of figures.</summary>
    /// <param name="value">The value.</param>
    /// <param name="form">Whole, long or short.</param>
    /// <param name="end">Writes the ends of a range that are dates.</param>
    public string Value(FactValue value, FactForm form, Func<FactValue, string> end) => value switch
    {
        NumberValue number => strings.Limited(number.Figure.Approximation, Number(number.Figure, form)),
        MoneyValue money => strings.Limited(money.Figure.Approximation, Money(money.Figure, money.Currency, form)),
        QuantityValue quantity => strings.Limited(quantity.Figure.Approximation, Quantity(quantity, form)),
        RangeValue range => strings.Limited(range.Approximation, Range(range, form, end)),
        VoteValue vote => strings.Fill("vote", ("for", Whole(vote.For)), ("against", Whole(vote.Against))),
        DurationValue duration =>
            strings.Limited(
                duration.Approximation,
                string.Join(strings["duration_join"], duration.Parts.Select(part => Quantity(part, FactForm.Long)))),
        CoordinatesValue point =>
            strings.Fill(
                "coordinates",
                ("latitude", Degrees(point.Latitude)),
                ("ns", strings.Compass[point.Latitude < 0 ? 1 : 0]),
                ("longitude", Degrees(point.Longitude)),
                ("ew", strings.Compass[point.Longitude < 0 ? 3 : 2])),
        _ => value.Machine,
    };

    private string Range(RangeValue range, FactForm form, Func<FactValue, string> end)
    {
        // A unit stands once, behind the second figure, unless it is a sign that belongs to each; and both figures are words, or both
        // digits.
        var (low, high) = (range.Low, range.High) switch
        {
            (QuantityValue { Unit.IsPercent: false } from, QuantityValue to) when from.Unit == to.Unit && IsSmall(from) && IsSmall(to) =>
                (Counted(from, form), end(to)),
            (QuantityValue { Unit.IsPercent: false } from, QuantityValue to) when from.Unit == to.Unit =>
                (Number(SharedScale(from.Figure, to.Figure), form), InDigits(to, form)),
            (NumberValue from, NumberValue to) => (Number(SharedScale(from.Figure, to.Figure), form), end(to)),
            _ => (end(range.Low), end(range.High)),
        };
        return strings.Fill("range", ("low", low), ("high", high));
    }

    private string InDigits(QuantityValue quantity, FactForm form) =>
        strings.Fill(
            "quantity",
            ("figure", Number(quantity.Figure, form)),
            ("unit", quantity.Unit.Single is { } atom ? Unit(atom, quantity.Figure, form) : quantity.Unit.Text));

    /// <summary>"3 to 4 million", where both have the same scale.</summary>
    private static Figure SharedScale(Figure low, Figure high) => low.Scale == high.Scale ? low with { Scale = "" } : low;

    private string Money(Figure figure, string currency, FactForm form)
    {
        if (form == FactForm.Long)
            return strings.Fill(
                "quantity",
                ("figure", Number(figure, FactForm.Whole)),
                ("unit", UnitName($"currency_{currency}", figure, currency)));
        var unsigned = figure with { Digits = figure.Digits.TrimStart('-') };
        var sum = Currencies.Sign(currency) is { } sign
            ? strings.Fill("money", ("sign", sign), ("figure", Number(unsigned, form)))
            : strings.Fill("money_coded", ("code", currency), ("figure", Number(unsigned, form)));
        return figure.Digits.StartsWith('-') ? $"−{sum}" : sum;
    }

    private string Quantity(QuantityValue quantity, FactForm form)
    {
        var (figure, unit) = (quantity.Figure, quantity.Unit);
        if (unit.IsPercent) return strings.Fill(form == FactForm.Long ? "percent_long" : "percent", ("figure", Number(figure, form)));
        var parts = unit.Parts.Items;
        var isRate = parts is [{ Power: 1 }, { Power: -1 }] or [{ Power: -1 }, { Power: 1 }];
        if (!isRate)
            return strings.Fill(
                "quantity",
                ("figure", Counted(quantity, form)),
                ("unit", unit.Single is { } atom ? Unit(atom, figure, form) : unit.Text));
        var (above, below) = parts[0].Power > 0 ? (parts[0].Atom, parts[1].Atom) : (parts[1].Atom, parts[0].Atom);
        var rated = Currencies.IsKnown(above.Key)
            ? Money(figure, above.Key, form)
            : strings.Fill("quantity", ("figure", Number(figure, form)), ("unit", Unit(above, figure, form)));
        var name = Currencies.IsKnown(below.Key) ? $"currency_{below.Key}" : $"unit_{below.Key}";
        return strings.Fill("per", ("value", rated), ("unit", UnitName(name, One, Units.One(below))));
    }

    /// <summary>What is counted, and spans of time, in words below ten, where the language has them; measures always in digits.</summary>
    private string Counted(QuantityValue quantity, FactForm form) =>
        IsSmall(quantity) && form == FactForm.Whole && strings.Numbers.Length == 9
            ? strings.Numbers[quantity.Figure.Digits[0] - '1']
            : Number(quantity.Figure, form);

    private static bool IsSmall(QuantityValue quantity) =>
        quantity.Figure is { Scale: "", Digits: [>= '1' and <= '9'] }
            && (quantity.Unit.IsTime || quantity.Unit.Single?.Dimension.StartsWith(Units.Counted, StringComparison.Ordinal) == true);

    private static readonly Figure Many = new("2", "", Approximation.Exact);

    private static readonly Figure One = new("1", "", Approximation.Exact);

    /// <summary>
    /// A unit behind a figure: its symbol, or its name where that is asked for, where there is no shorter one, and for spans of time.
    /// </summary>
    private string Unit(UnitAtom atom, Figure figure, FactForm form)
    {
        var isWord = atom.Dimension is "time" or Units.Calendar || Units.IsWord(atom);
        return form == FactForm.Long || isWord ? UnitName($"unit_{atom.Key}", figure, atom) : atom.Symbol;
    }

    /// <summary>The name of a unit; one without a name of its own may be another with an SI prefix, such as kilo and watt.</summary>
    private string UnitName(string key, Figure figure, UnitAtom atom)
    {
        if (atom.Prefixed is not ({ Length: > 0 } prefix, var plain) || strings.All.ContainsKey(key))
            return UnitName(key, figure, atom.Symbol);
        var name = UnitName($"unit_{plain}", figure, "");
        var first = strings[$"prefix_{prefix}"];
        return name.Length == 0 || first.Length == 0 ? atom.Symbol : $"{first}{char.ToLowerInvariant(name[0])}{name[1..]}";
    }

    /// <summary>A name in the number that the figure asks for: "acre|acres".</summary>
    private string UnitName(string key, Figure figure, string otherwise)
    {
        if (!strings.All.TryGetValue(key, out var names)) return otherwise;
        var forms = names.Split('|');
        return forms[figure.Digits is "1" or "-1" && figure.Scale.Length == 0 ? 0 : ^1];
    }

    /// <summary>A unit by itself, as it stands in the head of a column: "million EUR", "km".</summary>
    public string HeadOf(Unit unit, string scale)
    {
        var name = unit.IsPercent ? "%"
            : unit.Single is { } atom && !Currencies.IsKnown(atom.Key) ? Unit(atom, Many, FactForm.Whole)
            : unit.Text;
        return scale.Length == 0 ? name : strings.Fill("quantity", ("figure", UnitName(scale, Many, scale)), ("unit", name));
    }

    private string Degrees(decimal degrees) =>
        Math.Abs(degrees).ToString(CultureInfo.InvariantCulture).Replace(".", strings["decimal"], StringComparison.Ordinal);

    private string Whole(int number) => Number(Figure.Of(number), FactForm.Whole);

    private string Number(Figure figure, FactForm form)
    {
        var negative = figure.Digits.StartsWith('-');
        var digits = negative ? figure.Digits[1..] : figure.Digits;
        var point = digits.IndexOf('.');
        var (whole, fraction) = point < 0 ? (digits, "") : (digits[..point], strings["decimal"] + digits[(point + 1)..]);
        for (var i = whole.Length - 3; i > 0; i -= 3) whole = whole.Insert(i, strings["group"]);
        var number = $"{(negative ? "−" : "")}{whole}{fraction}";
        if (figure.Scale.Length == 0) return number;
        return form == FactForm.Short
            ? strings.Fill($"short_{figure.Scale}", ("figure", number))
            : $"{number}{NoBreakSpace}{UnitName(figure.Scale, figure with { Scale = "" }, figure.Scale)}";
    }
}
