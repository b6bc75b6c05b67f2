using CsCheck;
using Explainers.Tests.Guides;

namespace Explainers.Tests;

/// <summary>What 'explainers new' writes, keeps and refuses.</summary>
public sealed class NewFilesTests
{
    [Fact]
    public void A_new_site_ends_with_what_to_do_next()
    {
        using var site = new Scratch();
        Assert.Equal("Next: 'cd my-site', then 'explainers preview'.\n", site.Run("new", "site", "my-site/").Error);
        Assert.Equal("Next: 'explainers preview'.\n", site.Run("new", "site", ".").Error);
    }

    [Fact]
    public void A_folder_may_have_files_that_are_not_the_sites_own_and_keeps_them()
    {
        using var site = new Scratch();
        site.Write(".gitignore", "*.bak\n/output/\n");
        site.Write("netlify.toml", "[build]\n  command = \"make\"\n");
        var run = site.Run("new", "site", ".");
        Assert.Equal(0, run.Status);
        Assert.Equal(("*.bak\n/output/\n", "[build]\n  command = \"make\"\n"), (site.Read(".gitignore"), site.Read("netlify.toml")));
        Assert.Contains(".gitignore is there already, and stays as it is. Add these lines to it:\n   /.cache/\n", run.Error,
            StringComparison.Ordinal);
        Assert.Contains("\n     publish = \"output\"\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("/output/\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".gitignore", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, site.Run("check").Status);
    }

