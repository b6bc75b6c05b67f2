using System.Globalization;
using Explainers.Sources;

namespace Explainers.Diagnostics;

internal static partial class Catalog
{
    /// <summary>A fact that names no source.</summary>
    public static Diagnostic FactWithoutSource(FileSpan at, string name, string? said) => said is null
        ? Error("fact-without-source", at, $"'{name}' has no source", "name one with 'source:', or say 'source: none' and why in 'note:'")
        : Error(
            "fact-without-source",
            at,
            $"'{name}' says '{said}', but not why in 'note:'",
            "add 'note:' with the reason, which readers see, or name a source");

    /// <summary>A fact that no article states.</summary>
    public static Diagnostic UnusedFact(FileSpan at, string name) =>
        Warning("unused-fact", at, $"no article or page states '{name}'",
            $"refer to it with {{{{ {name} }}}} or under 'key_facts:', or remove it");

    /// <summary>A source that no entry of its sheet names.</summary>
    public static Diagnostic UnusedSource(FileSpan at, string name) =>
        Warning("unused-source", at, $"no fact of this sheet rests on the source '{name}'", "name it at a fact, or remove it");

    /// <summary>An accepted warning that does not occur.</summary>
    public static Diagnostic UnusedAccept(FileSpan at, string code) =>
        Warning("unused-accept", at, $"'{code}' is accepted here, and nothing here gives that warning", "remove it from 'accept:'");

    /// <summary>A fact whose date of review has passed.</summary>
    public static Diagnostic StaleFact(FileSpan at, string name, string due, string today) =>
        Warning("stale-fact", at, $"'{name}' was to be reviewed by {due}, and today is {today}",
            "check the value against its source, then move 'review_by:' on");

    /// <summary>A fact whose last day has passed.</summary>
    public static Diagnostic ExpiredFact(FileSpan at, string name, string last, string today) =>
        Warning("expired-fact", at, $"'{name}' held until {last}, and today is {today}",
            "give it its new value with an entry under 'changes:', or say in the article that it is over and remove 'expires:'");

    /// <summary>A contact for security reports whose last day has passed.</summary>
    public static Diagnostic ExpiredContact(FileSpan at, string last) =>
        Warning("expired-contact", at, $"the contact for reports of security holes was to be checked by {last}",
            "check that it still works, then move 'expires:' on; RFC 9116 wants less than a year");

    /// <summary>Two dates that contradict each other.</summary>
    public static Diagnostic DatesOutOfOrder(FileSpan at, string what) =>
        Warning("dates-out-of-order", at, what, "correct the date that is wrong");

    /// <summary>A date of something that has happened, which is still to come.</summary>
    public static Diagnostic FutureDate(FileSpan at, string what, DateOnly today, string hint) =>
        Warning("future-date", at, string.Create(CultureInfo.InvariantCulture, $"{what}, and today is {today:yyyy-MM-dd}"), hint);

    /// <summary>A figure, date or quotation that is typed into prose and that no fact gives.</summary>
    /// <param name="at">Its place.</param>
    /// <param name="words">The words.</param>
    /// <param name="what">What it is.</param>
    /// <param name="alike">What facts it is like without being meant for one of them for certain, in words; or empty.</param>
    public static Diagnostic UnboundFigure(FileSpan at, string words, string what, string alike = "") =>
        Warning("unbound-figure", at, $"the {what} {Quoted(words)} is typed here and has no source",
            alike.Length > 0 ? $"{alike}; refer to that, or keep it in a fact of its own, or write {{{{ plain \"…\" }}}}"
                : "keep it in a fact sheet and refer to it; where it is no fact, list it under 'plain:' or write {{ plain \"…\" }}");

    /// <summary>A fact, or a part of a quotation, that is typed into prose instead of referred to.</summary>
    public static Diagnostic RetypedFact(FileSpan at, string words, string name, string reference, bool isPart = false) =>
        Warning(
            "retyped-fact",
            at,
            $"{Quoted(words)} is typed here, and it is {(isPart ? "a part of " : "")}'{name}'",
            $"write {reference}");

    /// <summary>A quotation in prose that is nearly one of a sheet, or that somebody else says there.</summary>
    /// <param name="at">Its place.</param>
    /// <param name="words">The words.</param>
    /// <param name="name">The quotation of the sheet.</param>
    /// <param name="typed">What differs here.</param>
    /// <param name="known">What the sheet has there.</param>
    /// <param name="reference">The reference to it; null where the words are right and the speaker is not.</param>
    public static Diagnostic Misquoted(FileSpan at, string words, string name, string typed, string known, string? reference) =>
        Warning("misquoted", at,
            reference is null
                ? $"{Quoted(words)} is said by {typed} here, and by {known} in '{name}'"
                : $"{Quoted(words)} is not what '{name}' says",
            reference is null
                ? "correct the name here, or the speaker in the sheet"
                : $"{Said(known)} in the sheet, {Said(typed)} here; write {reference}, or correct the sheet");

    /// <summary>A name that is nearly one of a person or organisation of the sheets.</summary>
    public static Diagnostic MisspeltName(FileSpan at, string typed, string known, string actor) =>
        Warning("misspelt-name", at, $"{Quoted(typed)} is {Quoted(known)} in '{actor}'",
            $"write {known}, refer to {{{{ {actor} }}}}, or mark the word as plain if it is another name");

    /// <summary>An office before a name that the sheets do not give to that person.</summary>
    public static Diagnostic ContradictedRole(FileSpan at, string typed, string actor, string role) =>
        Warning("contradicted-role", at, $"{Quoted(typed)} is none of the roles of '{actor}', who is {Quoted(role)}",
            $"write {{{{ {actor} | long }}}}, or correct the sheet");

    private static string Said(string words) => words.Length == 0 ? "nothing" : $"“{Shorten(words)}”";

    /// <summary>A figure that disagrees with the fact that its sentence names.</summary>
    public static Diagnostic ContradictedFact(FileSpan at, string words, string name, string label, string reference) =>
        Warning("contradicted-fact", at, $"{Quoted(words)} disagrees with '{name}' ({label})", $"write {reference}, or correct the sheet");

    /// <summary>Fewer figures bound to facts than site.yaml asks for.</summary>
    public static Diagnostic LowCoverage(FileSpan at, int bound, int figures, string floor) =>
        Error("low-coverage", at, $"{bound} of {figures} figures in prose are bound to facts, which is less than {floor} per cent",
            "'explainers check --coverage' shows which files lack them");

    private static string Quoted(string words) => $"'{Shorten(words)}'";

    /// <summary>A source that lacks what site.yaml asks for.</summary>
    public static Diagnostic IncompleteSource(FileSpan at, string name, IEnumerable<string> missing) =>
        Error(
            "incomplete-source",
            at,
            $"the source '{name}' lacks {string.Join(" and ", missing.Select(key => $"'{key}'"))}, which site.yaml requires",
            "add what is missing, or ask for less under 'source_policy:'");

    /// <summary>An important fact with fewer sources than site.yaml asks for.</summary>
    public static Diagnostic TooFewSources(FileSpan at, string name, int found, int wanted) =>
        Error("too-few-sources", at, $"'{name}' is important and rests on {Counted(found, "source")}; site.yaml asks for {wanted}",
            "name another under 'source:', one that does not repeat the first");
}
