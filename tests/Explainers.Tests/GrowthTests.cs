using System.Collections.Immutable;
using System.Text;
using Explainers.Binding;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Tables;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Proofreading;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>
/// What there may be many of takes time for each, and not for each pair: at these sizes, a look at every pair would take minutes.
/// </summary>
public sealed class GrowthTests
{
    private const int Many = 200_000;

    [Fact]
    public void People_are_gathered_without_a_look_at_everybody()
    {
        var facts = Each(i => new FactHead(new FactId($"s.p{i}"), $"Ann {i}", EntryKind.Person));
        Assert.Equal(Many, Person.All(facts).Length);
    }

    [Fact]
    public void People_who_share_an_id_bear_the_name_of_their_sheet()
    {
        var people = Person.All([.. new[] { "a", "b", "c" }.Select((sheet, i) =>
            new FactHead(new FactId($"{sheet}.smith"), i == 2 ? "Ann" : $"Ann {i}", EntryKind.Person))]);
        Assert.Equal(["c_smith", "smith", "b_smith"], people.Select(person => person.Id));
    }

    [Fact]
    public void A_row_of_a_table_is_found_without_a_look_at_every_row()
    {
        var rows = Each(i => new EquatableArray<FactValue>([new TextValue($"r{i}"), new NumberValue(Figure.Of(i))])).ToEquatable();
        var table = new TableValue([new TableColumn("name", "Name"), new TableColumn("size", "Size")], rows);
        var fact = new Fact(new FactId("s.t"), "T", table, Sourcing.Nothing, null, null);
        var index = new TableIndex(table);
        Assert.All(Each(i => i), i => Assert.Equal(
            new NumberValue(Figure.Of(i)),
            TablePartReader
                .Read(fact, table, index, [new ReferencePart($"r{i}", IsRow: true), new ReferencePart("size", IsRow: false)]).Value));
    }

    [Fact]
    public void An_anchor_is_looked_up_among_those_of_its_page()
    {
        var notes = new PageIds([.. Each(i => $"heading-{i}").Order(StringComparer.Ordinal)]);
        Assert.All(Each(i => $"heading-{i}"), id => Assert.True(notes.Has(id)));
        Assert.False(notes.Has("heading"));
    }

    [Fact]
    public void A_longer_name_is_found_without_a_look_at_every_address()
    {
        var names = new LongerNames(Each(i => $"/how-high-is-mountain{i}/"));
        Assert.All(Each(i => i), i => Assert.Equal($"/how-high-is-mountain{i}/", names.Holding($"/mountain{i}/")));
    }

    [Theory]
    [InlineData("/denali/", "/how-high-is-denali/")]
    [InlineData("/denali", null)]
    [InlineData("/facts/denali/", null)]
    [InlineData("/how-high/", "/how-high-is-denali/")]
    [InlineData("/igh-is/", null)]
    [InlineData("/map/", null)]
    [InlineData("/images/denali.png", "/images/old-denali.png")]
    public void A_longer_name_has_the_words_of_the_shorter_one(string address, string? meant) =>
        Assert.Equal(meant, new LongerNames(["/how-high-is-denali/", "/map-of-alaska/", "/images/old-denali.png"]).Holding(address));

    [Fact]
    public void Findings_on_one_long_line_are_written_without_a_copy_of_it_for_each()
    {
        var file = File("articles/a.md", new string('a', 4_000_000));
        using var output = new StringWriter();
        var world = new Cli.Invocation.CliEnvironment(output, TextWriter.Null, "/", TimeProvider.System);
        Findings.Write([.. Each(i => Catalog.UnusedFact(new FileSpan(file, i, 1), "a.b"))], Cli.Invocation.ReportFormat.GitHub, world);
        Assert.Equal(Many, output.ToString().Count('\n'.Equals));
    }

    [Fact]
    public void Keys_that_are_unknown_or_there_twice_are_told_from_one_reading_of_their_file()
    {
        var sheet = new StringBuilder("title: S\nfacts:\n");
        foreach (var i in Enumerable.Range(0, 60_000))
            sheet.Append($"  f: 1 USD\n  f_{i}: {{ lable: F, value: 1 USD, source: none, note: n }}\n");
        var findings = Compile(File("facts/s.yaml", sheet.ToString()));
        Assert.Equal(59_999, findings.Count(finding => finding.Code == "duplicate-key"));
        Assert.Equal(60_000, findings.Count(finding => finding.Code == "unknown-key"));
    }

    [Theory]
    [InlineData("She said “that is number 1500 of them all” then.", "s.q1500")]
    [InlineData("The hall opened on May 3, 1999.", "s.hall")]
    public void A_figure_finds_its_fact_among_thousands_of_one_kind(string prose, string fact)
    {
        var sheet = new StringBuilder("title: S\nfacts:\n");
        foreach (var i in Enumerable.Range(0, 2_000))
            sheet.Append($"  d{i}: {{ label: A day, value: 1999-0{1 + (i / 300 % 4)}-0{1 + (i % 9)}, source: none, note: n }}\n");
        sheet.Append("  hall: { label: The hall opened, value: 1999-05-03, source: none, note: n }\nquotes:\n");
        foreach (var i in Enumerable.Range(0, 2_000))
            sheet.Append($"  q{i}: {{ text: that is number {i} of them all, speaker: Ann, date: 2025, source: none, note: n }}\n");
        var article = $"---\ntitle: A\ndescription: D.\npublished: 2026-01-01\nabout: [s]\n---\n\n{prose}\n";
        var found = Compile(File("facts/s.yaml", sheet.ToString()), File("articles/a.md", article))
            .Where(finding => finding.Code == "retyped-fact");
        Assert.Equal([$"write {{{{ {fact} }}}}"], found.Select(finding => finding.Hint));
    }

    [Fact]
    public void A_long_definition_of_a_link_is_told_once_and_not_printed_at_each_use()
    {
        var body = string.Concat(Enumerable.Repeat("[a]\n\n", 50_000)) + $"[a]: /b/#{new string('x', 400_000)}\n";
        var findings = Compile(File("articles/a.md", $"---\ntitle: A\ndescription: D.\n---\n\n{body}"));
        Assert.Single(findings, finding => finding.Code == "malformed-link");
    }

    private static IEnumerable<T> Each<T>(Func<int, T> make) => Enumerable.Range(0, Many).Select(make);

    private static ImmutableArray<Diagnostic> Compile(params SourceFile[] files)
    {
        var site = File("site.yaml", "title: S\ndescription: S.\nbase_url: https://example.org/\n");
        var options = new CompileOptions(new DateOnly(2026, 11, 23));
        return SiteCompiler.Compile(SourceTree.From([site, .. files], []), options).Findings;
    }

    private static SourceFile File(string path, string text) => new(path, path, Encoding.UTF8.GetBytes(text));
}
