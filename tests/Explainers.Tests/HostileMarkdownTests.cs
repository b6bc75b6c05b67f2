using System.Collections.Immutable;
using System.Text;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Markdown that nests too deep or has too many signs gives a finding at its place, and a site.</summary>
public sealed class HostileMarkdownTests
{
    private const string Site = "title: S\ndescription: S.\nbase_url: https://example.org/\n";
    private const string Head = "---\ntitle: One\ndescription: The first.\n---\n\nBefore.\n\n";

    [Theory]
    [InlineData("*", 260, "a", "*")]
    [InlineData("**", 1_000, "a", "**")]
    [InlineData("![", 300, "a", "](/x.png)")]
    [InlineData("> ", 10_000, "a", "")]
    [InlineData("> - ", 5_000, "a", "")]
    [InlineData("1. ", 5_000, "a", "")]
    [InlineData("*a _b ", 200, "c", "_ d*")]
    public void Markdown_that_nests_too_deep_is_a_finding_at_its_place(string open, int times, string inner, string close)
    {
        var body = string.Concat(Enumerable.Repeat(open, times)) + inner + string.Concat(Enumerable.Repeat(close, times));
        var finding = Assert.Single(Compile(body), finding => finding.Code == "markdown-too-deep");
        Assert.InRange(finding.Span.Start, Head.Length, Head.Length + body.Length);
    }

    [Theory]
    [InlineData("[", 6_000)]
    [InlineData("**a", 20_000)]
    [InlineData("[a](", 40_000)]
    [InlineData("&amp;", 20_000)]
    [InlineData("![", 20_000)]
    [InlineData("*a ", 20_000)]
    [InlineData("a**b", 20_000)]
    [InlineData("<a", 20_000)]
    [InlineData("{{ ", 20_000)]
    [InlineData("[a]:\n", 100_000)]
    [InlineData("[a]: b\n", 100_000)]
    public void A_paragraph_with_too_many_signs_is_a_finding(string sign, int times) =>
        Assert.Contains(
            Compile(string.Concat(Enumerable.Repeat(sign, times))),
            finding => finding.Code is "markdown-too-long" or "markdown-too-deep");

    [Theory]
    [InlineData("[", 3_000, "](/x/)")]
    [InlineData("*_", 400, "_*")]
    [InlineData("~~*", 400, "*~~")]
    [InlineData("[*", 60, "*](/x/)")]
    public void Mixed_nesting_gives_a_site(string open, int times, string close) =>
        Assert.All(Compile(string.Concat(Enumerable.Repeat(open, times)) + "a" + string.Concat(Enumerable.Repeat(close, times))),
            finding => Assert.NotEmpty(finding.Message));

    [Fact]
    public void A_long_table_and_many_equal_headings_are_fine()
    {
        var rows = string.Concat(Enumerable.Repeat("| a | *b* | [c](https://example.org/) |\n", 5_000));
        var headings = string.Concat(Enumerable.Repeat("## Source 1\n\n", 2_000));
        Assert.DoesNotContain(Compile($"| a | b | c |\n| --- | --- | --- |\n{rows}\n{headings}"), finding => finding.Span.File is not null);
    }

    private static ImmutableArray<Diagnostics.Diagnostic> Compile(string body)
    {
        var tree = SourceTree.From([File("site.yaml", Site), File("articles/one.md", Head + body + "\n")], []);
        return SiteCompiler.Compile(tree, new CompileOptions(new DateOnly(2026, 11, 23))).Findings;
    }

    private static SourceFile File(string path, string text) => new(path, path, Encoding.UTF8.GetBytes(text));
}
