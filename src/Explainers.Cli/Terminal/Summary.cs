using System.Collections.Immutable;
using System.Globalization;
using Explainers.Binding;
using Explainers.Checking;
using Explainers.Cli.Disk;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;

namespace Explainers.Cli.Terminal;

/// <summary>Writes the last line of a run, or two where one has no room: what was made, what was found, how long it took.</summary>
internal static class Summary
{
    /// <summary>Writes the line to standard error.</summary>
    public static void Write(CompiledSite compiled, WriteSummary? written, SiteRequest request, TimeSpan time, CliEnvironment environment)
    {
        var pages = compiled.Paths.Count(path => path.EndsWith(".html", StringComparison.Ordinal));
        var errors = compiled.Findings.Count(finding => finding.Severity == Severity.Error);
        var warnings = compiled.Findings.Length - errors;
        var found = errors + warnings == 0 ? "no findings" : $"{Count(errors, "error")}, {Count(warnings, "warning")}";
        var done = (written, request.Output) switch
        {
            ({ } summary, _) => $"{summary.Written} written, {summary.Unchanged} unchanged, {summary.Removed} removed in {request.Output}",
            (null, "") => "nothing written",
            _ => $"nothing written: {request.Output} is as it was",
        };
        var seconds = time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);
        var first = $"{Count(pages, "page")}, {Count(compiled.Paths.Length, "file")}; {found};";
        var second = $"{done} ({seconds} s)";
        environment.Error.WriteLine(Wrapping.Cells($"{first} {second}") <= Wrapping.Width ? $"{first} {second}" : $"{first}\n   {second}");
        var left = compiled.Unpublished;
        if (!left.IsEmpty)
            Wrapping.Say(
                environment.Error,
                $"{Counts(left)} left out; --drafts {(request.Output.Length == 0 ? "checks" : "builds")} "
                    + $"{(left.Length == 1 ? "it" : "them")} too.");
        if (written is not null && !compiled.Next.IsEmpty) Wrapping.Say(environment.Error, Changes(compiled.Next));
    }

    /// <summary>When a site that was built next changes by itself, and why.</summary>
    private static string Changes(ImmutableArray<Appointment> next) =>
        $"The site next changes on {next[0].When}: {next[0].What}{(next.Length == 1 ? "" : $", and {next.Length - 1} more")}.";

    /// <summary>How many articles are kept out of the site for each reason.</summary>
    private static string Counts(ImmutableArray<UnpublishedArticle> articles) => string.Join(", ", articles
        .CountBy(article => article.Reason)
        .OrderBy(count => count.Key)
        .Select(count => Count(count.Value, count.Key switch
        {
            UnpublishedReason.Draft => "draft",
            UnpublishedReason.Embargoed => "embargoed article",
            _ => "expired article",
        })));

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : noun.EndsWith('y') ? $"{number} {noun[..^1]}ies" : $"{number} {noun}s";
}
