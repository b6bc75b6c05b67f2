using System.Text;
using Explainers.Benchmarks.Corpora;

namespace Explainers.Benchmarks.Tools;

/// <summary>Writes the corpus as an input folder of Explainers.</summary>
internal static class ExplainersSite
{
    private static readonly Dialect _dialect = new(name => $"{{{{ {name.Sheet}.{name.Fact} }}}}", slug => $"{slug}.md");

    /// <summary>Figures are typed, and sources dated, by chance: they are judged, and what is found is not told.</summary>
    private const string ByChance =
        "{ unbound-figure: off, retyped-fact: off, contradicted-fact: off, dated-after-source: off }";

    /// <summary>In a larger corpus topics are divided into pages; the peers, which do not do that, are compared on smaller ones.</summary>
    private const int MostOnOnePage = 20_000;

    /// <summary>Writes the whole input folder for a comparison: without people, whose pages the peers do not have.</summary>
    public static void Write(Corpus corpus, string folder) => Write(corpus, folder, hasPeople: false);

    /// <summary>Writes the whole input folder.</summary>
    public static void Write(Corpus corpus, string folder, bool hasPeople)
    {
        var files = new SiteFiles(folder);
        files.Write("site.yaml", Settings(corpus.ArticleCount));
        foreach (var sheet in corpus.Sheets())
            files.Write($"facts/{sheet.Slug}.yaml", SheetText(sheet) + (hasPeople ? People(sheet) : ""));
        foreach (var article in corpus.Articles())
            files.Write($"articles/{article.Slug}.md", ArticleText(article) + corpus.Body(article, _dialect));
    }

    private static string Settings(int articles)
    {
        var isLong = articles > MostOnOnePage;
        var text = new StringBuilder($"""
            title: {SiteWords.Title}
            tagline: {SiteWords.Tagline}
            description: {SiteWords.Description}
            language: en
            base_url: {SiteWords.Address}
            search: false{(isLong ? "\nper_page: 100" : "")}
            findings: {ByChance}
            topics:

            """);
        foreach (var topic in Corpus.Topics)
            text.Append($"  {topic.Id}:\n    title: {topic.Title}\n");
        return text.ToString();
    }

    private static string SheetText(Sheet sheet)
    {
        var text = new StringBuilder(
            $"title: {sheet.Title}\nsummary: {sheet.Summary}\nsource: {sheet.Sources[0].Id}\nsources:\n");
        foreach (var source in sheet.Sources)
        {
            text.Append($"  {source.Id}:\n    publisher: {source.Publisher}\n    title: {source.Title}\n");
            text.Append($"    url: {source.Url}\n    date: {source.Date}\n");
        }

        text.Append("facts:\n");
        foreach (var fact in sheet.Facts)
        {
            text.Append($"  {fact.Id}:\n    label: {fact.Label}\n    value: {fact.Literal}\n");
            if (fact.Source != sheet.Sources[0].Id)
                text.Append($"    source: {fact.Source}\n");
            if (fact.AsOf is { } day)
                text.Append($"    as_of: {day}\n");
        }

        return text.ToString();
    }

    private static string People(Sheet sheet) => "people:\n" + string.Concat(
        sheet.People.Select(person => $"  {person.Id}: {{ name: {person.Name}, role: {person.Role} }}\n"));

    private static string ArticleText(Article article) => $"""
        ---
        title: {article.Title}
        description: {article.Description}
        published: {article.Published}
        topics: [{string.Join(", ", article.Topics)}]
        about: [{article.About}]
        key_facts: [{string.Join(", ", article.KeyFacts.Select(name => $"{name.Sheet}.{name.Fact}"))}]
        ---


        """;
}
