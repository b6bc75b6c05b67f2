using System.Collections.Immutable;
using Explainers.Incremental;
using Explainers.Parsing.Text;

namespace Explainers.Facts.Formulas;

/// <summary>Changes currencies at the rates that a sheet declares: facts such as <c>0.92 EUR/USD</c>, with their days.</summary>
/// <param name="rates">The rates of the sheet, in written order.</param>
/// <param name="day">When the value held that is changed, or null.</param>
internal sealed class Exchange(IEnumerable<Fact> rates, PartialDate? day)
{
    private ImmutableArray<Fact>? _rates;

    /// <summary>A value in a unit that differs in one currency, and the rate; each version of what is disputed by itself.</summary>
    public (FactValue Value, Fact Rate)? Of(FactValue value, Unit unit)
    {
        if (value is DisputedValue { Versions: { IsEmpty: false } versions })
        {
            var all = versions.Select(version => Of(version.Value, unit)).ToArray();
            return all[0] is not var (_, rate) || all.Contains(null)
                ? null
                : (new DisputedValue(versions.Select((version, i) => version with { Value = all[i]!.Value.Value }).ToEquatable()), rate);
        }
        return Amount.Of(value) is { } amount && Of(amount, unit) is var (changed, by) ? (changed.Value(null), by) : null;
    }

    /// <summary>
    /// An amount in a unit that differs in one currency, and the rate; null where no rate leads there. Of several rates the latest one
    /// counts that is not after the value's own day, and the first one where all are.
    /// </summary>
    public (Amount Amount, Fact Rate)? Of(Amount amount, Unit unit)
    {
        _rates ??= [.. rates.Where(rate => rate is { AsOf: not null, Value: QuantityValue { Unit.IsRate: true } })];
        (Amount Amount, Fact Rate)? best = null;
        foreach (var rate in _rates.Value)
        {
            if (Changed(amount, rate, unit) is { } changed && (best is null || IsBetter(rate, best.Value.Rate))) best = (changed, rate);
        }
        return best;
    }

    private static Amount? Changed(Amount amount, Fact rate, Unit unit)
    {
        var quotation = Amount.Of(rate.Value)!.Value;
        foreach (var power in (ReadOnlySpan<int>)[1, -1])
        {
            if (amount.Unit.Times(quotation.Unit, power).Dimensions == unit.Dimensions)
                return amount.Times(quotation, power).In(unit);
        }
        return null;
    }

    private bool IsBetter(Fact rate, Fact best)
    {
        var (own, other) = (rate.AsOf!.Value.FirstDay, best.AsOf!.Value.FirstDay);
        if (day is not { } wanted) return own > other;
        var last = wanted.LastDay;
        return own <= last ? other > last || own > other : other > last && own < other;
    }
}
