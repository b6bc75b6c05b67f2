using System.Globalization;

namespace Explainers.Checking.Prose;

/// <summary>A number in prose.</summary>
/// <param name="Digits">Its digits as a fact sheet has them.</param>
/// <param name="Scale">The word for its power of a thousand, or empty.</param>
/// <param name="Next">The token behind it.</param>
/// <param name="IsWord">Whether it is written in words.</param>
internal readonly record struct ProseNumber(string Digits, string Scale, int Next, bool IsWord)
{
    /// <summary>Its value without the scale.</summary>
    public decimal Unscaled => decimal.Parse(Digits, NumberStyles.Number, CultureInfo.InvariantCulture);
}

/// <summary>Reads numbers in digits and in words.</summary>
internal static class NumberReader
{
    /// <summary>The number that begins at a token, or null.</summary>
    public static ProseNumber? Read(TokenText text, int index)
    {
        if (text.IsNumber(index)) return Digits(text, index);
        return text[index].Kind == TokenKind.Word ? InWords(text, index) : null;
    }

    private static ProseNumber? Digits(TokenText text, int index)
    {
        var digits = text.Span(index).ToString().Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
        if (digits.Length > 15 || digits.Count('.'.Equals) > 1) return null;
        var (scale, next) = Scale(text, index + 1);
        return new ProseNumber(digits, scale, next, false);
    }

    /// <summary>A word for a power of a thousand behind a number, with or without a hyphen, or a letter that stands for one.</summary>
    private static (string Scale, int Next) Scale(TokenText text, int index)
    {
        var at = text.Is(index, "-") && !text[index].IsSpaced ? index + 1 : index;
        if (text[at].Kind != TokenKind.Word) return ("", index);
        var word = text.Lower(at);
        var scale = text.Span(at) switch
        {
            _ when word is "thousand" or "million" or "billion" or "trillion" => word,
            "k" when !text[at].IsSpaced => "thousand",
            "m" or "mn" when !text[at].IsSpaced => "million",
            "bn" or "b" when !text[at].IsSpaced => "billion",
            "tn" when !text[at].IsSpaced => "trillion",
            _ => "",
        };
        return scale.Length == 0 ? ("", index) : (scale, at + 1);
    }

    /// <summary>"twelve", "forty-five", "a hundred", "three hundred and five thousand".</summary>
    private static ProseNumber? InWords(TokenText text, int index)
    {
        var first = text.Lower(index);
        var isArticle = first is "a" or "an" or "half";
        if (!isArticle && !Vocabulary.Numbers.ContainsKey(first)) return null;
        if (isArticle) return Article(text, index, first);
        var (number, next) = BelowHundred(text, index);
        (number, next) = Hundreds(text, number, next);
        var (scale, behind) = Scale(text, next);
        return new ProseNumber(number.ToString(CultureInfo.InvariantCulture), scale, behind, true);
    }

    private static ProseNumber? Article(TokenText text, int index, string article)
    {
        var at = article == "half" && text.Is(index + 1, "a") ? index + 2 : index + 1;
        if (text[at].Kind != TokenKind.Word || !Vocabulary.Scales.TryGetValue(text.Lower(at), out var factor))
            return text.Is(at, "dozen") && article == "a" ? new ProseNumber("12", "", at + 1, true) : null;
        if (article == "half") return factor >= 1000 ? new ProseNumber("0.5", text.Lower(at), at + 1, true) : null;
        return factor == 100 ? new ProseNumber("100", "", at + 1, true) : new ProseNumber("1", text.Lower(at), at + 1, true);
    }

    private static (int Number, int Next) BelowHundred(TokenText text, int index)
    {
        var number = Vocabulary.Numbers[text.Lower(index)];
        if (number < 20) return (number, index + 1);
        var ones = text.Is(index + 1, "-") && !text[index + 1].IsSpaced ? index + 2 : index + 1;
        return text[ones].Kind == TokenKind.Word && Vocabulary.Numbers.TryGetValue(text.Lower(ones), out var one) && one < 10
            ? (number + one, ones + 1)
            : (number, index + 1);
    }

    private static (int Number, int Next) Hundreds(TokenText text, int number, int next)
    {
        if (number >= 100 || !text.Is(next, "hundred")) return (number, next);
        var rest = text.Is(next + 1, "and") ? next + 2 : next + 1;
        if (text[rest].Kind != TokenKind.Word || !Vocabulary.Numbers.ContainsKey(text.Lower(rest))) return (number * 100, next + 1);
        var (ones, behind) = BelowHundred(text, rest);
        return ((number * 100) + ones, behind);
    }
}
