using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Checking;

/// <summary>
/// Where a paragraph leads from one date to the next with "then" or "before that", the dates are in that order. Other texts go back and
/// forth as they like.
/// </summary>
internal static partial class EventsInText
{
    private const int LongestWay = 240;

    public static IEnumerable<Diagnostic> Check(Article article, BoundSite site)
    {
        FactUse[] uses = [.. article.Uses.Where(use => use.Span.File == article.File).OrderBy(use => use.Span.Start)];
        // Few articles have two dates in a row, so a file is decoded only then, and once.
        string? text = null;
        for (var i = 1; i < uses.Length; i++)
        {
            if (!AreNear(uses[i - 1], uses[i])) continue;
            var (first, second) = (site.Fact(uses[i - 1].Fact), site.Fact(uses[i].Fact));
            if (DayOf(first.Value) is not { } before || DayOf(second.Value) is not { } after) continue;
            if (Between(text ??= article.File.Text, uses[i - 1], uses[i]) is not { } words || Step(words) is not { } step) continue;
            if (step.IsOnward ? after.LastDay < before.FirstDay : after.FirstDay > before.LastDay)
                yield return Catalog.EventsOutOfOrder(
                    uses[i].Span, step.Words, second.Label, after.ToString(), first.Label, before.ToString());
        }
    }

    private static bool AreNear(FactUse first, FactUse second) => second.Span.Start - End(first) is >= 0 and <= LongestWay;

    private static int End(FactUse use) => use.Span.Start + use.Span.Length;

    /// <summary>What stands between two references of one paragraph that are near each other, or null.</summary>
    private static string? Between(string text, FactUse first, FactUse second)
    {
        var words = text[End(first)..second.Span.Start];
        var (closed, opened) = (words.IndexOf("}}", StringComparison.Ordinal), words.LastIndexOf("{{", StringComparison.Ordinal));
        return closed < 0 || opened < closed || words.ReplaceLineEndings("\n").Contains("\n\n", StringComparison.Ordinal)
            ? null
            : words[(closed + 2)..opened];
    }

    /// <summary>The words that lead on to a later date or back to an earlier one, or null.</summary>
    private static (string Words, bool IsOnward)? Step(string between)
    {
        // A figure between the two may be what the words go on from.
        if (between.Any(char.IsDigit)) return null;
        if (Later().Match(between) is { Success: true } later) return Past().IsMatch(between) ? null : (later.Groups[1].Value, true);
        return Earlier().Match(between) is { Success: true } earlier ? (earlier.Groups[1].Value, false) : null;
    }

    private static PartialDate? DayOf(FactValue value) => value switch
    {
        EventValue happening => DayOf(happening.When),
        DateValue { Approximation: Approximation.Exact } date => date.Date,
        MomentValue { Moment: var moment } => new PartialDate(moment.Year, moment.Month, moment.Day),
        _ => null,
    };

    [GeneratedRegex(
        @"(?:[.;!?]\s+|,?\s+and\s+)((?i:then|after that|afterwards?|subsequently|(?:\w+ ){1,3}later"
        + @"|dann|danach|anschließend|(?:\w+ ){1,3}später))[\s,](?!as\b|still\b|wie\b)")]
    private static partial Regex Later();

    [GeneratedRegex(@"[.;!?]\s+((?i:before that|(?:\w+ ){1,3}earlier|davor|zuvor|(?:\w+ ){1,3}zuvor))[\s,]")]
    private static partial Regex Earlier();

    /// <summary>Words of a look back, after which "then" is no next step.</summary>
    [GeneratedRegex(
        @"\b(?i:before|earlier|previous|previously|since|ago|until|till|had|been|back|as early as"
        + @"|vor|zuvor|früher|seit|bis|hatte|hatten|war)\b")]
    private static partial Regex Past();
}
