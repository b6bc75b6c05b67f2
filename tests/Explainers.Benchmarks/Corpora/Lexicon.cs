namespace Explainers.Benchmarks.Corpora;

/// <summary>
/// Words that nobody has used, as many as a large site has of rare ones: the one of rank r is used about 1/r as often as the first, after
/// Zipf.
/// </summary>
internal sealed class Lexicon
{
    private static readonly string[] _starts = ["b", "br", "c", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p",
        "pl", "qu", "r", "s", "st", "t", "tr", "v", "w"];
    private static readonly string[] _middles = ["a", "e", "i", "o", "u", "ai", "ea", "ou", "ie"];
    private static readonly string[] _ends = ["", "", "n", "r", "l", "s", "t", "nd", "rt", "ck", "m", "st"];
    private static readonly string[] _endings = ["", "", "", "s", "ing", "ed", "tion", "er", "ly", "ment"];
    private readonly string[] _words;

    /// <summary>Makes so many words.</summary>
    public Lexicon(int count, ulong seed)
    {
        var random = new Prng(seed);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            var word = "";
            for (var syllables = random.Between(1, 3); syllables > 0; syllables--) word += random.Pick(_starts) + random.Pick(_middles)
                + random.Pick(_ends);
            word += random.Pick(_endings);
            if (word.Length > 3) words.Add(word);
        }
        _words = [.. words];
    }

    /// <summary>Picks a word, the frequent ones more often.</summary>
    public string Pick(Prng random) => _words[(int)Math.Pow(_words.Length, random.Below(1_000_000) / 1_000_000.0) - 1];
}
