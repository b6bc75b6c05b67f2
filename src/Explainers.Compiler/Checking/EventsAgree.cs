using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>
/// An event that two sheets list has one date. One title is one event where it has a name in it, and where the dates are as far apart as a
/// slip makes them: within a year, or on one day of two years.
/// </summary>
internal static class EventsAgree
{
    private const int LongestSlip = 300;

    public static IEnumerable<Diagnostic> Check(IEnumerable<Claim> claims) => claims
        .Where(claim => claim.Kind == ClaimKind.Event && HasName(claim.Text))
        .GroupBy(claim => claim.Subject, StringComparer.Ordinal)
        .SelectMany(Differing);

    private static IEnumerable<Diagnostic> Differing(IEnumerable<Claim> events)
    {
        Claim? first = null;
        foreach (var claim in events)
        {
            first ??= claim;
            if (claim.Fact.Sheet != first.Fact.Sheet && IsSlip(first, claim))
                yield return Catalog.EventDatesDiffer(
                    claim.Span, claim.Text, claim.From.ToString()!, first.Fact.Name, first.From.ToString()!);
        }
    }

    private static bool IsSlip(Claim first, Claim claim)
    {
        if (!first.IsApartFrom(claim)) return false;
        var (one, other) = (first.From!.Value, claim.From!.Value);
        var days = Math.Abs(one.FirstDay.DayNumber - other.FirstDay.DayNumber);
        // A day of difference is what two time zones make.
        return days > 1 && (days <= LongestSlip || (one.Day > 0 && one.Month == other.Month && one.Day == other.Day));
    }

    /// <summary>Whether a title has a name, so that it is of one event: "Treaty signed in Washington", not "Treaty signed".</summary>
    private static bool HasName(string title) => title.Split(' ').Skip(1).Any(word => word.Length > 1 && char.IsUpper(word[0]));
}
