using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Formulas;
using Explainers.Facts.Tables;
using Explainers.Incremental;
using Explainers.Parsing;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>The sheets of a site and their facts, each bound when somebody asks for it.</summary>
internal sealed class FactQueries
{
    private readonly SyntaxQueries _syntax;
    private readonly PublicationQueries _publication;

    /// <summary>Defines the queries.</summary>
    public FactQueries(Engine engine, SyntaxQueries syntax, PublicationQueries publication)
    {
        (_syntax, _publication) = (syntax, publication);
        Routes = engine.Query<SiteKey, Diagnosed<EquatableArray<Named>>>("routes of sheets", (reads, _) => RoutesOf(reads));
        Paths = engine.Query<SiteKey, Dictionary<string, string>>("paths of sheets", (reads, _) =>
            Routes.Get(reads, default).Value.ToDictionary(sheet => sheet.Name, sheet => sheet.Path, StringComparer.Ordinal));
        Path = engine.Query<string, string?>("path of a sheet", (reads, name) => Paths.Get(reads, default).GetValueOrDefault(name));
        Entries = engine.Query<string, SheetEntries?>("entries of a sheet", (reads, name) =>
            Path.Get(reads, name) is { } path ? new SheetEntries(syntax.Sheet.Get(reads, path).Value) : null);
        Sheet = engine.Query<string, FactSheet?>("sheet", (reads, name) => Entries.Get(reads, name)?.Sheet());
        Terms = engine.Query<string, EquatableArray<NamedTerm>>("terms of a sheet", (reads, name) =>
            Entries.Get(reads, name) is { } sheet ? sheet.Terms() : []);
        Formulas = engine.Query<string, EquatableArray<FormulaUse>>(
            "formulas of a sheet",
            (reads, name) => FormulaRings.In(name, Entries.Get(reads, name)!.Entries).ToEquatable());
        Rings = engine.Query<SiteKey, Dictionary<FactId, EquatableArray<FormulaRing>>>("formula rings", (reads, _) =>
            FormulaRings.Of([.. Routes.Get(reads, default).Value.SelectMany(sheet => Formulas.Get(reads, sheet.Name))]));
        Ring = engine.Query<FactId, EquatableArray<FormulaRing>>(
            "rings of a fact",
            (reads, fact) => Rings.Get(reads, default).GetValueOrDefault(fact));
        Bound = engine.Query<FactId, BoundFact>("bound fact", Bind);
        Table = engine.Query<TableSpec, TableReading?>("table of a data file", (reads, table) =>
            syntax.Files.Get(reads, table.Path) is { } file ? TableReader.Read(file, table) : null);
        PublishedData = engine.Query<FactId, string?>("published data file", PublishedDataOf);
        Rows = engine.Query<FactId, TableIndex?>("rows of a table", (reads, fact) =>
            Bound!.Get(reads, fact).Fact.Value is TableValue table ? new TableIndex(table) : null);
        DataOf = engine.Query<string, EquatableArray<string>>("data files of a sheet", (reads, path) => syntax.Sheet.Get(reads, path).Value
            .Entries.Select(entry => (entry.Value as TableSyntax)?.Data).OfType<DataSyntax>()
            .Select(data => RelativePath.Resolve(path, data.File.Text)).Distinct(StringComparer.Ordinal).ToEquatable());
        Fact = engine.Query<FactId, Fact>("fact", (reads, fact) => Bound.Get(reads, fact).Fact);
        Head = engine.Query<FactId, FactHead>("fact head", (reads, fact) => Fact.Get(reads, fact).Head);
        All = engine.Query<SiteKey, EquatableArray<FactId>>("facts", (reads, _) =>
            Routes.Get(reads, default).Value.SelectMany(sheet => Sheet.Get(reads, sheet.Name)!.Facts).ToEquatable());
        Found = engine.Query<string, EquatableArray<Diagnostic>>("findings of facts", (reads, name) =>
        [
            .. Entries.Get(reads, name)!.Duplicates(),
            .. Sheet.Get(reads, name)!.Facts.SelectMany(fact => Bound.Get(reads, fact).Findings),
            .. Rules!.Get(reads, name).Findings,
        ]);
        Rules = engine.Query<string, SheetRules>("own rules of a sheet", (reads, name) =>
            SheetRules.Of(Entries.Get(reads, name)!.Syntax, new FactLookup(this, reads, FactId.Of(name, ""))));
        NearFacts = engine.Query<SiteKey, NearestIndex>(
            "names of facts",
            (reads, _) => new NearestIndex(All.Get(reads, default).Select(fact => fact.Name)));
        NearInSheet = engine.Query<string, NearestIndex>("ids of a sheet", (reads, name) =>
            new NearestIndex(Sheet.Get(reads, name)!.Facts.Select(fact => fact.Id)));
        NearSheets = engine.Query<SiteKey, NearestIndex>("names of sheets", (reads, _) => new NearestIndex(Paths.Get(reads, default).Keys));
        ByTitle = engine.Query<SiteKey, EquatableArray<string>>("sheets by title", (reads, _) => Routes.Get(reads, default).Value
            .Select(sheet => Sheet.Get(reads, sheet.Name)!)
            .OrderBy(sheet => sheet.Title, StringComparer.Ordinal)
            .ThenBy(sheet => sheet.Name, StringComparer.Ordinal)
            .Select(sheet => sheet.Name)
            .ToEquatable());
    }

