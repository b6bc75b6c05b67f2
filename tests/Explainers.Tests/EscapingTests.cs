using System.Text;
using System.Text.RegularExpressions;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Nothing that a writer types becomes markup, but for Markdown's own.</summary>
public sealed class EscapingTests
{
    private const string Attack = "<script>alert('x')</script> & \"quoted\"";

    [Fact]
    public void Text_of_writers_is_escaped_wherever_it_is_printed()
    {
        using var site = Scratch.CopyOf(Path.Combine(RepositoryRoot.Path, "theme"));
        site.Write("input/site.yaml",
            $"title: |-\n  {Attack}\ntagline: |-\n  {Attack}\ndescription: |-\n  {Attack}\nbase_url: https://example.org/\n"
            + $"topics:\n  one:\n    title: |-\n      {Attack}\n    summary: |-\n      {Attack}\n");
        site.Write("input/facts/sheet.yaml", Sheet());
        site.Write("input/articles/one.md",
            $"---\ntitle: |-\n  {Attack} {{{{ sheet.fact }}}}\ndescription: |-\n  {Attack}\ntopics: [one]\nabout: [sheet]\nkey_facts: [sheet.fact, sheet.person, sheet.quote]\n---\n\n## {Attack}\n\n{Attack} {{{{ sheet.fact }}}} {{{{ sheet.person }}}} {{{{ sheet.quote }}}} [{Attack}](/ \"{Attack.Replace("\"", "\\\"", StringComparison.Ordinal)}\") `{Attack}`\n");
        var run = site.Run();
        Assert.Equal(0, run.Status);
        foreach (var (path, bytes) in site.FilesOf("output"))
        {
            // Data files are no markup. Of script elements there are structured data, which run nothing and which the attack must not end,
            // and the theme's modules.
            if (Path.GetExtension(path) is ".css" or ".csv" or ".json" or ".js" or ".webmanifest") continue;
            var text = Regex.Replace(Encoding.UTF8.GetString(bytes),
                "<script type=\"(application/ld\\+json|module\" src=\"/assets/[a-z.0-9]+\\.js)\">", "");
            Assert.False(text.Contains("<script", StringComparison.OrdinalIgnoreCase), $"{path} has a script in it.");
        }
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html,x)")]
    [InlineData("![x](vbscript:x)")]
    [InlineData("[x](java&#115;cript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    public void An_address_that_is_a_script_is_reported_and_not_linked(string markdown)
    {
        var article = new SourceFile("articles/one.md", "articles/one.md",
            Encoding.UTF8.GetBytes($"---\ntitle: One\ndescription: The first.\n---\n\n{markdown}\n"));
        var layouts = new[] { "frame", "article" }.Select(name =>
            new SourceFile($"layouts/{name}.sbn-html", name,
            Encoding.UTF8.GetBytes(name == "frame" ? "{{ main }}" : "{{ article.body }}")));
        var compiled = SiteCompiler.Compile(SourceTree.From([article], layouts), new CompileOptions(new DateOnly(2026, 11, 23)),
            cancellation: TestContext.Current.CancellationToken);
        Assert.Contains(compiled.Findings, finding => finding.Code == "unsafe-link");
        var page = compiled.Files.Single(file => file.Path == "one/index.html");
        Assert.DoesNotMatch("(?i)(href|src)=\"(javascript|data|vbscript):", Encoding.UTF8.GetString(page.Bytes.Span));
    }

    private static string Sheet() => $"""
        title: |-
          {Attack}
        summary: |-
          {Attack}
        source: here
        sources:
          here:
            publisher: |-
              {Attack}
            title: |-
              {Attack}
            note: |-
              {Attack}
        facts:
          fact:
            label: |-
              {Attack}
            value: |-
              {Attack}
            note: |-
              {Attack}
        people:
          person:
            name: |-
              {Attack}
            role: |-
              {Attack}
            side: |-
              {Attack}
        quotes:
          quote:
            text: |-
              {Attack}
            speaker: |-
              {Attack}
        """;
}
