using System.Collections.Immutable;
using System.Globalization;
using Explainers.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Explainers.Cli.Terminal;

/// <summary>Writes findings for people: a line that says what and where, the source line with carets, and a hint.</summary>
internal static class TextReport
{
    private const int WidestLine = 100;
    private const int Many = 100;
    private static readonly Style ErrorStyle = new(Color.Red, decoration: Decoration.Bold);
    private static readonly Style WarningStyle = new(Color.Yellow, decoration: Decoration.Bold);
    private static readonly Style Faint = new(decoration: Decoration.Dim);

    /// <summary>Writes errors, then warnings, each with an empty line behind it; of a kind that is there a hundred times, one and a count.</summary>
    public static void Write(ImmutableArray<Diagnostic> findings, World world)
    {
        if (findings.IsEmpty) return;
        var console = Console(world);
        var counts = findings.CountBy(Kind).ToDictionary();
        var folded = new HashSet<(Severity, string)>();
        foreach (var finding in findings.OrderBy(finding => finding.Severity == Severity.Error ? 0 : 1))
        {
            var isMany = counts[Kind(finding)] >= Many;
            if (isMany && !folded.Add(Kind(finding))) continue;
            Write(Located.Of(finding), console);
            if (isMany) console.Write(string.Create(CultureInfo.InvariantCulture, $"   and {counts[Kind(finding)] - 1:N0} more of {finding.Code}; 'explainers check --format json' lists them all\n\n"), Style.Plain);
        }
    }

    private static (Severity, string) Kind(Diagnostic finding) => (finding.Severity, finding.Code);

    private static IAnsiConsole Console(World world)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = world.IsTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = world.IsTerminal ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(world.Error),
        });
        console.Profile.Width = int.MaxValue / 2;
        return console;
    }

    private static void Write(Located located, IAnsiConsole console)
    {
        var finding = located.Finding;
        var style = finding.Severity == Severity.Error ? ErrorStyle : WarningStyle;
        if (located.File is { } file)
            console.Write(string.Create(CultureInfo.InvariantCulture, $"{Shown(file)}:{located.Start.Line}:{located.Start.Column} "), Style.Plain);
        console.Write(finding.Severity == Severity.Error ? "error" : "warning", style);
        console.Write($" {finding.Code}: {Shown(finding.Message)}\n", Style.Plain);
        if (located.File is not null && located.Line.Trim().Length > 0) Frame(located, style, console);
        if (finding.Hint is { } hint) console.Write($"   hint: {Shown(hint)}\n", Style.Plain);
        console.Write("\n", Style.Plain);
    }

    private static void Frame(Located located, Style style, IAnsiConsole console)
    {
        var (line, column) = Window(Shown(located.Line), located.Start.Column - 1);
        var length = located.End.Line == located.Start.Line ? located.End.Column - located.Start.Column : located.Line.Length;
        length = Math.Clamp(length, 1, Math.Max(1, line.Length - column));
        var number = located.Start.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var before = string.Concat(line[..column].Select(letter => letter == '\t' ? "\t" : new string(' ', Cells($"{letter}"))));
        console.Write($"{number} │ ", Faint);
        console.Write($"{line}\n", Style.Plain);
        console.Write("      │ ", Faint);
        console.Write($"{before}{new string('^', Math.Max(1, Cells(line.Substring(column, Math.Min(length, line.Length - column)))))}\n", style);
    }

    /// <summary>The part of a long line around a column, and the column in that part.</summary>
    private static (string Line, int Column) Window(string line, int column)
    {
        column = Math.Clamp(column, 0, line.Length);
        var start = Whole(line, column > WidestLine * 2 / 3 && line.Length > WidestLine ? column - (WidestLine / 2) : 0);
        var end = Whole(line, Math.Min(line.Length, start + WidestLine));
        var (lead, tail) = (start > 0 ? "…" : "", end < line.Length ? "…" : "");
        return ($"{lead}{line[start..end]}{tail}", column - start + lead.Length);
    }

    /// <summary>An offset that does not stand inside a surrogate pair.</summary>
    private static int Whole(string line, int offset) =>
        offset > 0 && offset < line.Length && char.IsLowSurrogate(line[offset]) ? offset - 1 : offset;

    /// <summary>Text of a file as a terminal may show it: characters that would steer the terminal are replaced.</summary>
    private static string Shown(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && !text.Any(char.IsControl)
            ? text
            : string.Concat(text.Select(letter => char.IsControl(letter) && letter != '\t' ? '\uFFFD' : letter));

    private static int Cells(string text) => new Segment(text).CellCount();
}