    /// <summary>The sheets that get the address that they want, in order of path.</summary>
    public Query<SiteKey, Diagnosed<EquatableArray<Named>>> Routes { get; }

    /// <summary>The path of the file of a sheet, or null where there is no such sheet.</summary>
    public Query<string, string?> Path { get; }

    /// <summary>The entries of a sheet, or null.</summary>
    public Query<string, SheetEntries?> Entries { get; }

    /// <summary>A sheet, or null.</summary>
    public Query<string, FactSheet?> Sheet { get; }

    /// <summary>The terms of a sheet, none where there is no such sheet.</summary>
    public Query<string, EquatableArray<NamedTerm>> Terms { get; }

    /// <summary>The references of a fact's formulas that lead back to it.</summary>
    public Query<FactId, EquatableArray<FormulaRing>> Ring { get; }

    /// <summary>A fact with its places and findings.</summary>
    public Query<FactId, BoundFact> Bound { get; }

    /// <summary>What a data file gives for a table, or null where there is no such file.</summary>
    public Query<TableSpec, TableReading?> Table { get; }

    /// <summary>The path of the data file that is published beside a table, or null.</summary>
    public Query<FactId, string?> PublishedData { get; }

    /// <summary>A fact; a placeholder for one that does not exist.</summary>
    public Query<FactId, Fact> Fact { get; }

    /// <summary>What a fact is called and what it is.</summary>
    public Query<FactId, FactHead> Head { get; }

    /// <summary>Every fact, by path of sheet and in written order.</summary>
    public Query<SiteKey, EquatableArray<FactId>> All { get; }

    /// <summary>The sheets in order of title.</summary>
    public Query<SiteKey, EquatableArray<string>> ByTitle { get; }

    /// <summary>The names that one of a fact can be meant to be.</summary>
    public Query<SiteKey, NearestIndex> NearFacts { get; }

    /// <summary>The ids that one of a sheet's can be meant to be.</summary>
    public Query<string, NearestIndex> NearInSheet { get; }

    /// <summary>The names that one of a sheet can be meant to be.</summary>
    public Query<SiteKey, NearestIndex> NearSheets { get; }

    private Query<SiteKey, Dictionary<string, string>> Paths { get; }

    private Query<FactId, TableIndex?> Rows { get; }

    private Query<string, EquatableArray<string>> DataOf { get; }

    private Query<string, EquatableArray<FormulaUse>> Formulas { get; }

