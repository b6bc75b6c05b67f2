using System.Globalization;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>A number in prose.</summary>
/// <param name="Digits">Its digits as a fact sheet has them.</param>
/// <param name="Scale">The word for its power of a thousand, or empty.</param>
/// <param name="Next">The token behind it.</param>
/// <param name="IsWord">Whether it is written in words.</param>
internal readonly record struct ProseNumber(string Digits, string Scale, int Next, bool IsWord)
{
    /// <summary>Its value without the scale.</summary>
    public decimal Unscaled =>
        int.TryParse(Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : decimal.Parse(Digits, NumberStyles.Number, CultureInfo.InvariantCulture);
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
        var digits = Ungrouped(text.Span(index));
        if (digits.Length > 15 || digits.Count('.'.Equals) > 1) return null;
        var behind = Tolerance(text, index + 1);
        if (Lakhs(text, behind, digits) is { } lakhs) return lakhs;
        var (scale, next) = Scale(text, behind);
        return new ProseNumber(digits, scale, next, false);
    }

    /// <summary>The token behind what a number may be off by: "51±19".</summary>
    private static int Tolerance(TokenText text, int index) => text.Is(index, '±') && text.IsNumber(index + 1) ? index + 2 : index;

    /// <summary>A number of lakh (a hundred thousand) or crore (ten million).</summary>
    private static ProseNumber? Lakhs(TokenText text, int index, string digits)
    {
        var isCrore = text.IsLower(index, "crore", "crores");
        if (!isCrore && !text.IsLower(index, "lakh", "lakhs")) return null;
        var number = new ProseNumber(digits, "", index, false).Unscaled * (isCrore ? 10_000_000m : 100_000m);
        return new ProseNumber(number.ToString("0.#####", CultureInfo.InvariantCulture), "", index + 1, false);
    }

    private static string Ungrouped(ReadOnlySpan<char> typed)
    {
        if (!typed.ContainsAny(", \u00A0\u202F")) return typed.ToString();
        Span<char> digits = typed.Length <= 64 ? stackalloc char[typed.Length] : new char[typed.Length];
        var count = 0;
        foreach (var sign in typed)
            if (sign is not (',' or ' ' or '\u00A0' or '\u202F')) digits[count++] = sign;
        return digits[..count].ToString();
    }

    /// <summary>A word for a power of a thousand behind a number, with or without a hyphen, or a letter that stands for one.</summary>
    private static (string Scale, int Next) Scale(TokenText text, int index)
    {
        var at = text.Is(index, '-') && !text[index].IsSpaced ? index + 1 : index;
        if (text[at].Kind != TokenKind.Word) return ("", index);
        var scale = text.Span(at) switch
        {
            "k" when !text[at].IsSpaced => "thousand",
            "K" when !text[at].IsSpaced && Currencies.CodeOf(text.Sign(index - 2)) is not null => "thousand",
            "m" or "mn" when !text[at].IsSpaced => "million",
            "bn" or "b" when !text[at].IsSpaced => "billion",
            "tn" when !text[at].IsSpaced => "trillion",
            { Length: 7 or 8 } => WordFor(text, at),
            _ => "",
        };
        var isShort = !text.Language.IsEnglish && text[at].Length == 3 && text.Is(at + 1, '.') && !text[at + 1].IsSpaced;
        return scale.Length == 0 ? ("", index) : (scale, isShort ? at + 2 : at + 1);
    }

    private static string WordFor(TokenText text, int index)
    {
        foreach (var scale in Figure.Scales)
            if (text.IsLower(index, scale)) return scale;
        return "";
    }

    /// <summary>"twelve", "forty-five", "a hundred", "three hundred and five thousand".</summary>
    private static ProseNumber? InWords(TokenText text, int index)
    {
        if (text.IsLower(index, "a", "an") || text.IsLower(index, "half")) return Article(text, index);
        if (!text.IsIn(index, Vocabulary.Numbers)) return null;
        var (number, next) = BelowHundred(text, index);
        (number, next) = Hundreds(text, number, next);
        if (text.Is(next, "dozen")) (number, next) = (number * 12, next + 1);
        var (scale, behind) = Scale(text, next);
        return new ProseNumber(number.ToString(CultureInfo.InvariantCulture), scale, behind, true);
    }

    private static ProseNumber? Article(TokenText text, int index)
    {
        var isHalf = text.IsLower(index, "half");
        var at = isHalf && text.Is(index + 1, "a") ? index + 2 : index + 1;
        if (text[at].Kind != TokenKind.Word || !Vocabulary.Scales.TryGet(text.Span(at), out var factor))
            return text.IsLower(index, "a") && text.Is(at, "dozen") ? new ProseNumber("12", "", at + 1, true) : null;
        if (isHalf) return factor >= 1000 ? new ProseNumber("0.5", text.Lower(at), at + 1, true) : null;
        return factor == 100 ? new ProseNumber("100", "", at + 1, true) : new ProseNumber("1", text.Lower(at), at + 1, true);
    }

    private static (int Number, int Next) BelowHundred(TokenText text, int index)
    {
        if (!Vocabulary.Numbers.TryGet(text.Span(index), out var number) || number < 20) return (number, index + 1);
        var ones = text.Is(index + 1, '-') && !text[index + 1].IsSpaced ? index + 2 : index + 1;
        return text[ones].Kind == TokenKind.Word && Vocabulary.Numbers.TryGet(text.Span(ones), out var one) && one < 10
            ? (number + one, ones + 1)
            : (number, index + 1);
    }

    private static (int Number, int Next) Hundreds(TokenText text, int number, int next)
    {
        if (number >= 100 || !text.Is(next, "hundred")) return (number, next);
        var rest = text.Is(next + 1, "and") ? next + 2 : next + 1;
        if (!text.IsIn(rest, Vocabulary.Numbers)) return (number * 100, next + 1);
        var (ones, behind) = BelowHundred(text, rest);
        return ((number * 100) + ones, behind);
    }
}
