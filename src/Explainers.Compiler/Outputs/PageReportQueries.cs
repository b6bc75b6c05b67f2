using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Proofreading;
using Explainers.Rendering;

namespace Explainers.Outputs;

/// <summary>What was found while a page was made and read.</summary>
/// <param name="Findings">What was found.</param>
/// <param name="IsEndless">Whether a template was stopped that would not have come to an end.</param>
internal sealed record PageReport(EquatableArray<Diagnostic> Findings, bool IsEndless);

/// <summary>What was found in finished pages.</summary>
internal sealed class PageReportQueries
{
    private readonly OutputQueries _outputs;

    /// <summary>Defines the queries.</summary>
    public PageReportQueries(Engine engine, OutputQueries outputs, ProofQueries proofs)
    {
        _outputs = outputs;
        Report = engine.Query<OutputKey, PageReport>("report on a page", (reads, page) =>
        {
            var record = outputs.Record.Get(reads, page);
            return new PageReport([.. record.Findings, .. proofs.Proof.Get(reads, page)], record.IsEndless);
        });
        Findings = engine.Query<SiteKey, EquatableArray<Diagnostic>>("findings of pages", (reads, _) => FindingsOf(reads));
    }

    /// <summary>What was found while a page was made and read.</summary>
    public Query<OutputKey, PageReport> Report { get; }

    /// <summary>What was found while pages were made and read, up to the first page with a template that never ends.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> Findings { get; }

    private EquatableArray<Diagnostic> FindingsOf(Reads reads)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var page in _outputs.Pages.Get(reads, default))
        {
            var report = Report.Get(reads, page);
            findings.AddRange(report.Findings.Items);
            if (report.IsEndless) break;
        }
        return findings.ToImmutable();
    }
}
