namespace Explainers.Checking.Prose;

/// <summary>
/// The first three letters that some words begin with. Most words of a text begin with others, which is told without looking them up.
/// </summary>
internal sealed class FirstLetters
{
    /// <summary>The letters of English, and the end of a short word.</summary>
    private const int Letters = 27;

    /// <summary>How many beginnings one number holds, as bits.</summary>
    private const int Bits = 64;

    private readonly ulong[] _begin = new ulong[((Letters * Letters * Letters) + Bits - 1) / Bits];

    /// <summary>Adds a word.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        if (Beginning(word) is >= 0 and var place) _begin[place / Bits] |= 1UL << (place % Bits);
    }

    /// <summary>Whether one of the words can be this one, or begin it.</summary>
    public bool MayHave(ReadOnlySpan<char> word) =>
        Beginning(word) is var place && (place < 0 || (_begin[place / Bits] & (1UL << (place % Bits))) != 0);

    /// <summary>The first letters as a number; -1 where one of them is no letter of English.</summary>
    private static int Beginning(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return -1;
        var (first, second) = ((uint)(word[0] | ' ') - 'a', (uint)(word[1] | ' ') - 'a');
        var third = word.Length > 2 ? (uint)(word[2] | ' ') - 'a' : Letters - 1;
        var isLetters = first < Letters - 1 && second < Letters - 1 && (third < Letters - 1 || word.Length == 2);
        return isLetters ? (int)((((first * Letters) + second) * Letters) + third) : -1;
    }
}
