using Explainers.Benchmarks.Corpora;

namespace Explainers.Benchmarks.Growth;

internal static partial class Dimensions
{
    private const string Site = "site";

    /// <summary>What a whole site can have more of.</summary>
    private static IEnumerable<Dimension> OfSite() =>
    [
        new(Site, "articles", 500, 32_000, (site, n) => Repeat(n, i => site.Article($"a{i}", "A text with [a link](start.md)."))),
        new(Site, "articles that link to each other", 500, 16_000, (site, n) =>
            Repeat(n, i => site.Article(
                $"a{i}", $"See [that](a{i * 7 % n + 1}.md), [this](a{i * 11 % n + 1}.md) or [those](/a{i % n + 1}/)."))),
        new(Site, "articles with seven typed figures, a sheet for ten", 200, 12_800, (site, n) => site.Corpus(n)),
        new(Site, "pages outside the footer", 500, 16_000, (site, n) => Repeat(n, i => site.Page($"guides/p{i}", "Words."))),
        new(Site, "pages, all of them in each footer", 250, 2_000, (site, n) =>
            Repeat(n, i => site.Page($"p{i}", "Words."))) { IsOutputSquare = true },
        new(Site, "drafts", 500, 16_000, (site, n) => Repeat(n, i => site.Article($"a{i}", "Words.", "status: draft"))),
        new(Site, "drafts linked from an article", 500, 8_000, (site, n) =>
        {
            Repeat(n, i => site.Article($"a{i}", "Words.", "status: draft"));
            site.Article("index", Lines(n, i => $"[that](a{i}.md)"));
        }),
        new(Site, "embargoed articles with a sheet each", 250, 16_000, (site, n) => Repeat(n, i =>
        {
            site.Sheet($"s{i}", Facts(3));
            site.Article($"a{i}", $"It is {{{{ s{i}.f1 }}}}.", $"status: draft\nabout: [s{i}]");
        })),
        new(Site, "sheets of a draft in a chain", 60, 16_000, (site, n) =>
        {
            Repeat(n, i => site.Sheet($"s{i}", i < n ? $"facts:\n  f: = s{i + 1}.f\n" : "facts:\n  f: 1 USD\n"));
            site.Article("a", "It is {{ s1.f }}.", "status: draft");
        }),
        new(Site, "sheets of drafts in a chain, a draft each", 60, 8_000, (site, n) => Repeat(n, i =>
        {
            site.Sheet($"s{i}", "facts:\n  f: 1 USD\n"
                + (i < n ? $"  g: {{ label: G, value: 2 USD, note: \"As {{{{ s{i + 1}.f }}}}.\" }}\n" : ""));
            site.Article($"a{i}", $"It is {{{{ s{i}.f }}}}.", "status: draft");
        })),
        new(Site, "sheets", 250, 16_000, (site, n) => Repeat(n, i => site.Sheet($"s{i}", Facts(3)))),
        new(Site, "sheets with the same first words", 250, 8_000, (site, n) => Repeat(n, i =>
        {
            site.Sheet($"s{i}", $"aliases: [the old {Names.Of(i)}]\n{Facts(3)}", $"The old harbor of {Names.Of(i)}");
            site.Article($"a{i}", $"The old harbor of {Names.Of(i)} cost {i + 2000} dollars. It took {i + 3} years.", $"about: [s{i}]");
        })),
        new(Site, "sheets that prose names, with one label", 250, 8_000, (site, n) => Repeat(n, i =>
        {
            site.Sheet($"s{i}", $"facts:\n  cost: {{ label: Building cost, value: {i + 1_000} USD }}\n", $"{Names.Of(i)} harbor");
            site.Article($"a{i}", $"The building cost of {Names.Of(i)} harbor was ${i + 1_000:N0}, and not ${i + 700_000:N0}.");
        })),
        new(Site, "facts of sheets, one article states them", 1_000, 16_000, (site, n) =>
        {
            Repeat(n / 10, i => site.Sheet($"s{i}", Facts(10)));
            site.Article("a", Lines(n, i => $"{{{{ s{(i - 1) / 10 + 1}.f{(i - 1) % 10 + 1} }}}}"));
        }),
        new(Site, "articles that state one fact", 500, 16_000, (site, n) =>
        {
            site.Sheet("s", Facts(3));
            Repeat(n, i => site.Article($"a{i}", "It is {{ s.f1 }}."));
        }),
        new(Site, "topics", 250, 8_000, (site, n) => site.Setting($"topics:\n{Each(n, i => $"  t{i}: {{ title: Topic {i} }}")}")),
        new(Site, "topics with an article each", 250, 8_000, (site, n) =>
        {
            site.Setting($"topics:\n{Each(n, i => $"  t{i}: {{ title: Topic {i} }}")}");
            Repeat(n, i => site.Article($"a{i}", "Words.", $"topics: [t{i}]"));
        }),
        new(Site, "articles of a topic", 500, 16_000, (site, n) =>
        {
            site.Setting("topics:\n  t: { title: Topic }");
            Repeat(n, i => site.Article($"a{i}", "Words.", "topics: [t]"));
        }),
        new(Site, "topics of an article", 500, 16_000, (site, n) =>
        {
            site.Setting($"topics:\n{Each(n, i => $"  t{i}: {{ title: Topic {i} }}")}");
            site.Article("a", "Words.", $"topics: [{Each(n, i => $"t{i}", ", ")}]");
        }),
        new(Site, "articles about one sheet", 500, 16_000, (site, n) =>
        {
            site.Sheet("s", Facts(3));
            Repeat(n, i => site.Article($"a{i}", "It is {{ s.f1 }}.", "about: [s]"));
        }),
        new(Site, "sheets that an article is about", 250, 4_000, (site, n) =>
        {
            Repeat(n, i => site.Sheet($"s{i}", Facts(2)));
            site.Article("a", "It took 17 days and cost $1,001.", $"about: [{Each(n, i => $"s{i}", ", ")}]");
        }),
        new(Site, "people, one in each sheet", 250, 16_000, (site, n) =>
            Repeat(n, i => site.Sheet($"s{i}", $"people:\n  p{i}: {{ name: {Names.Of(i)} Smith, role: a witness }}\n"))),
        new(Site, "sheets that name the same person", 250, 16_000, (site, n) =>
            Repeat(n, i => site.Sheet($"s{i}", "people:\n  smith: { name: Ann Smith, role: a witness }\n"))),
        new(Site, "articles that name the same person", 250, 8_000, (site, n) =>
        {
            site.Sheet("s", "people:\n  smith: { name: Ann Smith, role: a witness }\n");
            Repeat(n, i => site.Article($"a{i}", "Here comes {{ s.smith }}."));
        }),
        new(Site, "sheets that cite the same source", 250, 16_000, (site, n) =>
            Repeat(n, i => site.Sheet($"s{i}", $"facts:\n  f: {{ label: A fact, value: {i} USD, source: paper }}\n"))),
        new(Site, "sheets with ten sources of their own", 100, 3_200, (site, n) => Repeat(n, i => site.File($"facts/s{i}.yaml",
            Bare(
                Entries("sources", 10, j => $"x{j}: {{ publisher: P {j}, title: Report {i}, url: \"https://paper{j}.example/{i}\" }}"),
                Entries("facts", 10, j => $"f{j}: {{ label: Fact {j}, value: {j} USD, source: x{j} }}"))))),
        new(Site, "places, events and terms in sheets of their own", 200, 6_400, (site, n) => Repeat(n, i => site.Sheet($"s{i}", $$"""
            places:
              p: { name: {{Names.Of(i)}}, at: "57.0531 N 135.3300 W" }
            events:
              - { id: e, date: 2025-01-01, title: It opened }
            terms:
              t: { term: Word {{i}}, means: A word. }
            """))),
        new(Site, "images with a credit, one in each article", 250, 8_000, (site, n) => Repeat(n, i =>
        {
            site.File($"images/i{i}.svg", Drawing);
            site.File($"images/i{i}.svg.yaml", "credit: Jane Doe\n");
            site.Article($"a{i}", $"![A triangle](../images/i{i}.svg)");
        })),
        new(Site, "images of an article", 250, 4_000, (site, n) =>
        {
            Repeat(n, i => site.File($"images/i{i}.svg", Drawing));
            site.Article("a", Each(n, i => $"![A triangle](../images/i{i}.svg)", "\n\n"));
        }),
        new(Site, "unknown images", 250, 8_000, (site, n) =>
        {
            Repeat(n, i => site.File($"images/picture{i}.svg", Drawing));
            site.Article("a", Each(n, i => $"![A triangle](../images/pictrue{i}.svg)", "\n\n"));
        }),
        new(Site, "old addresses of an article", 1_000, 32_000, (site, n) =>
            site.Article("a", "Words.", $"aliases: [{Each(n, i => $"/old{i}/", ", ")}]")),
        new(Site, "articles with an old address each", 500, 16_000, (site, n) =>
            Repeat(n, i => site.Article($"a{i}", "Words.", $"aliases: [/old{i}/]"))),
        new(Site, "articles with one old address in common", 250, 8_000, (site, n) =>
            Repeat(n, i => site.Article($"a{i}", "Words.", "aliases: [/old/]"))),
        new(Site, "findings, one in each article", 500, 16_000, (site, n) => Repeat(n, i => site.Article($"a{i}", "It is {{ none.f }}."))),
        new(Site, "broken links, one in each article", 250, 8_000, (site, n) =>
            Repeat(n, i => site.Article($"article-{i}", $"See [that](artcile-{i}.md)."))),
        new(Site, "broken addresses, one in each article", 250, 8_000, (site, n) =>
            Repeat(n, i => site.Article($"article-{i}", $"See [that](/artcile-{i}/)."))),
        new(Site, "unknown topics, one in each article", 250, 8_000, (site, n) =>
        {
            site.Setting($"topics:\n{Each(n, i => $"  topic_{i}: {{ title: Topic {i} }}")}");
            Repeat(n, i => site.Article($"a{i}", "Words.", $"topics: [toipc_{i}]"));
        }),
        new(Site, "unknown facts, one in each article", 250, 8_000, (site, n) => Repeat(n, i =>
        {
            site.Sheet($"sheet{i}", Facts(3));
            site.Article($"a{i}", $"It is {{{{ shete{i}.f1 }}}}.");
        })),
        new(Site, "corrections", 250, 8_000, (site, n) => Repeat(n, i => site.Sheet($"s{i}",
            "facts:\n  f: { label: F, value: 2 USD, changes: [{ date: 2026-01-01, kind: correction, was: 1 USD, why: A slip. }] }\n"))),
        new(Site, "fact cards for other sites", 1_000, 16_000, (site, n) =>
        {
            site.Setting("embeds: true");
            Repeat(n / 10, i => site.Sheet($"s{i}", Facts(10)));
        }),
        new(Site, "folders of articles", 250, 8_000, (site, n) => Repeat(n, i => site.File($"articles/d{i}/a{i}.md",
            $"---\ntitle: A {i}\ndescription: A {i} in a sentence.\npublished: 2026-01-01\n---\n\nWords.\n"))),
        new(Site, "articles with the same address", 250, 8_000, (site, n) => Repeat(n, i => site.File($"articles/d{i}/a.md",
            $"---\ntitle: A {i}\ndescription: A {i} in a sentence.\npublished: 2026-01-01\n---\n\nWords.\n"))),
    ];

    private static void Repeat(int count, Action<int> add)
    {
        for (var i = 1; i <= count; i++) add(i);
    }
}
