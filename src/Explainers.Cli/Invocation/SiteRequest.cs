using Explainers.Diagnostics;
using Explainers.Hosting;

namespace Explainers.Cli.Invocation;

/// <summary>How findings are written.</summary>
internal enum ReportFormat
{
    Text,
    Json,
    Sarif,
    GitHub,
}

/// <summary>Which warnings count as errors.</summary>
internal enum Strictness
{
    None,

    /// <summary>Those that somebody can have brought about by a change.</summary>
    Content,

    /// <summary>Those, and what only the calendar brings up.</summary>
    Calendar,
}

/// <summary>What a command that compiles a site was asked for.</summary>
/// <param name="Input">The folder that writers edit, as typed.</param>
/// <param name="Theme">The theme's folder as typed, or null for the one beside the input, if there is one.</param>
/// <param name="Output">The folder that the site is written to, as typed.</param>
/// <param name="Compile">What the compile depends on.</param>
/// <param name="Format">How findings are written.</param>
/// <param name="Strictness">Which warnings count as errors.</param>
/// <param name="ShowsTimings">Whether each stage's time is shown.</param>
internal sealed record SiteRequest(
    string Input,
    string? Theme,
    string Output,
    CompileOptions Compile,
    ReportFormat Format,
    Strictness Strictness,
    bool ShowsTimings)
{
    /// <summary>Whether a finding keeps the site from being written.</summary>
    public bool Refuses(Diagnostic finding) => finding.Severity == Severity.Error || Strictness == Strictness.Calendar
        || (Strictness == Strictness.Content && !Catalog.OfCalendar.Contains(finding.Code));

    /// <summary>The folder that keeps parsed files, pages and pictures between runs, as typed; null where nothing is kept.</summary>
    public string? Cache { get; init; }

    /// <summary>Whether the input is one that was named, and not the folder of the usual name.</summary>
    public bool IsInputNamed { get; init; }

    /// <summary>Where the site lies.</summary>
    public SiteFolders Folders(CliEnvironment environment) => new(Input, Theme)
    {
        Start = environment.Folder,
        Written = [.. new[] { Output, Cache }.OfType<string>().Where(folder => folder.Length > 0)],
        IsInputNamed = IsInputNamed,
    };

    /// <summary>Whether the day is one that was named, and not the day on which the run began.</summary>
    public bool IsDayNamed { get; init; }

    /// <summary>Whether the coverage of the prose is shown.</summary>
    public bool ShowsCoverage { get; init; }

    /// <summary>The file of accepted warnings, as typed, or null.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether that file is written.</summary>
    public bool WritesBaseline { get; init; }
}
