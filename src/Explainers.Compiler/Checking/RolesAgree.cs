using Explainers.Diagnostics;
using Explainers.Parsing.Text;

namespace Explainers.Checking;

/// <summary>What two sheets say that a person was on a day is the same, in whatever words.</summary>
internal static class RolesAgree
{
    private const int SharedLetters = 5;

    public static IEnumerable<Diagnostic> Check(IEnumerable<Claim> claims) => claims
        .Where(claim => claim.Kind == ClaimKind.Role)
        .GroupBy(claim => claim.Subject, StringComparer.Ordinal)
        .SelectMany(roles => Differing([.. roles.OrderBy(claim => claim.From!.Value.FirstDay)]));

    /// <summary>Each role against the one before it that lasts longest. The last day of one may be the first of the next.</summary>
    private static IEnumerable<Diagnostic> Differing(Claim[] roles)
    {
        Claim? longest = null;
        foreach (var role in roles)
        {
            var from = role.From!.Value.FirstDay;
            if (longest is not null && role.Fact != longest.Fact && from < End(longest) && !IsSame(role.Text, longest.Text))
                yield return Catalog.TwoRoles(role.Span, role.Fact.Name, longest.Text, role.Text, NamesByDate.On(from));
            if (longest is null || End(role) > End(longest)) longest = role;
        }
    }

    /// <summary>The day on which a role ends: as late as its last day, and as early as the month or year in which that is.</summary>
    private static DateOnly End(Claim role) => role.Until is not { } until ? DateOnly.MaxValue
        : until == role.From ? until.LastDay.AddDays(1) : until.FirstDay;

    /// <summary>Whether all words of one role are in the other, whatever their endings: "president", "president of Russia".</summary>
    private static bool IsSame(string one, string other)
    {
        var (first, second) = (Stems(one), Stems(other));
        return first.IsSubsetOf(second) || second.IsSubsetOf(first);
    }

    private static HashSet<string> Stems(string role) => Folding.Fold(role).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length > 2 && word is not ("the" or "and" or "for"))
        .Select(word => word[..Math.Min(SharedLetters, word.Length)]).ToHashSet(StringComparer.Ordinal);
}
