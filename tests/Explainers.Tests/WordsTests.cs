namespace Explainers.Tests;

/// <summary>A site's own words stand in the place of the built-in ones, word by word.</summary>
public sealed class WordsTests
{
    [Fact]
    public void A_file_of_words_holds_only_what_it_changes()
    {
        using var site = Site();
        site.Write("theme/strings/en.yaml", "footer_note: Every figure has a source.\n");
        var run = site.Run("--strict");
        Assert.True(run.Status == 0, run.Error);
        var page = site.Read("output/article-0/index.html");
        Assert.Contains("Every figure has a source.", page, StringComparison.Ordinal);
        Assert.Contains(">Skip to content<", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_language_that_lacks_words_has_those_of_English_as_the_site_says_them()
    {
        using var site = Site();
        site.Replace("input/site.yaml", "title: A site\n", "title: A site\nlanguage: fr\n");
        site.Write("theme/strings/en.yaml", "skip: To the text\n");
        site.Write("theme/strings/fr.yaml", "footer_note: Chaque chiffre a une source.\n");
        var run = site.Run();
        Assert.Equal(0, run.Status);
        Assert.Contains("warning missing-string: the words of the language 'fr'", run.Error, StringComparison.Ordinal);
        var page = site.Read("output/article-0/index.html");
        Assert.Contains("Chaque chiffre a une source.", page, StringComparison.Ordinal);
        Assert.Contains(">To the text<", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_takes_the_rest_from_its_language()
    {
        using var site = Site();
        site.Replace("input/site.yaml", "title: A site\n", "title: A site\nlanguage: de-AT\n");
        site.Write(
            "theme/strings/de-AT.yaml",
            "months: Jänner Februar März April Mai Juni Juli August September Oktober November Dezember\n");
        site.Insert("input/articles/article-0.md", "numbered 0.\n", "published: 2026-01-15\n");
        var run = site.Run("--strict");
        Assert.True(run.Status == 0, run.Error);
        var page = site.Read("output/article-0/index.html");
        Assert.Contains("15.\u00A0Jänner 2026", page, StringComparison.Ordinal);
        Assert.Contains(">Zum Inhalt<", page, StringComparison.Ordinal);
    }

    private static Scratch Site()
    {
        var site = Scratch.OfArticles(1);
        site.Insert("input/site.yaml", "title: A site\n", "findings: { unbound-figure: off }\n");
        return site;
    }
}
