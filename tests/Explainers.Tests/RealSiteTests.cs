using System.Text;

namespace Explainers.Tests;

/// <summary>What the repository's own site promises its readers.</summary>
public sealed class RealSiteTests
{
    [Fact]
    public void It_compiles_without_a_finding()
    {
        using var site = Scratch.OfRealSite();
        var run = site.Run("build", "--strict");
        Assert.Contains("no findings", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.Status);
    }

    [Fact]
    public void It_has_the_explainers_and_sheets_that_it_is_for()
    {
        using var site = Scratch.OfRealSite();
        site.Run();
        var pages = site.FilesOf("output").Keys;
        string[] expected =
        [
            "alaska-summit", "alaska-purchase", "elmendorf-base", "who-was-in-the-room", "land-swaps", "icc-warrant-and-waiver", "washington-meeting",
            "markets", "washington-police", "about", "topics", "facts", "facts/alaska-purchase", "facts/elmendorf-base", "facts/attendees",
        ];
        Assert.Empty(expected.Select(page => $"{page}/index.html").Except(pages));
        Assert.Empty(new[] { "index.html", "404.html", "feed.xml", "sitemap.xml", "robots.txt", "_redirects", "_headers" }.Except(pages));
        Assert.True(pages.Count(page => page.StartsWith("facts/", StringComparison.Ordinal) && page.EndsWith(".html", StringComparison.Ordinal)) > 10);
    }

    [Fact]
    public void A_mistyped_fact_stops_the_build_and_leaves_the_output_as_it_was()
    {
        using var site = Scratch.OfRealSite();
        Assert.Equal(0, site.Run().Status);
        var before = site.FilesOf("output");
        site.Write("input/articles/mistyped.md", "---\ntitle: Mistyped\ndescription: A mistyped fact.\n---\n\nIt cost {{ alaska_purchase.prise }}.\n");
        var run = site.Run();
        Assert.Equal(1, run.Status);
        Assert.Contains("input/articles/mistyped.md:6:12 error unknown-fact: no fact sheet defines 'alaska_purchase.prise'", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n      │            ^^^^^^^^^^^^^^^^^^^^^\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("hint: did you mean 'alaska_purchase.price'?", run.Error, StringComparison.Ordinal);
        AssertSame(before, site.FilesOf("output"));
    }

    [Fact]
    public void Nothing_on_its_pages_comes_from_another_host_and_no_script_runs()
    {
        using var site = Scratch.OfRealSite();
        site.Run();
        foreach (var (path, bytes) in site.FilesOf("output").Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var html = Encoding.UTF8.GetString(bytes);
            Assert.DoesNotMatch("<script(?! type=\"application/ld\\+json\">)", html);
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("(src|srcset)=\"https?:", html);
            Assert.DoesNotMatch("<link rel=\"(stylesheet|icon|preload)\"[^>]*href=\"https?:", html);
            Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
            Assert.True(html.Contains("<h1", StringComparison.Ordinal), $"{path} has no main heading.");
        }
    }

    private static void AssertSame(SortedDictionary<string, byte[]> before, SortedDictionary<string, byte[]> after)
    {
        Assert.Equal(before.Keys, after.Keys);
        foreach (var (path, bytes) in after) Assert.True(bytes.AsSpan().SequenceEqual(before[path]), $"{path} has changed.");
    }
}
