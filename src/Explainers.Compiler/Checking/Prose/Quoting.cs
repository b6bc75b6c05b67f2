using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Checking.Prose;

/// <summary>How a quotation in prose stands to one of a sheet's.</summary>
internal enum QuotingKind
{
    /// <summary>It is the whole of it.</summary>
    Whole,

    /// <summary>It is a part of it.</summary>
    Part,

    /// <summary>It has the whole of it and more.</summary>
    Longer,

    /// <summary>It is nearly the same.</summary>
    Changed,

    /// <summary>It is the same, and somebody else says it.</summary>
    OtherSpeaker,
}

/// <summary>A quotation in prose held against one of a sheet's.</summary>
/// <param name="Fact">The quotation of the sheet.</param>
/// <param name="Kind">How they stand to each other.</param>
/// <param name="Typed">The words in prose that differ, or who says it there.</param>
/// <param name="Known">The words of the sheet that differ, or who says it there.</param>
internal sealed record Quoting(Fact Fact, QuotingKind Kind, string Typed = "", string Known = "")
{
    /// <summary>From how many words on two quotations can be nearly the same.</summary>
    private const int FewestWords = 4;

    /// <summary>How many words are compared at most; a longer quotation is read so far.</summary>
    private const int MostWords = 300;

    /// <summary>One word of so many may differ.</summary>
    private const int Tolerance = 5;

    /// <summary>How far from a quotation a verb of saying belongs to it.</summary>
    private const int Near = 4;

    private static readonly WordTable<bool> Saying = Vocabulary.Set("""
        said says say saying told tells stated states wrote writes added adds announced warned tweeted commented explained replied insisted
        argued noted declared asked vowed promised claimed
        """);

    /// <summary>The quotation of the sheets that a quotation in prose is, or is nearly, or null.</summary>
    public static Quoting? Of(TypedFigure figure, TokenText text, Sentence sentence, ImmutableArray<NearSheet> near)
    {
        if (figure.Value is not TextValue { Text: var typed }) return null;
        Quoting? best = null;
        string[]? words = null;
        foreach (var sheet in near)
        {
            foreach (var place in sheet.Sheet.Index.Agreeing(figure))
            {
                var fact = sheet.Sheet.Index[place];
                if (fact.Fact.Value is not QuoteValue || Compare(fact, typed, words ??= Words(typed)) is not { } found) continue;
                if (best is null || found.Kind < best.Kind) best = found;
            }
        }
        if (best is not { Kind: QuotingKind.Whole or QuotingKind.Part }) return best;
        var speaker = ((QuoteValue)best.Fact.Value).Speaker;
        return Speaks(figure, text, sentence, speaker) is { } other
            ? new Quoting(best.Fact, QuotingKind.OtherSpeaker, other, speaker)
            : best;
    }

    private static Quoting? Compare(NamedFact named, string typed, string[] all)
    {
        var (fact, known) = (named.Fact, named.Quoted);
        var pieces = typed.Split(["...", "…"], StringSplitOptions.RemoveEmptyEntries)
            .Select(Words).Where(words => words.Length > 0).ToArray();
        if (pieces.Length == 0) return null;
        if (pieces.All(piece => WordDifference.Has(known, piece)))
        {
            var isWhole = pieces is [{ Length: var length }] && length == known.Length;
            var words = pieces is [var only] ? InSheet(only, ((QuoteValue)fact.Value).Text) : "";
            return new Quoting(fact, isWhole ? QuotingKind.Whole : QuotingKind.Part, "", words);
        }
        if (WordDifference.Has(all, known)) return new Quoting(fact, QuotingKind.Longer);
        if (Nearly(all, known) is { } part) return new Quoting(fact, QuotingKind.Changed, part.Typed, part.Known);
        return known.Length < all.Length && Nearly(known, all) is { } inside
            ? new Quoting(fact, QuotingKind.Changed, inside.Known, inside.Typed)
            : null;
    }

    /// <summary>The words of a part as the sheet has them, or nothing where they cannot be found in a row.</summary>
    private static string InSheet(string[] part, string whole)
    {
        var text = new TokenText(whole);
        for (var first = 0; first < text.Count; first++)
        {
            var (at, next) = (first, 0);
            for (; at < text.Count && next < part.Length; at++)
            {
                if (FigureMatch.Plain(text.Span(at).ToString()) is not { Length: > 0 } word) continue;
                if (word != part[next]) break;
                next++;
            }
            if (next == part.Length) return text.Text[text[first].Start..text[at - 1].End];
        }
        return "";
    }

    private static WordDifference? Nearly(string[] part, string[] whole)
    {
        if (part.Length < FewestWords) return null;
        var (most, others) = (Math.Max(1, part.Length / Tolerance), 0);
        foreach (var word in part)
            if (!whole.Contains(word) && ++others > most) return null;
        return WordDifference.Find(part, whole) is { } found && found.Edits <= most ? found : null;
    }

    /// <summary>The words of a quotation that are compared, without their punctuation.</summary>
    public static string[] Words(string text) =>
        [.. FigureMatch.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];

    /// <summary>Who says a quotation, where that is somebody other than the speaker.</summary>
    private static string? Speaks(TypedFigure figure, TokenText text, Sentence sentence, string speaker)
    {
        var names = Folding.Fold(speaker).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!new TokenText(speaker).HasNames) return null;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var isInside = i >= sentence.FigureFirst && i < sentence.FigureEnd;
            if (!isInside && text[i].Kind == TokenKind.Word && names.Contains(Folding.Fold(text.Span(i).ToString()))) return null;
        }
        return SpeakerIn(text, sentence);
    }

    /// <summary>The name of who says the quotation of a sentence, or null.</summary>
    public static string? SpeakerIn(TokenText text, Sentence sentence)
    {
        for (var i = sentence.FigureEnd; i < Math.Min(sentence.End, sentence.FigureEnd + Near); i++)
            if (text.IsIn(i, Saying)) return NameAt(text, i - 1, -1, sentence.FigureEnd) ?? NameAt(text, i + 1, 1, sentence.End - 1);
        for (var i = sentence.FigureFirst - 1; i >= Math.Max(sentence.First, sentence.FigureFirst - Near); i--)
            if (text.IsIn(i, Saying)) return NameAt(text, i - 1, -1, sentence.First);
        return null;
    }

    /// <summary>The name that ends or begins at a token, read towards a limit.</summary>
    private static string? NameAt(TokenText text, int at, int step, int limit)
    {
        if (text.Is(at, ',')) at += step;
        var end = at;
        while ((end - limit) * step <= 0 && text.IsCapital(end) && text[end].Length > 1 && !text.IsIn(end, Vocabulary.Starters))
            end += step;
        // A German noun before a verb of saying may be an office: "sagte die Ministerin".
        if (end == at || (!text.Language.IsEnglish && Math.Abs(end - at) < 2)) return null;
        var (first, last) = step < 0 ? (end + 1, at) : (at, end - 1);
        return text.Text[text[first].Start..text[last].End];
    }
}
