using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>
/// Finds quotations between any marks: “ ”, " ", ‘ ’, « », „ “. One that runs on into the next paragraph ends with its own. Titles of works
/// are none.
/// </summary>
internal sealed class QuotationFinder(TokenText text)
{
    /// <summary>How many words make a quotation; fewer are a term or a scare quote.</summary>
    private const int QuotationWords = 4;

    /// <summary>How many tokens a quotation has at most; a mark that is not closed by then was a slip.</summary>
    private const int LongestQuotation = 500;

    /// <summary>How many letters a word of a title has at least that begins with a small one.</summary>
    private const int SmallTitleWord = 4;

    /// <summary>Whether a sign opens a quotation.</summary>
    public static bool Opens(char sign) => sign is '“' or '„' or '"' or '‘' or '«' or '‚' or '‹';

    /// <summary>The quotation that begins at a token, or null, and the token behind it, or behind a title.</summary>
    public (TypedFigure? Figure, int Next)? At(int i)
    {
        var open = text.Sign(i);
        if (!Opens(open) || (open is '"' or '‘' && !CanOpen(i))) return null;
        if (EndOf(i, open) is not (var end, var isClosed)) return null;
        var words = 0;
        for (var at = i + 1; at < end; at++)
            if (text[at].Kind != TokenKind.Sign && (text[at].IsSpaced || at == i + 1)) words++;
        if (words < QuotationWords) return null;
        if (IsTitle(i + 1, end)) return (null, end + 1);
        var last = isClosed ? end : end - 1;
        var inside = text.Text[text[i].End..(isClosed ? text[end].Start : text[last].End)];
        return (new TypedFigure(FigureKind.Quotation, text[i].Start, text[last].End, new TextValue(inside)), last + 1);
    }

    private bool CanOpen(int i) =>
        (text[i].IsSpaced || i == 0 || text[i - 1].Kind == TokenKind.Sign) && i + 1 < text.Count && !text[i + 1].IsSpaced;

    /// <summary>The token that closes a quotation, or the end of the text where a quotation runs on, or null.</summary>
    private (int End, bool IsClosed)? EndOf(int i, char open)
    {
        var last = Math.Min(text.Count, i + LongestQuotation);
        for (var end = i + 1; end < last; end++)
            if (Closes(end, open)) return (end, true);
        var runsOn = last == text.Count && open is '“' or '„' or '«' && (i == 0 || text.Sign(i - 1) is ':' or ',');
        return runsOn ? (last, false) : null;
    }

    private bool Closes(int i, char open) => (open, text.Sign(i)) switch
    {
        ('“', '”') or ('„', '”' or '“') or ('«', '»') or ('‹', '›') or ('"', '"') => true,
        ('‘' or '‚', '’' or '‘') => ClosesInner(i),
        _ => false,
    };

    /// <summary>Whether a mark closes, and is no apostrophe: "the workers’ rights".</summary>
    private bool ClosesInner(int i)
    {
        if (i + 1 < text.Count && !text[i + 1].IsSpaced && text[i + 1].Kind != TokenKind.Sign) return false;
        var isGenitive = text.Span(i - 1) is [.., 's' or 'S'] && text[i + 1] is { IsSpaced: true, Kind: TokenKind.Word };
        return !isGenitive;
    }

    /// <summary>Whether all longer words begin with a capital letter, and two words do at least.</summary>
    private bool IsTitle(int first, int end)
    {
        var capitals = 0;
        for (var i = first; i < end; i++)
        {
            if (text[i].Kind != TokenKind.Word) continue;
            if (char.IsUpper(text.Span(i)[0])) capitals++;
            else if (text[i].Length >= SmallTitleWord && !text.IsIn(i, Vocabulary.Prepositions)) return false;
        }
        return capitals >= 3 && (char.IsUpper(text.Span(first)[0]) || text.IsNumber(first));
    }
}
