using System.Text;
using System.Text.RegularExpressions;

namespace Explainers.Tests;

/// <summary>What a whole site promises its readers.</summary>
public sealed partial class WholeSiteTests
{
    [Fact]
    public void It_compiles_without_a_finding()
    {
        Assert.Contains("no findings", BuiltSite.Run.Error, StringComparison.Ordinal);
        Assert.Equal(0, BuiltSite.Run.Status);
    }

    [Fact]
    public void It_has_its_pages_and_files_and_nothing_that_is_kept_back()
    {
        var files = BuiltSite.Files.Keys;
        string[] pages =
        [
            "alaska-summit", "alaska-purchase", "markets", "warum-alaska", "about", "how-we-work", "guides", "topics",
                "topics/history", "search",
            "corrections", "sources", "timeline", "glossary", "people", "people/putin", "places", "facts", "facts/alaska-purchase",
        ];
        Assert.Empty(pages.Select(page => $"{page}/index.html").Except(files));
        string[] others =
        [
            "index.html", "404.html", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "_redirects", "_headers", "site.webmanifest",
            ".well-known/security.txt", "facts.schema.json", "facts/summit.json", "facts/summit.csv", "images/map.svg",
        ];
        Assert.Empty(others.Except(files));
        foreach (var (path, bytes) in BuiltSite.Files)
            Assert.False(bytes.AsSpan().IndexOf("4242"u8) >= 0 && !path.EndsWith(".png", StringComparison.Ordinal),
                $"{path} says what is kept back.");
    }

    [Fact]
    public void A_mistyped_fact_stops_the_build_and_leaves_the_output_as_it_was()
    {
        using var site = Scratch.OfFixture();
        Assert.Equal(0, site.Run().Status);
        var before = site.FilesOf("output");
        site.Write("input/articles/mistyped.md",
            "---\ntitle: Mistyped\ndescription: A fact.\n---\n\nIt cost {{ alaska_purchase.prise }}.\n");
        var run = site.Run();
        Assert.Equal(1, run.Status);
        Assert.Contains("input/articles/mistyped.md:6:12 error unknown-fact: no fact sheet defines\n   'alaska_purchase.prise'\n",
            run.Error, StringComparison.Ordinal);
        Assert.Contains("\n      │            ^^^^^^^^^^^^^^^^^^^^^\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("hint: did you mean 'alaska_purchase.price'?", run.Error, StringComparison.Ordinal);
        AssertSame(before, site.FilesOf("output"));
    }

    [Fact]
    public void Nothing_on_its_pages_comes_from_another_host_and_no_script_stands_in_them()
    {
        foreach (var (path, bytes) in BuiltSite.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            var html = Encoding.UTF8.GetString(bytes);
            Assert.DoesNotMatch("<script(?! type=\"application/ld\\+json\">| type=\"module\" src=\"/assets/[a-z]+\\.[0-9a-f]{12}\\.js\"></script>)", html);
            Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
            Assert.DoesNotMatch("(src|srcset)=\"https?:", html);
            Assert.DoesNotMatch("<link rel=\"(stylesheet|icon|preload)\"[^>]*href=\"https?:", html);
            // The guides show references as code.
            Assert.DoesNotContain("{{", Code().Replace(html, ""), StringComparison.Ordinal);
            Assert.True(html.Contains("<h1", StringComparison.Ordinal), $"{path} has no main heading.");
        }
    }

    /// <summary>Ten faults of ten kinds, each planted as a writer would make it.</summary>
    [Fact]
    public void Ten_planted_faults_give_ten_findings_at_the_right_lines_and_nothing_else()
    {
        using var site = Scratch.OfFixture();
        const string Purchase = "input/articles/alaska-purchase.md";
        const string Summit = "input/articles/alaska-summit.md";
        const string Markets = "input/articles/markets.md";
        const string Work = "input/pages/how-we-work.md";
        const string Facts = "input/facts/summit.yaml";
        const string Prices = "input/facts/markets.yaml";
        // Where, after which words, what is planted, what is found, and at which words.
        (string File, string After, string Planted, string Code, string At)[] faults =
        [
            (Purchase, "agreed to pay ", "{{ alaska_purchase.prise }}, or ", "unknown-fact", "alaska_purchase.prise"),
            (Summit, "## Where was it?\n", "\nSome 4,250 people lined the road.\n", "unbound-figure", "Some 4,250 people"),
            (Summit, "No text was published.", " It was {{ summit.held | yaer }}.", "unknown-filter", "| yaer"),
            (Markets, "column: \"Change on the day\" }}\n", "\n{{ timeline markets.closing }}\n", "block-mismatch",
                "timeline markets.closing"),
            (Work, "with its source.", " Counts [differ](nowhere.md).", "unknown-page", "nowhere.md"),
            (Facts, "    label: In the plan\n    value: 10", " kilometrs #", "invalid-value", "10 kilometrs"),
            (Facts, "source: [tass, ap_day", "x", "unknown-source", "ap_dayx]"),
            (Prices, "value: = brent_close - brent_gain", " + nikkei_rise", "unit-mismatch", "brent_gain + nikkei"),
            (Facts, "  chance:\n", "    expires: 2025-12-31\n", "expired-fact", "  chance:\n"),
            (Markets, "## And shares?\n", "\nThe Alaska Purchase of 1869 was long before.\n", "contradicted-fact", "Purchase of 1869"),
        ];
        foreach (var (file, after, planted, _, _) in faults) site.Insert(file, after, planted);
        var run = site.Run("check", "--format", "github");
        var found = run.Output.Split('\n').Concat(run.Error.Split('\n'))
            .Where(line => line.StartsWith("::", StringComparison.Ordinal)).ToArray();
        foreach (var (file, _, _, code, at) in faults)
        {
            var text = site.Read(file);
            var line = text[..text.IndexOf(at, StringComparison.Ordinal)].Count('\n'.Equals) + 1;
            Assert.True(
                found.Any(finding => finding.Contains($"file={file},line={line},", StringComparison.Ordinal)
                    && finding.Contains(code, StringComparison.Ordinal)),
                $"{code} at {file}:{line} is not among\n{string.Join('\n', found)}");
        }
        Assert.Equal(faults.Length, found.Length);
    }

    /// <summary>The data files are what the schema beside them says.</summary>
    [Fact]
    public async Task Its_data_files_follow_their_published_schema()
    {
        var files = BuiltSite.Files;
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(files["facts.schema.json"]),
            TestContext.Current.CancellationToken);
        var data = files.Where(file => file.Key.StartsWith("facts/", StringComparison.Ordinal)
            && file.Key.EndsWith(".json", StringComparison.Ordinal)).ToArray();
        Assert.Equal(5, data.Length);
        foreach (var (path, bytes) in data)
            Assert.True(schema.Validate(Encoding.UTF8.GetString(bytes)) is { Count: 0 },
                $"{path} does not follow the schema: {string.Join(", ", schema.Validate(Encoding.UTF8.GetString(bytes)))}");
    }

    private static void AssertSame(SortedDictionary<string, byte[]> before, SortedDictionary<string, byte[]> after)
    {
        Assert.Equal(before.Keys, after.Keys);
        foreach (var (path, bytes) in after) Assert.True(bytes.AsSpan().SequenceEqual(before[path]), $"{path} has changed.");
    }

    [GeneratedRegex("<code.*?</code>", RegexOptions.Singleline)]
    private static partial Regex Code();
}
