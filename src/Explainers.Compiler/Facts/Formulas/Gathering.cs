namespace Explainers.Facts.Formulas;

/// <summary>What is made of many amounts at once: by functions of formulas, and by references to a column.</summary>
internal static class Gathering
{
    /// <summary>The names of what can be made.</summary>
    public static readonly string[] Names = ["sum", "min", "max", "mean", "median"];

    /// <summary>
    /// The sum, the least, the greatest, the mean or the median of some amounts; null where two of them do not match, which are given.
    /// </summary>
    public static Amount? Of(string name, IReadOnlyList<Amount> amounts, out (Amount, Amount)? mismatch)
    {
        mismatch = null;
        var first = amounts[0];
        foreach (var amount in amounts)
        {
            if (first.Matches(amount)) continue;
            mismatch = (first, amount);
            return null;
        }
        return name switch
        {
            "sum" => Sum(amounts),
            "mean" => Sum(amounts).Times(Amount.Exact(amounts.Count, Unit.None), -1),
            "median" => Median(amounts),
            _ => amounts.Aggregate((best, amount) => best.Extreme(amount, name == "max")),
        };
    }

    private static Amount Sum(IReadOnlyList<Amount> amounts) =>
        amounts.Skip(1).Aggregate(amounts[0], (whole, amount) => whole.Plus(amount));

    private static Amount Median(IReadOnlyList<Amount> amounts)
    {
        var unit = amounts[0].Unit;
        var sorted = amounts.Select(amount => amount.In(unit)).OrderBy(amount => amount.Number).ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1
            ? sorted[middle]
            : sorted[middle - 1].Plus(sorted[middle]).Times(Amount.Exact(2, Unit.None), -1);
    }
}
