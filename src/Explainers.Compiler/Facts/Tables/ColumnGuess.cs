using System.Collections.Immutable;
using Explainers.Facts.Literals;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Tables;
using Explainers.Parsing.Text;

namespace Explainers.Facts.Tables;

/// <summary>Tells what a column of a data file has in it from all of its cells.</summary>
internal static class ColumnGuess
{
    private static readonly string[] YearWords = ["year", "jahr", "yr", "annee", "ano", "anno", "rok"];

    /// <summary>What a column is.</summary>
    /// <param name="head">Its name in the file.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="notation">How the file writes numbers.</param>
    /// <param name="isFirst">Whether it is the first column of its table.</param>
    public static ColumnSpec Of(string head, IReadOnlyList<RawCell> cells, Notation notation, bool isFirst)
    {
        var blank = CellReader.UsualBlanks.ToHashSet(StringComparer.Ordinal);
        RawCell[] filled = [.. cells.Where(cell => !blank.Contains(cell.Text))];
        var column = new ColumnSpec(Id(head)) { Head = head, HasOwnId = false };
        if (filled.Length == 0 || filled.Any(cell => CodeReader.BeginsWithZero(cell.Text))) return column;
        if (IsYear(head, filled, isFirst)) return column with { Type = "year" };
        var order = DateReader.Order(filled.Select(cell => cell.Text));
        ColumnSpec[] candidates =
        [
            .. WithUnit(column, head),
            column with { Type = "number" },
            column with { Type = "percentage" },
            .. Currency(filled[0].Text) is { } currency ? [column with { Type = "money", Unit = currency }] : Array.Empty<ColumnSpec>(),
            column with { Type = "date", IsMonthFirst = order },
        ];
        return candidates.FirstOrDefault(candidate => Fits(candidate, filled, notation, blank)) ?? column;
    }

    /// <summary>A column whose name has the unit of its figures.</summary>
    private static ColumnSpec[] WithUnit(ColumnSpec column, string head) => HeadUnit.Of(head) switch
    {
        null => [],
        { Unit: null } scaled => [column with { Type = "number", Scale = scaled.Scale, Label = scaled.Name, Id = Id(scaled.Name) }],
        { Unit: { } unit } known =>
        [
            column with
            {
                Type = unit.IsPercent ? "percentage" : unit.Currency is null ? "quantity" : "money",
                Unit = unit.IsPercent ? null : unit.Text,
                Scale = known.Scale,
                Label = known.Name,
                Id = Id(known.Name),
            },
        ],
    };

    /// <summary>An id for a name; a word where the name has no Latin letter.</summary>
    public static string Id(string head)
    {
        var id = Names.Snake(head);
        return id.Length == 0 ? "column" : char.IsAsciiDigit(id[0]) ? $"column_{id}" : id;
    }

    /// <summary>The ids of some names, each of them once.</summary>
    public static ImmutableArray<string> Ids(IEnumerable<string> heads)
    {
        var (ids, numbers) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var all = ImmutableArray.CreateBuilder<string>();
        foreach (var id in heads.Select(Id))
        {
            var own = id;
            while (!ids.Add(own)) own = $"{id}_{numbers[id] = numbers.GetValueOrDefault(id, 1) + 1}";
            all.Add(own);
        }
        return all.DrainToImmutable();
    }

    private static bool Fits(ColumnSpec column, RawCell[] cells, Notation notation, HashSet<string> blank)
    {
        var reader = new CellReader(column, notation, blank);
        // A number alone is a percentage only where the column says so.
        var needsSign = column.Type == "percentage" && column.Label is null;
        return cells.All(cell => reader.Read(cell).Value is not null && (!needsSign || cell.Text.EndsWith('%')));
    }

    /// <summary>Four digits are years where the column is called so, or where the first column has nothing but those of our age.</summary>
    private static bool IsYear(string head, RawCell[] cells, bool isFirst)
    {
        var isNamed = Names.Snake(head).Split('_').Any(YearWords.Contains);
        return (isNamed || (isFirst && cells.Length > 2)) && cells.All(cell =>
            cell.Text.Length == 4 && PartialDate.TryParse(cell.Text, out var year) && (isNamed || year.Year is >= 1800 and <= 2100));
    }

    private static string? Currency(string text)
    {
        foreach (var letter in text)
            if (FigureReader.IsSign(letter)) return Currencies.CodeOf(letter);
        return text.Split(' ', '\u00A0') is [.., { Length: 3 } code] && Currencies.IsKnown(code) ? code
            : text.Split(' ', '\u00A0') is [{ Length: 3 } first, ..] && Currencies.IsKnown(first) ? first : null;
    }
}
