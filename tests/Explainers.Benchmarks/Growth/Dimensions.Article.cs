namespace Explainers.Benchmarks.Growth;

internal static partial class Dimensions
{
    private const string InArticle = "article";

    /// <summary>What an article can have more of.</summary>
    private static IEnumerable<Dimension> OfArticle() =>
    [
        new(InArticle, "references to one fact", 2_000, 32_000, (site, n) =>
        {
            site.Sheet("s", Facts(1));
            site.Article("a", Lines(n, _ => "{{ s.f1 }}"));
        }),
        new(InArticle, "references to many facts", 2_000, 32_000, (site, n) =>
        {
            site.Sheet("s", Facts(n));
            site.Article("a", Lines(n, i => $"{{{{ s.f{i} }}}}"));
        }),
        new(InArticle, "references in one paragraph", 2_000, 32_000, (site, n) =>
        {
            site.Sheet("s", Facts(1));
            site.Article("a", Times(n, "{{ s.f1 }} "));
        }),
        new(InArticle, "facts with sources of their own", 1_000, 16_000, (site, n) =>
        {
            site.File("facts/s.yaml", Bare(
                Entries("sources", n, i => $"x{i}: {GrowthSite.Source}"),
                Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} USD, source: x{i} }}")));
            site.Article("a", Lines(n, i => $"{{{{ s.f{i} }}}}"));
        }),
        new(InArticle, "key facts", 1_000, 16_000, (site, n) =>
        {
            site.Sheet("s", Facts(n));
            site.Article("a", "Words.", $"key_facts: [{Each(n, i => $"s.f{i}", ", ")}]");
        }),
        new(InArticle, "the same key fact", 1_000, 16_000, (site, n) =>
        {
            site.Sheet("s", Facts(1));
            site.Article("a", "Words.", $"key_facts: [{Each(n, _ => "s.f1", ", ")}]");
        }),
        new(InArticle, "headings with the same words", 4_000, 32_000, (site, n) => site.Article("a", Times(n, "## Why?\n\nWords.\n\n"))),
        new(InArticle, "headings with different words", 4_000, 32_000, (site, n) =>
            site.Article("a", Each(n, i => $"## Why {i}?\n\nWords.\n"))),
        new(InArticle, "headings that end in numbers", 4_000, 32_000, (site, n) =>
            site.Article("a", Each(n, i => $"## Why\n\n## Why {i}\n"))),
        new(InArticle, "unknown facts", 400, 12_800, (site, n) =>
        {
            site.Sheet("s", Entries("facts", n, i => $"fact_number_{i}: {i} USD"));
            site.Article("a", Lines(n, i => $"{{{{ s.fact_numbre_{i} }}}}"));
        }),
        new(InArticle, "unknown facts, far from any", 400, 12_800, (site, n) =>
        {
            site.Sheet("s", Entries("facts", n, i => $"fact_number_{i}: {i} USD"));
            site.Article("a", Lines(n, i => $"{{{{ s.{i}zzz_qqq_{i * 7919 % n} }}}}"));
        }),
        new(InArticle, "unknown sheets", 400, 6_400, (site, n) =>
        {
            Repeat(n, i => site.Sheet($"sheet_number_{i}", "facts:\n  f: 1 USD\n"));
            site.Article("a", Lines(n, i => $"{{{{ sheet_numbre_{i}.f }}}}"));
        }),
        new(InArticle, "unknown filters and options", 400, 12_800, (site, n) =>
        {
            site.Sheet("s", Facts(1));
            site.Article("a", Lines(n, _ => "{{ s.f1 | lnog }}"));
        }),
        new(InArticle, "broken anchors among headings", 1_000, 16_000, (site, n) =>
            site.Article("a", $"{Each(n, i => $"## Heading number {i}\n")}\n\n{Lines(n, i => $"[that](#headnig-number-{i})")}")),
        new(InArticle, "broken anchors of another article", 1_000, 8_000, (site, n) =>
        {
            site.Article("b", Each(n, i => $"## Heading number {i}\n"));
            site.Article("a", Lines(n, i => $"[that](b.md#headnig-number-{i})"));
        }),
        new(InArticle, "links to one article", 2_000, 32_000, (site, n) => site.Article("a", Lines(n, _ => "[that](start.md)"))),
        new(InArticle, "broken links", 1_000, 16_000, (site, n) => site.Article("a", Lines(n, i => $"[that](strat{i}.md)"))),
        new(InArticle, "links to other sites", 2_000, 16_000, (site, n) =>
            site.Article("a", Lines(n, i => $"[that](https://example.com/{i})"))),
        new(InArticle, "words and figures that are plain", 1_000, 16_000, (site, n) =>
            site.Article("a", Lines(n, i => $"It took {i + 2000} days."), $"plain:\n{Each(n, i => $"  - {i + 2000} days")}")),
        new(InArticle, "plain words that begin alike", 1_000, 16_000, (site, n) =>
            site.Article("a", Lines(n, i => "one two three four 55 "), $"plain:\n{Each(n, i => $"  - one two three four five{i}")}")),
        new(InArticle, "plain words in one long phrase", 1_000, 8_000, (site, n) =>
            site.Article("a", Times(n, "word "), $"plain:\n  - {Times(n * 2, "word ")}")),
        new(InArticle, "sentences of its summary", 1_000, 16_000, (site, n) =>
            site.Article("a", "Words.", $"summary:\n{Each(n, i => $"  - Sentence {i} is here.")}")),
        new(InArticle, "typed figures", 500, 16_000, (site, n) =>
        {
            site.Sheet("s", Facts(10));
            site.Article("a", Lines(n, i => $"It cost ${i + 3000:N0} then."), "about: [s]");
        }),
        new(InArticle, "typed figures in one sentence", 500, 8_000, (site, n) =>
        {
            site.Sheet("s", Facts(10));
            site.Article("a", Times(n, "it cost $3,007 then and "), "about: [s]");
        }),
        new(InArticle, "typed figures of as many facts", 500, 16_000, (site, n) =>
        {
            site.Sheet("s", Entries("facts", n, i => $"f{i}: {{ label: Cost of house {i}, value: {i + 3000} USD }}"));
            site.Article("a", Lines(n, i => $"It cost ${i + 3000:N0} then."), "about: [s]");
        }),
        new(InArticle, "typed figures of facts that say the same", 500, 8_000, (site, n) =>
        {
            site.Sheet("s", Entries("facts", n, i => $"f{i}: {{ label: Cost of the house, value: 3000 USD }}"));
            site.Article("a", Lines(n, _ => "The cost of the house was $3,000 then."), "about: [s]");
        }),
        new(InArticle, "contradicted figures of as many facts", 500, 8_000, (site, n) =>
        {
            site.Sheet("s", Entries("facts", n, i => $"f{i}: {{ label: Cost of house {i}, value: {i + 3000} USD }}"), "The house");
            site.Article("a", Lines(n, i => $"The cost of the house was ${i + 900_000:N0} then."), "about: [s]");
        }),
        new(InArticle, "quotations", 500, 16_000, (site, n) =>
            site.Article("a", Lines(n, i => $"She said “that is number {i} of the many” then."))),
        new(InArticle, "quotations of as many in a sheet", 250, 8_000, (site, n) =>
        {
            site.Sheet("s", Entries("quotes", n, i => $"q{i}: {{ text: that is number {i} of the many, speaker: Ann, date: 2025 }}"));
            site.Article("a", Lines(n, i => $"She said “that is number {i} of the many” then."), "about: [s]");
        }),
        new(InArticle, "figures that were so before a change", 250, 8_000, (site, n) =>
        {
            var facts = Entries("facts", n, i => $"f{i}: {{ label: Cost of house {i}, value: {i + 3000} USD, changes: [{Change(i)}] }}");
            site.Sheet("s", facts, "The house");
            site.Article("a", Lines(n, i => $"The cost of the house was ${i + 900_000:N0} then."), "about: [s]");
        }),
        new(InArticle, "events on a timeline", 2_000, 16_000, (site, n) =>
        {
            site.Sheet("s", Entries("events", n, i => $"- {{ id: e{i}, date: {1900 + i % 120}-01-01, title: It happened }}"));
            site.Article("a", "{{ timeline s }}");
        }),
        new(InArticle, "events on a timeline of one day", 2_000, 16_000, (site, n) =>
        {
            site.Sheet("s", Entries("events", n, i =>
                $"- {{ id: e{i}, date: \"2025-01-01 {i / 60 % 24:00}:{i % 60:00} Europe/Berlin\", title: It happened }}"));
            site.Article("a", "{{ timeline s }}");
        }),
        Shown("people", "people", i => $"p{i}: {{ name: Ann Smith {i}, role: a witness }}", "{{ people s }}"),
        Shown("terms", "terms", i => $"t{i}: {{ term: Word {i}, means: A word. }}", "{{ terms s }}"),
        Shown("places on a map", "places", i => $"p{i}: {{ name: Place {i}, at: \"{10 + i % 40}.{i:0000} N {i % 90}.3 W\" }}", null),
        Shown("facts in a chart", "facts", i => $"f{i}: {i} USD", "{{ chart", "}}"),
        Shown("ranges", "facts", i => $"f{i}: {i} to {i + 5} USD", "{{ ranges", "}}"),
        Shown("facts in a block", "facts", i => $"f{i}: {i} USD", "{{ key_facts", "}}"),
        new(InArticle, "rows in a chart of a table", 250, 8_000, (site, n) =>
        {
            site.Sheet("s", $"tables:\n  t:\n    label: T\n    columns: [A, B]\n    rows:\n{Each(
                n, i => $"      - [{1900 + i}, {i % 77} km]")}");
            site.Article("a", "{{ chart s.t }}");
        }),
        new(InArticle, "blocks of one fact", 500, 8_000, (site, n) =>
        {
            site.Sheet("s", "facts:\n  f: 1 USD\n");
            site.Article("a", Times(n, "{{ key_facts s.f }}\n\n"));
        }),
        new(InArticle, "quotations in blocks", 500, 8_000, (site, n) =>
        {
            site.Sheet("s", Entries("quotes", n, i => $"q{i}: {{ text: I said {i}, speaker: Ann, date: 2025 }}"));
            site.Article("a", Each(n, i => $"{{{{ quote s.q{i} }}}}\n"));
        }),
        new(InArticle, "references to people", 1_000, 16_000, (site, n) =>
        {
            site.Sheet("s", Entries("people", n, i => $"p{i}: {{ name: Ann Smith {i}, role: a witness }}"));
            site.Article("a", Lines(n, i => $"{{{{ s.p{i} }}}}"));
        }),
        new(InArticle, "references to terms", 1_000, 16_000, (site, n) =>
        {
            site.Sheet("s", Entries("terms", n, i => $"t{i}: {{ term: Word {i}, means: A word. }}"));
            site.Article("a", Lines(n, i => $"{{{{ s.t{i} }}}}"));
        }),
        new(InArticle, "paragraphs", 4_000, 64_000, (site, n) => site.Article("a", Times(n, "Some words.\n\n"))),
        new(InArticle, "words", 20_000, 160_000, (site, n) => site.Article("a", Times(n, "word "))),
        new(InArticle, "sections with a heading that matches the sources", 2_000, 16_000, (site, n) =>
            site.Article("a", Times(n, "## Sources\n\n## Known {.known}\n\n- **This.** x\n\n"))),
        new(InArticle, "unknown front matter", 1_500, 12_000, (site, n) => site.Article("a", "Words.", Each(n, i => $"tpoics{i}: 1"))),
        new(InArticle, "unknown topics", 1_000, 16_000, (site, n) =>
        {
            site.Setting($"topics:\n{Each(n, i => $"  topic_number_{i}: {{ title: Topic {i} }}")}");
            site.Article("a", "Words.", $"topics: [{Each(n, i => $"topic_numbre_{i}", ", ")}]");
        }),
    ];

    private static string Change(int i) => $"{{ date: 2026-01-01, kind: update, was: \"{i + 900_000} USD\", why: News. }}";

    /// <summary>Entries of a sheet, and a block that shows them.</summary>
    private static Dimension Shown(string name, string key, Func<int, string> entry, string? block, string? close = null) =>
        new(InArticle, $"{name}, shown by a block", 500, 8_000, (site, n) =>
        {
            site.Sheet("s", $"{key}:\n{Each(n, i => $"  {entry(i)}")}");
            var ids = Each(n, i => $"s.{entry(i).Split(':')[0]}", " ");
            site.Article("a", block is null ? $"{{{{ map {ids} }}}}" : close is null ? block : $"{block} {ids} {close}");
        });
}
