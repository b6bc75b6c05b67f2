using System.Collections.Immutable;
using Explainers.Checking;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Rendering;

namespace Explainers;

/// <summary>A page by itself, compiled without the rest of its site.</summary>
/// <param name="File">The page.</param>
/// <param name="Findings">What is wrong with it, and with the files that it is made from.</param>
internal sealed record CompiledPage(OutputFile File, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Compiles the page at an address; null where there is none.</summary>
    /// <param name="site">The site.</param>
    /// <param name="files">The finished files, which get the page if it is new.</param>
    /// <param name="url">The address.</param>
    public static CompiledPage? At(SiteDatabase site, OutputStore files, string url) => site.Engine.Demand(reads =>
    {
        if (site.Proofs.PageAt.Get(reads, url) is not { } page) return null;
        var record = site.Outputs.Record.Get(reads, page);
        var file = files.Find(record.Mark) ?? site.Outputs.Content.Get(reads, page);
        var weights = site.Syntax.Weights.Get(reads, default);
        var accepted = new AcceptedFindings(
            SheetsOf(record).SelectMany(sheet => site.Binding.Facts.Path.Get(reads, sheet) is null
                ? []
                : site.Checks.AcceptedOf.Get(reads, sheet).Items)
                .Concat(page.Kind == OutputKind.Article ? site.Checks.Report.Get(reads, page.Name).Accepted.Items : []),
            weights);
        return new CompiledPage(file, accepted.Leave(weights.Weigh(FindingsOf(site, reads, page, record))));
    });

    private static IEnumerable<string> SheetsOf(OutputRecord record) =>
        record.States.Concat(record.Names).Select(fact => fact.Sheet).Distinct(StringComparer.Ordinal);

    private static IEnumerable<Diagnostic> FindingsOf(SiteDatabase site, Reads reads, OutputKey page, OutputRecord record) =>
    [
        .. site.Syntax.CommonFindings.Get(reads, default),
        .. page.Kind == OutputKind.Article ? site.Checks.Report.Get(reads, page.Name).Findings : [],
        .. SheetsOf(record).SelectMany(sheet => site.Checks.FindingsOf(reads, sheet)),
        .. site.Reports.Report.Get(reads, page).Findings,
    ];
}
