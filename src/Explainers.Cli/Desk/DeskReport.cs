using System.Collections.Immutable;
using System.Globalization;
using Explainers.Checking;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Facts;
using Explainers.Scopes;

namespace Explainers.Cli.Desk;

/// <summary>What a desk looks at once a week: what is due, what rests on little, and what has been corrected.</summary>
internal static class DeskReport
{
    /// <summary>Makes the report.</summary>
    /// <param name="site">The site.</param>
    /// <param name="compiled">What the compile found.</param>
    /// <param name="options">What it was compiled with.</param>
    /// <param name="days">How many days ahead it looks.</param>
    public static Document Of(FactsView site, CompiledSite compiled, CompileOptions options, int days)
    {
        var facts = site.Facts.ToImmutableArray();
        var sources = site.Scope.Sources.Items;
        return new Document(
            $"{site.Scope.Site.Settings.Title}: report of {Day(options.Today)}",
            [
                new DocumentParagraph(Counts(site, compiled, facts.Length, sources.Length)),
                .. Section("Coming up", Coming(site, options, days), $"Nothing changes by itself within {days} days."),
                .. Section("Facts due", Due(site, options.Today, days), $"No fact falls due within {days} days."),
                .. Section("Coverage", Coverage(compiled), "No text states a figure."),
                .. Section("Facts with one source", OneSource(site, facts), "Every fact has two sources or more."),
                .. Section("Sources by host", Hosts(sources), "No source has an address."),
                .. Section("Sources by age", Ages(sources, options.Today), "No source has a date."),
                .. Section("Sources without an archived copy", Unarchived(site, sources), "Every address has an archived copy."),
                .. Section("Facts that nothing states", Unused(site), "Every fact is stated somewhere."),
                .. Section("Corrections", Corrections(site), "Nothing was corrected."),
            ]);
    }

    private static IEnumerable<DocumentPart> Section(string title, IEnumerable<DocumentPart> parts, string none)
    {
        DocumentPart[] all = [.. parts];
        return [new DocumentHeading(2, title), .. all.Length == 0 ? [new DocumentParagraph(none)] : all];
    }

    private static string Counts(FactsView site, CompiledSite compiled, int facts, int sources)
    {
        var errors = compiled.Findings.Count(finding => finding.Severity == Severity.Error);
        return $"{Counted(site.Scope.Site.All.Count(), "text")}, {Counted(facts, "fact")}, {Counted(sources, "source")}; "
            + $"{Counted(errors, "error")} and {Counted(compiled.Findings.Length - errors, "warning")}. {compiled.Coverage.Percent} % of the "
            + "figures, dates and quotations in texts are bound to facts.";
    }

    private static IEnumerable<DocumentPart> Coming(FactsView site, CompileOptions options, int days)
    {
        var last = new DateTimeOffset(options.Today.AddDays(days), TimeOnly.MaxValue, TimeSpan.Zero);
        var coming = CalendarQueries.Later(site.Calendar, options.Moment).Where(change => change.At <= last).ToArray();
        return DocumentTable.Of(["when", "what", "file"], coming, change => [change.When, change.What, Line.Code(change.File)]);
    }

    private static IEnumerable<DocumentPart> Due(FactsView site, DateOnly today, int days) => DocumentTable.Of(
        ["fact", "value", "due", "owner", "source"],
        DueFact.In(site, today, days),
        due =>
        [
            Name(due.Fact), site.Text(due.Fact), $"{due.What} {due.Last}", site.Owner(due.Fact) ?? "",
            Line.Listed(due.Fact.Sourcing.Citations.Select(Source)),
        ]);

    private static IEnumerable<DocumentPart> Coverage(CompiledSite compiled) => DocumentTable.Of(
        ["file", "bound", "typed", "all", "%"],
        compiled.Coverage.Rows.Where(row => row.Figures > 0).OrderBy(row => row.Percent).ThenBy(row => row.File, StringComparer.Ordinal)
            .ToArray(),
        row => [Line.Code(row.File), Number(row.Bound), Number(row.Figures - row.Bound), Number(row.Figures), Number(row.Percent)]);

