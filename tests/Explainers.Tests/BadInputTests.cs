using System.Text;
using CsCheck;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Bad input never throws, and every finding points into its file.</summary>
public sealed class BadInputTests
{
    private const string Site =
        "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\ntopics: { one: { title: One } }\n";
    private const string Sheet =
        "title: Sheet\nsource: here\nsources:\n  here: { publisher: P, title: T, url: https://example.org/ }\nfacts:\n  fact: 7.2 million USD\n  long: { value: 1867-03-30, label: L, as_of: 1867, source: [here] }\n  area: 586,412 sq mi\n  rate: { value: = fact / area, in: US cents/acre, note: \"About {{ sheet.fact }}.\" }\n  either: { disputed: [{ value: 1 km }, { value: 2 km, as_of: 2020 }] }\n  moved: { value: 3 to 4 km, changes: { date: 2025-01-01, kind: update, was: 2 km, why: It grew. } }\n  total: { value: '= sum(fares, \"Price\")' }\npeople:\n  ann: { name: Ann Lee, role: mayor, side: City }\nevents:\n  - { date: 2025-08-15 11:26 America/Anchorage, title: Talks begin, place: sitka }\nplaces:\n  sitka: { name: Sitka, at: 57.0531 N 135.3300 W }\nquotes:\n  promise: { text: We will open., speaker: ann }\nterms:\n  cession: { term: Cession, means: Giving up land. }\ntables:\n  fares: { columns: [Class, Price], rows: [[Single, 3 EUR], [Day, = fact]] }\n";
    private const string Article =
        "---\ntitle: \"One {{ sheet.fact }}\"\ndescription: The first.\ntopics: [one]\nkey_facts: [sheet.fact]\n---\n\n## A heading\n\nText {{ sheet.long | year }} and [a link](two.md).\n\n| a | b |\n|---|---|\n| {{ sheet.fact }} | 2 |\n\n{{ key_facts sheet }}\n\n{{ timeline sheet }}\n\n{{ table sheet.fares }}\n\n{{ people sheet side: \"City\" }}\n\nOn March 30, 1867 the sheet cost $7.2 million, {{ sheet.area | in \"km2\" }}, {{ plain \"37 to 2\" }}, “as we have always said”, {{ sheet.ann | as \"Ann\" }}.\n";
    private const string Signs = "{}[]|:#&*!%@`'\"\\-\n\t <>=.,~?/aé😀\u202Eא\u0001";

    private static readonly Gen<(string Site, string Sheet, string Article)> Mutated =
        Gen.Select(Mutation(Site), Mutation(Sheet), Mutation(Article));

    [Fact]
    public void Any_change_to_any_file_gives_findings_and_a_site() => Property.Holds(
        Mutated,
        1_000,
        files =>
        {
            var tree = SourceTree.From([File("site.yaml", files.Site), File("facts/sheet.yaml", files.Sheet),
                File("articles/one.md", files.Article)], Theme());
            var compiled = SiteCompiler.Compile(tree, new CompileOptions(new DateOnly(2026, 11, 23)));
            return compiled.Findings.All(finding => finding.Span.File is not { } file || IsInside(finding.Span, file.Text.Length));
        },
        files => $"site.yaml:\n{files.Site}\nsheet.yaml:\n{files.Sheet}\none.md:\n{files.Article}");

    [Fact]
    public void Any_bytes_as_a_file_give_findings_and_a_site() => Property.Holds(
        Gen.Byte.Array[0, 200],
        500,
        bytes =>
        {
            var files = new[] { "facts/sheet.yaml", "articles/one.md", "pages/two.md", "site.yaml" }.Select(path =>
                new SourceFile(path, path, bytes));
            var compiled = SiteCompiler.Compile(SourceTree.From(files, Theme()), new CompileOptions(new DateOnly(2026, 11, 23)));
            return !compiled.Files.IsEmpty;
        });

