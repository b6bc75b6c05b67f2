using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Facts;

/// <summary>A rule of a sheet as written.</summary>
/// <param name="Holds">What must hold: <c>total = north + south</c>.</param>
/// <param name="Tolerance">By how much two sides may differ and yet count as equal, or null.</param>
/// <param name="Message">What writers are told where it is broken, or null.</param>
internal sealed record RuleSyntax(ScalarSyntax Holds, ScalarSyntax? Tolerance, string? Message);
