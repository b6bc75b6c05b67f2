using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Checking.Prose;

/// <summary>What a figure in prose is.</summary>
internal enum FigureKind
{
    /// <summary>A year, month or day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A sum of money.</summary>
    Money,

    /// <summary>A number, alone or of something.</summary>
    Quantity,

    /// <summary>Votes, or a part of a whole in numbers.</summary>
    Vote,

    /// <summary>The words of somebody else.</summary>
    Quotation,
}

/// <summary>A figure, date or quotation that is typed into prose.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its offset in the text.</param>
/// <param name="End">The offset behind it.</param>
/// <param name="Value">What it says, or null where that cannot be compared with a fact.</param>
internal sealed record TypedFigure(FigureKind Kind, int Start, int End, FactValue? Value)
{
    /// <summary>Month and day of a date without a year; otherwise 0.</summary>
    public (int Month, int Day) DayOfYear { get; init; }

    /// <summary>Whether it says how old somebody is: "at age 93".</summary>
    public bool IsAge { get; init; }

    /// <summary>Whether it counts people by where they are from: "two Americans".</summary>
    public bool IsOfNation { get; init; }

    /// <summary>Whether it is written as a score, which either side may stand first in: "2–0".</summary>
    public bool IsScore { get; init; }

    /// <summary>Whether it is ten years by their first: "the 1990s".</summary>
    public bool IsDecade { get; init; }

    /// <summary>
    /// Whether it counts only where a sheet says the same: a small number in words, "seven astronauts", or the year in a name, "the 2014
    /// Monaco Grand Prix".
    /// </summary>
    public bool IsSmall { get; init; }

    /// <summary>The words that may name what a number counts, in small letters.</summary>
    public ImmutableArray<string> Nouns { get; init; } = [];

    /// <summary>Their stems.</summary>
    public ImmutableArray<string> NounStems { get; init; } = [];
}
