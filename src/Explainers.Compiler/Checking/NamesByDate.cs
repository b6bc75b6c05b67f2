using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Checking;

/// <summary>Of the names and roles of a person or organisation, one holds on each day; names leave no day without one.</summary>
internal static class NamesByDate
{
    public static IEnumerable<Diagnostic> Check(SheetEntries sheet) => sheet.Entries
        .Where(entry => entry.Value is ActorSyntax)
        .SelectMany(entry => Check($"{sheet.Syntax.Name}.{entry.Id.Text}", (ActorSyntax)entry.Value));

    private static IEnumerable<Diagnostic> Check(string actor, ActorSyntax written) =>
    [
        .. written.Names.Concat(written.Roles).SelectMany(Backwards),
        .. Neighbours(written.Names, (first, second, when) =>
            Catalog.TwoNames(second.Text.Span, actor, first.Text.Text, second.Text.Text, when)),
        .. Neighbours(written.Roles, (first, second, when) =>
            Catalog.TwoRoles(second.Text.Span, actor, first.Text.Text, second.Text.Text, when)),
        .. Gaps(actor, written.Names),
    ];

    private static IEnumerable<Diagnostic> Backwards(DatedSyntax dated)
    {
        if (dated is { From: { } from, Until: { } until } && until.LastDay < from.FirstDay)
            yield return Catalog.DatesOutOfOrder(dated.Text.Span, $"'until' of '{dated.Text.Text}' is {until}, before 'from', {from}");
    }

    /// <summary>Names or roles that share days. The last day of one may be the first of the next.</summary>
    private static IEnumerable<Diagnostic> Neighbours(
        ImmutableArray<DatedSyntax> written, Func<DatedSyntax, DatedSyntax, string, Diagnostic> finding)
    {
        var ordered = Periods.InOrder(written);
        var periods = Periods.Of(ordered);
        for (var i = 1; i < ordered.Length; i++)
        {
            var (before, after) = (periods[i - 1], periods[i]);
            var handover = before.Until?.FirstDay ?? DateOnly.MaxValue;
            if (after.FirstDay >= handover || after.LastDay < after.FirstDay) continue;
            var (first, last) = (Later(before.FirstDay, after.FirstDay), Earlier(before.LastDay, after.LastDay));
            yield return finding(
                ordered[i - 1], ordered[i],
                first > DateOnly.MinValue ? On(first) : last < DateOnly.MaxValue ? On(last) : "at the same time");
        }
    }

    /// <summary>A day in the words of a message.</summary>
    internal static string On(DateOnly day) => $"on {PartialDate.Of(day)}";

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static IEnumerable<Diagnostic> Gaps(string actor, ImmutableArray<DatedSyntax> written)
    {
        var ordered = Periods.InOrder(written);
        var periods = Periods.Of(ordered);
        for (var i = 1; i < ordered.Length; i++)
        {
            if (periods[i - 1].LastDay < DateOnly.MaxValue && periods[i].FirstDay > periods[i - 1].LastDay.AddDays(1))
                yield return Catalog.NameGap(
                    ordered[i].Text.Span, actor, periods[i - 1].LastDay.AddDays(1), periods[i].FirstDay.AddDays(-1));
        }
    }
}
