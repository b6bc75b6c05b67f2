using System.Collections.Frozen;

namespace Explainers.Checking.Prose;

/// <summary>Reduces words to what their forms have in common, so that "Senators" and "Senate", or "cost" and "price", meet.</summary>
internal static class Stems
{
    private static readonly string[] Endings = ["ations", "ation", "ions", "ion", "ings", "ing", "ors", "ers", "or", "er", "ed", "es", "s", "e"];

    /// <summary>Words that say the same of a measure.</summary>
    private static readonly FrozenDictionary<string, string> Same = new Dictionary<string, string>
    {
        ["cost"] = "price", ["costs"] = "price", ["paid"] = "price", ["pay"] = "price", ["pays"] = "price", ["spent"] = "price", ["long"] = "length", ["tall"] = "height",
        ["high"] = "height", ["wide"] = "width", ["broad"] = "width", ["deep"] = "depth", ["heavy"] = "weight", ["weighs"] = "weight", ["weighed"] = "weight", ["size"] = "area",
        ["voted"] = "vote", ["votes"] = "vote", ["began"] = "begin", ["begun"] = "begin", ["begins"] = "begin", ["start"] = "begin", ["started"] = "begin", ["starts"] = "begin", ["beginning"] = "begin", ["died"] = "death",
        ["born"] = "birth", ["sold"] = "sale", ["bought"] = "purchase",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        ["the", "a", "an", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "as", "is", "was", "its", "their", "his", "her", "that", "this", "under", "per"], StringComparer.Ordinal);

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
