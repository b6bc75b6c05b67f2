using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Explainers.Checking.Prose;

/// <summary>
/// English words in small letters, each with something, looked up by a word of a text in letters of any case. Most words of a text are
/// none of them, which their first two letters and their length tell.
/// </summary>
internal sealed class WordTable<T>
{
    private const int Letters = 26;

    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _longest;

    /// <summary>For each pair of first letters, the lengths of words, as bits; one letter stands for a pair of itself.</summary>
    private readonly uint[] _lengths = new uint[Letters * Letters];

    /// <summary>Takes the words.</summary>
    public WordTable(FrozenDictionary<string, T> words)
    {
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in words.Keys)
        {
            _longest = Math.Max(_longest, word.Length);
            if (Pair(word) is >= 0 and var pair) _lengths[pair] |= 1u << (word.Length & 31);
        }
    }

    /// <summary>Looks a word up.</summary>
    public bool TryGet(ReadOnlySpan<char> typed, out T found)
    {
        found = default!;
        if (typed.IsEmpty || typed.Length > _longest) return false;
        if (Pair(typed) is >= 0 and var pair && (_lengths[pair] & (1u << (typed.Length & 31))) == 0) return false;
        Span<char> lower = stackalloc char[typed.Length];
        ToLower(typed, lower);
        return _words.TryGetValue(lower, out found!);
    }

    /// <summary>Whether a word is one of them.</summary>
    public bool Has(ReadOnlySpan<char> typed) => TryGet(typed, out _);

    /// <summary>Writes a word in small letters.</summary>
    public static void ToLower(ReadOnlySpan<char> typed, Span<char> lower)
    {
        if (Ascii.ToLower(typed, lower, out _) != OperationStatus.Done) typed.ToLowerInvariant(lower);
    }

    /// <summary>The number of the first two letters; -1 where one of them is no letter of English.</summary>
    private static int Pair(ReadOnlySpan<char> word)
    {
        var (first, second) = (Letter(word[0]), Letter(word[word.Length > 1 ? 1 : 0]));
        return first < Letters && second < Letters ? ((int)first * Letters) + (int)second : -1;
    }

    private static uint Letter(char letter) => (uint)(letter | ' ') - 'a';
}
