namespace Explainers.Diagnostics;

/// <summary>Finds the name that a writer most likely meant.</summary>
internal static class Nearest
{
    /// <summary>
    /// The candidate with the fewest edits, or null where none is near: more than a third of the letters, or more than three, would change.
    /// </summary>
    public static string? To(string name, IEnumerable<string> candidates) => new NearestIndex(candidates).To(name);
}

/// <summary>
/// The names that one can be meant to be, sorted, so that those that begin alike are compared once. Edits are insertions, deletions,
/// substitutions and swaps of neighbours (the optimal string alignment distance); case counts nothing.
/// </summary>
internal sealed class NearestIndex
{
    /// <summary>Longer names get no suggestion.</summary>
    private const int LongestName = 120;

    /// <summary>How many letters of candidates are looked at for one name; where that is not enough, there is no suggestion.</summary>
    private const int MostSteps = 10_000;

    private const int MostEdits = 3;

    private readonly string[] _names;

    /// <summary>Takes the names.</summary>
    public NearestIndex(IEnumerable<string> names)
    {
        _names = [.. names.Distinct(StringComparer.Ordinal)];
        Array.Sort(_names, StringComparer.Ordinal);
    }

    /// <summary>The name with the fewest edits, of several the first in ordinal order; null where none is near.</summary>
    public string? To(string name) => Within(name, 0, Math.Clamp(name.Length / 3, 1, MostEdits));

    /// <summary>The first name that one edit makes of another, or null.</summary>
    public string? WithinOneEdit(string name) => Within(name, 1, 1);

    private string? Within(string name, int fewest, int most)
    {
        if (name.Length > LongestName) return null;
        var search = new Search(_names, name);
        for (var edits = fewest; edits <= most; edits++)
        {
            if (search.First(edits) is { } found) return found;
        }
        return null;
    }

    /// <summary>One name while it is compared with the others, a row of the table of distances for each letter of the candidate.</summary>
    private sealed class Search(string[] names, string name)
    {
        private const int Far = 1000;

        private readonly int[][] _rows = new int[LongestName + MostEdits + 1][];
        private int _steps;

        /// <summary>The first candidate that so many edits make of the name, where fewer make none.</summary>
        public string? First(int edits)
        {
            var (known, last) = (0, "");
            Row(0, '\0', '\0', edits);
            for (var i = 0; i < names.Length && _steps < MostSteps;)
            {
                var candidate = names[i];
                var depth = Math.Min(known, candidate.AsSpan().CommonPrefixLength(last));
                while (depth < Math.Min(candidate.Length, name.Length + edits) && IsNear(depth, edits) && _steps < MostSteps)
                {
                    depth++;
                    Row(depth, candidate[depth - 1], depth > 1 ? candidate[depth - 2] : '\0', edits);
                }
                var isWhole = depth == candidate.Length && Math.Abs(depth - name.Length) <= edits;
                if (isWhole && _rows[depth][name.Length] == edits) return candidate;
                (known, last) = (depth, candidate);
                i = depth < candidate.Length ? Behind(i, candidate, depth) : i + 1;
            }
            return null;
        }

        /// <summary>Whether the letters so far, or those before the last, are near enough for more to follow.</summary>
        private bool IsNear(int depth, int edits) => depth == 0 || _rows[depth].Min() <= edits || _rows[depth - 1].Min() <= edits;

        private void Row(int depth, char letter, char before, int edits)
        {
            _steps++;
            var row = _rows[depth] ??= new int[name.Length + 1];
            Array.Fill(row, Far);
            for (var j = Math.Max(0, depth - edits); j <= Math.Min(name.Length, depth + edits); j++)
            {
                if (depth == 0 || j == 0)
                {
                    row[j] = depth + j;
                    continue;
                }
                var above = _rows[depth - 1];
                var least = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (Same(letter, name[j - 1]) ? 0 : 1));
                var isSwap = depth > 1 && j > 1 && Same(letter, name[j - 2]) && Same(before, name[j - 1]);
                row[j] = isSwap ? Math.Min(least, _rows[depth - 2][j - 2] + 1) : least;
            }
        }

        /// <summary>The first candidate behind those that begin as one does.</summary>
        private int Behind(int index, string candidate, int length)
        {
            var (low, high) = (index + 1, names.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (string.CompareOrdinal(names[middle], 0, candidate, 0, length) == 0) low = middle + 1;
                else high = middle;
            }
            return low;
        }

        private static bool Same(char left, char right) => left == right || char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
    }
}
