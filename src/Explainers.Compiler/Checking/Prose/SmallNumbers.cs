namespace Explainers.Checking.Prose;

/// <summary>
/// Tells whether a number word below ten is a figure: where it counts who died, was hurt, saved, arrested, charged or sentenced, or how
/// somebody voted. Elsewhere, "two" and "three" are words like others.
/// </summary>
internal static class SmallNumbers
{
    /// <summary>How far behind the number a verb is looked for.</summary>
    private const int Behind = 7;

    /// <summary>How far before the number.</summary>
    private const int Before = 3;

    /// <summary>How far before the last of a list.</summary>
    private const int List = 15;

    /// <summary>How many words stand between the number and what it counts.</summary>
    private const int Nouns = 3;

    /// <summary>Whether the number between two tokens is a figure.</summary>
    public static bool IsFigure(TokenText text, int i, int next)
    {
        if (text.Is(i, "one")) return false;
        if (text.IsIn(i - 1, Reaching) && IsToll(text, i)) return true;
        for (var at = next; at < next + Nouns && text[at].Kind == TokenKind.Word; at++)
        {
            if (text.IsIn(at, FigureWords.Counts)) return true;
            if (text.IsIn(at, Vocabulary.Functions)) break;
        }
        for (var at = i - 1; at >= i - Before && Continues(text, at); at--)
            if (text.IsIn(at, FigureWords.Harm)) return CountsPersons(text, next);
        if (!CountsPersons(text, next)) return false;
        if (text.Is(i - 1, "and") && NamesPersons(text, next) && EndsListOfHarm(text, i)) return true;
        for (var at = next; at < next + Behind && Continues(text, at); at++)
        {
            if (text.IsIn(at, FigureWords.Harm)) return true;
            if (at > next && (text.IsNumber(at) || text.IsIn(at, Vocabulary.Numbers))) return false;
        }
        return false;
    }

    private static readonly WordTable<bool> Reaching = Vocabulary.Set("from to at of reached reaches least");

    /// <summary>"The death toll has risen from three to four."</summary>
    private static bool IsToll(TokenText text, int i)
    {
        for (var at = i - 1; at >= i - Toll && text.Sign(at) is not ('.' or ';'); at--)
            if (text.IsLower(at, "toll", "tolls")) return true;
        return false;
    }

    /// <summary>How far before the number a toll is named.</summary>
    private const int Toll = 24;

    private static bool Continues(TokenText text, int i) => text[i].Kind != TokenKind.Sign || text.Is(i, '-');

    /// <summary>"killed an officer, a journalist, and two soldiers".</summary>
    private static bool EndsListOfHarm(TokenText text, int i)
    {
        for (var at = i - 1; at >= i - List && text.Sign(at) is not ('.' or ';'); at--)
            if (text.IsIn(at, FigureWords.Harm)) return true;
        return false;
    }

    /// <summary>Whether people are counted, or nothing is named.</summary>
    private static bool CountsPersons(TokenText text, int next) =>
        text[next].Kind != TokenKind.Word || text.IsIn(next, Vocabulary.Functions) || text.IsIn(next, FigureWords.Harm)
            || NamesPersons(text, next) || (text.IsName(next) && text.Span(next) is [_, _, .., 's']);

    private static bool NamesPersons(TokenText text, int next)
    {
        for (var at = next; at < next + Nouns + 1 && text[at].Kind == TokenKind.Word; at++)
            if (text.IsIn(at, FigureWords.Persons)) return true;
        return false;
    }
}
