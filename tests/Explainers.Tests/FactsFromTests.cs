namespace Explainers.Tests;

/// <summary><c>explainers facts from</c>: the sheet that an article proposes, and the article with references to it.</summary>
public sealed class FactsFromTests
{
    private const string Article = "input/articles/collision.md";

    private const string Text = """
        ---
        title: A collision
        description: The collision of 4 February 2018 killed two people.   # the desk asked for this
        ---

        <!-- From the wire. -->
        The train, with 139 passengers and *eight employees* aboard, hit the other at 2:35 am.
        It cost $7.2 million, or 38% of the budget, and 139 passengers were hurt.

        | Kempf | 54-year-old |
        |---|---|

        "Key to this is learning why the switch was lined that way," Robert Sumwalt said.

        """;

    [Fact]
    public void The_article_refers_to_the_sheet_and_keeps_comments_and_layout()
    {
        using var site = Site();
        var run = site.Run("facts", "from", "collision");
        Assert.Equal(0, run.Status);
        Assert.Equal($"input/facts/collision.yaml\n{Article}\n", run.Output.ReplaceLineEndings("\n"));
        Assert.Equal("""
            ---
            title: A collision
            description: The collision of {{ collision.date }} killed {{ collision.people }}.   # the desk asked for this
            ---

            <!-- From the wire. -->
            The train, with {{ collision.passengers }} and *{{ collision.employees }}* aboard, hit the other at {{ collision.time }}.
            It cost {{ collision.amount }}, or {{ collision.share }} of the budget, and {{ collision.passengers }} were hurt.

            | Kempf | {{ collision.duration }}-old |
            |---|---|

            {{ collision.quote }}, Robert Sumwalt said.

            """, site.Read(Article));
    }

    [Fact]
    public void Only_sources_are_missing_then()
    {
        using var site = Site();
        site.Run("facts", "from", Article);
        var run = site.Run("check");
        var findings = run.Error.Split('\n').Where(line => line.StartsWith("input/", StringComparison.Ordinal));
        Assert.All(findings, line => Assert.Contains("fact-without-source", line, StringComparison.Ordinal));
        var sheet = site.Read("input/facts/collision.yaml");
        Assert.Contains("  # The train, with 139 passengers", sheet, StringComparison.Ordinal);
        Assert.Contains("amount: { label: \"Amount\", value: \"7.2 million USD\" }", sheet, StringComparison.Ordinal);
        Assert.Contains("speaker: \"Robert Sumwalt\"", sheet, StringComparison.Ordinal);
        site.Write("input/facts/collision.yaml", sheet.Replace("# source", "source", StringComparison.Ordinal)
            .Replace("#   report", "  report", StringComparison.Ordinal).Replace("https://…", "https://example.org/", StringComparison.Ordinal));
        Assert.Equal(0, site.Run("check", "--strict").Status);
    }

    [Fact]
    public void What_a_sheet_has_already_is_referred_to()
    {
        using var site = Site();
        site.Write("input/facts/costs.yaml", """
            title: Costs
            source: a
            sources: { a: { publisher: P, title: T, url: "https://example.org/" } }
            facts:
              total: { label: Total cost, value: 7.2 million USD }
            """);
        site.Replace(Article, "title: A collision", "title: A collision\nabout: [costs]");
        site.Run("facts", "from", "collision", "--sheet", "crash");
        Assert.Contains("It cost {{ costs.total }}, or {{ crash.share }} of", site.Read(Article), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_for_a_dry_run_or_over_a_sheet()
    {
        using var site = Site();
        var shown = site.Run("facts", "from", "collision", "--dry-run");
        Assert.Contains("{{ collision.amount }}", shown.Output, StringComparison.Ordinal);
        Assert.Equal(Text, site.Read(Article));
        site.Write("input/facts/collision.yaml", "title: T\n");
        Assert.Equal(2, site.Run("facts", "from", "collision").Status);
        Assert.Equal(Text, site.Read(Article));
        Assert.Contains("Did you mean 'collision'?", site.Run("facts", "from", "colision").Error, StringComparison.Ordinal);
    }

    private static Scratch Site()
    {
        var site = new Scratch();
        site.Write("input/site.yaml", "title: Site\ndescription: A site.\nbase_url: https://example.org/\n");
        site.Write(Article, Text);
        return site;
    }
}
