using System.Text;
using CsCheck;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Bad input never throws, and every finding points into its file.</summary>
public sealed class BadInputTests
{
    private const string Site = "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\ntopics: { one: { title: One } }\n";
    private const string Sheet = "title: Sheet\nsource: here\nsources:\n  here: { publisher: P, title: T, url: https://example.org/ }\nfacts:\n  fact: 7.2 million USD\n  long: { value: 1867-03-30, label: L, as_of: 1867, source: [here] }\n";
    private const string Article = "---\ntitle: \"One {{ sheet.fact }}\"\ndescription: The first.\ntopics: [one]\nkey_facts: [sheet.fact]\n---\n\n## A heading\n\nText {{ sheet.long | year }} and [a link](two.md).\n\n| a | b |\n|---|---|\n| {{ sheet.fact }} | 2 |\n\n{{ key_facts sheet }}\n";
    /// <summary>The same edits every time; the environment variable CsCheck_Iter runs more of them.</summary>
    private const string Seed = "0N0XIzNsQ0O2";
    private const string Signs = "{}[]|:#&*!%@`'\"\\-\n\t <>=.,~?/aé😀\u202Eא\u0001";

    private static readonly Gen<(string Site, string Sheet, string Article)> Mutated = Gen.Select(Mutation(Site), Mutation(Sheet), Mutation(Article));

    [Fact]
    public void Any_change_to_any_file_gives_findings_and_a_site() => Mutated.Sample(
        files =>
        {
            var tree = SourceTree.From([File("site.yaml", files.Site), File("facts/sheet.yaml", files.Sheet), File("articles/one.md", files.Article)], Theme());
            var compiled = SiteCompiler.Compile(tree, new CompileOptions(new DateOnly(2026, 11, 23)), _ => { });
            return compiled.Findings.All(finding => finding.Span.File is not { } file || IsInside(finding.Span, file.Text.Length));
        },
        seed: Seed,
        iter: 2_000,
        print: files => $"site.yaml:\n{files.Site}\nsheet.yaml:\n{files.Sheet}\none.md:\n{files.Article}");

    [Fact]
    public void Any_bytes_as_a_file_give_findings_and_a_site() => Gen.Byte.Array[0, 200].Sample(
        bytes =>
        {
            var files = new[] { "facts/sheet.yaml", "articles/one.md", "pages/two.md", "site.yaml" }.Select(path => new SourceFile(path, path, bytes));
            var compiled = SiteCompiler.Compile(SourceTree.From(files, Theme()), new CompileOptions(new DateOnly(2026, 11, 23)), _ => { });
            return !compiled.Value.Rendered.Files.IsEmpty;
        },
        seed: Seed,
        iter: 500);

    private static bool IsInside(FileSpan span, int length) => span.Start >= 0 && span.Length >= 0 && span.End <= length;

    /// <summary>A text with up to six places replaced, doubled or taken out.</summary>
    private static Gen<string> Mutation(string text) => Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 12], Gen.String[Gen.Char[Signs], 0, 6]).Array[0, 6].Select(edits =>
    {
        var mutated = new StringBuilder(text);
        foreach (var (at, length, sign) in edits)
        {
            var start = Math.Min(at, mutated.Length);
            mutated.Remove(start, Math.Min(length, mutated.Length - start)).Insert(start, sign);
        }
        return mutated.ToString();
    });

    private static SourceFile File(string path, string text) => new(path, path, Encoding.UTF8.GetBytes(text));

    private static IEnumerable<SourceFile> Theme()
    {
        yield return File("strings/en.yaml", "source_number: Source {number}\nmonths: a b c d e f g h i j k l\n");
        yield return File("layouts/frame.sbn-html", "<title>{{ page.title }}</title>{{ main }}");
        yield return File("layouts/article.sbn-html", "{{ article.title }}{{ for fact in article.key_facts }}{{ fact.cited_value }}{{ end }}{{ article.body }}{{ for s in article.sources }}<p id=\"{{ s.id }}\">{{ end }}");
        yield return File("blocks/key-facts.sbn-html", "{{ for fact in facts }}{{ fact.value }}{{ end }}");
        foreach (var name in new[] { "home", "page", "topics", "topic", "facts", "sheet", "404" }) yield return File($"layouts/{name}.sbn-html", name);
    }
}
