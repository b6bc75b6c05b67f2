using Explainers.Binding;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Pages.LinkedData;
using Explainers.Parsing.Facts;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

/// <summary>What templates may ask of sheets, facts, sources and changes.</summary>
internal static partial class Views
{
    /// <summary>A fact sheet, by its name.</summary>
    public static readonly Members<SheetView> Sheets = new("a fact sheet",
    [
        new("name", (sheet, _) => sheet.Name),
        new("title", (sheet, page) => sheet.In(page).Title),
        new("summary", (sheet, page) => page.OptionalText(page.Site.Site.Summary(sheet.Name))),
        new("url", (sheet, page) => page.Site.Link(sheet.Url)),
        new("json", (sheet, page) => page.Site.Link(Routes.SheetJson(sheet.Name))),
        new("csv", (sheet, page) => page.Site.Link(Routes.SheetCsv(sheet.Name))),
        new("canonical", (sheet, page) => page.Site.Absolute(sheet.Url)),
        new("structured_data", (sheet, page) => StructuredData.Sheet(sheet.In(page), page)),
        new("size", (sheet, page) => sheet.In(page).Facts.Length),
        new("facts", (sheet, page) => Of(sheet, EntryKind.Fact, page)),
        new("people", (sheet, page) => Of(sheet, EntryKind.Person, page)),
        new("organisations", (sheet, page) => Of(sheet, EntryKind.Organisation, page)),
        new("events", (sheet, page) => Of(sheet, EntryKind.Event, page)),
        new("places", (sheet, page) => Of(sheet, EntryKind.Place, page)),
        new("quotes", (sheet, page) => Of(sheet, EntryKind.Quote, page)),
        new("terms", (sheet, page) => Of(sheet, EntryKind.Term, page)),
        new("tables", (sheet, page) => Of(sheet, EntryKind.Table, page)),
        new("sources", (_, page) => Sources!.Of(page.Notes.All, page)),
    ]);

