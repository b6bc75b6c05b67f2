using System.Collections.Immutable;
using System.Globalization;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Tables;
using Explainers.Incremental;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Reads what a sheet says of the columns of a table, and of the file that has its rows.</summary>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class ColumnBinder(ImmutableArray<Diagnostic>.Builder findings)
{
    private const string Others = "others";

    /// <summary>The columns of a table.</summary>
    public ImmutableArray<ColumnSpec> Columns(ImmutableArray<TableColumnSyntax> written)
    {
        var ids = ColumnGuess.Ids(written.Select(column => column.Id.Text));
        return [.. written.Select((column, i) => column.Keys is { } keys
            ? Column(column.Id, keys)
            : new ColumnSpec(ids[i]) { Label = column.Id.Text, Type = "", HasOwnId = false })];
    }

    /// <summary>What a sheet says of a data file.</summary>
    /// <param name="written">The table.</param>
    /// <param name="data">What is said of its file.</param>
    /// <param name="path">The path of the file below the input folder.</param>
    public TableSpec Spec(TableSyntax written, DataSyntax data, string path)
    {
        var keys = data.Keys;
        var omitted = keys.List("omit");
        return new TableSpec(path, Columns(written.Columns).ToEquatable())
        {
            Sheet = keys.Text("sheet"),
            HeadRow = Number(keys.Scalar("head_row"), 1, "the number of a line"),
            LastRow = Number(keys.Scalar("last_row"), 1, "the number of a line"),
            Delimiter = keys.Text("delimiter") switch { "comma" => ',', "semicolon" => ';', "tab" => '\t', "bar" => '|', _ => null },
            Decimal = keys.Text("decimal") switch { "point" => '.', "comma" => ',', _ => null },
            Encoding = Encoding(keys.Scalar("encoding")),
            Blank = keys.List("blank").Select(text => text.Text).ToEquatable(),
            Omitted = omitted.Select(name => name.Text).Where(name => name != Others).ToEquatable(),
            OmitsOthers = omitted.Any(name => name.Text == Others),
            Total = written.Total?.Text,
        };
    }

    private ColumnSpec Column(ScalarSyntax id, MappingSyntax keys)
    {
        var (unit, type) = (UnitOf(keys.Scalar("unit")), keys.Text("type"));
        if (type == "money" && unit is not null && unit.Currency is null && !unit.Parts.Any(part => Currencies.IsKnown(part.Atom.Key)))
            findings.Add(Catalog.InvalidValue(
                keys.Scalar("unit")!.Span, unit.Text, "a currency code of ISO 4217",
                Catalog.DidYouMean(Nearest.To(unit.Text.ToUpperInvariant(), Currencies.All))));
        var scale = keys.Text("scale") ?? "";
        return new ColumnSpec(id.Text)
        {
            Head = keys.Text("head"),
            Label = keys.Text("label"),
            Type = type ?? TypeOf(unit),
            Unit = unit is { IsPercent: false } ? unit.Text : null,
            Scale = scale == "fraction" ? "" : scale,
            IsFraction = scale == "fraction",
            IsMonthFirst = keys.Text("dates") switch { "month first" => true, "day first" => false, _ => null },
            Decimals = Number(keys.Scalar("decimals"), 0, "a number of decimals"),
            IsSummed = keys.Text("total") != "none",
        };
    }

    /// <summary>The type that a unit leaves no doubt of; empty where the cells have to tell.</summary>
    private static string TypeOf(Unit? unit) => unit switch
    {
        null => "",
        { IsPercent: true } => "percentage",
        { Currency: not null } => "money",
        _ => "quantity",
    };

    private Unit? UnitOf(ScalarSyntax? written)
    {
        if (written is null) return null;
        var unit = Unit.Read(written.Text, Nouns.Allowed);
        if (unit is null)
            findings.Add(Catalog.InvalidValue(
                written.Span, written.Text, "a unit", "such as km2, EUR, vehicles or EUR/t; put a multiplier under 'scale:'"));
        return unit;
    }

    private int? Number(ScalarSyntax? written, int least, string expected)
    {
        if (written is null) return null;
        if (int.TryParse(written.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least) return number;
        findings.Add(Catalog.InvalidValue(written.Span, written.Text, expected));
        return null;
    }

    private string? Encoding(ScalarSyntax? written)
    {
        if (written is null || written.Text.ToLowerInvariant() is "utf-8" or "utf-16" or "windows-1252") return null;
        if (DataEncoding.Names.Contains(written.Text.ToLowerInvariant())) return written.Text.ToLowerInvariant();
        findings.Add(Catalog.InvalidValue(
            written.Span, written.Text, "an encoding that can be read",
            Catalog.DidYouMean(Nearest.To(written.Text, DataEncoding.Names)) ?? "save the file as UTF-8"));
        return null;
    }
}
