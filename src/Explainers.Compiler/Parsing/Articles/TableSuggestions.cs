using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;
using Explainers.Sources;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Explainers.Parsing.Articles;

/// <summary>Finds tables that are printed as typed, and rows that do not fit their table.</summary>
internal static partial class TableSuggestions
{
    private const string LineOfDashes = "write a line of dashes and bars below the head: | --- | --- |";

    /// <summary>Tables in the text of a paragraph.</summary>
    public static IEnumerable<Suggestion> Of(LeafText leaf)
    {
        if (leaf.Block is not ParagraphBlock { Parent: not TableCell } || !leaf.Text.AsSpan().ContainsAny('|', '+')) return [];
        if (Grid().Match(leaf.Text) is { Success: true } grid)
            return [At(grid, "a table with lines of '+' and '-' is printed as typed", LineOfDashes)];
        if (Dashes().Match(leaf.Text) is { Success: true } dashes)
            return [At(dashes, Why(leaf.Text, dashes), Hint(leaf.Text, dashes))];
        return Rows().Match(leaf.Text) is { Success: true } rows
            ? [At(rows, "this table has no line of dashes, so that it is printed as typed", LineOfDashes)]
            : [];
    }

    /// <summary>Rows with a wrong number of cells, and lines right below a table that became rows.</summary>
    public static void Rows(BodyTree tree, SourceFile file, string text, ImmutableArray<Diagnostic>.Builder findings)
    {
        foreach (var block in tree.Blocks)
        {
            if (block is TableRow { IsHeader: false, Span.Length: > 0, Parent: Table table } row
                && Row(row, table.ColumnDefinitions.Count, file, text) is { } finding)
                findings.Add(finding);
        }
    }

    private static Diagnostic? Row(TableRow row, int columns, SourceFile file, string text)
    {
        var start = Math.Clamp(row.Span.Start, 0, text.Length);
        var line = LineAt(text, start);
        var at = new FileSpan(file, start, Math.Max(0, line.Start + line.Length - start));
        var typed = text.AsSpan(at.Start, at.Length);
        if (!text.AsSpan(line.Start, line.Length).Contains('|'))
            return Catalog.MalformedTable(
                at, "this line is right below the table, so that it becomes a row of it", "put an empty line above it");
        // Some bars in a row may divide no cells; a row has at most as many cells as all of them make.
        return columns > 0 && Cells(typed) > columns
            && Cells(ReferencePipes.Hide(typed.ToString()).Replace("\\|", "", StringComparison.Ordinal)) > columns
            ? Catalog.MalformedTable(
                at, "this row has more cells than the head of its table; the rest is not shown", "write \\| for a bar in a cell")
            : null;
    }

    private static (int Start, int Length) LineAt(string text, int at)
    {
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at);
        if (end < 0) end = text.Length;
        return (start, text.AsSpan(start, end - start).TrimEnd().Length);
    }

    private static string Why(string text, Match dashes) => Cells(Above(text, dashes)) == Cells(dashes.Value)
        ? "this table follows other text, so that it is printed as typed"
        : $"the head of this table has {Counted(Cells(Above(text, dashes)))} and the line of dashes {Cells(dashes.Value)}, "
            + "so that it is printed as typed";

    private static string Hint(string text, Match dashes) =>
        Cells(Above(text, dashes)) == Cells(dashes.Value)
            ? "put an empty line above the head of the table"
            : "give both lines the same number of cells";

    private static string Counted(int cells) => cells == 1 ? "1 cell" : $"{cells} cells";

    private static string Above(string text, Match dashes)
    {
        if (dashes.Index == 0) return "";
        var start = text.LastIndexOf('\n', Math.Max(0, dashes.Index - 2)) + 1;
        return text[start..(dashes.Index - 1)];
    }

    private static int Cells(ReadOnlySpan<char> line) => line.Trim().Trim('|') is { Length: > 0 } inner ? inner.Count('|') + 1 : 0;

    private static Suggestion At(Match match, string what, string hint) =>
        new(match.Index, match.Length, at => Catalog.MalformedTable(at, what, hint));

    [GeneratedRegex(
        @"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^[ \t]*\|[ \t]*:?-{2,}:?[ \t]*\|[ \t]*$",
        RegexOptions.Multiline)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^[ \t]*\|[^\n]*\|[ \t]*\n[ \t]*\|[^\n]*\|[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"^\+(?:[-=]{3,}\+){1,50}[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Grid();
}
