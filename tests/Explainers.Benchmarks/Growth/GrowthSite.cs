using System.Text;
using Explainers.Benchmarks.Corpora;
using Explainers.Benchmarks.Tools;

namespace Explainers.Benchmarks.Growth;

/// <summary>A small site while it is written: settings, sheets and articles that need no more than what is measured.</summary>
internal sealed class GrowthSite
{
    private readonly SiteFiles _files;
    private readonly StringBuilder _settings = new();

    private readonly string _folder;
    private bool _hasSettings;

    private GrowthSite(string folder) => (_folder, _files) = (folder, new SiteFiles(folder));

    /// <summary>Writes a site into a new folder.</summary>
    public static void Write(string folder, Action<GrowthSite> add)
    {
        var site = new GrowthSite(folder);
        site.Article("start", "Nothing to see here.");
        add(site);
        if (site._hasSettings) return;
        site._files.Write("site.yaml", $"""
            title: Growth
            description: A site that grows in one direction.
            base_url: {SiteWords.Address}
            language: en
            {site._settings}
            """);
    }

    /// <summary>Adds lines to <c>site.yaml</c>.</summary>
    public void Setting(string lines) => _settings.Append(lines).Append('\n');

    /// <summary>Adds a sheet with one source.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="lines">Its entries.</param>
    /// <param name="title">Its title, where it is not its name.</param>
    public void Sheet(string name, string lines, string? title = null) => _files.Write($"facts/{name}.yaml", $"""
        title: {title ?? $"Sheet {name}"}
        source: paper
        sources:
          paper: {Source}
        {lines}
        """);

    /// <summary>The line that describes a source.</summary>
    public const string Source =
        "{ publisher: The Paper, title: A report, url: \"https://paper.example/report\", accessed: 2026-11 }";

    /// <summary>Adds an article.</summary>
    /// <param name="slug">Its address.</param>
    /// <param name="body">Its text.</param>
    /// <param name="front">Lines of front matter beside title, description and day.</param>
    public void Article(string slug, string body, string front = "") =>
        Text($"articles/{slug}.md", slug, body, $"published: 2026-01-01\n{front}");

    /// <summary>Adds a page.</summary>
    public void Page(string slug, string body) => Text($"pages/{slug}.md", slug, body, "");

    /// <summary>Adds the corpus of the comparison, with its people and its settings.</summary>
    public void Corpus(int articles)
    {
        ExplainersSite.Write(new Corpus(articles), _folder, hasPeople: true);
        _hasSettings = true;
    }

    /// <summary>Adds any file.</summary>
    public void File(string path, string text) => _files.Write(path, text);

    private void Text(string path, string slug, string body, string front) => _files.Write(path, $"""
        ---
        title: What is {slug}?
        description: The answer to {slug} in a sentence.
        {front}
        ---

        {body}

        """);
}
