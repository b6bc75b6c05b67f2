namespace Explainers.Tests;

/// <summary><c>explainers import</c>: posts of a Jekyll site as articles, and what is said of the rest.</summary>
public sealed class ImportTests
{
    private const string Post = """
        ---
        title: "The first {{ post }}"
        categories: [News Desk, history]
        tags: history
        ---

        See [the other]({% post_url 2024-02-03-other %}) and [it again]({{ site.baseurl }}/history/2024/02/03/other.html).
        A [lost page](/gone/), `{{ code }}`, {{ page.date }} and an open {{ brace.

        ![A map](/assets/map.png)

        {% highlight ruby %}
        puts "{{ kept }}"
        {% endhighlight %}

        """;

    [Fact]
    public void A_post_becomes_an_article_that_builds()
    {
        using var site = Site();
        var run = site.Run("import", "old");
        Assert.Equal(
            (0, "input/articles/waiting.md\ninput/articles/first.md\ninput/articles/other.md\nimport-report.md\n"),
            (run.Status, run.Output));
        Assert.Equal("""
            ---
            title: "The first { { post }}"
            description: "See the other and it again. A lost page, { { code }}, and an open { { brace."
            published: 2024-01-02
            topics: [news-desk, history]
            aliases: ["/news%20desk/history/2024/01/02/first.html"]
            ---

            See [the other](other.md) and [it again](other.md).
            A lost page, `{{ code }}`,  and an open \{{ brace.

            A map

            ```ruby
            puts "{{ kept }}"
            ```

            """, site.Read("input/articles/first.md"));
        Assert.Contains("status: draft", site.Read("input/articles/waiting.md"), StringComparison.Ordinal);
        var report = site.Read("import-report.md");
        Assert.Contains("- _posts/2024-01-02-first.md:8: the link to /gone/\n", report, StringComparison.Ordinal);
        Assert.Contains("- _posts/2024-01-02-first.md:8: the tag {{ page.date }}\n", report, StringComparison.Ordinal);
        Assert.Contains("- _posts/2024-01-02-first.md:10: the picture /assets/map.png\n", report, StringComparison.Ordinal);
        Assert.Contains("  news-desk: { title: \"News Desk\" }\n", report, StringComparison.Ordinal);
        Assert.Equal(0, site.Run("check").Status);
    }

    [Fact]
    public void Nothing_is_overwritten_and_a_dry_run_writes_nothing()
    {
        using var site = Site();
        site.Write("input/articles/first.md", "mine");
        Assert.Contains("- `input/articles/first.md`", site.Run("import", "old", "--dry-run").Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(site.Folder, "import-report.md")));
        Assert.Equal(0, site.Run("import", "old").Status);
        Assert.Equal("mine", site.Read("input/articles/first.md"));
    }

    [Fact]
    public void A_folder_that_is_no_site_and_names_that_lead_out_are_refused()
    {
        using var site = Site();
        Assert.Equal(2, site.Run("import", "input").Status);
        site.Write("old/_posts/2024-01-03-x.md", "---\ntitle: X\nslug: ../../../up\npermalink: ../../up\n---\nText.\n");
        site.Write("old/_posts/2024-01-04-broken.md", "---\ntitle: [X\n---\nText.\n");
        Assert.Equal(0, site.Run("import", "old").Status);
        Assert.Contains("- _posts/2024-01-04-broken.md:1: the file", site.Read("import-report.md"), StringComparison.Ordinal);
        Assert.DoesNotContain("..", site.Read("input/articles/up.md"), StringComparison.Ordinal);
    }

    private static Scratch Site()
    {
        var site = new Scratch();
        site.Write("input/site.yaml", "title: S\ndescription: D.\nbase_url: https://example.org/\n"
            + "topics: { history: { title: History }, news-desk: { title: News Desk } }\n");
        site.Write("old/_config.yml", "title: Old\n");
        site.Write("old/_posts/2024-01-02-first.md", Post);
        site.Write("old/_posts/2024-02-03-other.md", "---\ntitle: Other\ncategory: history\n---\nText.\n");
        site.Write("old/_drafts/waiting.md", "---\ntitle: Waiting\n---\nText.\n");
        return site;
    }
}
