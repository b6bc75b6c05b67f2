using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>The report for people: it fits a terminal, and says in words whatever it shows in colour.</summary>
public sealed partial class TextReportTests
{
    private static readonly ImmutableArray<Diagnostic> Findings =
    [
        Catalog.UnknownFact(At("articles/one.md",
            "It cost {{ alaska_purchase.prise }} in all, and more was paid for the journey and the letters.\n", 11, 21),
            "alaska_purchase.prise", "alaska_purchase.price"),
        Catalog.UnusedFact(At("facts/alaska-purchase.yaml", "title: T\n", 0, 5), "alaska_purchase.a_fact_with_a_very_long_name"),
        Catalog.UnknownFilter(At("articles/deep/in/many/folders/with-a-name-that-is-wider-than-a-terminal-has-columns.md",
            "阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加 {{ a.b | yaer }}\n", 50, 4), "yaer", null,
            ["plain", "long", "short", "percent", "date", "year", "month", "day", "time", "as", "in"]),
    ];

    [Fact]
    public void Every_line_fits_eighty_cells_but_those_of_a_single_word()
    {
        foreach (var line in Report(isTerminal: false).Split('\n'))
            Assert.True(Wrapping.Cells(line) <= 80 || !line.Trim().Contains(' ', StringComparison.Ordinal),
                $"'{line}' is wider than 80 cells.");
    }

    [Fact]
    public void Colours_say_nothing_that_words_do_not_say()
    {
        var (plain, coloured) = (Report(isTerminal: false), Report(isTerminal: true));
        Assert.DoesNotContain('\u001B', plain);
        Assert.Contains("\u001B[", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, Colour().Replace(coloured, ""));
        Assert.Equal(Findings.Length, Severities().Count(plain));
    }

    [Theory]
    [InlineData(false, null, "xterm-256color", true)]
    [InlineData(false, "", "xterm-256color", true)]
    [InlineData(false, "1", "xterm-256color", false)]
    [InlineData(false, null, "dumb", false)]
    [InlineData(false, null, null, true)]
    [InlineData(true, null, "xterm-256color", false)]
    public void No_colours_where_nobody_wants_or_sees_them(bool isRedirected, string? noColor, string? terminal, bool expected) =>
        Assert.Equal(expected, CliEnvironment.TakesColours(isRedirected, noColor, terminal));

    [Theory]
    [InlineData("", "one two", "one two")]
    [InlineData("path/with spaces.md:1:1 ", "error code: it is", "path/with spaces.md:1:1 error code: it is")]
    [InlineData("", "0123456789012345678901234567890123456789012345678901234567890123456789 'two words' x",
        "0123456789012345678901234567890123456789012345678901234567890123456789\n   'two words' x")]
    [InlineData("", "0123456789012345678901234567890123456789012345678901234567890123456789 write {{ a.b }}",
        "0123456789012345678901234567890123456789012345678901234567890123456789 write\n   {{ a.b }}")]
    [InlineData("", "01234567890123456789012345678901234567890123456789012345678901234567890 the site's own",
        "01234567890123456789012345678901234567890123456789012345678901234567890 the\n   site's own")]
    [InlineData("", "阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯 ab", "阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯加阿拉斯\n   ab")]
    [InlineData("", "https://example.org/0123456789012345678901234567890123456789012345678901234567890123456789 x",
        "https://example.org/0123456789012345678901234567890123456789012345678901234567890123456789\n   x")]
    public void Lines_are_broken_between_words(string lead, string text, string expected) =>
        Assert.Equal(expected, Wrapping.Wrap(lead, text, 3));

    private static string Report(bool isTerminal)
    {
        using var error = new StringWriter { NewLine = "\n" };
        Cli.Terminal.Findings.Write(Findings, ReportFormat.Text,
            new CliEnvironment(TextWriter.Null, error, Path.GetTempPath(), TimeProvider.System) { IsTerminal = isTerminal });
        return error.ToString();
    }

    private static FileSpan At(string path, string text, int start, int length) =>
        new(new SourceFile(path, $"input/{path}", System.Text.Encoding.UTF8.GetBytes(text)), start, length);

    [GeneratedRegex("\u001B\\[[0-9;]*m")]
    private static partial Regex Colour();

    [GeneratedRegex(@"(?m)(^| )(error|warning) [a-z-]+:")]
    private static partial Regex Severities();
}
