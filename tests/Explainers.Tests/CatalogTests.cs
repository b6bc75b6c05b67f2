using System.Reflection;
using Explainers.Diagnostics;

namespace Explainers.Tests;

/// <summary>Every message has its explanation and a case that shows it.</summary>
public sealed class CatalogTests
{
    /// <summary>
    /// Codes that only a broken disk brings about, or a tool built without its theme, so that no folder of files can show them.
    /// </summary>
    private static readonly string[] OfNoFolder = ["missing-template", "not-a-file", "tool-fault", "unreadable-file", "unwritable-output"];

    [Fact]
    public void Every_message_has_an_explanation_and_every_explanation_a_message() =>
        Assert.Equal(Messages().Select(message => message.Code), Catalog.Codes);

    [Fact]
    public void Every_code_has_a_golden_case_that_reports_it()
    {
        var shown = Reports()
            .Where(report => report.Text.Contains($" {report.Case}:", StringComparison.Ordinal))
            .Select(report => report.Case);
        Assert.Empty(Catalog.Codes.Except(OfNoFolder).Except(shown));
    }

    /// <summary>What the golden cases expect, folders and single files, by the case's name.</summary>
    private static IEnumerable<(string Case, string Text)> Reports()
    {
        var sites = Path.Combine(RepositoryRoot.Path, "tests", "sites");
        var folders = Directory.EnumerateDirectories(sites)
            .Select(folder => (Path.GetFileName(folder), File.ReadAllText(Path.Combine(folder, "expected", "findings.txt"))));
        var files = Directory.EnumerateFiles(sites, $"*{GoldenCase.Extension}")
            .Select(file => (Path.GetFileNameWithoutExtension(file), GoldenCase.Read(file).Expected));
        return folders.Concat(files);
    }

    [Fact]
    public void A_theme_without_layouts_is_reported()
    {
        var compiled = SiteCompiler.Compile(Sources.SourceTree.From([], []), new CompileOptions(new DateOnly(2026, 11, 23)),
            cancellation: TestContext.Current.CancellationToken);
        Assert.Contains(compiled.Findings, finding => finding.Code == "missing-template"
            && finding.Message.Contains("layouts/frame", StringComparison.Ordinal));
    }

    /// <summary>Code and severity of each method of the catalog, asked of the message that it makes.</summary>
    internal static IEnumerable<(string Code, Severity Severity)> Messages() => typeof(Catalog)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType == typeof(Diagnostic))
        .Select(method => (Diagnostic)method.Invoke(null, [.. method.GetParameters().Select(Example)])!)
        .Select(finding => (finding.Code, finding.Severity))
        .OrderBy(message => message.Code, StringComparer.Ordinal);

    private static object? Example(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "example",
        var type when type == typeof(IEnumerable<string>) => Array.Empty<string>(),
        var type when type == typeof(Sources.SourceFile) => new Sources.SourceFile("a.yaml", "input/a.yaml", ReadOnlyMemory<byte>.Empty),
        var type => Activator.CreateInstance(type),
    };
}
