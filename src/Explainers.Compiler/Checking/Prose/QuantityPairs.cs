using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <content>Two numbers that are one figure.</content>
internal sealed partial class QuantityFinder
{
    /// <summary>Two numbers with a word between them: votes, years, a range, a part of a whole.</summary>
    private (TypedFigure, int)? Pair(int i, ProseNumber first)
    {
        var at = first.Next;
        var isVotes = text.IsLower(at, "vote", "votes");
        if (isVotes) at++;
        if (Ballot(i, first) is { } ballot) return ballot;
        if (text.Is(at, "of") && NumberReader.Read(text, text.Is(at + 1, "the") ? at + 2 : at + 1) is { } whole
            && !(first.IsWord && first.Unscaled < 2 && (whole.IsWord || text.Is(at + 1, "the"))))
            return (Figure(FigureKind.Vote, i, whole.Next, null), whole.Next);
        var isScored = text.Is(at, ':') && !text[at].IsSpaced && !text.Language.IsEnglish;
        var isPair = isScored || text.Is(at, "to") || text.Sign(at) is '–' or '-' || (text.Is(at, "and") && text.Is(i - 1, "between"));
        if (!isPair) return null;
        if (NumberReader.Read(text, at + 1) is not { } second || first.IsWord != second.IsWord) return null;
        if (DateFinder.IsYear(text, i) && second.Scale.Length == 0 && !IsNoun(text, second.Next)) return null;
        if (text.Is(at, '-') && (!text[at + 1].IsSpaced && traps.Catches(i, at, false))) return null;
        if (Measured(at + 1, second) is var (_, measured) || (IsNoun(text, second.Next) && !isVotes && (measured = second.Next + 1) > 0))
            return (Figure(FigureKind.Quantity, i, measured, null), measured);
        var isVote = first is { Scale: "", Unscaled: < 2000 } && second is { Scale: "", Unscaled: < 2000 } && !text.Is(i - 1, "from")
            && !(first.IsWord && !isVotes);
        if (!isVote) return first.IsWord && !isVotes ? null : (Figure(FigureKind.Quantity, i, second.Next, null), second.Next);
        var isGame = text.Is(at, '–') || (text.Is(at, '-') && IsGame(i));
        var isScore = isGame && first.Unscaled < 100 && second.Unscaled < 100 && !traps.IsLabel(i - 1);
        return traps.IsNamed(i) && !isScore && !isScored
            ? null
            : (Figure(FigureKind.Vote, i, second.Next, new VoteValue((int)first.Unscaled, (int)second.Unscaled)) with
            {
                IsScore = isScored || text.Sign(at) is '–' or '-',
            }, second.Next);
    }

    /// <summary>Whether somebody wins or loses in the words before.</summary>
    private bool IsGame(int i)
    {
        for (var before = i - 1; before >= i - GameReach && text.Sign(before) is not ('.' or ';'); before--)
            if (text.IsIn(before, Games)) return true;
        return false;
    }

    /// <summary>How far before a score its verb stands.</summary>
    private const int GameReach = 8;

    private static readonly WordTable<bool> Games = Vocabulary.Set(
        "beat beats beating defeated defeats defeating won lost drew led trailed");

    /// <summary>"74 yeas and 25 nays", "51 votes for and 49 against".</summary>
    private (TypedFigure, int)? Ballot(int i, ProseNumber first)
    {
        var at = text.IsLower(first.Next, "vote", "votes") ? first.Next + 1 : first.Next;
        if (!text.IsIn(at, Vocabulary.Yeas)) return null;
        if (text.Is(at, "in")) at++;
        at++;
        while (text.Sign(at) == ',' || text.IsLower(at, "and", "to")) at++;
        if (NumberReader.Read(text, at) is not { Scale: "", Unscaled: < 2000 } second) return null;
        if (!text.IsIn(second.Next, Vocabulary.Nays)) return null;
        return (Figure(FigureKind.Vote, i, second.Next + 1, new VoteValue((int)first.Unscaled, (int)second.Unscaled)), second.Next + 1);
    }
}
