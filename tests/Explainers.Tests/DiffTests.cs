namespace Explainers.Tests;

/// <summary><c>explainers diff</c>: articles before and after a change of facts, in a repository of git.</summary>
public sealed class DiffTests
{
    private const string Sheet = """
        title: Sheet
        source: a
        sources:
          a: { publisher: P, title: T }
        facts:
          price: { label: Price, value: 7.2 million USD }
          area: 1,000 acres
          per_acre: { label: Price per acre, value: = price / area, in: USD/acre }
          other: 5
        """;

    private const string Article = """
        ---
        title: "What did it cost?"
        description: "It cost {{ sheet.price }}."
        key_facts: [sheet.per_acre]
        ---

        A first sentence. It cost {{ sheet.price }} | at *{{ sheet.per_acre }}*. See [the other](other.md) for {{ sheet.other }} more.

        - One item
        - Another one of {{ sheet.price | short }}
        """;

    [Fact]
    public void Sentences_stand_side_by_side_with_the_facts_that_changed_them()
    {
        using var site = Site();
        site.Replace("input/facts/sheet.yaml", "7.2 million", "7.5 million");
        site.Replace("input/articles/what-it-cost.md", "A first sentence.", "A first sentence, changed.");
        site.Write("input/articles/new.md", "---\ntitle: New\ndescription: It is new.\n---\n\nWords.\n");
        var run = site.Run("diff");
        Assert.Equal(0, run.Status);
        Assert.Equal("""
            # What changes since HEAD

            1 page changed, 1 added, 0 removed; 2 facts changed.

            ## Facts

            | fact | before | after | note |
            | --- | --- | --- | --- |
            | `sheet.per_acre` | <del>7,200</del> US dollars per acre | <ins>7,500</ins> US dollars per acre | computed from sheet.price, sheet.area |
            | `sheet.price` | <del>7.2</del> million US dollars | <ins>7.5</ins> million US dollars |  |

            ## Pages added

            | title | address | file |
            | --- | --- | --- |
            | New | /new/ | `input/articles/new.md` |

            ## What did it cost? `input/articles/what-it-cost.md`

            | before | after | because of |
            | --- | --- | --- |
            | It cost <del>$7.2</del> million. | It cost <ins>$7.5</ins> million. | `sheet.price` |
            | A first <del>sentence.</del> | A first <ins>sentence, changed.</ins> | the text |
            | It cost <del>$7.2 million \| at $7,200</del> per acre. | It cost <ins>$7.5 million \| at $7,500</ins> per acre. | `sheet.price` |
            | Another one of <del>$7.2m</del> | Another one of <ins>$7.5m</ins> | `sheet.price` |

            """, run.Output.Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    [Fact]
    public void A_branch_is_compared_with_and_nothing_is_left_behind()
    {
        using var site = Site();
        var before = Directory.GetDirectories(Path.GetTempPath(), "explainers-diff-*");
        site.Git("", "branch", "main-of-test");
        site.Replace("input/facts/sheet.yaml", "other: 5", "other: 6");
        site.Git("", "commit", "-qam", "Change");
        Assert.Contains("0 facts changed", site.Run("diff").Output, StringComparison.Ordinal);
        var run = site.Run("diff", "main-of-test", "--format", "html");
        Assert.Contains("<del>5</del>", run.Output, StringComparison.Ordinal);
        Assert.Contains("<code>sheet.other</code>", run.Output, StringComparison.Ordinal);
        site.Git("", "checkout", "-q", "main-of-test");
        site.Write("input/articles/elsewhere.md", "---\ntitle: Elsewhere\ndescription: D.\n---\n\nWords.\n");
        site.Git("", "rm", "-q", "input/articles/other.md");
        site.Git("", "add", "-A");
        site.Git("", "commit", "-qm", "Elsewhere");
        site.Git("", "checkout", "-q", "-");
        Assert.DoesNotContain("Elsewhere", site.Run("diff", "main-of-test").Output, StringComparison.Ordinal);
        File.Delete(Path.Combine(site.Folder, "input/articles/other.md"));
        Assert.Contains(
            "| Other | /other/ | `input/articles/other.md` |", site.Run("diff", "main-of-test").Output, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetDirectories(Path.GetTempPath(), "explainers-diff-*"));
    }

    [Fact]
    public void What_cannot_be_compared_is_told()
    {
        using var site = Site();
        var unknown = site.Run("diff", "no-such-branch");
        Assert.Equal(2, unknown.Status);
        Assert.StartsWith("explainers: git knows no revision 'no-such-branch' here", unknown.Error, StringComparison.Ordinal);
        using var none = new Scratch();
        none.Write("input/site.yaml", "title: A\n");
        var outside = none.Run("diff");
        Assert.Equal(2, outside.Status);
        Assert.StartsWith("explainers: this folder is not in a git repository", outside.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_difference_fits_into_a_comment()
    {
        using var site = Site();
        var text = string.Concat(Enumerable.Range(0, 150).Select(i => $"Sentence {i} is about {{{{ sheet.other }}}} and *more*.\n\n"));
        foreach (var i in Enumerable.Range(0, 8))
            site.Write($"input/articles/long-{i}.md", $"---\ntitle: Long {i}\ndescription: D.\n---\n\n{text}");
        site.Git("", "add", "-A");
        site.Git("", "commit", "-qm", "Change");
        site.Replace("input/facts/sheet.yaml", "other: 5", "other: 6");
        var run = site.Run("diff");
        Assert.InRange(run.Output.Length, 60_000, 65_536);
        Assert.EndsWith("`explainers diff HEAD --format html` shows all of it.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_embargo_ends_at_its_minute_in_a_later_build()
    {
        using var site = new Scratch();
        site.Write("input/site.yaml", "title: A\ndescription: B.\nbase_url: https://example.org/\n");
        site.Write("input/articles/soon.md", "---\ntitle: Soon\ndescription: D.\npublished: 2026-11-23 10:00 UTC\n---\n\nWords.\n");
        Assert.Contains("changes on 2026-11-23 10:00 UTC: /soon/ is published.",
            site.Run("build", "--now", "2026-11-23T09:00Z").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("soon/index.html", site.FilesOf("output").Keys);
        Assert.Contains("/soon/ is published.", site.Run("build", "--now", "2026-11-23T09:59Z").Error, StringComparison.Ordinal);
        Assert.DoesNotContain("soon/index.html", site.FilesOf("output").Keys);
        Assert.DoesNotContain("changes on", site.Run("build", "--now", "2026-11-23T10:00Z").Error, StringComparison.Ordinal);
        Assert.Contains("soon/index.html", site.FilesOf("output").Keys);
        site.Run("build", "--now", "2026-11-23T09:00Z");
        Assert.DoesNotContain("soon/index.html", site.FilesOf("output").Keys);
    }

    private static Scratch Site()
    {
        var site = new Scratch();
        site.Write("input/site.yaml", "title: A site\ndescription: B.\nbase_url: https://example.org/\n");
        site.Write("input/facts/sheet.yaml", Sheet);
        site.Write("input/articles/what-it-cost.md", Article);
        site.Write("input/articles/other.md", "---\ntitle: Other\ndescription: D.\n---\n\nWords. {{ sheet.other }}\n");
        site.Git("", "init", "-q");
        site.Git("", "add", "-A");
        site.Git("", "commit", "-qm", "First");
        return site;
    }
}
