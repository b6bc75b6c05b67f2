using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Cli.Terminal;

/// <summary>A finding with its place worked out.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="File">The file as messages show it, or null.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The place just behind its last.</param>
internal sealed record Located(Diagnostic Finding, string? File, LinePosition Start, LinePosition End)
{
    [ThreadStatic]
    private static (SourceFile File, LineMap Lines)? _last;

    private LineMap? Lines { get; init; }

    /// <summary>
    /// The text of the line that it starts on; it is cut out when it is shown, since thousands may stand on one long line.
    /// </summary>
    public string Line => Lines?.Line(Start.Line) ?? "";

    /// <summary>Works out the place of a finding.</summary>
    public static Located Of(Diagnostic finding)
    {
        if (finding.Span.File is not { } file) return new Located(finding, null, default, default);
        if (_last?.File != file) _last = (file, new LineMap(file.Text));
        var lines = _last.Value.Lines;
        var start = lines.At(finding.Span.Start);
        return new Located(finding, file.DisplayPath, start, lines.At(finding.Span.End)) { Lines = lines };
    }
}
