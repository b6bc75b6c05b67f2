using System.Text.RegularExpressions;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;

namespace Explainers.Facts.Formulas;

/// <summary>Finds what a formula may name without reading it: every word of it that could be a fact.</summary>
internal static partial class FormulaNames
{
    /// <summary>The words in the formulas of an entry, each "id" or "sheet.id"; functions and columns may be among them.</summary>
    public static IEnumerable<string> In(EntryValueSyntax value) => Literals(value)
        .Where(literal => literal.IsFormula)
        .SelectMany(literal => Names().Matches(literal.Text.Text))
        .Select(match => match.Value);

    private static IEnumerable<LiteralSyntax> Literals(EntryValueSyntax value) => value switch
    {
        LiteralSyntax literal => [literal],
        EventSyntax happening => [new LiteralSyntax(happening.When)],
        DisputedSyntax disputed => disputed.Versions.Select(version => version.Value),
        TableSyntax table => table.Rows.SelectMany(row => row.Items).OfType<ScalarSyntax>().Select(cell => new LiteralSyntax(cell)),
        _ => [],
    };

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)?")]
    private static partial Regex Names();
}
