namespace Explainers.Checking.Prose;

/// <summary>How far two spellings of a word are apart.</summary>
internal static class Spelling
{
    /// <summary>From how many slips on the number does not matter.</summary>
    private const int Many = 3;

    /// <summary>How many letters are wrong, dropped, added or exchanged with the next; at most three.</summary>
    public static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) >= Many) return Many;
        var width = other.Length + 1;
        Span<int> rows = stackalloc int[width * 3];
        for (var j = 0; j < width; j++) rows[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var (now, last, before) = (i % 3 * width, (i + 2) % 3 * width, (i + 1) % 3 * width);
            rows[now] = i;
            for (var j = 1; j < width; j++)
            {
                var changed = rows[last + j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                rows[now + j] = Math.Min(changed, Math.Min(rows[last + j], rows[now + j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    rows[now + j] = Math.Min(rows[now + j], rows[before + j - 2] + 1);
            }
        }
        return Math.Min(Many, rows[(one.Length % 3 * width) + other.Length]);
    }
}