    /// <summary>A fact or another entry of a sheet, by its name.</summary>
    public static readonly Members<FactId> Facts = new("a fact",
    [
        new("name", (fact, _) => fact.Name),
        new("id", (fact, _) => fact.Id),
        new("label", (fact, page) => page.Named(fact)),
        new("value", (fact, page) => FactMarkup.Of(fact, SourceNote.Absent, page)),
        new("cited_value", (fact, page) => FactMarkup.Of(fact, SourceNote.Linked, page)),
        new("source_notes", (fact, page) => FactMarkup.Notes(fact, page)),
        new("url", (fact, page) => page.Site.Link(page.HeadOf(fact).Url)),
        new("page_url", (fact, page) => page.Site.Link(page.Site.ActorOf(fact)?.Url ?? page.HeadOf(fact).Url)),
        new("embed", (fact, page) => !page.Site.HasEmbedded || !page.HeadOf(fact).IsSingle ? null : page.Site.Link(Routes.Embed(fact))),
        new("embed_data", (fact, page) => page.Site.Absolute(Routes.EmbedData(fact))),
        new("citations", (fact, page) => Cited!.Of(page.Fact(fact).Sourcing.Citations, page)),
        new("is_quotation", (fact, page) => page.HeadOf(fact).Kind == EntryKind.Quote),
        new("anchor", (fact, _) => $"{fact.Sheet}-{fact.Id}".Replace('_', '-')),
        new("events_here", (fact, page) => Facts!.Of(page.Site.EventsAt(fact), page)),
        new("canonical", (fact, page) => page.Site.Absolute(page.HeadOf(fact).Url)),
        new("role", (fact, page) => page.Actor(fact)?.Role is { } role ? page.Role(role) : null),
        new("roles", (fact, page) => RolesOf(fact, page)),
        new("names", (fact, page) => NamesOf(fact, page)),
        new("aliases", (fact, page) => (page.Stated(fact) as ActorValue)?.Aliases.ToArray() ?? []),
        new("side", (fact, page) => (page.Stated(fact) as PersonValue)?.Side),
        new("country", (fact, page) => (page.Stated(fact) as OrganisationValue)?.Country),
        new("is_organisation", (fact, page) => page.HeadOf(fact).Kind == EntryKind.Organisation),
        new("organisation", (fact, page) => GroupOf(fact, page)?.Name),
        new(
            "organisation_url",
            (fact, page) => GroupOf(fact, page)?.Entry is { } group ? page.Site.Link(page.Site.ActorOf(group)!.Url) : null),
        new("speaker", (fact, page) => page.Fact(fact).Value is QuoteValue quote ? page.Mentioned(quote.SpeakerFact, quote.Speaker) : null),
        new("text", (fact, page) => (page.Stated(fact) as QuoteValue)?.Text),
        new("title", (fact, page) => page.HeadOf(fact).Kind == EntryKind.Event ? page.Named(fact) : null),
        new(
            "place",
            (fact, page) => page.Fact(fact).Value is EventValue happening ? page.Mentioned(happening.PlaceFact, happening.Place) : null),
        new(
            "place_url",
            (fact, page) => (page.Stated(fact) as EventValue)?.PlaceFact is { } place ? page.Site.Link(page.HeadOf(place).Url) : null),
        new("coordinates", (fact, page) => (page.Stated(fact) as PlaceValue)?.At is { } at ? FactMarkup.OfValue(at, page) : null),
        new("geo", (fact, page) => (page.Stated(fact) as PlaceValue)?.At.Machine),
        new("slip", (fact, _) => FactMarkup.TermPopover(fact)),
        new("means", (fact, page) => page.Stated(fact) is TermValue ? page.OptionalText(page.Site.Site.Texts(fact).Means) : null),
        new("columns", (fact, page) => page.Stated(fact) is TableValue table ? Columns!.Of(ColumnsOf(table), page) : null),
        new("rows", (fact, page) => page.Stated(fact) is TableValue table ? Rows(table, page) : null),
        new(
            "total",
            (fact, page) => page.Stated(fact) is TableValue { Total.IsEmpty: false } table
                ? Row(table.Total, ColumnsOf(table), page) : null),
        new(
            "rows_shown",
            (fact, page) => page.Stated(fact) is TableValue { IsShownWhole: false } table
                ? $"{page.Format.Count(table.MostShown)} / {page.Format.Count(table.Rows.Length)}"
                : null),
        new("csv", (fact, page) => page.Stated(fact) is TableValue ? page.Site.Link(Routes.TableCsv(fact.Entry)) : null),
        new(
            "data_file",
            (fact, page) => page.Stated(fact) is TableValue && page.Site.Site.PublishedData(fact) is { } path
                ? page.Site.Link(Routes.TableData(fact.Entry, path)) : null),
        new(
            "data_format",
            (fact, page) => page.Stated(fact) is TableValue && page.Site.Site.PublishedData(fact) is { } path
                ? Path.GetExtension(path)[1..].ToUpperInvariant() : null),
        new(
            "versions",
            (fact, page) => page.Stated(fact) is DisputedValue disputed ? Versions!.Of(disputed.Versions, page) : Array.Empty<View>()),
        new("as_of", (fact, page) => page.Fact(fact).AsOf?.ToString()),
        new("review_by", (fact, page) => page.Fact(fact).ReviewBy?.ToString()),
        new("expires", (fact, page) => page.Fact(fact).Expires?.ToString()),
        new("note", (fact, page) => page.OptionalText(page.Site.Site.Texts(fact).Note)),
        new("formula", (fact, page) => page.Fact(fact).Formula),
        new("inputs", (fact, page) => Facts!.Of(page.Fact(fact).Inputs, page)),
        new("changes", (fact, page) => Changes!.Of(page.Fact(fact).Changes.Select(change => new FactChange(fact, change)), page)),
        new("is_sourced", (fact, page) => !page.Fact(fact).Sourcing.Citations.IsEmpty),
        new("stated_by", (fact, page) => Articles!.Of(page.Site.StatedBy(fact), page)),
        new("sheet", (fact, page) => Sheets!.Of(new SheetView(fact.Sheet), page)),
    ]);

    /// <summary>A source apart from any list: on an embed.</summary>
    private static readonly Members<Citation> Cited = new("a citation",
    [
        new("publisher", (citation, _) => citation.Publisher),
        new("title", (citation, _) => citation.Title),
        new("url", (citation, _) => citation.Url),
        new("date", (citation, _) => citation.Date?.ToString()),
    ]);