    [Theory]
    [InlineData("article", "Kölner Dom", "koelner-dom")]
    [InlineData("article", "Çà & là: Łódź, Ærø, Straße", "ca-la-lodz-aero-strasse")]
    [InlineData("article", "input/articles/why-so-wide.md", "why-so-wide")]
    [InlineData("sheet", "input/facts/the-river.yaml", "the-river")]
    [InlineData("sheet", "the-river.yml", "the-river")]
    [InlineData("sheet", "Two Words", "two-words")]
    public void A_name_that_can_not_be_is_answered_with_one_that_can(string what, string name, string suggestion)
    {
        using var site = new Scratch();
        Assert.EndsWith($"\nDid you mean '{suggestion}'?\n", Refused(site, "new", what, name), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_begins_with_a_letter_and_is_not_endless()
    {
        using var site = new Scratch();
        Assert.Equal("explainers: '1867' cannot be the name of a file here: a name begins with a\n   letter.\n",
            Refused(site, "new", "article", "1867"));
        Assert.Contains("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' is too long", Refused(site, "new", "sheet", new string('a', 300)),
            StringComparison.Ordinal);
        Assert.Contains("Did you mean 'why-is-it-why-is-it-why-is-it-why-is-it'?",
            Refused(site, "new", "article", string.Join('-', Enumerable.Repeat("why-is-it", 30))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("article", "facts")]
    [InlineData("article", "topics")]
    [InlineData("article", "people")]
    [InlineData("article", "search")]
    [InlineData("article", "index")]
    [InlineData("sheet", "timeline")]
    [InlineData("sheet", "key-facts")]
    [InlineData("sheet", "long")]
    public void A_name_that_is_taken_by_the_tool_is_refused_at_once(string what, string name)
    {
        using var site = new Scratch();
        Assert.Contains($"cannot be called '{name}'", Refused(site, "new", what, name), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_is_written_as_it_is_typed()
    {
        using var site = new Scratch();
        site.Run("new", "site", ".", "--title", "Velo 🚲 \"für\" alle \\ без\t");
        Assert.StartsWith("title: \"Velo 🚲 \\\"für\\\" alle \\\\ без\\u0009\"\n", site.Read("input/site.yaml"), StringComparison.Ordinal);
        Assert.Equal(0, site.Run("check").Status);
        Assert.Equal(0, site.Run("new", "article", "at-home", "--title", "@home").Status);
    }

    [Theory]
    [InlineData("style.css")]
    [InlineData("theme/assets/style.css")]
    public void A_file_of_the_theme_is_known_in_any_folder(string name)
    {
        using var site = new Scratch();
        Assert.EndsWith("\nDid you mean 'assets/style.css'?\n", Refused(site, "new", "theme", name), StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_shows_the_settings_for_a_host_that_a_new_site_has()
    {
        using var site = new Scratch();
        site.Run("new", "site", ".");
        Assert.Equal(site.Read("netlify.toml"), Guide.Read("deploy").Blocks().Single(block => block.File == "netlify.toml").Text);
    }

    [Theory]
    [InlineData("sheet", "the-river", "--title", "{{ 7*7 }}")]
    [InlineData("sheet", "the-river", "--url", "http://a@b@c:99999/")]
    [InlineData("sheet", "the-river", "--url", "example")]
    [InlineData("sheet", "the-river", "--publisher", "a\nb: c")]
    [InlineData("article", "the-river", "--title", "{{ 7*7 }}")]
    [InlineData("article", "the-river", "--title", "a\u001bb")]
    [InlineData("article", "the-river", "--description", "{{")]
    [InlineData("article", "the-river", "--input", "in\u001bput")]
    [InlineData("site", "my\u001bsite", "--title", "x")]
    [InlineData("site", "my-site", "--title", "{{ 7*7 }}")]
    [InlineData("theme", "layouts/\u001b", "--theme", "t")]
    [InlineData("article", "con\u001b", "--title", "x")]
    [InlineData("article", "con", "--title", "x")]
    [InlineData("sheet", "lpt1", "--title", "x")]
    public void What_a_check_would_refuse_is_refused_before_anything_is_written(string what, string name, string option, string value)
    {
        using var site = new Scratch();
        Assert.DoesNotContain('\u001b', Refused(site, "new", what, name, option, value));
    }

    /// <summary>Titles, publishers and addresses that have ended badly somewhere.</summary>
    private static readonly Gen<string> Text = Gen.OneOf(
        OneOf(
            "a: b", "# a", "- a", "\"a\"", "'a'", "null", "yes", "~", "1e3", "0x1F", "😀", "אבג", "a\\nb", "a\\", "%", "!", "@a", "`",
                "{ a.b }", "{a", "[a]", "*a", "&a", "|", ">", "---", "...",
            "<b>", "\u202ea", "\ufeff", "7 million", "2026", "| a |", "a\tb", " a ", "con", "https://x.example/", "https://x", "//x",
                "http://a b/", "{{ a }}", "\0", "\u0085"),
        Gen.String[Gen.Char["ab :#-'\"\\{}[]%&*!|>?,\t\n\u00e9\u2028\ud83d\ude00"], 1, 12]);

    [Fact]
    public void What_is_accepted_passes_a_strict_check() => Property.Holds(
        Gen.Select(Gen.Int[0, 3], Text, Text, Text),
        60,
        drawn =>
        {
            var (kind, title, other, url) = drawn;
            using var site = new Scratch();
            if (kind > 0) Assert.Equal(0, site.Run("new", "site", ".").Status);
            // Nothing states the fact of a new sheet yet.
            if (kind == 2) site.Write("input/site.yaml", site.Read("input/site.yaml") + "findings: { unused-fact: off }\n");
            var before = site.FilesOf("").Count;
            var run = kind switch
            {
                0 => site.Run("new", "site", ".", $"--title={title}"),
                1 => site.Run("new", "article", "the-river", $"--title={title}", $"--description={other}"),
                2 => site.Run("new", "sheet", "the-river", $"--title={title}", $"--publisher={other}", $"--url={url}"),
                _ => site.Run("new", "theme", "layouts/page.sbn-html",
                    $"--theme={(title.Contains('/', StringComparison.Ordinal) ? "t" : title)}"),
            };
            if (run.Status == 0) return kind == 3 || site.Run("check", "--strict").Status == 0;
            return run.Status == 2 && site.FilesOf("").Count == before;
        });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Refused(Scratch site, params string[] arguments)
    {
        var run = site.Run(arguments);
        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Empty(site.FilesOf(""));
        return run.Error;
    }
}
