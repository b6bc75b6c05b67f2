using System.Collections.Immutable;

namespace Explainers.Facts.Formulas;

/// <summary>A function of formulas.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Written">How it is written, with what it takes, for the guides.</param>
/// <param name="Meaning">What it gives, for the guides.</param>
internal sealed record FormulaFunction(string Name, string Written, string Meaning);

/// <summary>The functions that formulas can call.</summary>
internal static class FormulaFunctions
{
    /// <summary>All functions, in ordinal order.</summary>
    public static readonly ImmutableArray<FormulaFunction> All =
    [
        new("abs", "abs(a)", "the value without its sign"),
        new("change", "change(old, new)", "by how many per cent a value has become another; a fall is negative"),
        new(
            "count",
            "count(a, b, …)",
            "how many values there are; also `count(table)`, its rows, and `count(table, \"Column\")`, its filled cells"),
        new("days_between", "days_between(from, to)", "the days from one date to another"),
        new("distance", "distance(place, place)", "how far two places are apart, along the surface of the earth"),
        new("max", "max(a, b, …)", "the largest value; also `max(table, \"Column\")`"),
        new("mean", "mean(a, b, …)", "the arithmetic mean; also `mean(table, \"Column\")`"),
        new("median", "median(a, b, …)", "the value in the middle, or the mean of the two there; also `median(table, \"Column\")`"),
        new("min", "min(a, b, …)", "the smallest value; also `min(table, \"Column\")`"),
        new("months_between", "months_between(from, to)", "the full months from one date to another"),
        new("sum", "sum(a, b, …)", "the values added up; also `sum(table, \"Column\")`"),
        new(
            "time_between",
            "time_between(from, to)",
            "the time from one moment to another, or from one time of day to a later one"),
        new("years_between", "years_between(from, to)", "the full years from one date to another"),
    ];
}
