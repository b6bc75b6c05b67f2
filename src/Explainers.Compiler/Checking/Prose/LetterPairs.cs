namespace Explainers.Checking.Prose;

/// <summary>
/// The first two letters that some words begin with. Most words of a text begin with others, which is told without looking them up.
/// </summary>
internal sealed class LetterPairs
{
    private const int Letters = 26;

    private readonly bool[] _begin = new bool[Letters * Letters];

    /// <summary>Adds a word.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        if (Pair(word) is >= 0 and var pair) _begin[pair] = true;
    }

    /// <summary>Whether one of the words can be this one.</summary>
    public bool MayHave(ReadOnlySpan<char> word) => Pair(word) is var pair && (pair < 0 || _begin[pair]);

    /// <summary>The first two letters as a number; -1 where one of them is no letter of English.</summary>
    private static int Pair(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return -1;
        var (first, second) = ((uint)(word[0] | ' ') - 'a', (uint)(word[1] | ' ') - 'a');
        return first < Letters && second < Letters ? ((int)first * Letters) + (int)second : -1;
    }
}