    /// <summary>One version of what is disputed.</summary>
    private static readonly Members<DisputedVersion> Versions = new("a version",
    [
        new("value", (version, page) => FactMarkup.OfValue(version.Value, page)),
        new("source_notes", (version, page) => FactMarkup.Notes(version.Sourcing, page)),
        new("as_of", (version, _) => version.AsOf?.ToString()),
    ]);

    /// <summary>A column of a table.</summary>
    private static readonly Members<Column> Columns = new("a column",
    [
        new("name", (column, _) => column.Of.Label),
        new("unit", (column, page) => page.Format.UnitOf(column.Of)),
        new("is_numeric", (column, _) => column.IsNumeric),
    ]);

    /// <summary>A cell of a table.</summary>
    private static readonly Members<Cell> Cells = new("a cell",
    [
        new("value", (cell, page) => FactMarkup.OfCell(cell.Value, cell.Column.Of, page)),
        new("is_numeric", (cell, _) => cell.Column.IsNumeric),
    ]);

    /// <summary>A change of a fact.</summary>
    public static readonly Members<FactChange> Changes = new("a change",
    [
        new("date", (change, _) => change.Change.Date.ToString()),
        new("kind", (change, page) => page.Strings[change.Change.Kind == ChangeKind.Correction ? "correction" : "update"]),
        new("is_correction", (change, _) => change.Change.Kind == ChangeKind.Correction),
        new("was", (change, page) => page.Format.Value(change.Change.Was, FactForm.Whole)),
        new("why", (change, page) => page.Text(page.Site.Site.Texts(change.Fact).Reasons[change.Change.Number])),
        new("fact", (change, page) => Facts!.Of(change.Fact, page)),
        new("id", (change, _) => change.Anchor),
    ]);

    /// <summary>A source of the site, with the facts that rest on it.</summary>
    public static readonly Members<SourceUse> AllSources = new("a source of the site",
    [
        new("id", (source, _) => source.Anchor),
        new("publisher", (source, _) => source.Citation.Publisher),
        new("title", (source, _) => source.Citation.Title),
        new("url", (source, _) => source.Citation.Url),
        new("date", (source, _) => source.Citation.Date?.ToString()),
        new("accessed", (source, _) => source.Citation.Accessed?.ToString()),
        new("archived", (source, _) => source.Citation.Archived),
        new("language", (source, _) => source.Citation.Language),
        new(
            "language_name",
            (source, page) => source.Citation.Language is { } code ? page.Strings.All.GetValueOrDefault($"language_{code}", code) : null),
        new("note", (source, _) => source.Citation.Note),
        new("facts", (source, page) => Facts.Of(source.Facts, page)),
    ]);

    private static View[] Of(SheetView sheet, EntryKind kind, PageScope page) =>
        Facts.Of(sheet.In(page).Facts.Where(fact => page.HeadOf(fact).Kind == kind), page);

    /// <summary>The changes of the facts that an article states, the latest first.</summary>
    private static View[] Changed(Article article, PageScope page) => Changes.Of(
        article.States.Select(fact => fact.Entry).Distinct()
            .SelectMany(fact => page.Fact(fact).Changes.Select(change => new FactChange(fact, change)))
            .OrderByDescending(change => change.Change.Date.FirstDay)
            .ThenBy(change => change.Fact.Name, StringComparer.Ordinal),
        page);

    private static Column[] ColumnsOf(TableValue table) =>
        [.. table.Columns.Select((column, index) => new Column(column, table.IsNumeric(index)))];

    private static View[][] Rows(TableValue table, PageScope page)
    {
        var columns = ColumnsOf(table);
        return [.. table.Shown.Select(row => Row(row, columns, page))];
    }

    private static View[] Row(EquatableArray<FactValue> row, Column[] columns, PageScope page) =>
        Cells.Of(row.Select((cell, index) => new Cell(cell, columns[index])), page);

    private sealed record Column(TableColumn Of, bool IsNumeric);

    private sealed record Cell(FactValue Value, Column Column);
}

/// <summary>A sheet, by its name, until somebody asks for more.</summary>
internal readonly record struct SheetView(string Name)
{
    /// <summary>Its page.</summary>
    public string Url => Routes.Sheet(Name);

    /// <summary>The sheet.</summary>
    public FactSheet In(PageScope page) => page.Site.Site.Sheet(Name);
}