    /// <summary>Sizes and depths at which a careless reader would overflow, hang or take minutes.</summary>
    public static TheoryData<string, string, string> Huge() => new()
    {
        { "a value of ten megabytes", "facts/sheet.yaml", $"title: Sheet\nfacts:\n  fact: {new string('x', 10_000_000)}\n" },
        { "digits of a megabyte", "facts/sheet.yaml",
            $"title: Sheet\nfacts:\n  fact: {new string('7', 1_000_000)}\n  sum: = {new string('7', 1_000_000)}\n" },
        { "an id of a megabyte", "facts/sheet.yaml",
            $"title: Sheet\nfacts:\n  {new string('a', 1_000)}: 7\n  ? {new string('b', 1_000_000)}\n  : 7\n" },
        { "brackets, 100,000 deep", "facts/sheet.yaml", $"title: {new string('[', 100_000)}" },
        { "aliases of aliases", "facts/sheet.yaml", "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + string.Concat("bcdefghij".Select((letter, i) =>
            $"{letter}: &{letter} [{string.Join(',', Enumerable.Repeat($"*{"abcdefghi"[i]}", 9))}]\n")) },
        { "parentheses, 100,000 deep", "facts/sheet.yaml",
            $"title: Sheet\nfacts:\n  fact: \"= {new string('(', 100_000)}1\"\n  sign: \"= {new string('-', 100_000)}1\"\n" },
        { "a chain of 5,000 computed facts", "facts/sheet.yaml", "title: Sheet\nfacts:\n  f0: 1\n"
            + string.Concat(Enumerable.Range(1, 5_000).Reverse().Select(i => $"  f{i}: = f{i - 1} + 1\n")) },
        { "20,000 unknown keys", "facts/sheet.yaml", "title: Sheet\n"
            + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"key{i}: x\n")) },
        { "a paragraph of ten megabytes", "articles/one.md",
            $"---\ntitle: One\ndescription: The first.\n---\n\n{string.Concat(Enumerable.Repeat("word ", 2_000_000))}\n" },
        { "figures by the megabyte", "articles/one.md",
            $"---\ntitle: One\ndescription: The first.\n---\n\n{string.Concat(Enumerable.Repeat("12 km, ", 20_000))}\n" },
        { "quotation marks that never close", "articles/one.md",
            $"---\ntitle: One\ndescription: The first.\n---\n\n{string.Concat(Enumerable.Repeat("“a \"b ", 20_000))}\n" },
        { "quotations 10,000 deep", "articles/one.md", $"---\ntitle: One\ndescription: The first.\n---\n\n{new string('>', 10_000)} x\n" },
        { "brackets in Markdown", "articles/one.md", $"---\ntitle: One\ndescription: The first.\n---\n\n{new string('[', 50_000)}\n" },
        { "stars in Markdown", "articles/one.md",
            $"---\ntitle: One\ndescription: The first.\n---\n\n{string.Concat(Enumerable.Repeat("*a **b ", 20_000))}\n" },
        { "braces that never close", "articles/one.md",
            $"---\ntitle: One\ndescription: The first.\n---\n\n{string.Concat(Enumerable.Repeat("{{ a ", 20_000))}\n" },
        { "null characters", "articles/one.md", "---\ntitle: O\0ne\ndescription: The first.\n---\n\n\0 text \0\n" },
        { "null characters in a sheet", "facts/sheet.yaml", "title: Sh\0eet\nfacts:\n  fact: 7\0\n" },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Huge))]
    public Task What_is_huge_or_deep_is_read_or_refused(string name, string path, string text) => Task.Run(
        () =>
        {
            var files = new[] { File("site.yaml", Site), File(path, text) };
            var compiled = SiteCompiler.Compile(SourceTree.From(files, Theme()), new CompileOptions(new DateOnly(2026, 11, 23)));
            Assert.False(compiled.Findings.IsEmpty, $"Nothing was said of {name}.");
        },
        TestContext.Current.CancellationToken);

    private static bool IsInside(FileSpan span, int length) => span.Start >= 0 && span.Length >= 0 && span.End <= length;

    /// <summary>A text with up to six places replaced, doubled or taken out.</summary>
    private static Gen<string> Mutation(string text) =>
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 12], Gen.String[Gen.Char[Signs], 0, 6]).Array[0, 6].Select(edits =>
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
        yield return File("layouts/article.sbn-html",
            "{{ article.title }}{{ for fact in article.key_facts }}{{ fact.cited_value }}{{ end }}{{ article.body }}{{ for s in article.sources }}<p id=\"{{ s.id }}\">{{ end }}");
        yield return File("blocks/key-facts.sbn-html", "{{ for fact in facts }}{{ fact.value }}{{ end }}");
        foreach (var name in new[] { "home", "page", "topics", "topic", "facts", "sheet", "404" }) yield return File(
            $"layouts/{name}.sbn-html", name);
    }
}
