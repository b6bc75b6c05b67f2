namespace Explainers.Incremental;

/// <summary>What was done for the values of a query.</summary>
/// <param name="Computed">How many values were computed.</param>
/// <param name="Validated">How many values of an older revision were found to be good still.</param>
/// <param name="Reused">How many reads found a value that was good.</param>
internal readonly record struct QueryCounts(long Computed, long Validated, long Reused);
