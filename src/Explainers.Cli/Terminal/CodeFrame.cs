using System.Globalization;

namespace Explainers.Cli.Terminal;

/// <summary>
/// The part of a source line that a terminal has room for, with its carets; measured in cells, and never cut inside a character.
/// </summary>
/// <param name="Line">The line, or the part around the place, with an ellipsis where something was left out.</param>
/// <param name="Carets">What stands below it: blanks, then a caret for every cell of the place.</param>
internal sealed record CodeFrame(string Line, string Carets)
{
    private const int WidestTab = 8;

    /// <summary>Takes the part of a line around a place.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where the place begins in it.</param>
    /// <param name="length">How long the place is; what lies behind the line is not counted.</param>
    /// <param name="width">How many cells there are.</param>
    public static CodeFrame Around(string line, int start, int length, int width)
    {
        start = Math.Clamp(start, 0, line.Length);
        length = Math.Clamp(length, 0, line.Length - start);
        var (from, to) = Cells(line) <= width ? (0, line.Length) : Part(line, start, length, width);
        var (lead, tail) = (from > 0 ? "…" : "", to < line.Length ? "…" : "");
        var marked = line[start..Math.Min(start + length, to)];
        return new CodeFrame(
            $"{lead}{line[from..to]}{tail}",
            $"{Blank(lead + line[from..start])}{new string('^', Math.Max(1, Wrapping.Cells(marked)))}");
    }

    /// <summary>
    /// From the line's beginning where the place ends near it, else from what has room before the place; room is kept for an ellipsis at
    /// each end.
    /// </summary>
    private static (int From, int To) Part(string line, int start, int length, int width)
    {
        int[] ends = [.. StringInfo.ParseCombiningCharacters(line), line.Length];
        var first = 0;
        var (before, place) = (Cells(line[..start]), Cells(line.Substring(start, length)));
        if (before > width * 2 / 3 || (before > width / 4 && before + place > width - 2))
        {
            first = Array.FindLastIndex(ends, end => end <= start);
            for (var room = Math.Clamp(width - 2 - place, width / 4, width / 2); first > 0
                && (room -= Cells(line[ends[first - 1]..ends[first]])) >= 0;)
                first--;
        }
        var last = first;
        for (var room = width - 2; last + 1 < ends.Length && (room -= Cells(line[ends[last]..ends[last + 1]])) >= 0;) last++;
        return (ends[first], ends[last]);
    }

    /// <summary>Blanks as wide as a text; tabs stay, so that they end where those of the text do.</summary>
    private static string Blank(string text) => string.Join('\t', text.Split('\t').Select(part => new string(' ', Wrapping.Cells(part))));

    private static int Cells(string text) => Wrapping.Cells(text) + (text.Count('\t'.Equals) * WidestTab);
}
