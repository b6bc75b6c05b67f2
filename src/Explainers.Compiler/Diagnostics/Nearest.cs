namespace Explainers.Diagnostics;

/// <summary>Finds the name that a writer most likely meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits, or null where none is near: more than a third of the letters, or more than three, would change.</summary>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var fewest = Math.Clamp(name.Length / 3, 1, 3) + 1;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - name.Length) >= fewest) continue;
            var edits = Edits(name, candidate);
            if (edits >= fewest) continue;
            fewest = edits;
            best = candidate;
        }
        return best;
    }

    /// <summary>The first candidate that one edit makes of the name, or null.</summary>
    public static string? WithinOneEdit(string name, IEnumerable<string> candidates) =>
        candidates.FirstOrDefault(candidate => Math.Abs(candidate.Length - name.Length) <= 1 && Edits(name, candidate) == 1);

    /// <summary>The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours; case counts nothing.</summary>
    private static int Edits(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = Same(from[i - 1], to[j - 1]) ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[from.Length, to.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
