using System.Text.Json;
using Explainers.Cli;
using Explainers.Cli.Invocation;

namespace Explainers.Tests;

/// <summary>The command line: options, formats and exit statuses.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("build", "--nonsense")]
    [InlineData("nonsense")]
    [InlineData("build", "--today", "tomorrow")]
    [InlineData("build", "--base-url", "example.org")]
    [InlineData("check", "--format", "xml")]
    [InlineData("build", "--input", "nowhere")]
    [InlineData("build", "--theme", "nowhere")]
    [InlineData("explain", "no-such-code")]
    public void Wrong_usage_exits_with_2_and_says_why(params string[] arguments)
    {
        using var site = SiteWithAnError();
        var run = site.Run(arguments);
        Assert.Equal(2, run.Status);
        Assert.NotEmpty(run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_new_site_builds_at_once_and_so_does_what_is_added_to_it()
    {
        using var site = new Scratch();
        Assert.Equal(0, site.Run("new", "site", ".", "--title", "Rivers: \"all\" of them").Status);
        var built = site.Run("build", "--strict");
        Assert.Contains("no findings", built.Error, StringComparison.Ordinal);
        Assert.Equal(0, built.Status);
        Assert.Equal("input/articles/why-so-wide.md\n",
            site.Run("new", "article", "why-so-wide", "--title", "Why \"so\" wide?", "--description", "Rain: much of it.").Output);
        Assert.Equal("input/facts/the-river.yaml\n",
            site.Run("new", "sheet", "the-river", "--publisher", "River Office", "--url", "https://rivers.example/").Output);
        Assert.Equal(0, site.Run("check", "--drafts").Status);
        Assert.DoesNotContain("why-so-wide", string.Join('\n', site.FilesOf("output").Keys), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_come_before_warnings_and_a_hundred_of_a_kind_are_one_with_a_count()
    {
        using var site = new Scratch();
        site.Run("new", "site", ".");
        site.Write("input/articles/many.md",
            $"---\ntitle: Many\ndescription: D.\n---\n{string.Concat(Enumerable.Range(0, 150).Select(i => $"Some {i + 4211} people came.\n\n"))}{{{{ denali.hieght }}}}.\n");
        var report = site.Run("check").Error;
        Assert.StartsWith("input/articles/many.md:305:4 error unknown-fact", report, StringComparison.Ordinal);
        Assert.Contains("and 149 more of unbound-figure", report, StringComparison.Ordinal);
        Assert.Single(report.Split('\n'), line => line.Contains("warning unbound-figure", StringComparison.Ordinal));
        Assert.Contains("1 error, 150 warnings", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--strict", "check")]
    [InlineData("--input", "nowhere", "facts", "list")]
    public void An_option_before_the_command_is_not_dropped_in_silence(params string[] arguments)
    {
        using var site = SiteWithAnError();
        var run = site.Run(arguments);
        Assert.Equal(2, run.Status);
        Assert.Contains($"{arguments[0]} stands before '{arguments[^1]}'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_new_overwrites_what_is_there()
    {
        using var site = new Scratch();
        site.Write("input/articles/one.md", "mine");
        var run = site.Run("new", "article", "one");
        Assert.Equal(2, run.Status);
        Assert.Contains("input/articles/one.md is there already", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", site.Read("input/articles/one.md"));
        Assert.Contains("input is there already", site.Run("new", "site", ".").Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(site.Folder, "input/site.yaml")));
    }

    [Fact]
    public void A_theme_begins_with_copies_of_built_in_files()
    {
        using var site = new Scratch();
        var listed = site.Run("new", "theme").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(listed.Order(StringComparer.Ordinal), listed);
        Assert.Equal(0, site.Run(["new", "theme", .. listed]).Status);
        Assert.Equal(listed, site.FilesOf("theme").Keys);
        Assert.All(site.FilesOf("theme"), file =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "theme", file.Key)), file.Value));
        Assert.Contains("theme/card.yaml is there already", site.Run("new", "theme", "card.yaml").Error, StringComparison.Ordinal);
        var run = site.Run("new", "theme", "layouts/pge.sbn-html");
        Assert.Equal(2, run.Status);
        Assert.Contains("Did you mean 'layouts/page.sbn-html'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_in_the_content_exit_with_1()
    {
        using var site = SiteWithAnError();
        Assert.Equal(1, site.Run().Status);
        Assert.Equal(1, site.Run("check").Status);
    }

    [Fact]
    public void A_warning_counts_as_an_error_only_when_strict()
    {
        using var site = SiteWithAnError();
        site.Replace("input/articles/one.md", "{{ sheet.fact }}", "nothing");
        site.Write("input/facts/sheet.yaml", "title: Sheet\nfacts:\n  fact: { value: 1, source: none, note: A test. }\n");
        Assert.Equal(0, site.Run().Status);
        Directory.Delete(Path.Combine(site.Folder, "output"), recursive: true);
        Assert.Equal(1, site.Run("build", "--strict").Status);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output")));
    }

    [Fact]
    public void A_fault_of_ours_exits_with_3_and_says_what_to_report()
    {
        using var error = new StringWriter();
        var status = Application.Run(["build"], new CliEnvironment(TextWriter.Null, error, Path.GetTempPath(), new BrokenClock()));
        Assert.Equal(3, status);
        Assert.Contains("fault of ours", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("version ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("The clock is broken.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_names_code_place_and_hint()
    {
        using var site = SiteWithAnError();
        using var json = JsonDocument.Parse(site.Run("check", "--format", "json").Output);
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal("unknown-fact", finding.GetProperty("code").GetString());
        Assert.Equal("input/articles/one.md", finding.GetProperty("file").GetString());
        Assert.Equal((6, 4, 14), (finding.GetProperty("line").GetInt32(), finding.GetProperty("column")
            .GetInt32(), finding.GetProperty("end_column").GetInt32()));
        Assert.Equal(1, json.RootElement.GetProperty("errors").GetInt32());
    }

    [Fact]
    public void Sarif_has_a_rule_and_a_region_for_each_result()
    {
        using var site = SiteWithAnError();
        using var json = JsonDocument.Parse(site.Run("check", "--format", "sarif").Output);
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = json.RootElement.GetProperty("runs")[0];
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.Equal("unknown-fact", rule.GetProperty("id").GetString());
        Assert.Equal("error", rule.GetProperty("defaultConfiguration").GetProperty("level").GetString());
        Assert.Equal(site.Run("explain", "unknown-fact").Output, rule.GetProperty("help").GetProperty("text").GetString());
        var region = run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal(6, region.GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void GitHub_commands_stand_on_one_line_each()
    {
        using var site = SiteWithAnError();
        var run = site.Run("check", "--format", "github");
        Assert.Equal("::error file=input/articles/one.md,line=6,endLine=6,col=4,endColumn=14,title=unknown-fact::"
            + "no fact sheet defines 'sheet.fact'%0Ahint: 'explainers facts list' shows all there are\n", run.Output);
    }

    [Fact]
    public void Timings_name_every_stage()
    {
        using var site = SiteWithAnError();
        site.Replace("input/articles/one.md", "{{ sheet.fact }}", "nothing");
        var run = site.Run("build", "--timings");
        string[] stages = ["read", "parse", "bind", "check", "render", "proofread", "write"];
        Assert.All(stages, stage => Assert.Contains($"\n{stage} ", "\n" + run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void Drafts_are_left_out_unless_they_are_asked_for()
    {
        using var site = SiteWithAnError();
        site.Write("input/articles/one.md", "---\ntitle: One\ndescription: The first.\nstatus: draft\n---\n\nText.\n");
        site.Run();
        Assert.DoesNotContain("one/index.html", site.FilesOf("output").Keys);
        Assert.DoesNotContain("left out", site.Run("build", "--drafts").Error, StringComparison.Ordinal);
        Assert.Contains("one/index.html", site.FilesOf("output").Keys);
    }

    [Fact]
    public void What_is_left_out_is_said()
    {
        using var site = SiteWithAnError();
        site.Write("input/articles/one.md", "---\ntitle: One\ndescription: The first.\nstatus: draft\n---\n\nText.\n");
        Assert.EndsWith("\n1 draft left out; --drafts checks it too.\n", site.Run("check").Error, StringComparison.Ordinal);
        site.Write("input/articles/two.md", "---\ntitle: Two\ndescription: The second.\npublished: 2027-01-01\n---\n\nText.\n");
        site.Write("input/articles/three.md", "---\ntitle: Three\ndescription: The third.\nexpires: 2025-01-01\n---\n\nText.\n");
        Assert.EndsWith("\n1 draft, 1 embargoed article, 1 expired article left out; --drafts builds them\n   too.\n"
            + "The site next changes on 2027-01-01: /two/ is published.\n",
            site.Run("build").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_the_site_is_in_its_links_headers_and_feeds()
    {
        using var site = Scratch.OfFixture();
        Assert.Equal(0, site.Run("build", "--base-url", "https://preview.example.net/sub/", "--noindex").Status);
        Assert.Contains("href=\"https://preview.example.net/sub/alaska-summit/\"", site.Read("output/feed.xml"), StringComparison.Ordinal);
        Assert.Contains("href=\"/sub/topics/", site.Read("output/index.html"), StringComparison.Ordinal);
        Assert.Contains("X-Robots-Tag: noindex", site.Read("output/_headers"), StringComparison.Ordinal);
        Assert.Contains("/sub/assets/*", site.Read("output/_headers"), StringComparison.Ordinal);
        Assert.Contains("noindex", site.Read("output/index.html"), StringComparison.Ordinal);
    }

    private static Scratch SiteWithAnError()
    {
        var site = new Scratch();
        site.Write("input/site.yaml", "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\n");
        site.Write("input/articles/one.md", "---\ntitle: One\ndescription: The first.\n---\n\n{{ sheet.fact }}\n");
        return site;
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("The clock is broken.");
    }
}
