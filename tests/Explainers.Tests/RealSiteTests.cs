using System.Text;
using System.Text.RegularExpressions;

namespace Explainers.Tests;

/// <summary>What the repository's own site promises its readers.</summary>
public sealed partial class RealSiteTests
{
    [Fact]
    public void It_compiles_without_a_finding()
    {
        Assert.Contains("no findings", BuiltSite.Run.Error, StringComparison.Ordinal);
        Assert.Equal(0, BuiltSite.Run.Status);
    }

    [Fact]
    public void It_has_the_explainers_and_sheets_that_it_is_for()
    {
        var pages = BuiltSite.Files.Keys;
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
        Assert.Contains("input/articles/mistyped.md:6:12 error unknown-fact: no fact sheet defines\n   'alaska_purchase.prise'\n", run.Error, StringComparison.Ordinal);
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

    /// <summary>Ten faults of ten kinds, each planted into the real site as a writer would make it.</summary>
    [Fact]
    public void Ten_planted_faults_give_ten_findings_at_the_right_lines_and_nothing_else()
    {
        using var site = Scratch.OfRealSite();
        (string File, string From, string To, string Code, string At)[] faults =
        [
            ("input/articles/alaska-purchase.md", "agreed to pay {{ alaska_purchase.price }}", "agreed to pay {{ alaska_purchase.prise }}", "unknown-fact", "alaska_purchase.prise"),
            ("input/articles/alaska-summit.md", "How did the meeting come about?\n", "How did the meeting come about?\n\nSome 4,250 people lined the road.\n", "unbound-figure", "Some 4,250 people"),
            ("input/articles/land-swaps.md", "No map or text was published.", "No map or text was published. It was {{ territory.counted | yaer }}.", "unknown-filter", "| yaer"),
            ("input/articles/markets.md", "{{ chart markets.closing column: \"Change on the day\" }}", "{{ chart markets.closing column: \"Change on the day\" }}\n\n{{ timeline markets.closing }}", "block-mismatch", "timeline markets.closing"),
            ("input/articles/washington-police.md", "The numbers grew, and counts differ.", "The numbers grew, and counts [differ](nowhere.md).", "unknown-page", "nowhere.md"),
            ("input/facts/elmendorf-base.yaml", "  joint_bases:\n    label: Joint bases made in that round\n    value: 12 joint bases", "  joint_bases:\n    label: Joint bases made in that round\n    value: 12 kilometrs", "invalid-value", "12 kilometrs"),
            ("input/facts/washington-police.yaml", "  law_year:\n    label: Home Rule Act passed\n    value: 1973\n    source: [npr, time_law]", "  law_year:\n    label: Home Rule Act passed\n    value: 1973\n    source: [npr, time_lw]", "unknown-source", "time_lw]"),
            ("input/facts/territory.yaml", "    value: = donbas_left / north_offered", "    value: = donbas_left + share_held", "unit-mismatch", "donbas_left + share_held"),
            ("input/facts/icc-warrant.yaml", "  members:\n    label:", "  members:\n    expires: 2025-12-31\n    label:", "expired-fact", "  members:\n"),
            ("input/articles/who-was-in-the-room.md", "They knew each other.", "They knew each other. The Alaska Purchase of 1869 was before their time.", "contradicted-fact", "Purchase of 1869"),
        ];
        foreach (var (file, from, to, _, _) in faults) site.Replace(file, from, to);
        var run = site.Run("check", "--format", "github");
        var found = run.Output.Split('\n').Concat(run.Error.Split('\n')).Where(line => line.StartsWith("::", StringComparison.Ordinal)).ToArray();
        foreach (var (file, _, _, code, at) in faults)
        {
            var text = site.Read(file);
            var line = text[..text.IndexOf(at, StringComparison.Ordinal)].Count('\n'.Equals) + 1;
            Assert.True(
                found.Any(finding => finding.Contains($"file={file},line={line},", StringComparison.Ordinal) && finding.Contains(code, StringComparison.Ordinal)),
                $"{code} at {file}:{line} is not among\n{string.Join('\n', found)}");
        }
        Assert.Equal(faults.Length, found.Length);
    }

    /// <summary>The data files are what the schema beside them says.</summary>
    [Fact]
    public async Task Its_data_files_follow_their_published_schema()
    {
        var files = BuiltSite.Files;
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(Encoding.UTF8.GetString(files["facts.schema.json"]), TestContext.Current.CancellationToken);
        var data = files.Where(file => file.Key.StartsWith("facts/", StringComparison.Ordinal) && file.Key.EndsWith(".json", StringComparison.Ordinal)).ToArray();
        Assert.True(data.Length >= 10);
        foreach (var (path, bytes) in data)
            Assert.True(schema.Validate(Encoding.UTF8.GetString(bytes)) is { Count: 0 }, $"{path} does not follow the schema: {string.Join(", ", schema.Validate(Encoding.UTF8.GetString(bytes)))}");
    }

    private static void AssertSame(SortedDictionary<string, byte[]> before, SortedDictionary<string, byte[]> after)
    {
        Assert.Equal(before.Keys, after.Keys);
        foreach (var (path, bytes) in after) Assert.True(bytes.AsSpan().SequenceEqual(before[path]), $"{path} has changed.");
    }

    [GeneratedRegex("<code.*?</code>", RegexOptions.Singleline)]
    private static partial Regex Code();
}
