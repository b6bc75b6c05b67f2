namespace Explainers.Checking.Prose;

/// <summary>Tells whether a sentence is about somebody or something that a sheet does not know.</summary>
internal static class OtherName
{
    private static readonly WordTable<bool> Saying = Vocabulary.Set(
        "said says told reported reports stated confirmed announced estimated claimed believes according suggested noted warned added");

    private static readonly WordTable<bool> Verbs = Vocabulary.Set(
        "is are was were has have had will would can could did does in of and at on for to");

    /// <summary>Whether another name stands before the figure, outside of who says it.</summary>
    public static bool Stands(TokenText text, Sentence sentence, NamedSheet sheet)
    {
        var first = sentence.First;
        for (var i = sentence.First; i < sentence.FigureFirst; i++)
            if (text.IsIn(i, Saying)) first = i + 1;
        for (var i = first; i < sentence.FigureFirst && !(i > first && IsVerb(text, i)); i++)
        {
            if (!text.IsName(i) || text[i].Length < 2 || sheet.IsKnown(text, i) || IsCommon(text, i) || IsTitle(text, i)) continue;
            if (text.Is(i - 1, "of") && i - 2 >= sentence.First && text.IsName(i - 2) && sheet.IsKnown(text, i - 2)) continue;
            if (i > sentence.First && !text.BeginsSentence(i)) return true;
            if (IsSubject(text, i)) return true;
        }
        return false;
    }

    /// <summary>Whether the subject of the sentence ends here.</summary>
    private static bool IsVerb(TokenText text, int i) =>
        text.IsIn(i, Auxiliaries) || (!text.IsName(i) && text.Span(i) is [_, _, .., 'e', 'd']);

    private static readonly WordTable<bool> Auxiliaries = Vocabulary.Set("is are was were has have had will would can could did does");

    private static bool IsCommon(TokenText text, int i) =>
        text.IsIn(i, Vocabulary.Starters) || text.IsIn(i, Vocabulary.Functions) || text.IsIn(i, Vocabulary.Weekdays)
            || text.IsIn(i, Vocabulary.Numbers) || text.IsIn(i, Vocabulary.Labels)
            || Vocabulary.Month(text.Span(i)) > 0 || text.IsIn(i, FigureWords.Zones);

    /// <summary>Whether a place that the sheet does not know follows the figure: "injured seven people in Sderot".</summary>
    public static bool Follows(TokenText text, Sentence sentence, NamedSheet sheet)
    {
        for (var i = sentence.FigureEnd + 1; i < Math.Min(sentence.End, sentence.FigureEnd + Nouns) && text[i].Kind == TokenKind.Word; i++)
            if (text.IsName(i) && text.IsLower(i - 1, "in", "near") && !sheet.IsKnown(text, i) && !IsCommon(text, i)) return true;
        return false;
    }

    /// <summary>How far behind a figure the place of what it counts stands.</summary>
    private const int Nouns = 4;

    /// <summary>Whether a name is one of those in the labels of a sheet, and not in that of a fact.</summary>
    public static bool IsOf(TokenText text, int i, NamedSheet sheet, NamedFact fact) =>
        text.IsName(i) && !IsCommon(text, i) && !IsTitle(text, i)
            && sheet.Stemming.Of(text.Span(i)) is var stem && stem != StemNumbers.None && !fact.All.Contains(stem);

    /// <summary>Whether a word only says the office of the one who is named behind it: "Archbishop Christodoulos".</summary>
    public static bool IsTitle(TokenText text, int i) => text.IsIn(i, Titles.Words) && text.IsName(i + 1);

    /// <summary>Whether the first word of a sentence is a name: "Ghana, whose", "Lee agreed", "Korean Air", "Boeing's".</summary>
    private static bool IsSubject(TokenText text, int i)
    {
        var word = text.Span(i);
        if (word is [.., '\'' or '’', 's']) return true;
        if (text.IsLower(i + 1, "has", "is") || text.IsLower(i + 1, "was", "had")) return true;
        if (word is [.., 's'] || (text[i + 1].Kind == TokenKind.Word && text.IsIn(i + 1, FigureWords.Persons))) return false;
        return text.Is(i + 1, ',') || text.IsName(i + 1) || text.IsIn(i + 1, Verbs) || text.Span(i + 1) is [.., 'e', 'd'];
    }
}
