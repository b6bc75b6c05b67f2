using System.Globalization;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;

namespace Explainers.Checking;

/// <summary>
/// A total is the sum of its parts: facts of one sheet whose ids begin alike, such as votes_for, votes_against and votes_total. Parts that
/// are far from their total are not all of it, or overlap; those that miss it by little have a slip.
/// </summary>
internal static class SumsAddUp
{
    private const string Total = "total";
    private const decimal LargestSlip = 0.1m;

    public static IEnumerable<Diagnostic> Check(IReadOnlyCollection<BoundFact> facts)
    {
        var exact = facts.Where(bound => IsPart(bound.Fact)).ToArray();
        var families = exact.ToLookup(bound => Stem(bound.Fact.Id), StringComparer.Ordinal);
        foreach (var total in exact.Where(bound => bound.Fact.Id.EndsWith($"_{Total}", StringComparison.Ordinal)))
        {
            var stem = total.Fact.Id[..^(Total.Length + 1)];
            var parts = families[stem].Where(part => part != total && CountsAs(part.Fact, total.Fact)).ToArray();
            if (parts.Length < 2 || Mismatch(total, parts) is not { } sum) continue;
            yield return Catalog.SumMismatch(
                total.ValueSpan, total.Fact.Name.Name, Plain(total.Fact.Value.Number!.Value),
                string.Join(", ", parts.Select(part => part.Fact.Id)), Plain(sum));
        }
    }

    /// <summary>The sum of the parts where it misses the total by more than rounding, and by no more than a slip; else null.</summary>
    private static decimal? Mismatch(BoundFact total, BoundFact[] parts)
    {
        var written = total.Fact.Value.Number!.Value;
        var sum = parts.Sum(part => part.Fact.Value.Number!.Value);
        var apart = Math.Abs(sum - written);
        var rounding = parts.Append(total).Sum(part => Rounding(part.Fact.Value));
        return apart > rounding && apart <= Math.Abs(written) * LargestSlip ? sum : null;
    }

    /// <summary>
    /// How far a value may be from what it stands for; whole numbers of what is counted are exact, unless they end in zeros.
    /// </summary>
    private static decimal Rounding(FactValue value)
    {
        var figure = FigureOf(value)!.Value;
        var zeros = figure.LastPlace < 0 ? 0 : figure.Digits.Length - figure.Digits.TrimEnd('0').Length;
        var isCount = value is NumberValue or QuantityValue { Unit.IsCount: true };
        return isCount && figure.LastPlace == 0 && zeros == 0 ? 0 : SharesAddUp.Rounding(figure.LastPlace + zeros);
    }

    private static bool IsPart(Fact fact) =>
        fact is { Formula: null, IsUnread: false } && FigureOf(fact.Value) is { Approximation: Approximation.Exact };

    private static bool CountsAs(Fact part, Fact total) => part.AsOf == total.AsOf && (part.Value, total.Value) switch
    {
        (NumberValue, NumberValue) => true,
        (MoneyValue one, MoneyValue other) => one.Currency == other.Currency,
        (QuantityValue one, QuantityValue other) => one.Unit.Text == other.Unit.Text && !one.Unit.IsPercent,
        _ => false,
    };

    private static Figure? FigureOf(FactValue value) => value switch
    {
        NumberValue number => number.Figure,
        MoneyValue money => money.Figure,
        QuantityValue quantity => quantity.Figure,
        _ => null,
    };

    private static string Stem(string id) => id[..Math.Max(0, id.LastIndexOf('_'))];

    private static string Plain(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);
}
