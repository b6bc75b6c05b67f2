namespace Explainers.Benchmarks.Growth;

internal static partial class Dimensions
{
    private const string InSheet = "sheet";

    /// <summary>What a sheet can have more of.</summary>
    private static IEnumerable<Dimension> OfSheet() =>
    [
        new(InSheet, "facts, unused", 1_500, 48_000, (site, n) => site.Sheet("s", Facts(n))),
        new(InSheet, "facts with the same id", 1_500, 24_000, (site, n) => site.Sheet("s", $"facts:\n{Times(n, "  f: 1 USD\n")}")),
        new(InSheet, "facts with notes that state facts", 1_000, 16_000, (site, n) => site.Sheet("s",
            Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} USD, note: \"As {{{{ s.f{i % n + 1} }}}}.\" }}"))),
        new(InSheet, "important facts with two sources", 1_000, 8_000, (site, n) =>
        {
            site.Setting("source_policy: { important_facts: 2, require: [url] }");
            site.Sheet("s", Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} USD, source: [paper, paper], important: true }}"));
        }),
        new(InSheet, "facts that are overdue", 1_000, 8_000, (site, n) => site.Sheet("s",
            Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} USD, review_by: 2020-01-01 }}"))),
        new(InSheet, "sources, each of a fact", 1_000, 16_000, (site, n) => site.File("facts/s.yaml",
            Bare(
                Entries("sources", n, i => $"x{i}: {GrowthSite.Source}"),
                Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} USD, source: x{i} }}")))),
        new(InSheet, "sources of a fact", 1_000, 16_000, (site, n) => site.File("facts/s.yaml",
            Bare(
                Entries("sources", n, i => $"x{i}: {GrowthSite.Source}"),
                $"facts:\n  f: {{ label: F, value: 1 USD, source: [{Each(n, i => $"x{i}", ", ")}] }}"))),
        new(InSheet, "unknown sources", 1_000, 8_000, (site, n) => site.File("facts/s.yaml",
            Bare(
                Entries("sources", n, i => $"source_{i}: {GrowthSite.Source}"),
                Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} USD, source: sorce_{i} }}")))),
        new(InSheet, "formulas on one fact", 1_500, 24_000, (site, n) =>
            site.Sheet("s", $"facts:\n  f0: 7 USD\n{Each(n, i => $"  f{i}: = f0 * 2")}")),
        new(InSheet, "formulas in a chain", 1_500, 24_000, (site, n) =>
            site.Sheet("s", $"facts:\n  f0: 7 USD\n{Each(n, i => $"  f{i}: = f{i - 1} + f0")}")),
        new(InSheet, "formulas in a short chain each", 1_500, 24_000, (site, n) => site.Sheet("s",
            $"facts:\n  f0: 7 USD\n{Each(n, i => $"  f{i}: = f{(i % 50 == 0 ? 0 : i - 1)} + f0")}")),
        new(InSheet, "formulas in a ring", 1_500, 24_000, (site, n) =>
            site.Sheet("s", Entries("facts", n, i => $"f{i}: = f{i % n + 1} + 1"))),
        new(InSheet, "formulas with unknown names", 500, 8_000, (site, n) => site.Sheet("s",
            $"facts:\n{Each(n, i => $"  number_{i}: {i} USD")}\n{Each(n, i => $"  g{i}: = nubmer_{i} + 1")}")),
        new(InSheet, "formulas that add apples and pears", 1_000, 8_000, (site, n) => site.Sheet("s",
            $"facts:\n  f0: 7 USD\n  k0: 7 km\n{Each(n, i => $"  f{i}: = f0 + k0")}")),
        new(InSheet, "changes of a fact", 1_000, 16_000, (site, n) => site.Sheet("s",
            $"facts:\n  f:\n    label: F\n    value: 1 USD\n    changes:\n{Each(n, i => $"      - {Change(i)}")}")),
        new(InSheet, "facts with a change each", 1_000, 16_000, (site, n) => site.Sheet("s",
            Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} USD, changes: [{Change(i)}] }}"))),
        new(InSheet, "versions of a fact", 1_000, 16_000, (site, n) => site.Sheet("s",
            $"facts:\n  f:\n    label: F\n    disputed:\n{Each(n, i => $"      - {{ value: {i} USD, source: paper }}")}")),
        new(InSheet, "disputed facts", 1_000, 16_000, (site, n) => site.Sheet("s",
            Entries("facts", n, i => $"f{i}: {{ label: F {i}, disputed: [{{ value: {i} USD }}, {{ value: {i + 1} USD }}] }}"))),
        new(InSheet, "facts with a note", 1_000, 16_000, (site, n) => site.Sheet("s",
            Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} USD, note: A caution. }}"))),
        new(InSheet, "invalid values", 1_500, 12_000, (site, n) =>
            site.Sheet("s", Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} dolars, type: money }}"))),
        new(InSheet, "bad dates", 1_500, 12_000, (site, n) =>
            site.Sheet("s", Entries("facts", n, i => $"f{i}: {{ label: F {i}, value: {i} USD, as_of: 2025-13-{i % 30 + 1:00} }}"))),
        new(InSheet, "unknown keys", 1_500, 12_000, (site, n) =>
            site.Sheet("s", Entries("facts", n, i => $"f{i}: {{ lable: F {i}, value: {i} USD }}"))),
        new(InSheet, "unknown top keys", 1_500, 12_000, (site, n) => site.Sheet("s", Each(n, i => $"fatcs{i}: 1"))),
        new(InSheet, "ids that are none", 1_500, 12_000, (site, n) => site.Sheet("s", Entries("facts", n, i => $"F-{i}: {i} USD"))),
        new(InSheet, "events", 2_000, 32_000, (site, n) => site.Sheet("s",
            Entries("events", n, i => $"- {{ id: e{i}, date: {1900 + i % 120}-01-01, title: It happened }}"))),
        new(InSheet, "events with the same title", 2_000, 16_000, (site, n) => site.Sheet("s",
            Entries("events", n, i => $"- {{ date: {1900 + i % 120}-01-01, title: It happened }}"))),
        new(InSheet, "people", 2_000, 16_000, (site, n) =>
            site.Sheet("s", Entries("people", n, i => $"p{i}: {{ name: Ann Smith {i}, role: a witness }}"))),
        new(InSheet, "people with one name", 2_000, 16_000, (site, n) =>
            site.Sheet("s", Entries("people", n, i => $"p{i}: {{ name: Ann Smith, role: a witness }}"))),
        new(InSheet, "quotations of one person", 2_000, 16_000, (site, n) => site.Sheet("s",
            "people:\n  p: { name: Ann Smith, role: a witness }\n"
                + Entries("quotes", n, i => $"q{i}: {{ text: I said {i}, speaker: p, date: 2025 }}"))),
        new(InSheet, "quotations of unknown people", 1_000, 8_000, (site, n) => site.Sheet("s",
            Entries("people", n, i => $"person_{i}: {{ name: Ann {i}, role: a witness }}")
                + "\n" + Entries("quotes", n, i => $"q{i}: {{ text: I said {i}, speaker: perosn_{i}, date: 2025 }}"))),
        new(InSheet, "places", 2_000, 16_000, (site, n) =>
            site.Sheet("s", Entries("places", n, i => $"p{i}: {{ name: Place {i}, at: \"57.{i:0000} N 135.3 W\" }}"))),
        new(InSheet, "terms", 2_000, 16_000, (site, n) =>
            site.Sheet("s", Entries("terms", n, i => $"t{i}: {{ term: Word {i}, means: A word. }}"))),
        new(InSheet, "rows of a table", 2_000, 32_000, (site, n) => site.Sheet("s",
            $"tables:\n  t:\n    label: T\n    columns: [A, B]\n    rows:\n{Each(n, i => $"      - [{i} USD, {i} km]")}")),
        new(InSheet, "columns of a table", 1_000, 16_000, (site, n) => site.Sheet("s",
            $"tables:\n  t:\n    label: T\n    columns: [{Each(n, i => $"C{i}", ", ")}]\n    rows:\n"
                + $"      - [{Each(n, i => $"{i} km", ", ")}]")),
        new(InSheet, "tables", 1_000, 16_000, (site, n) => site.Sheet("s",
            Entries("tables", n, i => $"t{i}: {{ label: T {i}, columns: [A, B], rows: [[1 USD, 1 km]] }}"))),
        new(InSheet, "anchors of YAML", 1_500, 24_000, (site, n) => site.Sheet("s", Entries("facts", n, i => $"f{i}: &a{i} {i} USD"))),
        new(InSheet, "aliases of YAML", 1_500, 24_000, (site, n) =>
            site.Sheet("s", $"facts:\n  f0: &a 1 USD\n{Each(n, i => $"  f{i}: *a")}")),
        new(InSheet, "anchors and an alias of each", 1_500, 24_000, (site, n) => site.Sheet("s",
            $"facts:\n{Each(n, i => $"  f{i}: &a{i} {i} USD")}\n{Each(n, i => $"  g{i}: *a{i}")}")),
        new(InSheet, "tags of YAML", 1_500, 24_000, (site, n) => site.Sheet("s", Entries("facts", n, i => $"f{i}: !t{i} {i} USD"))),
        new(InSheet, "tag directives", 1_500, 24_000, (site, n) =>
            site.File("facts/s.yaml", $"{Each(n, i => $"%TAG !t{i}! tag:x,2026:")}\n---\ntitle: S\n")),
        new(InSheet, "comments", 8_000, 128_000, (site, n) => site.Sheet("s", $"facts:\n{Times(n, "  # a comment\n")}  f: 1 USD")),
        new(InSheet, "flow brackets", 1_500, 24_000, (site, n) => site.Sheet("s", $"aliases: [{Times(n, "[], ")}a]")),
        new(InSheet, "open flow brackets", 1_500, 24_000, (site, n) => site.Sheet("s", $"aliases: {Times(n, "[")}")),
        new(InSheet, "long words of a plain scalar", 10_000, 320_000, (site, n) => site.Sheet("s", $"summary: {Times(n, "word ")}")),
        new(InSheet, "lines of a folded scalar", 10_000, 160_000, (site, n) =>
            site.Sheet("s", $"summary: >\n{Times(n, "  some words\n")}")),
        new(InSheet, "lines of a quoted scalar", 10_000, 160_000, (site, n) =>
            site.Sheet("s", $"summary: \"{Times(n, "some words\n  ")}\"")),
        new(InSheet, "escapes in a quoted scalar", 10_000, 160_000, (site, n) => site.Sheet("s", $"summary: \"{Times(n, "\\u0041 ")}\"")),
        new(InSheet, "control characters in a scalar", 2_000, 32_000, (site, n) => site.Sheet("s", $"summary: \"{Times(n, "\\x01 ")}\"")),
        new(InSheet, "names that prose uses for it", 1_000, 16_000, (site, n) =>
        {
            site.Sheet("s", $"aliases: [{Each(n, i => $"old harbor {i}", ", ")}]\n{Facts(2)}");
            site.Article("a", Lines(200, i => $"The old harbor {i} was built for ${i + 5000} then."));
        }),
        new(InSheet, "references in its summary", 1_000, 16_000, (site, n) =>
            site.Sheet("s", $"summary: \"{Each(n, i => "{{ s.f }}", " ")}\"\nfacts:\n  f: 1 USD")),
        new(InSheet, "terms of a formula", 100, 6_400, (site, n) => site.Sheet("s", $"facts:\n  f0: 7 USD\n  f: = f0{Times(n, " + f0")}")),
        new(InSheet, "digits of a value", 1_000, 64_000, (site, n) => site.Sheet("s", $"facts:\n  f: {Times(n, "7")} USD\n  g: = f * f")),
    ];
}