    /// <summary>Facts that rest on one source; what is important comes first, then what most articles state.</summary>
    private static IEnumerable<DocumentPart> OneSource(FactsView site, ImmutableArray<Fact> facts) => DocumentTable.Of(
        ["fact", "source", "owner", "stated by", "important"],
        facts.Where(fact => fact is { Kind: EntryKind.Fact or EntryKind.Quote or EntryKind.Table, Sourcing.Citations: [_] })
            .Select(fact => (Fact: fact, Stated: site.StatedBy(fact.Name).Count()))
            .OrderByDescending(one => one.Fact.IsImportant).ThenByDescending(one => one.Stated)
            .ThenBy(one => one.Fact.Name.Name, StringComparer.Ordinal).ToArray(),
        one =>
        [
            Name(one.Fact), Source(one.Fact.Sourcing.Citations[0]), site.Owner(one.Fact) ?? "", Number(one.Stated),
            one.Fact.IsImportant ? "yes" : "",
        ]);

    private static IEnumerable<DocumentPart> Hosts(ImmutableArray<SourceUse> sources) => DocumentTable.Of(
        ["host", "sources", "facts"],
        sources.Where(source => HostOf(source.Citation) is not null).GroupBy(source => HostOf(source.Citation)!, StringComparer.Ordinal)
            .OrderByDescending(host => host.Count()).ThenBy(host => host.Key, StringComparer.Ordinal).ToArray(),
        host => [host.Key, Number(host.Count()), Number(host.Sum(source => source.Facts.Length))]);

    private static string? HostOf(Citation citation) =>
        Uri.TryCreate(citation.Url, UriKind.Absolute, out var address) ? address.Host.Replace("www.", "", StringComparison.Ordinal) : null;

    private static IEnumerable<DocumentPart> Ages(ImmutableArray<SourceUse> sources, DateOnly today) => DocumentTable.Of(
        ["published", "sources", "facts", "last read more than a year ago, or never"],
        sources.Where(source => source.Citation.Date is not null).GroupBy(source => source.Citation.Date!.Value.Year)
            .OrderByDescending(year => year.Key).ToArray(),
        year =>
        [
            Number(year.Key), Number(year.Count()), Number(year.Sum(source => source.Facts.Length)),
            Number(year.Count(source => source.Citation.Accessed is not { } read || read.LastDay < today.AddYears(-1))),
        ]);

    private static IEnumerable<DocumentPart> Unarchived(FactsView site, ImmutableArray<SourceUse> sources) => DocumentTable.Of(
        ["source", "facts"],
        sources.Where(source => source.Citation is { Url: not null, Archived: null })
            .OrderByDescending(source => source.Facts.Length).ThenBy(source => source.Citation.Identity, StringComparer.Ordinal).ToArray(),
        source => [Source(source.Citation), Line.Listed(source.Facts.Take(5).Select(fact => Name(site.Fact(fact))))
            .Then(source.Facts.Length > 5 ? $" and {source.Facts.Length - 5} more" : "")]);

    private static IEnumerable<DocumentPart> Unused(FactsView site) => DocumentTable.Of(
        ["fact", "value", "owner"],
        FactsAreUsed.Unused(site.Scope.Site).Select(site.Fact).ToArray(),
        fact => [Name(fact), site.Text(fact), site.Owner(fact) ?? ""]);

    private static IEnumerable<DocumentPart> Corrections(FactsView site) => DocumentTable.Of(
        ["date", "fact", "was", "is"],
        site.Scope.Changes.Where(change => change.Change.Kind == ChangeKind.Correction).ToArray(),
        change =>
        [
            change.Change.Date.ToString(), Name(site.Fact(change.Fact)), site.Text(change.Change.Was), site.Text(site.Fact(change.Fact)),
        ]);

    private static Line Name(Fact fact) => Line.Code(fact.Name.Name);

    private static Line Source(Citation citation) => Line.Link($"{citation.Publisher}: {citation.Title}", citation.Url);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with its noun.</summary>
    internal static string Counted(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
