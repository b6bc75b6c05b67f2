namespace Explainers.Incremental;

/// <summary>The key of queries that have one value for everything.</summary>
internal readonly record struct SiteKey;
