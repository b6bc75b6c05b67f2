namespace Explainers.Tests;

/// <summary>What was mistyped or misunderstood at the command line gets an answer that leads on, and writes nothing.</summary>
public sealed class WrongUsageTests
{
    [Theory]
    [InlineData("FOLDER", "new", "site", "")]
    [InlineData("FOLDER", "new", "site", " ")]
    [InlineData("NAME", "new", "article", "")]
    [InlineData("NAME", "new", "sheet", "\t")]
    [InlineData("NAME", "new", "article")]
    [InlineData("--title", "new", "site", "a", "--title", "")]
    [InlineData("--title", "new", "article", "a", "--title")]
    [InlineData("--output", "build", "--output", "")]
    [InlineData("--input", "check", "--input", "")]
    [InlineData("--theme", "check", "--theme", "")]
    [InlineData("--cache", "check", "--cache", "")]
    [InlineData("--format", "check", "--format", "")]
    [InlineData("--today", "check", "--today", "")]
    [InlineData("--base-url", "check", "--base-url", "")]
    [InlineData("--port", "preview", "--port", "")]
    [InlineData("--editor", "preview", "--editor", "")]
    [InlineData("FACT", "facts", "show", "")]
    public void What_is_empty_is_refused_with_what_belongs_there(string lacking, params string[] arguments)
    {
        using var site = new Scratch();
        var lines = Refused(site, arguments);
        Assert.StartsWith($"explainers: {lacking} needs a value: ", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(lines[1..], line => line.StartsWith("explainers:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'explainers' has no command 'chek'. Did you mean 'check'?", "explainers", "chek", "--strict")]
    [InlineData("'explainers check' has no option '--strct'. Did you mean '--strict'?", "explainers check", "check", "--strct")]
    [InlineData("'explainers check' has no option '--formt'. Did you mean '--format'?", "explainers check", "check", "--formt", "json")]
    [InlineData("'explainers check' has no option '--hlp'. Did you mean '--help'?", "explainers check", "check", "--hlp")]
    [InlineData("'explainers check' does not take 'articles'.", "explainers check", "check", "articles")]
    [InlineData("'explainers new' has no command 'foo'.", "explainers new", "new", "foo")]
    [InlineData("'explainers new' takes one of article, sheet, site, theme or deploy behind it.", "explainers new", "new")]
    [InlineData("'explainers facts' has no command 'shw'. Did you mean 'show'?", "explainers facts", "facts", "shw", "a.b")]
    [InlineData("--format takes text, json, sarif or github, not 'xml'.", "explainers check", "check", "--format", "xml")]
    [InlineData("--format takes text or json, not 'sarif'.", "explainers facts list", "facts", "list", "--format", "sarif")]
    [InlineData("SHELL takes bash, zsh, fish or powershell, not 'tcsh'.", "explainers completion", "completion", "tcsh")]
    [InlineData("--port takes a number from 1 to 65535, not 'abc'.", "explainers preview", "preview", "--port", "abc")]
    [InlineData("--port takes a number from 1 to 65535, not '70000'.", "explainers preview", "preview", "--port", "70000")]
    [InlineData("--today takes a day such as 2026-11-23, not 'soon'.", "explainers build", "build", "--today", "soon")]
    public void One_sentence_says_what_is_wrong_and_another_which_help_to_read(string sentence, string line, params string[] arguments)
    {
        using var site = new Scratch();
        var lines = Refused(site, arguments);
        Assert.Equal($"explainers: {sentence} '{line} --help' lists what it takes.", string.Join(' ', lines.Select(part => part.Trim()))
            .TrimEnd());
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("help", "new", "article")]
    [InlineData("preview", "--help")]
    public void Help_fits_a_terminal(params string[] arguments)
    {
        using var site = new Scratch();
        var run = site.Run(arguments);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
    }

    [Fact]
    public void A_folder_without_a_site_is_said_to_be_none()
    {
        using var site = new Scratch();
        foreach (var command in new[] { "check", "build", "preview" })
        {
            var lines = string.Join(' ', Refused(site, command).Select(line => line.Trim()));
            Assert.Contains("there is no folder input", lines, StringComparison.Ordinal);
            Assert.Contains("go to the folder of your site, or name its input with --input; 'explainers new site my-site' begins a site",
                lines, StringComparison.Ordinal);
            Assert.DoesNotContain("--theme", lines, StringComparison.Ordinal);
        }
        site.Run("new", "site", ".");
        Assert.Contains(Refused(site, "check", "--theme", "skin"), line => line == "   hint: name the right one with --theme");
    }

    [Fact]
    public void A_sheet_in_the_place_of_a_fact_is_known_and_its_facts_are_named()
    {
        using var site = new Scratch();
        site.Run("new", "site", ".");
        Assert.StartsWith("explainers: 'denali' is a fact sheet, and this asks for one of its facts:",
            Refused(site, "facts", "show", "denali")[0], StringComparison.Ordinal);
        Assert.Contains(Refused(site, "facts", "impact", "denali"), line =>
            line.Contains("denali.height or denali.announced", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_in_the_way_is_named()
    {
        using var site = new Scratch();
        site.Run("new", "site", "desk");
        site.Write("blk", "a file");
        var run = site.RunIn("desk", "build", "--output", "../blk/sub");
        Assert.Equal(2, run.Status);
        Assert.StartsWith("error unwritable-output: ../blk/sub cannot be written: ../blk is a file", run.Error, StringComparison.Ordinal);
        Assert.Equal("explainers: blk is a file, and would have to be a folder. Nothing was written.",
            Refused(site, "new", "site", "blk")[0]);
        Assert.Equal("a file", site.Read("blk"));
    }

    /// <summary>The lines of an answer, for which nothing was written.</summary>
    private static string[] Refused(Scratch site, params string[] arguments)
    {
        var before = site.FilesOf("").Keys.ToArray();
        var run = site.Run(arguments);
        Assert.Equal((2, ""), (run.Status, run.Output));
        Assert.Equal(before, site.FilesOf("").Keys);
        Assert.All(run.Error.Split('\n'), line => Assert.True(line.Length <= 80, line));
        return run.Error.Split('\n');
    }
}
