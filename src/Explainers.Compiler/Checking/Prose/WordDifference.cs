namespace Explainers.Checking.Prose;

/// <summary>How the words of a text differ from the stretch of another that is most like it.</summary>
/// <param name="Edits">How many words are changed, dropped or added.</param>
/// <param name="Typed">The words from the first that differs to the last.</param>
/// <param name="Known">Those that stand in their place in the other.</param>
internal sealed record WordDifference(int Edits, string Typed, string Known)
{
    /// <summary>Whether some words have others in a row.</summary>
    public static bool Has(string[] words, string[] row)
    {
        for (var first = 0; first + row.Length <= words.Length; first++)
            if (words.AsSpan(first, row.Length).SequenceEqual(row)) return true;
        return false;
    }

    /// <summary>Compares some words with the stretch of others that they are most like.</summary>
    public static WordDifference Find(string[] typed, string[] known)
    {
        var cost = new int[typed.Length + 1, known.Length + 1];
        for (var i = 1; i <= typed.Length; i++)
        {
            cost[i, 0] = i;
            for (var j = 1; j <= known.Length; j++)
            {
                var same = cost[i - 1, j - 1] + (typed[i - 1] == known[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(same, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
            }
        }
        var end = 0;
        for (var j = 1; j <= known.Length; j++)
            if (cost[typed.Length, j] <= cost[typed.Length, end]) end = j;
        var edits = cost[typed.Length, end];
        return edits == 0 ? new WordDifference(0, "", "") : Trace(typed, known, cost, end) with { Edits = edits };
    }

    private static WordDifference Trace(string[] typed, string[] known, int[,] cost, int end)
    {
        var (i, j) = (typed.Length, end);
        var (firstTyped, lastTyped, firstKnown, lastKnown) = (i, 0, j, 0);
        while (i > 0)
        {
            if (j > 0 && typed[i - 1] == known[j - 1] && cost[i, j] == cost[i - 1, j - 1])
            {
                (i, j) = (i - 1, j - 1);
                continue;
            }
            (lastTyped, lastKnown) = (Math.Max(lastTyped, i), Math.Max(lastKnown, j));
            if (j > 0 && cost[i, j] == cost[i - 1, j - 1] + 1) (i, j) = (i - 1, j - 1);
            else if (cost[i, j] == cost[i - 1, j] + 1) i--;
            else j--;
            (firstTyped, firstKnown) = (i, j);
        }
        // What is dropped or added is shown with the word before it.
        if (firstTyped >= lastTyped || firstKnown >= lastKnown)
            (firstTyped, firstKnown) = (Math.Max(0, firstTyped - 1), Math.Max(0, firstKnown - 1));
        return new WordDifference(0, Join(typed, firstTyped, lastTyped), Join(known, firstKnown, lastKnown));
    }

    private static string Join(string[] words, int first, int end) => first < end ? string.Join(' ', words[first..end]) : "";
}
