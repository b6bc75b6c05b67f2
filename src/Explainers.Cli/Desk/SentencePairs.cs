using System.Collections.Immutable;

namespace Explainers.Cli.Desk;

/// <summary>A sentence before and after a change; null where there is none on that side.</summary>
internal sealed record SentencePair(Stated? Before, Stated? After);

/// <summary>Finds the sentences of a text that changed, and what each was before.</summary>
internal static class SentencePairs
{
    /// <summary>How many pairs of sentences are looked at; a text that changed more has changed altogether.</summary>
    private const int MostCells = 4_000_000;

    /// <summary>The sentences that changed, in order.</summary>
    public static ImmutableArray<SentencePair> Of(ImmutableArray<Stated> before, ImmutableArray<Stated> after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start].Text == after[start].Text) start++;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)].Text == after[^(end + 1)].Text) end++;
        return Changed(before[start..^end], after[start..^end]);
    }

    private static ImmutableArray<SentencePair> Changed(ImmutableArray<Stated> before, ImmutableArray<Stated> after)
    {
        var pairs = ImmutableArray.CreateBuilder<SentencePair>();
        var common = Common(before, after);
        var (i, j) = (0, 0);
        foreach (var (nextBefore, nextAfter) in common.Append((before.Length, after.Length)))
        {
            for (; i < nextBefore || j < nextAfter; i++, j++)
                pairs.Add(new SentencePair(i < nextBefore ? before[i] : null, j < nextAfter ? after[j] : null));
            (i, j) = (nextBefore + 1, nextAfter + 1);
        }
        return pairs.DrainToImmutable();
    }

    /// <summary>The longest list of sentences that both texts have in this order, by their numbers.</summary>
    private static List<(int Before, int After)> Common(ImmutableArray<Stated> before, ImmutableArray<Stated> after)
    {
        var common = new List<(int, int)>();
        if ((long)before.Length * after.Length > MostCells) return common;
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i].Text == after[j].Text
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        for (int i = 0, j = 0; i < before.Length && j < after.Length;)
        {
            if (before[i].Text == after[j].Text) common.Add((i++, j++));
            else if (lengths[i + 1, j] >= lengths[i, j + 1]) i++;
            else j++;
        }
        return common;
    }
}
