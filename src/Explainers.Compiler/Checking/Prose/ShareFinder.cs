namespace Explainers.Checking.Prose;

/// <summary>
/// Finds what counts without being a plain number: parts of a whole ("a third", "one in four", "3/5"), multiples ("doubled", "twice as
/// fast"), magnitudes ("tens of thousands", "several hundred") and ranks ("ranked 12th"). They are not compared with facts.
/// </summary>
internal sealed class ShareFinder(TokenText text)
{
    /// <summary>The share, multiple, magnitude or rank that begins at a token, or null.</summary>
    public (TypedFigure Figure, int Next)? At(int i)
    {
        if (text.IsNumber(i)) return Slashed(i) ?? OneIn(i) ?? Times(i);
        if (text[i].Kind != TokenKind.Word) return null;
        // Every third sentence has an "a", so what cannot begin with it is not tried.
        if (text.Is(i, "a")) return Part(i);
        if (text.IsIn(i, Vocabulary.Numbers)) return Part(i) ?? OneIn(i) ?? Times(i);
        return Every(i) ?? Half(i) ?? Twice(i) ?? Multiple(i) ?? Magnitude(i) ?? Rank(i);
    }

    /// <summary>"3/5", "27/100,000"; neither dates nor marks out of some number that is unusual for a part.</summary>
    private (TypedFigure, int)? Slashed(int i)
    {
        if (!text[i].IsSpaced && i > 0 && text.Sign(i - 1) is not ('(' or '“' or '‘')) return null;
        if (!text.Is(i + 1, '/') || text[i + 1].IsSpaced || !text.IsNumber(i + 2) || text[i + 2].IsSpaced) return null;
        if (!text[i + 3].IsSpaced && text.Sign(i + 3) is not ('.' or ',' or ')' or ';' or ':' or '”')) return null;
        var whole = text.Span(i + 2);
        var isPart = text[i].Length == 1 && (whole is ['2'] or ['3'] or ['4'] or ['5'] or ['6'] or ['8'] || whole is ['1', '0']);
        return isPart || whole.Contains(',') ? Done(i, i + 3) : null;
    }

    /// <summary>"a third of", "one-third", "by a quarter".</summary>
    private (TypedFigure, int)? Part(int i)
    {
        var isOne = text.Is(i, "one");
        if (!isOne && !text.Is(i, "a")) return null;
        var at = Joined(i + 1) ? i + 2 : i + 1;
        if (!text.IsIn(at, FigureWords.Parts) || text.Is(at, "half")) return null;
        var isFigure = (isOne && at > i + 1) || text.Is(at + 1, "of") || (!text.Language.IsEnglish && text.Is(at + 1, "the"))
            || (text.IsIn(i - 1, FigureWords.BeforeParts) && !Names(at + 1));
        return isFigure ? Done(i, at + 1) : null;
    }

    private bool Names(int i) => QuantityFinder.IsNoun(text, i) && !text.IsLower(i, "more", "less") && !text.IsLower(i, "higher", "lower");

    /// <summary>"every third voter"; not "every second day", which says how often.</summary>
    private (TypedFigure, int)? Every(int i) =>
        text.Is(i, "every") && text.IsIn(i + 1, FigureWords.Ordinals) && !text.IsLower(i + 1, "last", "first")
            && !QuantityFinder.IsUnitWord(text, i + 2) && !text.Is(i + 2, "time")
            ? Done(i, i + 2)
            : null;

    private (TypedFigure, int)? Half(int i)
    {
        if (!text.Is(i, "half") || text.IsIn(i - 1, FigureWords.OneOfHalves) || text.IsIn(i - 1, Vocabulary.Owners)) return null;
        var isMeant = text.IsIn(i - 1, FigureWords.BeforeParts) && !text.Is(i - 1, "to") && !text.Is(i - 1, "just");
        if (text.IsIn(i + 1, FigureWords.BehindHalf))
        {
            for (var behind = i + 2; behind <= i + 3; behind++)
                if (text.IsIn(behind, FigureWords.HalfManners)) return null;
            return text.Is(i - 1, "a") || (text.Is(i - 1, "the") && text.Language.IsEnglish) ? null : Done(i, i + 1);
        }
        return isMeant && !text.Is(i + 1, "a") && !text.Is(i + 1, "an") && !QuantityFinder.IsNoun(text, i + 1) && !text.Is(i + 1, '-')
            ? Done(i, i + 1)
            : null;
    }

