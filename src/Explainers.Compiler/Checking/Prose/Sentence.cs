namespace Explainers.Checking.Prose;

/// <summary>The sentence around a figure, and the part of it between commas, in tokens.</summary>
internal readonly record struct Sentence(int First, int End, int PartFirst, int PartEnd, int FigureFirst, int FigureEnd)
{
    /// <summary>How far a sentence is followed on either side; beyond, nobody reads it as one.</summary>
    private const int Reach = 150;

    /// <summary>The sentence around a figure.</summary>
    /// <param name="text">The text.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="before">The sentence of the figure before, which is often the same.</param>
    public static Sentence Around(TokenText text, TypedFigure figure, Sentence before = default)
    {
        var first = before.End > 0 && figure.Start <= text[before.End - 1].Start ? before.FigureEnd : text.After(figure.Start);
        while (first < text.Count && text[first].End <= figure.Start) first++;
        var end = first;
        while (end < text.Count && text[end].Start < figure.End) end++;
        var (start, last) = (first, end);
        if (first >= before.First && end <= before.End && before.End - before.First < Reach) (start, last) = (before.First, before.End);
        else
        {
            while (start > Math.Max(0, first - Reach) && !Ends(text, start - 1)) start--;
            while (last < Math.Min(text.Count, end + Reach) && !Ends(text, last)) last++;
        }
        var (partFirst, partEnd) = (first, end);
        while (partFirst > start && !Divides(text, partFirst - 1)) partFirst--;
        while (partEnd < last && !Divides(text, partEnd)) partEnd++;
        return new Sentence(start, last, partFirst, partEnd, first, end);
    }

    /// <summary>Whether a name belongs to the figure: "the Alaska purchase of 1868", "the 9-kilometre Sorrel Bridge".</summary>
    public bool IsAttached(TokenText text, (int First, int Last) name) =>
        name.First == FigureEnd || (name.Last + 2 == FigureFirst && text.Is(name.Last + 1, "of"));

    private static bool Ends(TokenText text, int i)
    {
        var sign = text.Sign(i);
        return sign is '!' or '?'
            || (sign == '.' && text[i + 1].IsSpaced
                && (i + 1 >= text.Count || text[i + 1].Kind != TokenKind.Word || text.IsCapital(i + 1)) && text[i - 1].Length > 1
                && !(!text.Language.IsEnglish && text.IsNumber(i - 1) && text[i - 1].Length < 3)
                && !text.Is(i - 1, "Mio") && !text.Is(i - 1, "Mrd")
                && !text.Is(i - 1, "No") && !text.Is(i - 1, "Mr") && !text.Is(i - 1, "Mrs") && !text.Is(i - 1, "Dr"));
    }

    private static bool Divides(TokenText text, int i) => text.Sign(i) is ',' or ';' or ':' or '—' or '(' or ')';
}
