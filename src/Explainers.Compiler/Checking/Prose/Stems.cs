using System.Collections.Frozen;

namespace Explainers.Checking.Prose;

/// <summary>Reduces words to what their forms have in common, so that "Senators" and "Senate", or "cost" and "price", meet.</summary>
internal static class Stems
{
    private static readonly string[] Endings =
    [
        "ations", "ation", "ions", "ion", "ings", "ing", "ors", "ers", "or", "er", "ed", "es", "s", "e",
    ];

    /// <summary>Words that say the same, each group behind the one that stands for it.</summary>
    private const string Groups = """
        price: cost costs paid pay pays spent
        length: long
        height: tall high
        width: wide broad
        depth: deep
        weight: heavy weighs weighed
        area: size
        vote: voted votes
        begin: began begun begins start started starts beginning
        death: died
        birth: born
        sale: sold
        purchase: bought
        """;

    private static readonly FrozenDictionary<string, string> Same = Vocabulary.Grouped(Groups);

    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        [
            "the", "a", "an", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "as", "is", "was", "its", "their",
            "his", "her", "that", "this", "under", "per",
        ],
        StringComparer.Ordinal);

    /// <summary>The stem of a word; empty for words that say nothing of their own.</summary>
    public static string Of(string word)
    {
        var lower = word.ToLowerInvariant().Replace('’', '\'');
        if (lower.EndsWith("'s", StringComparison.Ordinal)) lower = lower[..^2];
        if (Empty.Contains(lower)) return "";
        if (Same.TryGetValue(lower, out var same)) lower = same;
        foreach (var ending in Endings)
        {
            if (lower.Length - ending.Length >= 4 && lower.EndsWith(ending, StringComparison.Ordinal)) return lower[..^ending.Length];
        }
        return lower;
    }

    /// <summary>The stems of the words of a text.</summary>
    public static HashSet<string> In(TokenText text, int first, int end)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
        {
            if (text[i].Kind == TokenKind.Word && Of(text.Span(i).ToString()) is { Length: > 0 } stem) stems.Add(stem);
        }
        return stems;
    }
}