    private Query<SiteKey, Dictionary<FactId, EquatableArray<FormulaRing>>> Rings { get; }

    /// <summary>What became of the rules that a sheet has of its own.</summary>
    public Query<string, SheetRules> Rules { get; }

    /// <summary>What was found while a sheet and its facts were bound.</summary>
    public Query<string, EquatableArray<Diagnostic>> Found { get; }

    /// <summary>What was found while the sheets and their facts were bound.</summary>
    public IEnumerable<Diagnostic> Findings(Reads reads)
    {
        var routes = Routes.Get(reads, default);
        return
        [
            .. routes.Findings,
            .. routes.Value.SelectMany(sheet => Found.Get(reads, sheet.Name)),
            .. UnusedData(reads),
        ];
    }

    /// <summary>The data files that no sheet names, published or not.</summary>
    private IEnumerable<Diagnostic> UnusedData(Reads reads)
    {
        var lists = _syntax.Lists.Get(reads, default);
        if (lists.Data.IsEmpty) return [];
        var used = lists.Sheets.SelectMany(sheet => DataOf.Get(reads, sheet)).ToHashSet(StringComparer.Ordinal);
        return lists.Data.Where(path => !used.Contains(path)).Select(path =>
            Catalog.UnusedData(FileSpan.StartOf(_syntax.Files.Get(reads, path)!), path["facts/".Length..]));
    }

    /// <summary>The paths of all data files below the input folder.</summary>
    public EquatableArray<string> DataFiles(Reads reads) => _syntax.Lists.Get(reads, default).Data;

    /// <summary>
    /// A file is published as it is if the table says so, or has all of it. A workbook may have hidden sheets, and a formula would be
    /// computed by whoever opens it.
    /// </summary>
    private string? PublishedDataOf(Reads reads, FactId table)
    {
        if (Entries.Get(reads, table.Sheet) is not { } sheet || sheet[table.Id]?.Value is not TableSyntax { Data: { } data } written)
            return null;
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var spec = new ColumnBinder(findings).Spec(written, data, RelativePath.Resolve(sheet.Syntax.File.Path, data.File.Text));
        if (SourceKinds.Of(spec.Path) != SourceKind.Data || Table.Get(reads, spec) is not { Table: not null, Formula: null } reading)
            return null;
        var isMeant = data.Keys.Text("publish") is { } said ? said == "true" : reading.IsWhole && !DataEncoding.IsWorkbook(spec.Path);
        return isMeant ? spec.Path : null;
    }

    private BoundFact Bind(Reads reads, FactId fact)
    {
        if (fact.Part.Length > 0) return PartBinder.Bind(
            fact, Bound.Get(reads, fact.Entry), () => Rows.Get(reads, fact.Entry), id => Entries.Get(reads, fact.Sheet)?.Sources[id]);
        var sheet = fact.Sheet.Length == 0 ? null : Entries.Get(reads, fact.Sheet);
        return sheet?[fact.Id] is { } entry
            ? new EntryBinder(new FactLookup(this, reads, fact), sheet).Bind(entry)
            : BoundFact.Missing(fact);
    }

    private Diagnosed<EquatableArray<Named>> RoutesOf(Reads reads)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var theme = _syntax.Theme.Get(reads, default).Value;
        var sheets = SiteRoutes.Sheets(
            _publication.Published.Get(reads, default).Sheets.Select(path => new Named(path, _publication.SheetName.Get(reads, path))),
            Files(reads),
            name => theme.Blocks.Contains(name) ? "block" : FactFormat.Filters.Contains(name) ? "filter" : null,
            findings);
        return new Diagnosed<EquatableArray<Named>>(sheets, findings.ToImmutable());
    }

    /// <summary>The files behind paths.</summary>
    public NamedFiles Files(Reads reads) => new(
        path => _publication.DisplayPath.Get(reads, path), path => FileSpan.StartOf(_syntax.Files.Get(reads, path)!));
}
