using System.Globalization;
using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Tables;

namespace Explainers.Checking;

/// <summary>
/// The shares of a whole are not more than all of it. A column is one of shares where its name says of what: "Share of votes", "% of
/// total". Facts are shares of one whole where the same words stand before a colon in their labels, or where ids that begin alike end in
/// a rest: coal, gas and other. Other percentages, such as rates, need not add up to anything.
/// </summary>
internal static partial class SharesAddUp
{
    private const decimal All = 100;

    public static IEnumerable<Diagnostic> Check(BoundFact bound)
    {
        if (bound.Fact.Value is not TableValue { Rows.Length: > 1, Columns.Length: > 1 } table
            || table.Rows.Any(row => IsTime(row[0]))) yield break;
        for (var column = 1; column < table.Columns.Length; column++)
        {
            if (!Heading().IsMatch(table.Columns[column].Label)) continue;
            var shares = table.Rows.Where(row => !IsNoPart(Words(row[0]))).Select(row => row[column]).OfType<QuantityValue>()
                .Where(share => share.Unit.IsPercent).ToArray();
            var sum = shares.Sum(share => share.Figure.Number);
            var rounding = shares.Sum(share => Rounding(share.Figure.LastPlace));
            if (shares.Length > 1 && sum > All + rounding)
                yield return Catalog.SharesOver100(
                    bound.Span, bound.Fact.Name.Name, table.Columns[column].Label, sum.ToString("0.##", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Checks the facts of a sheet.</summary>
    public static IEnumerable<Diagnostic> Check(IReadOnlyCollection<BoundFact> facts)
    {
        BoundFact[] shares = [.. facts.Where(bound => IsShare(bound.Fact))];
        var told = new HashSet<BoundFact>();
        var wholes = shares.GroupBy(bound => (LabelledWhole(bound.Fact.Label), bound.Fact.AsOf)).Where(whole => whole.Key.Item1.Length > 0)
            .Concat(shares.GroupBy(bound => (Stem(bound.Fact.Id), bound.Fact.AsOf))
                .Where(whole => whole.Key.Item1.Length > 0 && whole.Any(part => Rest().IsMatch(part.Fact.Id))));
        foreach (var whole in wholes)
        {
            BoundFact[] parts = [.. whole.Where(part => !IsTotal().IsMatch(part.Fact.Id))];
            var sum = parts.Sum(part => part.Fact.Value.Number!.Value);
            if (parts.Length < 2 || sum <= All + parts.Sum(part => Rounding(((QuantityValue)part.Fact.Value).Figure.LastPlace))
                || !parts.All(told.Add)) continue;
            yield return Catalog.SharesOver100OfFacts(
                parts[^1].Span, string.Join(", ", parts.Select(part => part.Fact.Id)), sum.ToString("0.##", CultureInfo.InvariantCulture));
        }
    }

    private static bool IsShare(Fact fact) => fact is
    {
        IsUnread: false,
        Formula: null,
        Value: QuantityValue { Unit.IsPercent: true, Figure.Approximation: Approximation.Exact },
    };

    /// <summary>What a label such as "Share of the vote: Labour" says before the colon if that is a whole; else nothing.</summary>
    private static string LabelledWhole(string label) =>
        label.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Heading().IsMatch(label[..colon]) ? label[..colon] : "";

    /// <summary>What ids have before their last word: <c>power</c> of <c>power_coal</c>.</summary>
    private static string Stem(string id) => id[..Math.Max(0, id.LastIndexOf('_'))];

    /// <summary>How far a figure may be from what it stands for, given the place of its last digit.</summary>
    internal static decimal Rounding(int lastPlace) => (decimal)Math.Pow(10, lastPlace) / 2;

    private static string Words(FactValue value) => (value as TextValue)?.Text ?? "";

    /// <summary>Whether a row is the whole, or a part of another row.</summary>
    private static bool IsNoPart(string name) => TableTotals.IsName(name) || Part().IsMatch(name);

    private static bool IsTime(FactValue value) => value is DateValue or MomentValue or TimeValue or NumberValue;

    [GeneratedRegex(
        @"(?i)^(?:share|proportion|anteil)s?(?: \(.*\))?$"
        + @"|(?:share|proportion|percentage|per ?cent|%) of (?:the |all )?(?:total|whole|votes?|seats|market|sum|budget)\b"
        + @"|\b(?:stimmen|sitz|markt)anteil\b|\banteil (?:am|an allen) ")]
    private static partial Regex Heading();

    [GeneratedRegex(@"_(?:others?|rest|remainder|remaining|undecided|sonstige|andere)$")]
    private static partial Regex Rest();

    [GeneratedRegex(@"_(?:total|all|sum|gesamt)$")]
    private static partial Regex IsTotal();

    [GeneratedRegex(
        @"(?i)^(?:of which|davon|including)\b")]
    private static partial Regex Part();
}
