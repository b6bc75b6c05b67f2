namespace Explainers.Templating;

/// <summary>Finished HTML: the one type that templates print as it is; everything else they print is escaped.</summary>
/// <param name="AppendTo">Writes the markup into the page, when the template prints it.</param>
internal sealed record Html(Action<PageOutput> AppendTo);
