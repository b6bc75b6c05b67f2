using System.Collections.Immutable;
using System.Globalization;
using Explainers.Binding;
using Explainers.Cli.Invocation;
using Explainers.Facts;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Cli.Terminal;

/// <summary>Writes answers about facts, for people or as JSON.</summary>
internal static class FactsReport
{
    /// <summary>Writes every fact with its value.</summary>
    public static int List(FactsView site, ReportFormat format, TextWriter output)
    {
        var facts = site.Facts.OrderBy(fact => fact.Name.Name, StringComparer.Ordinal).ToImmutableArray();
        if (format == ReportFormat.Json)
        {
            var rows = facts.Select(fact => new FactRowData(fact.Name.Name, fact.Label, site.Text(fact), fact.Sourcing.Citations.Length));
            JsonReport.Document(output, new FactListData([.. rows]), ReportJson.Default.FactListData);
            return ExitStatus.Done;
        }
        var width = facts.Select(fact => fact.Name.Name.Length).DefaultIfEmpty().Max();
        foreach (var fact in facts) output.WriteLine($"{fact.Name.Name.PadRight(width)}  {site.Text(fact)}");
        return ExitStatus.Done;
    }

    /// <summary>Writes a fact with its sources and the places that refer to it.</summary>
    public static void Show(Fact fact, FactsView site, ReportFormat format, TextWriter output)
    {
        var (value, place) = (site.Text(fact), Place(site.Bound(fact).Span));
        var uses = site.Impact(fact).Places.Where(use => use.Fact == fact.Name || site.Fact(use.Fact).Inputs.Contains(fact.Name))
            .ToImmutableArray();
        if (format == ReportFormat.Json)
        {
            var data = new FactReportData(
                fact.Name.Name,
                fact.Label,
                value,
                fact.Value.Machine,
                place,
                fact.AsOf?.ToString(),
                fact.Formula,
                [.. fact.Sourcing.Citations.Select(citation => new SourceReportData(citation.Publisher, citation.Title, citation.Url))],
                [.. uses.Select(Use)])
            { Owner = site.Owner(fact) };
            JsonReport.Document(output, data, ReportJson.Default.FactReportData);
            return;
        }
        output.WriteLine($"{fact.Name}  {place}");
        output.WriteLine($"  {fact.Label}: {value}");
        if (fact.AsOf is { } day) output.WriteLine($"  as of {day}");
        if (fact.Formula is { } computed) output.WriteLine($"  = {computed}");
        if (fact.ReviewBy is { } review) output.WriteLine($"  to be reviewed by {review}");
        if (site.Owner(fact) is { } owner) output.WriteLine($"  owner: {owner}");
        foreach (var change in fact.Changes) output.WriteLine($"  {change.Date}: {change.Kind.ToString().ToLowerInvariant()}");
        Listed(
            output,
            "sources",
            fact.Sourcing.Citations.Select(citation =>
                $"{citation.Publisher}: {citation.Title}{(citation.Url is { } url ? $" <{url}>" : "")}"));
        Listed(output, "used", uses.Select(use => Place(use.Span)));
    }

    /// <summary>Writes what a change of a fact would change.</summary>
    public static void Impact(Fact fact, FactsView site, ReportFormat format, TextWriter output)
    {
        var impact = site.Impact(fact);
        if (format == ReportFormat.Json)
        {
            var data = new ImpactData(
                fact.Name.Name,
                [.. impact.Facts.Where(affected => affected != fact.Name).Select(affected => affected.Name)],
                [.. impact.Places.Select(Use)],
                [.. impact.Files])
            {
                Mentions = impact.Mentions.IsEmpty ? null : [.. impact.Mentions.Select(entry => entry.Name)],
            };
            JsonReport.Document(output, data, ReportJson.Default.ImpactData);
            return;
        }
        output.WriteLine($"{fact.Name}  {Place(site.Bound(fact).Span)}");
        Listed(output, "computed from it", impact.Facts.Where(affected => affected != fact.Name).Select(affected => affected.Name));
        if (!impact.Mentions.IsEmpty) Listed(output, "mentioned by", impact.Mentions.Select(entry => entry.Name));
        Listed(output, "places", impact.Places.Select(place => $"{Place(place.Span)}  {place.Fact.Name}"));
        Listed(output, "pages and files", impact.Files.Select(OutputFile.UrlOf));
    }

    private static void Listed(TextWriter output, string title, IEnumerable<string> lines)
    {
        var all = lines.Distinct().ToArray();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {(all.Length == 0 ? "none" : all.Length)}"));
        foreach (var line in all) output.WriteLine($"  {line}");
    }

    /// <summary>A place in a file as compilers write it.</summary>
    public static string Place(FileSpan span)
    {
        var position = new LineMap(span.File!.Text).At(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{span.File.DisplayPath}:{position.Line}:{position.Column}");
    }

    private static UseData Use(FactUse place)
    {
        var position = new LineMap(place.Span.File!.Text).At(place.Span.Start);
        return new UseData(place.Fact.Name, place.Span.File.DisplayPath, position.Line, position.Column);
    }
}
