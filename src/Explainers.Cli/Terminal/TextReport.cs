using System.Collections.Immutable;
using System.Globalization;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;
using Spectre.Console;

namespace Explainers.Cli.Terminal;

/// <summary>Writes findings for people: a line that says what and where, the source line with carets, and a hint.</summary>
internal static class TextReport
{
    private const int Gutter = 8;
    private const int Indent = 3;
    private const int Many = 100;
    private static readonly Style ErrorStyle = new(Color.Red, decoration: Decoration.Bold);
    private static readonly Style WarningStyle = new(Color.Yellow, decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    /// <summary>
    /// Writes errors, then warnings, each with an empty line behind it; of a kind that is there a hundred times, one and a count.
    /// </summary>
    public static void Write(ImmutableArray<Diagnostic> findings, CliEnvironment environment)
    {
        if (findings.IsEmpty) return;
        var console = Console(environment);
        var counts = findings.CountBy(Kind).ToDictionary();
        var folded = new HashSet<(Severity, string)>();
        foreach (var finding in findings.OrderBy(finding => finding.Severity == Severity.Error ? 0 : 1))
        {
            var isMany = counts[Kind(finding)] >= Many;
            if (isMany && !folded.Add(Kind(finding))) continue;
            Write(Located.Of(finding), console);
            if (isMany)
                console.Write(
                    $"{Wrapping.Wrap(new string(' ', Indent), Others(finding.Code, counts[Kind(finding)] - 1), Indent)}\n\n",
                    Style.Plain);
        }
    }

    private static string Others(string code, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"and {count:N0} more of {code}; 'explainers check --format json' lists them all");

    private static (Severity, string) Kind(Diagnostic finding) => (finding.Severity, finding.Code);

    private static IAnsiConsole Console(CliEnvironment environment)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = environment.IsTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = environment.IsTerminal ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(environment.Error),
        });
        console.Profile.Width = int.MaxValue / 2;
        return console;
    }

    private static void Write(Located located, IAnsiConsole console)
    {
        var finding = located.Finding;
        var style = finding.Severity == Severity.Error ? ErrorStyle : WarningStyle;
        var place = located.File is { } file
            ? string.Create(CultureInfo.InvariantCulture, $"{Visible.Text(file)}:{located.Start.Line}:{located.Start.Column} ")
            : "";
        var word = finding.Severity == Severity.Error ? "error" : "warning";
        var lines = Wrapping.Wrap(place, $"{word} {finding.Code}: {Visible.Text(finding.Message)}", Indent);
        var before = lines.IndexOf(word, place.TrimEnd().Length, StringComparison.Ordinal);
        console.Write(lines[..before], Style.Plain);
        console.Write(word, style);
        console.Write($"{lines[(before + word.Length)..]}\n", Style.Plain);
        // A line with zero bytes is no text in UTF-8, and nobody can read it.
        if (located.File is not null && located.Line.Trim().Length > 0 && !located.Line.Contains('\0', StringComparison.Ordinal))
            Frame(located, style, console);
        if (finding.Hint is { } hint) console.Write($"{Wrapping.Wrap("   hint: ", Visible.Text(hint), Indent + 3)}\n", Style.Plain);
        console.Write("\n", Style.Plain);
    }

    private static void Frame(Located located, Style style, IAnsiConsole console)
    {
        var length = located.End.Line == located.Start.Line ? located.End.Column - located.Start.Column : located.Line.Length;
        var window = CodeFrame.Around(Visible.Line(located.Line), located.Start.Column - 1, length, Wrapping.Width - Gutter);
        var number = located.Start.Line.ToString(CultureInfo.InvariantCulture).PadLeft(Gutter - 3);
        console.Write($"{number} │ ", Faint);
        console.Write($"{window.Line}\n", Style.Plain);
        console.Write($"{new string(' ', Gutter - 2)}│ ", Faint);
        console.Write($"{window.Carets}\n", style);
    }
}
