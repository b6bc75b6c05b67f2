namespace Explainers.Benchmarks.Corpora;

/// <summary>Makes place names such as Kavemo, a different one for every number below 512,000.</summary>
internal static class Names
{
    private const string Consonants = "bdfghklmnprstvwz";
    private const string Vowels = "aeiou";
    private const long Syllables = 80;

    /// <summary>Gives the name that belongs to a number.</summary>
    public static string Of(int number)
    {
        var rest = (number * 7919L + 12_345) % (Syllables * Syllables * Syllables);
        var letters = new char[6];
        for (var i = 0; i < letters.Length; i += 2)
        {
            var syllable = (int)(rest % Syllables);
            rest /= Syllables;
            letters[i] = Consonants[syllable / Vowels.Length];
            letters[i + 1] = Vowels[syllable % Vowels.Length];
        }

        letters[0] = char.ToUpperInvariant(letters[0]);
        return new string(letters);
    }
}
