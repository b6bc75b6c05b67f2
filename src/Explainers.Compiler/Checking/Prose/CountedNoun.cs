using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>Tells whether prose counts what a fact counts: "155 wind turbines" turbines, "six people" the dead.</summary>
internal static class CountedNoun
{
    /// <summary>How many words behind a number can name what it counts.</summary>
    private const int Words = 4;

    private static readonly WordTable<bool> Anybody = Vocabulary.Set("""
        people persons person others killed dead deaths injured wounded hurt missing arrested detained rescued displaced hospitalised
        hospitalized adults individuals
        """);

    /// <summary>Words between a number and what it counts.</summary>
    public static readonly WordTable<bool> Passed = Vocabulary.Set("other such");

    /// <summary>A figure with the words that may name what it counts.</summary>
    public static TypedFigure Named(TypedFigure figure, TokenText text)
    {
        if (figure.Value is not (NumberValue or QuantityValue { Unit.IsCount: true })) return figure;
        var end = text.After(figure.End - 1) + 1;
        var nouns = ImmutableArray.CreateBuilder<string>(Words);
        if (figure.Value is QuantityValue { Unit.Single.Symbol: var first }) nouns.Add(first);
        // "four-star generals" counts stars.
        var words = nouns.Count > 0 && IsJoin(text, end - 2) ? 1 : Words;
        for (var i = end; i < text.Count && nouns.Count < words; i++)
        {
            if ((text.IsNumber(i) && text[i].Length == 3) || IsJoin(text, i) || (nouns.Count == 0 && text.IsIn(i, Passed))) continue;
            if (text[i].Kind != TokenKind.Word || text.IsIn(i, Vocabulary.Functions) || (nouns.Count == 0 && IsVerb(text, i))) break;
            nouns.Add(text.Lower(i));
        }
        var before = text.After(figure.Start) - 1;
        var isAge = text.IsLower(before, "age", "aged") || (text.Is(before, "of") && text.Is(before - 1, "age"))
            || (text.Is(before, ',') && text.Is(end, ',') && figure.Value is NumberValue { Figure.Number: < 120 });
        var isOfNation = text.IsName(end) && text.Span(end) is [_, _, .., 's'] && !text.IsName(end + 1);
        return figure with { IsOfNation = isOfNation, Nouns = nouns.ToImmutable(), NounStems = [.. nouns.Select(Stems.Of)], IsAge = isAge };
    }

    private static bool IsJoin(TokenText text, int i) =>
        text.Sign(i) is '-' or '‑' && !text[i].IsSpaced && text[i + 1] is { Kind: TokenKind.Word, IsSpaced: false };

    /// <summary>"150 attended", but not "150 injured people".</summary>
    public static bool IsVerb(TokenText text, int i) =>
        text.Span(i) is [_, _, .., 'e', 'd'] && !Anybody.Has(text.Span(i))
            && (text[i + 1].Kind != TokenKind.Word || text.IsIn(i + 1, Vocabulary.Functions) || text.IsName(i + 1));

    /// <summary>Whether a figure may count what a unit of a sheet counts.</summary>
    public static bool Agrees(TypedFigure figure, Unit known)
    {
        if (known.Single?.Symbol is not { } noun) return false;
        if (figure.Nouns.IsEmpty) return figure.Value is NumberValue;
        return Same(figure, noun) || IsAnybody(figure, noun) || (figure.IsOfNation && Anybody.Has(noun));
    }

    /// <summary>Whether a figure names the very noun of a unit.</summary>
    public static bool IsSame(TypedFigure figure, Unit known) => known.Single?.Symbol is { } noun && Same(figure, noun);

    /// <summary>Whether a figure counts just anybody, or does not say whom.</summary>
    public static bool IsOfAnyone(TypedFigure figure) =>
        figure.Nouns.IsEmpty ? figure.Value is NumberValue : figure.Nouns.All(noun => Anybody.Has(noun) || !FigureWords.Persons.Has(noun))
            && figure.Nouns.Any(noun => Anybody.Has(noun));

    /// <summary>Whether a unit of a sheet counts just anybody.</summary>
    public static bool IsAnyone(Unit known) => known.Single?.Symbol is { } noun && Anybody.Has(noun);

    /// <summary>Whether what follows a number is one thing, which it measures and does not count: "a 6.6 aftershock".</summary>
    public static bool IsSingle(TypedFigure figure) =>
        figure.Nouns is [var noun, ..] && !noun.EndsWith('s') && !FigureWords.Persons.Has(noun);

    private static bool Same(TypedFigure figure, string noun)
    {
        if (figure.NounStems.IsEmpty) return false;
        Span<char> space = noun.Length <= Stems.UsualLength ? stackalloc char[Stems.UsualLength] : new char[noun.Length];
        var stem = Stems.Of(noun, space);
        foreach (var other in figure.NounStems)
            if (stem.SequenceEqual(other)) return true;
        return false;
    }

    private static bool IsAnybody(TypedFigure figure, string noun)
    {
        var (isAnybody, isPerson) = (Anybody.Has(noun), FigureWords.Persons.Has(noun) || Anybody.Has(noun));
        foreach (var word in figure.Nouns)
            if ((isAnybody && (FigureWords.Persons.Has(word) || Anybody.Has(word))) || (isPerson && Anybody.Has(word))) return true;
        return false;
    }
}
