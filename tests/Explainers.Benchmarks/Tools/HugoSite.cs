using Explainers.Benchmarks.Corpora;

namespace Explainers.Benchmarks.Tools;

/// <summary>Writes the corpus as a site of Hugo; its layouts are in the folder Sites/hugo.</summary>
internal static class HugoSite
{
    private static readonly Dialect _dialect = new(
        name => $"{{{{< fact \"{name.Sheet}\" \"{name.Fact}\" >}}}}", slug => $"/{slug}/");

    /// <summary>Writes the whole site.</summary>
    public static void Write(Corpus corpus, string folder)
    {
        var files = new SiteFiles(folder);
        files.CopyLayouts("hugo");
        files.CopyStyle("assets/main.css");
        foreach (var topic in Corpus.Topics)
            files.Write($"content/topics/{topic.Id}/_index.md", $"---\ntitle: {topic.Title}\n---\n");
        foreach (var sheet in corpus.Sheets())
        {
            files.Write($"data/facts/{sheet.Id}.yaml", PeerData.Write(sheet));
            files.Write($"content/facts/{sheet.Slug}.md", SheetPage(sheet));
        }

        foreach (var article in corpus.Articles())
            files.Write($"content/articles/{article.Slug}.md", FrontMatter(article) + corpus.Body(article, _dialect));
    }

    private static string SheetPage(Sheet sheet) => $"""
        ---
        title: {sheet.Title}
        description: {sheet.Summary}
        sheet: {sheet.Id}
        ---

        """;

    private static string FrontMatter(Article article) => $"""
        ---
        title: {article.Title}
        description: {article.Description}
        date: {article.Published}
        topics: [{string.Join(", ", article.Topics)}]
        about: {article.About}
        key_facts:
        {PeerData.KeyFacts(article)}---


        """;
}
