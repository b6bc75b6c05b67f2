namespace Explainers.Tests;

/// <summary>What <c>check --baseline</c> remembers, tells and forgets.</summary>
public sealed class BaselineTests
{
    private const string Article = "input/articles/old.md";

    [Fact]
    public void Only_new_warnings_are_told()
    {
        using var site = Site();
        var written = site.Run("check", "--baseline", "accepted.json", "--write-baseline");
        Assert.Equal(0, written.Status);
        Assert.Contains("2 warnings accepted in accepted.json.", written.Error, StringComparison.Ordinal);
        var quiet = site.Run("check", "--strict", "--baseline", "accepted.json");
        Assert.Equal(0, quiet.Status);
        Assert.DoesNotContain("unbound-figure", quiet.Error, StringComparison.Ordinal);
        site.Replace(Article, "in 1867", "in 1867, and 410 left");
        var again = site.Run("check", "--strict", "--baseline", "accepted.json");
        Assert.Equal(1, again.Status);
        Assert.Contains("'410'", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("'2,500 people'", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("'1867'", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_moves_or_changes_elsewhere_is_still_accepted()
    {
        using var site = Site();
        site.Run("check", "--baseline", "accepted.json", "--write-baseline");
        site.Replace(Article, "Some 2,500", "A new line.\n\nAnd another.\n\nMore than 2,500");
        var run = site.Run("check", "--strict", "--baseline", "accepted.json");
        Assert.Equal(0, run.Status);
        Assert.DoesNotContain("no longer there", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_of_two_that_are_alike_is_new()
    {
        using var site = Site();
        site.Run("check", "--baseline", "accepted.json", "--write-baseline");
        site.Replace(Article, "in 1867.", "in 1867.\n\nIn 1867 it snowed.");
        var run = site.Run("check", "--baseline", "accepted.json", "--format", "json");
        Assert.Contains("\"warnings\": 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"line\": 8", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_gone_is_told_and_forgotten()
    {
        using var site = Site();
        site.Run("check", "--baseline", "accepted.json", "--write-baseline");
        site.Replace(Article, " in 1867", "");
        var run = site.Run("check", "--strict", "--baseline", "accepted.json");
        Assert.Equal(0, run.Status);
        Assert.Contains("1 accepted warning is no longer there; --write-baseline forgets it:", run.Error, StringComparison.Ordinal);
        Assert.Contains("the date '1867'", run.Error, StringComparison.Ordinal);
        site.Run("check", "--baseline", "accepted.json", "--write-baseline");
        Assert.DoesNotContain("1867", site.Read("accepted.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_are_never_accepted()
    {
        using var site = Site();
        site.Replace(Article, "1867", "{{ no.fact }}");
        Assert.Equal(1, site.Run("check", "--baseline", "accepted.json", "--write-baseline").Status);
        Assert.Equal(1, site.Run("check", "--baseline", "accepted.json").Status);
    }

    [Theory]
    [InlineData("the baseline 'none.json' cannot be read: there is no such file.", "--baseline", "none.json")]
    [InlineData("the baseline 'input/site.yaml' cannot be read: it is not a baseline of this program.", "--baseline", "input/site.yaml")]
    [InlineData("--write-baseline needs --baseline FILE: the file to write.", "--write-baseline")]
    public void What_cannot_be_read_is_refused(string why, params string[] options)
    {
        using var site = Site();
        var run = site.Run(["check", .. options]);
        Assert.Equal(2, run.Status);
        Assert.Contains(why, string.Join(' ', run.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static Scratch Site()
    {
        var site = new Scratch();
        site.Write("input/site.yaml", "title: Site\ndescription: A site.\nbase_url: https://example.org/\n");
        site.Write(Article, "---\ntitle: Old\ndescription: An old text.\n---\n\nSome 2,500 people lived in Sitka in 1867.\n");
        return site;
    }
}
