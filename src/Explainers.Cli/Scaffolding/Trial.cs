using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Hosting;
using Explainers.Imaging;
using Explainers.Sources;

namespace Explainers.Cli.Scaffolding;

/// <summary>Compiles new files before they are written, so that nothing is written that a check would refuse.</summary>
internal static class Trial
{
    private const string Settings = "title: A site\ndescription: A site for a trial.\nbase_url: https://explainers.example/\n";

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\v\f\u0085\u2028\u2029");

    /// <summary>What a check would say of a new site, or null where it says nothing.</summary>
    public static Diagnostic? OfSite(IEnumerable<(string Path, string Text)> files, DateOnly today) =>
        Findings(files.Where(file => file.Path.StartsWith("input/", StringComparison.Ordinal))
            .Select(file => (file.Path["input/".Length..], file.Text)), today).FirstOrDefault();

    /// <summary>
    /// The first error in a new article or sheet, or null. Warnings are for later: an article is a draft, and a sheet waits for one
    /// that uses it.
    /// </summary>
    /// <param name="path">Its path below the input folder.</param>
    /// <param name="text">Its text.</param>
    /// <param name="today">The day.</param>
    /// <param name="data">The data file that it names, or null.</param>
    public static Diagnostic? OfFile(string path, string text, DateOnly today, SourceFile? data = null) =>
        Findings([("site.yaml", Settings), (path, text)], today, data)
            .FirstOrDefault(finding => finding.Severity == Severity.Error && finding.Span.File?.Path == path);

    /// <summary>Why a text cannot go into a new file, or null where it can.</summary>
    public static string? RefusedText(string text) =>
        text.AsSpan().ContainsAny(LineEnds) ? "it has a line end in it"
        : text.Contains("{{", StringComparison.Ordinal) ? "'{{' refers to a fact, and the new file has none yet: write it into the file"
        : null;

    private static ImmutableArray<Diagnostic> Findings(
        IEnumerable<(string Path, string Text)> files, DateOnly today, SourceFile? data = null)
    {
        var texts = files.Select(file => new SourceFile(file.Path, file.Path, Encoding.UTF8.GetBytes(file.Text.ReplaceLineEndings("\n"))));
        var tree = SourceTree.From(data is null ? texts : texts.Append(data), BuiltInTheme.Files());
        return SiteCompiler.Compile(tree, new CompileOptions(today) { Drafts = Drafts.Included, Imaging = SkiaImaging.Instance }).Findings;
    }
}
