using Explainers.Incremental;

namespace Explainers.Facts;

/// <summary>Converts values between units, with no more digits than they had.</summary>
internal static class Measures
{
    /// <summary>A value in another unit, or null where the two do not measure the same.</summary>
    public static FactValue? Convert(FactValue value, Unit to) => value switch
    {
        QuantityValue quantity => Convert(quantity, to),
        NumberValue number => Convert(new QuantityValue(number.Figure, Unit.None), to),
        DurationValue duration => Convert(duration.Total, to),
        MoneyValue money => Units.Atom(money.Currency) is { } atom ? Convert(new QuantityValue(money.Figure, Unit.Of(atom)), to) : null,
        RangeValue range when Convert(range.Low, to) is { } from && Convert(range.High, to) is { } until =>
            from.Number > until.Number ? range with { Low = until, High = from } : range with { Low = from, High = until },
        DisputedValue disputed when disputed.Versions.Select(version => Convert(version.Value, to)).ToArray() is var given
            && !given.Contains(null) =>
            new DisputedValue(disputed.Versions.Select((version, i) => version with { Value = given[i]! }).ToEquatable()),
        _ => null,
    };

    /// <summary>
    /// A number of one unit in another that measures the same, or null where there is none or it is too large; without offsets of
    /// temperatures.
    /// </summary>
    public static decimal? Number(decimal number, Unit from, Unit to)
    {
        try
        {
            var based = from.Single is { IsReciprocal: true } less ? less.Factor / number : number * from.Factor;
            return to.Single is { IsReciprocal: true } more ? more.Factor / based : based / to.Factor;
        }
        catch (Exception fault) when (fault is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    /// <summary>A number of a unit as the value of its type: money, quantity or plain number.</summary>
    public static FactValue Typed(Figure figure, Unit unit) => unit switch
    {
        { Parts.IsEmpty: true } => new NumberValue(figure),
        { Currency: { } currency } => new MoneyValue(figure, currency),
        _ => new QuantityValue(figure, unit),
    };

    private static FactValue? Convert(QuantityValue quantity, Unit to)
    {
        if (quantity.Unit.Dimensions != to.Dimensions) return null;
        if (quantity.Unit == to) return Typed(quantity.Figure, to);
        if (Number(1, quantity.Unit, to) == 1 && Offset(quantity.Unit) == Offset(to)) return Typed(quantity.Figure, to);
        if (Number(quantity.Figure.Number, quantity.Unit, Unit.None) is not { } number) return null;
        if (Number(number + Offset(quantity.Unit) - Offset(to), Unit.None, to) is not { } converted) return null;
        var figure = quantity.Figure with { Digits = Figure.Of(converted).Digits, Scale = "" };
        // Degrees have no zero of their own, so their digits are kept behind the point instead.
        return Typed(
            Offset(to) == Offset(quantity.Unit)
                ? figure.Rounded(quantity.Figure.SignificantDigits)
                : figure with { Digits = Figure.Of(Rounding.ToPlace(converted, quantity.Figure.LastPlace)).Digits },
            to);
    }

    private static decimal Offset(Unit unit) => unit.Single?.Offset ?? 0;
}
