using System.Globalization;
using Explainers.Sources;

namespace Explainers.Diagnostics;

/// <summary>Facts that contradict each other, or cannot be right together.</summary>
internal static partial class Catalog
{
    /// <summary>Two names of one person or organisation for the same time.</summary>
    public static Diagnostic TwoNames(FileSpan at, string actor, string first, string second, string when) =>
        Warning("two-names", at, $"'{actor}' has two names {when}: {Quoted(first)} and {Quoted(second)}",
            "correct 'from:' or 'until:', or list names from the earliest to the latest; other names go under 'aliases:'");

    /// <summary>A time between two names.</summary>
    public static Diagnostic NameGap(FileSpan at, string actor, DateOnly first, DateOnly last) =>
        Warning("name-gap", at, $"'{actor}' has no name from {Day(first)} to {Day(last)}",
            "correct 'from:' or 'until:'; of two names in a row, one date is enough");

    /// <summary>Two roles of one person or organisation for the same time.</summary>
    public static Diagnostic TwoRoles(FileSpan at, string actor, string first, string second, string when) =>
        Warning("two-roles", at, $"'{actor}' has two roles {when}: {Quoted(first)} and {Quoted(second)}",
            "correct 'from:' or 'until:'; two roles at once are one text: 'prime minister and party leader'");

    /// <summary>A reference that states a role after its end.</summary>
    public static Diagnostic RoleEnded(FileSpan at, string actor, string role, DateOnly end, DateOnly day) =>
        Warning("role-ended", at, $"'{actor}' was {Quoted(role)} until {Day(end)}, and this is about {Day(day)}",
            "add the role that followed, such as 'former minister', give 'as_of:', or write | short for the name alone");

    /// <summary>Organisations that are parts of each other.</summary>
    public static Diagnostic CircularParts(FileSpan at, string ring) =>
        Error("circular-parts", at, $"this organisation is part of itself: {ring}", "correct 'part_of:' of one of them");

    /// <summary>A value that is of a later day than the source that it is from.</summary>
    public static Diagnostic DatedAfterSource(FileSpan at, string fact, string key, string held, string source, string published) =>
        Warning("dated-after-source", at, $"'{key}' of '{fact}' is {held}, and its source '{source}' is of {published}",
            "name a later source, correct the date, or say in 'accessed:' when the source was last read");

    /// <summary>One event on two days.</summary>
    public static Diagnostic EventDatesDiffer(FileSpan at, string title, string here, string other, string there) =>
        Warning("event-dates-differ", at, $"{Quoted(title)} is on {here} here, and on {there} in '{other}'",
            "correct the wrong one, keep the event in one sheet only, or give two events two titles");

    /// <summary>Events that a text puts in another order than their dates.</summary>
    public static Diagnostic EventsOutOfOrder(FileSpan at, string words, string second, string later, string first, string earlier) =>
        Warning("events-out-of-order", at,
            $"{Quoted(words)} leads from '{first}', {earlier}, to '{second}', {later}",
            "correct the order of the text or the date");

    /// <summary>An article that states a fact which has been corrected since.</summary>
    public static Diagnostic UnmarkedCorrection(FileSpan at, string fact, string corrected, string dated) =>
        Warning("unmarked-correction", at, $"'{fact}' was corrected on {corrected}, and this article is dated {dated}",
            $"write 'updated: {corrected}', so that readers and feeds are told");

    /// <summary>Coordinates that lie near other places when they are swapped.</summary>
    public static Diagnostic SwappedCoordinates(FileSpan at, string place, string kilometres, string meant) =>
        Warning("swapped-coordinates", at,
            $"'{place}' lies {kilometres} km from the other places of this sheet, and near them at {meant}",
            $"write {meant} if that is meant");

    /// <summary>A column of a chart whose cells count different things.</summary>
    public static Diagnostic MixedUnits(FileSpan at, string table, string column, string units, bool isMoney) =>
        Warning("mixed-units", at, $"the column {Quoted(column)} of '{table}' mixes {(isMoney ? "currencies" : "units")}: {units}",
            "give every row the same one, or split the column; a chart leaves it out");

    /// <summary>Shares of one whole that are more than all of it.</summary>
    public static Diagnostic SharesOver100(FileSpan at, string table, string column, string sum) =>
        Warning("shares-over-100", at, $"the shares in the column {Quoted(column)} of '{table}' add up to {sum} %",
            "correct a share; where they are of different wholes, say so in the column's name");

    /// <summary>Facts that are shares of one whole, and more than all of it.</summary>
    internal static Diagnostic SharesOver100OfFacts(FileSpan at, string parts, string sum) =>
        Warning("shares-over-100", at, $"{parts} are shares of one whole, and add up to {sum} %",
            "correct a share; where they are of different wholes, give them labels and ids that say so");

    /// <summary>A total that is nearly the sum of its parts, and is not.</summary>
    public static Diagnostic SumMismatch(FileSpan at, string total, string written, string parts, string sum) =>
        Warning("sum-mismatch", at, $"'{total}' is {written}, and {parts} add up to {sum}",
            "correct one of them, or compute the total: value: = a + b");

    /// <summary>Two quotations that are nearly the same, or the same with two speakers.</summary>
    public static Diagnostic SimilarQuotations(FileSpan at, string here, string other, string difference) =>
        Warning("similar-quotations", at, $"'{here}' is nearly '{other}': {difference}",
            "check both against their sources, and keep one; give both dates if both were said");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
