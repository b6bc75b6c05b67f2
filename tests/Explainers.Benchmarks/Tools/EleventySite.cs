using Explainers.Benchmarks.Corpora;

namespace Explainers.Benchmarks.Tools;

/// <summary>Writes the corpus as a site of Eleventy; its layouts are in the folder Sites/eleventy.</summary>
internal static class EleventySite
{
    private static readonly Dialect _dialect = new(
        name => $"{{% fact \"{name.Sheet}\", \"{name.Fact}\" %}}", slug => $"/{slug}/");

    /// <summary>Writes the whole site, and links it to the folder where the packages are installed.</summary>
    public static void Write(Corpus corpus, string folder, string packages)
    {
        var files = new SiteFiles(folder);
        files.CopyLayouts("eleventy");
        files.CopyStyle("content/main.css");
        var link = Path.Combine(folder, "node_modules");
        if (!Directory.Exists(link))
            Directory.CreateSymbolicLink(link, packages);
        files.Write(
            "content/_data/topicList.yaml",
            string.Concat(Corpus.Topics.Select(topic => $"- id: {topic.Id}\n  title: {topic.Title}\n")));
        foreach (var sheet in corpus.Sheets())
            files.Write($"facts/{sheet.Id}.yaml", PeerData.Write(sheet));
        foreach (var article in corpus.Articles())
            files.Write($"content/articles/{article.Slug}.md", FrontMatter(article) + corpus.Body(article, _dialect));
    }

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
