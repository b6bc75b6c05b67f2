using System.Collections.Immutable;
using Explainers.Cli;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Tests.Hostile;

/// <summary>What is printed steers neither a terminal nor a build service, and a stream that takes no more ends in a status.</summary>
public sealed class PrintingTests
{
    [Theory]
    [InlineData("::error::x", ": :error::x")]
    [InlineData("   ::error::x", "   : :error::x")]
    [InlineData("\u00A0::error::x", "\u00A0: :error::x")]
    [InlineData(":::x", ": ::x")]
    [InlineData("a\n::b\n\n ::c", "a\n: :b\n\n : :c")]
    [InlineData("a ::b", "a ::b")]
    [InlineData("a ##[group]b", "a ## [group]b")]
    [InlineData("###[x] #[y]", "### [x] #[y]")]
    [InlineData("a\u001B[31mb", "a\\u001B[31mb")]
    [InlineData("a\r::b", "a\\u000D::b")]
    [InlineData("a\u202Eb\u2066c\u009Bd", "a\\u202Eb\\u2066c\\u009Bd")]
    [InlineData("tab\there", "tab\there")]
    public void Nothing_printed_is_a_command(string text, string shown)
    {
        foreach (var size in new[] { 1, 2, text.Length })
        {
            using var output = new StringWriter { NewLine = "\n" };
            using var safe = new SafeWriter(output, takesColours: false);
            foreach (var part in text.Chunk(size)) safe.Write(new string(part));
            Assert.Equal(shown, output.ToString());
        }
    }

    [Fact]
    public void Colours_pass_where_they_are_shown_and_nothing_else_does()
    {
        using var output = new StringWriter();
        using var safe = new SafeWriter(output, takesColours: true);
        safe.Write("\u001B[1;31merror\u001B[0m \u001B]0;title\u0007 \u001B[2J");
        Assert.Equal("\u001B[1;31merror\u001B[0m \\u001B]0;title\\u0007 \\u001B[2J", output.ToString());
    }

    [Theory]
    [InlineData("text", "input/a\\u001B[31m%0A.md:1:1 error unknown-fact")]
    [InlineData("json", "\"file\": \"input/a\\u001B[31m%0A.md\"")]
    [InlineData("sarif", "input/a%1B%5B31m%250A.md")]
    [InlineData("github", "::error file=input/a\\u001B[31m%250A.md,line=1")]
    public void Names_values_and_lines_are_shown_escaped_in_every_format(string format, string shown)
    {
        const string text = "::error::x \u202E\u001B[2J ##[group]y";
        var file = new SourceFile("a\u001B[31m%0A.md", "input/a\u001B[31m%0A.md", System.Text.Encoding.UTF8.GetBytes(text));
        ImmutableArray<Diagnostic> findings = [Catalog.UnknownFact(new FileSpan(file, 0, 5), text, text)];
        using var output = new StringWriter { NewLine = "\n" };
        using var safe = new SafeWriter(output, takesColours: false);
        Cli.Terminal.Findings.Write(findings, Enum.Parse<ReportFormat>(format, ignoreCase: true),
            new CliEnvironment(safe, safe, "/", TimeProvider.System));
        var report = output.ToString();
        Assert.Contains(shown, report, StringComparison.Ordinal);
        Assert.DoesNotContain(report, letter => letter != '\n' && Visible.IsHidden(letter));
        var commands = report.Split('\n').Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)).ToArray();
        Assert.Equal(format == "github" ? 1 : 0, commands.Length);
        if (format != "github") Assert.DoesNotContain("##[", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_a_long_message_is_folded_to_is_no_command()
    {
        using var scratch = new Scratch();
        var word = new string('x', 60);
        var run = scratch.Run("facts", "show", $"{word}{word} ::add-mask::x ##[group]y");
        Assert.DoesNotContain(run.Error.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)
            || line.Contains("##[", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "--format", "json")]
    [InlineData("check", "--format", "sarif")]
    [InlineData("check", "--format", "github")]
    [InlineData("check", "--coverage")]
    [InlineData("facts", "list")]
    [InlineData("explain")]
    [InlineData("explain", "unknown-fact")]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("completion", "bash")]
    [InlineData("schema", "facts")]
    [InlineData("nonsense")]
    public void A_full_stream_ends_in_a_status(params string[] arguments)
    {
        using var scratch = new Scratch();
        scratch.Run("new", "site", ".");
        scratch.Write("input/articles/x.md", "nothing");
        foreach (var (output, error) in new (TextWriter, TextWriter)[] { (new Full(), TextWriter.Null), (TextWriter.Null, new Full()),
            (new Full(), new Full()) })
            Assert.InRange(Application.Run(arguments, new CliEnvironment(output, error, scratch.Folder, TimeProvider.System)), 0, 2);
    }

    [Fact]
    public void A_full_output_is_told_of()
    {
        using var scratch = new Scratch();
        using var error = new StringWriter();
        Assert.Equal(2, Application.Run(["explain"], new CliEnvironment(new Full(), error, scratch.Folder, TimeProvider.System)));
        Assert.Contains("standard output takes no more: No space left on device", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u202E")]
    [InlineData("\u202A")]
    [InlineData("\u0085")]
    public void Characters_that_turn_text_round_are_findings_in_articles_and_sheets(string character)
    {
        using var scratch = new Scratch();
        scratch.Run("new", "site", ".");
        scratch.Write("input/articles/x.md", $"---\ntitle: T{character}\ndescription: D\n---\n\nNothing.\n");
        scratch.Write("input/facts/x.yaml", $"title: T{character}\n");
        var run = scratch.Run("check");
        Assert.Contains("input/articles/x.md:2:9 error control-character", run.Error, StringComparison.Ordinal);
        Assert.Contains("input/facts/x.yaml:1:9 error control-character", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A stream on a disk that is full.</summary>
    private sealed class Full : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<char> buffer) => throw new IOException("No space left on device");
    }
}
