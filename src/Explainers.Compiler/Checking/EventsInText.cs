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
        (FactUse Use, Fact Fact, PartialDate Day)? before = null;
        foreach (var use in article.Uses.Where(use => use.Span.File == article.File).OrderBy(use => use.Span.Start))
        {
            var fact = site.Fact(use.Fact);
            var day = DayOf(fact.Value);
            if (day is { } second && before is { } first && Between(article.File.Text, first.Use, use) is { } words
                && Contradiction(words, first.Day, second) is { } step)
                yield return Catalog.EventsOutOfOrder(
                    use.Span, step, fact.Label, second.ToString(), first.Fact.Label, first.Day.ToString());
            before = day is { } known ? (use, fact, known) : null;
        }
    }

    /// <summary>What stands between two references of one paragraph, or null.</summary>
    private static string? Between(string text, FactUse first, FactUse second)
    {
        var end = first.Span.Start + first.Span.Length;
        if (second.Span.Start - end is < 0 or > LongestWay) return null;
        var words = text[end..second.Span.Start];
        var (closed, opened) = (words.IndexOf("}}", StringComparison.Ordinal), words.LastIndexOf("{{", StringComparison.Ordinal));
        return closed < 0 || opened < closed || words.ReplaceLineEndings("\n").Contains("\n\n", StringComparison.Ordinal)
            ? null
            : words[(closed + 2)..opened];
    }

    /// <summary>The words that put one date after another against their order, or null.</summary>
    private static string? Contradiction(string between, PartialDate first, PartialDate second)
    {
        // A figure between the two may be what the words go on from.
        if (between.Any(char.IsDigit)) return null;
        var (later, earlier) = (Later().Match(between), Earlier().Match(between));
        if (second.LastDay < first.FirstDay && later.Success && !Past().IsMatch(between)) return later.Groups[1].Value;
        return second.FirstDay > first.LastDay && earlier.Success && !later.Success ? earlier.Groups[1].Value : null;
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
