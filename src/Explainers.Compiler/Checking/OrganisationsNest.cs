using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>No organisation is a part of itself.</summary>
internal static class OrganisationsNest
{
    public static IEnumerable<Diagnostic> Check(IEnumerable<Claim> claims)
    {
        var parts = claims.Where(claim => claim.Kind == ClaimKind.Part).ToDictionary(claim => claim.Subject, StringComparer.Ordinal);
        var visits = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var start in parts.Keys)
        {
            // Each organisation is passed once; one that this walk has passed before closes a ring.
            var name = start;
            while (parts.TryGetValue(name, out var part) && visits.TryAdd(name, start)) name = part.Text;
            if (parts.TryGetValue(name, out var closing) && visits[name] == start)
                yield return Catalog.CircularParts(closing.Span, string.Join(" → ", Ring(name, parts)));
        }
    }

    private static IEnumerable<string> Ring(string first, Dictionary<string, Claim> parts)
    {
        yield return first;
        var name = parts[first].Text;
        for (; name != first; name = parts[name].Text) yield return name;
        yield return name;
    }
}