    /// <summary>"one in four", "1 in 5", "two out of three"; neither "three in 2008" nor "five in 20 minutes".</summary>
    private (TypedFigure, int)? OneIn(int i)
    {
        if (NumberReader.Read(text, i) is not { Scale: "", Unscaled: > 0 and < 100 } part) return null;
        var at = part.Next;
        var isOut = text.Is(at, "out") && text.Is(at + 1, "of");
        if (!isOut && !text.Is(at, "in")) return null;
        at += isOut ? 2 : 1;
        if (text.Is(at, "every")) at++;
        if (text.Is(at, "a") || NumberReader.Read(text, at) is not { } whole || DateFinder.IsYear(text, at)) return null;
        if (whole.Scale.Length == 0 && whole.Unscaled <= part.Unscaled) return null;
        var isTime = QuantityFinder.IsUnitWord(text, whole.Next) || Vocabulary.Month(text.Span(whole.Next)) > 0;
        return (isTime && !isOut) || (!isOut && part.Unscaled > 10) ? null : Done(i, whole.Next);
    }

    /// <summary>"three times as many", "2.5 times higher".</summary>
    private (TypedFigure, int)? Times(int i)
    {
        if (NumberReader.Read(text, i) is not { } number || !text.Is(number.Next, "times")) return null;
        return text.IsIn(number.Next + 1, FigureWords.Compared) && !text.IsIn(i - 1, FigureWords.Ordinals)
            ? Done(i, number.Next + 1)
            : null;
    }

    private (TypedFigure, int)? Twice(int i) =>
        text.Is(i, "twice") && text.IsIn(i + 1, FigureWords.Compared) ? Done(i, i + 1) : null;

    private (TypedFigure, int)? Multiple(int i)
    {
        if (text.IsName(i) && !text.BeginsSentence(i)) return null;
        if (text.IsIn(i, FigureWords.Multiples))
        {
            var isMeant = text.IsIn(i - 1, FigureWords.AroundMultiples) || text.IsIn(i + 1, FigureWords.AroundMultiples)
                || text.Span(i) is [.., 'f', 'o', 'l', 'd'] || !text.Language.IsEnglish;
            return isMeant && !text.IsIn(i + 1, FigureWords.BehindMultiples) ? Done(i, i + 1) : null;
        }
        return text.Is(i, "double") && text.IsLower(i + 1, "the", "its") && !text.Is(i - 1, "a") ? Done(i, i + 1) : null;
    }

    private (TypedFigure, int)? Magnitude(int i)
    {
        if (text.IsName(i) && !text.BeginsSentence(i)) return null;
        var isMany = text.IsIn(i, FigureWords.Magnitudes);
        if (!isMany && !(text.IsIn(i, FigureWords.MagnitudesOf) && text.Is(i + 1, "of") && !text.IsNumber(i + 2)))
            return text.IsIn(i, FigureWords.Some) && text.IsIn(i + 1, FigureWords.BareScales) ? Done(i, i + 2) : null;
        var next = i + 1;
        while (text.Is(next, "of") && text.IsIn(next + 1, FigureWords.Magnitudes)) next += 2;
        var noun = text.Is(next, "of") ? next + 1 : next;
        return text.IsIn(noun, Vocabulary.Idioms) ? null : Done(i, next);
    }

    private (TypedFigure, int)? Rank(int i)
    {
        if (!text.IsIn(i, FigureWords.Ranking)) return null;
        var at = text.Is(i + 1, "as") ? i + 2 : i + 1;
        if (text.IsIn(at, FigureWords.Ordinals)) return Done(at, at + 1);
        var isOrdinal = text.IsNumber(at) && !text[at + 1].IsSpaced
            && (text.IsLower(at + 1, "st", "nd") || text.IsLower(at + 1, "rd", "th"));
        return isOrdinal ? Done(at, at + 2) : null;
    }

    private bool Joined(int i) => text.Sign(i) is '-' or '‑' && !text[i].IsSpaced && !text[i + 1].IsSpaced;

    private (TypedFigure, int) Done(int first, int next) =>
        (new TypedFigure(FigureKind.Quantity, text[first].Start, text[next - 1].End, null), next);
}
