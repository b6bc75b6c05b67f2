using Explainers.Diagnostics;
using Explainers.Parsing.Text;

namespace Explainers.Checking;

/// <summary>
/// No two quotations differ by a word or two as typing errors do, and no words have two speakers. What somebody said twice, on two days,
/// may differ.
/// </summary>
internal static class QuotationsAgree
{
    private const int FewestWords = 6;
    private const int Shared = 3;
    private const int MostCandidates = 8;
    private const int WordsOfOneSlip = 8;

    public static IEnumerable<Diagnostic> Check(IEnumerable<Claim> claims)
    {
        var known = new Dictionary<string, List<Words>>(StringComparer.Ordinal);
        foreach (var quote in claims.Where(claim => claim.Kind == ClaimKind.Quote).Select(Words.Of))
        {
            if (quote.All.Length < FewestWords) continue;
            var runs = quote.Runs().Distinct(StringComparer.Ordinal).ToArray();
            var others = runs.SelectMany(run => known.GetValueOrDefault(run, [])).Distinct().ToArray();
            var found = others.Select(other => (other.Claim.Fact.Name, Difference: Difference(other, quote)))
                .FirstOrDefault(pair => pair.Difference is not null);
            if (found.Difference is { } difference && !others.Any(other => IsRepeated(other, quote)))
                yield return Catalog.SimilarQuotations(quote.Claim.Span, quote.Claim.Fact.Name, found.Name, difference);
            foreach (var run in runs)
            {
                if (!known.TryGetValue(run, out var quotes)) known[run] = quotes = [];
                if (quotes.Count < MostCandidates) quotes.Add(quote);
            }
        }
    }

    private static bool IsRepeated(Words one, Words other) =>
        one.All.SequenceEqual(other.All) && IsSame(one.Claim.Subject, other.Claim.Subject);

    private static string? Difference(Words one, Words other)
    {
        if (one.Claim.IsApartFrom(other.Claim)) return null;
        var isSameSpeaker = IsSame(one.Claim.Subject, other.Claim.Subject);
        if (one.All.SequenceEqual(other.All))
            return isSameSpeaker ? null : "the words are the same, and the speakers are not";
        if (!isSameSpeaker) return null;
        var (first, second) = Middle(one.All, other.All);
        var most = Math.Max(1, one.All.Length / WordsOfOneSlip);
        return Math.Max(first.Length, second.Length) > most ? null
            : first.Length == 0 ? $"it adds '{string.Join(' ', second)}'"
            : second.Length == 0 ? $"it lacks '{string.Join(' ', first)}'"
            : $"it has '{string.Join(' ', second)}' where the other has '{string.Join(' ', first)}'";
    }

    /// <summary>What stands between the words with which both begin and those with which both end.</summary>
    private static (string[] First, string[] Second) Middle(string[] one, string[] other)
    {
        var (start, end) = (0, 0);
        var shorter = Math.Min(one.Length, other.Length);
        while (start < shorter && one[start] == other[start]) start++;
        while (end < shorter - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        // Words more at an end are a longer piece of one speech.
        return start == 0 || end == 0 ? (one, other) : (one[start..^end], other[start..^end]);
    }

    /// <summary>Whether two names of speakers can be one: "Lavrov", "Sergei Lavrov".</summary>
    private static bool IsSame(string one, string other)
    {
        var (first, second) = (one.Split(' ').ToHashSet(StringComparer.Ordinal), other.Split(' ').ToHashSet(StringComparer.Ordinal));
        return first.IsSubsetOf(second) || second.IsSubsetOf(first);
    }

    private sealed record Words(Claim Claim, string[] All)
    {
        public static Words Of(Claim claim) => new(
            claim,
            Folding.Fold(claim.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => new string([.. word.Where(char.IsLetterOrDigit)])).Where(word => word.Length > 0).ToArray());

        public IEnumerable<string> Runs() =>
            Enumerable.Range(0, All.Length - Shared + 1).Select(i => string.Join(' ', All[i..(i + Shared)]));
    }
}
