namespace Explainers.Benchmarks.Corpora;

/// <summary>How one tool writes what plain Markdown can't say: a reference to a fact, and the address of another article.</summary>
internal sealed record Dialect(Func<FactName, string> Fact, Func<string, string> ArticleAddress);
