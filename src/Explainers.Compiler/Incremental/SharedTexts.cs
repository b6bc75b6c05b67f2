namespace Explainers.Incremental;

/// <summary>One copy of each text that many values have. It changes how much memory they take, and nothing else.</summary>
internal sealed class SharedTexts
{
    private const int Parts = 64;
    private readonly HashSet<string>[] _texts = [.. Enumerable.Range(0, Parts).Select(_ => new HashSet<string>(StringComparer.Ordinal))];

    /// <summary>The copy of a text that all others share.</summary>
    public string this[ReadOnlySpan<char> text]
    {
        get
        {
            var part = _texts[(uint)string.GetHashCode(text) % Parts];
            lock (part)
            {
                var texts = part.GetAlternateLookup<ReadOnlySpan<char>>();
                if (texts.TryGetValue(text, out var known)) return known;
                known = text.ToString();
                part.Add(known);
                return known;
            }
        }
    }
}
