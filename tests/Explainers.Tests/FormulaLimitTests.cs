using System.Collections.Immutable;
using System.Text;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Formulas and values of any length, depth and size end in a value or a finding.</summary>
public sealed class FormulaLimitTests(ITestOutputHelper output)
{
    private const string Head = """
        title: Sheet
        source: a
        sources:
          a: { publisher: P, title: T, url: "https://example.net/" }
        facts:
          a: 7
          share: 50 %
          points: 10 pp
          road: 2 km
          price: 7.2 million USD
          began: 1867-03-30
          far: 9999-12-31
          first: 0001-01-01
          year: 1867
          talks: 2 hours 45 minutes
          span: 3 to 4 km
          word: none

        """;

    private const string Theme = "source_number: Source {number}\nmonths: a b c d e f g h i j k l\n";

    private static readonly string[] Operands =
    [
        "a", "share", "points", "road", "price", "began", "far", "first", "year", "talks", "span", "word", "sheet.a", "nothing", "",
        "0", "1", "1.5", "99999999999999999999", "0.00000000000000001", "1,000", "1,5", "007", "\"Column\"",
    ];

    private static readonly string[] Literals =
    [
        "0", "00", "05", "1.5", "1,5", "1.000", "999999999999999", "1234567890123456", "trillion", "million", "km", "km2", "mm", "USD", "%",
        "pp", "metre long", "°C", "people", "/", " per ", " to ", "–", "-", "−", "about ", "more than ", "between ", " and ", "1867-03-30",
        "9999-12-31", "0001-01-01", "23:59", " ", "America/Anchorage", "Asia/Tokyo", "N", "W", ".", ",", "s", "1860s", "days", "centuries",
    ];

    public static TheoryData<string, string> Long() => new()
    {
        { "sums", $"= a{string.Concat(Enumerable.Repeat(" + a", 30_000))}" },
        { "products", $"= a{string.Concat(Enumerable.Repeat(" * a", 30_000))}" },
        { "quotients of units", $"= road{string.Concat(Enumerable.Repeat(" / road", 30_000))}" },
        { "parentheses", $"= {new string('(', 30_000)}a{new string(')', 30_000)}" },
        { "signs", $"= {new string('-', 30_000)}1" },
        { "functions", $"= {string.Concat(Enumerable.Repeat("sum(", 30_000))}a{new string(')', 30_000)}" },
        { "arguments", $"= sum(a{string.Concat(Enumerable.Repeat(", a", 30_000))})" },
    };

    [Theory]
    [MemberData(nameof(Long))]
    public void A_formula_beyond_the_limits_is_a_finding(string name, string formula)
    {
        var findings = Findings($"{Head}  long: '{formula}'\n");
        Assert.True(
            findings.Count(finding => finding.Code == "formula-syntax") == 1,
            $"One formula of many {name}, and {findings.Length} findings.");
    }

    [Fact]
    public void A_formula_of_a_thousand_terms_has_a_value()
    {
        var formula = $"= a{string.Concat(Enumerable.Repeat(" + a", 999))}";
        Assert.DoesNotContain(Findings($"{Head}  long: '{formula}'\n"), finding => finding.Severity == Severity.Error);
    }

    /// <summary>From the last to the first, within a sheet and from sheet to sheet.</summary>
    [Fact]
    public void A_chain_of_formulas_may_be_of_any_length()
    {
        var own = string.Concat(Enumerable.Range(1, 2_000).Reverse().Select(i => $"  c{i}: = {(i == 1 ? "a" : $"c{i - 1}")} + 1\n"));
        Assert.DoesNotContain(Findings(Head + own), finding => finding.Severity == Severity.Error);
        var sheets = Enumerable.Range(0, 500)
            .Select(i => ($"facts/s{999 - i}.yaml", $"{Head}  next: = {(i == 0 ? "a" : $"s{1000 - i}.next")} + 1\n"));
        Assert.DoesNotContain(Findings([.. sheets]), finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Any_formula_gives_a_value_or_a_finding()
    {
        const int seed = 14;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            Findings(Head + Facts(random, 100, () => $"= {Expression(random, 4)}"));
        }
    }

    [Fact]
    public void Any_literal_gives_a_value_or_a_finding()
    {
        const int seed = 41;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            Findings(Head + Facts(random, 150, () => Literal(random)));
        }
    }

    private static string Facts(Random random, int count, Func<string> value) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"  f{i}: {{ value: {Quoted(value())}{In(random)} }}\n"));

    private static string Literal(Random random)
    {
        var parts = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Literals[random.Next(Literals.Length)]);
        return string.Join(random.Next(2) == 0 ? " " : "", parts);
    }

    private static string Expression(Random random, int depth) => random.Next(depth > 0 ? 8 : 1) switch
    {
        0 or 1 => Operands[random.Next(Operands.Length)],
        2 => $"({Expression(random, depth - 1)})",
        3 => $"-{Expression(random, depth - 1)}",
        4 => $"{Function(random)}({Expression(random, depth - 1)}, {Expression(random, depth - 1)})",
        _ => $"{Expression(random, depth - 1)} {"+-*/"[random.Next(4)]} {Expression(random, depth - 1)}",
    };

    private static string Function(Random random) =>
        new[] { "sum", "min", "max", "count", "days_between", "months_between", "years_between", "distance", "sums" }[random.Next(9)];

    private static string In(Random random) => random.Next(4) switch
    {
        0 => $", in: {Quoted(new[] { "%", "pp", "mm", "km2", "USD/acre", "days", "centuries", "m³", "°F", "nothing" }[random.Next(10)])}",
        1 => $", digits: {random.Next(0, 17)}",
        _ => "",
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static ImmutableArray<Diagnostic> Findings(string sheet) => Findings(("facts/sheet.yaml", sheet));

    private static ImmutableArray<Diagnostic> Findings(params (string Path, string Text)[] sheets)
    {
        var theme = new[] { File("strings/en.yaml", Theme), File("layouts/frame.sbn-html", "{{ main }}") };
        var tree = SourceTree.From(sheets.Select(sheet => File(sheet.Path, sheet.Text)), theme);
        var compiled = SiteCompiler.Compile(tree, new CompileOptions(new DateOnly(2026, 11, 23)));
        foreach (var file in compiled.Files.Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal)))
            System.Text.Json.JsonDocument.Parse(file.Bytes).Dispose();
        return [.. compiled.Findings.Where(finding => finding.Span.File?.Path.StartsWith("facts/", StringComparison.Ordinal) == true)];
    }

    private static SourceFile File(string path, string text) => new(path, path, Encoding.UTF8.GetBytes(text));
}
