namespace Explainers.Incremental;

/// <summary>One copy of each text that many values have. It changes how much memory they take, and nothing else.</summary>
internal sealed class SharedTexts
{
    private const int Parts = 64;
    private readonly HashSet<string>[] _texts = [.. Enumerable.Range(0, Parts).Select(_ => new HashSet<string>(StringComparer.Ordinal))];

    /// <summary>The copy of a text that all others share.</summary>
    public string this[string text]
    {
        get
        {
            var part = _texts[(uint)string.GetHashCode(text.AsSpan()) % Parts];
            lock (part)
            {
                if (part.TryGetValue(text, out var known)) return known;
                part.Add(text);
                return text;
            }
        }
    }
}
