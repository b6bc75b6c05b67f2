namespace Explainers.Diagnostics;

/// <summary>Finds the name that a writer most likely meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits, or null where none is near: more than a third of the letters, or more than three, would change.</summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var most = Math.Clamp(name.Length / 3, 1, 3);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > most) continue;
            var edits = Edits(name, candidate, most + 1);
            // Of several that are as near, the first in ordinal order is meant, whatever order they come in.
            if (edits > most || (edits == most && best is not null && string.CompareOrdinal(best, candidate) <= 0)) continue;
            (best, most) = (candidate, edits);
        }
        return best;
    }

    /// <summary>The first candidate that one edit makes of the name, or null.</summary>
    public static string? WithinOneEdit(string name, IEnumerable<string> candidates) =>
        candidates.FirstOrDefault(candidate => Math.Abs(candidate.Length - name.Length) <= 1 && Edits(name, candidate, 2) == 1);

    /// <summary>
    /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours; case counts nothing. Of the table that it is worked out in,
    /// three rows are kept, since names are compared by the thousand; where it can only be a limit or more, the limit is given.
    /// </summary>
    private static int Edits(string from, string to, int limit)
    {
        var width = to.Length + 1;
        var rows = width <= 128 ? stackalloc int[3 * width] : new int[3 * width];
        Span<int> before = rows[..width], last = rows[width..(2 * width)], row = rows[(2 * width)..];
        for (var j = 0; j < width; j++) last[j] = j;
        var fewestOfLast = 0;
        for (var i = 1; i <= from.Length; i++)
        {
            var fewest = row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var edits = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1])) edits = Math.Min(edits, before[j - 2] + 1);
                row[j] = edits;
                fewest = Math.Min(fewest, edits);
            }
            // What follows is made from this row and the one before it, and never less than the least in them.
            if (fewest >= limit && fewestOfLast >= limit) return limit;
            fewestOfLast = fewest;
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[to.Length];
    }

    private static bool Same(char left, char right) => left == right || char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
