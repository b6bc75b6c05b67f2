using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Facts;
using Explainers.Rendering.Memory;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering.Pages;

/// <summary>What templates may ask of sheets, facts, sources and changes.</summary>
internal static partial class Views
{
    /// <summary>A fact sheet.</summary>
    public static readonly Members<FactSheet> Sheets = new("a fact sheet",
    [
        new("name", (sheet, _) => sheet.Name),
        new("title", (sheet, _) => sheet.Title),
        new("summary", (sheet, page) => page.Text(sheet.Summary)),
        new("url", (sheet, page) => page.Site.Link(sheet.Url)),
        new("json", (sheet, page) => page.Site.Link(Routes.SheetJson(sheet.Name))),
        new("csv", (sheet, page) => page.Site.Link(Routes.SheetCsv(sheet.Name))),
        new("canonical", (sheet, page) => page.Site.Absolute(sheet.Url)),
        new("structured_data", (sheet, page) => StructuredData.Sheet(sheet, page)),
        new("size", (sheet, _) => sheet.Facts.Length),
        new("facts", (sheet, page) => Of<FactValue>(sheet, page, value => value is not (PersonValue or QuoteValue or EventValue or PlaceValue or TermValue or TableValue))),
        new("people", (sheet, page) => Of<PersonValue>(sheet, page)),
        new("events", (sheet, page) => Of<EventValue>(sheet, page)),
        new("places", (sheet, page) => Of<PlaceValue>(sheet, page)),
        new("quotes", (sheet, page) => Of<QuoteValue>(sheet, page)),
        new("terms", (sheet, page) => Of<TermValue>(sheet, page)),
        new("tables", (sheet, page) => Of<TableValue>(sheet, page)),
        new("sources", (_, page) => Sources!.Of(page.Notes.All, page)),
    ],
    (sheet, member) => new Question(AskedOfSheet(member), sheet.Name));

    private static Subject AskedOfSheet(string member) => member switch
    {
        "name" or "title" or "url" or "json" or "csv" or "canonical" or "sources" => Subject.SheetName,
        "summary" or "structured_data" => Subject.Sheet,
        _ => Subject.SheetFacts,
    };

    /// <summary>A fact or another entry of a sheet.</summary>
    public static readonly Members<Fact> Facts = new("a fact",
    [
        new("name", (fact, _) => fact.Name),
        new("id", (fact, _) => fact.Id),
        new("label", (fact, page) => page.Named(fact)),
        new("value", (fact, page) => FactMarkup.Of(fact, SourceNote.Absent, page)),
        new("cited_value", (fact, page) => FactMarkup.Of(fact, SourceNote.Linked, page)),
        new("source_notes", (fact, page) => FactMarkup.Notes(fact, page)),
        new("url", (fact, page) => page.Site.Link(fact.Url)),
        new("page_url", (fact, page) => page.Site.Link(page.Site.Sheets.PersonOf(fact)?.Url ?? fact.Url)),
        new("embed", (fact, page) => page.Site.Embedded.IsEmpty || !SiteScope.IsEmbedded(fact) ? null : page.Site.Link(Routes.Embed(fact))),
        new("embed_data", (fact, page) => page.Site.Absolute(Routes.EmbedData(fact))),
        new("citations", (fact, page) => Cited!.Of(fact.Sourcing.Citations, page)),
        new("is_quotation", (fact, _) => fact.Value is QuoteValue),
        new("anchor", (fact, _) => $"{fact.Sheet}-{fact.Id}".Replace('_', '-')),
        new("events_here", (fact, page) => Facts!.Of(page.EventsAt(fact), page)),
        new("canonical", (fact, page) => page.Site.Absolute(fact.Url)),
        new("role", (fact, page) => (page.Stated(fact) as PersonValue)?.Role),
        new("side", (fact, page) => (page.Stated(fact) as PersonValue)?.Side),
        new("speaker", (fact, page) => fact.Value is QuoteValue quote ? page.Mentioned(quote.SpeakerFact, quote.Speaker) : null),
        new("text", (fact, page) => (page.Stated(fact) as QuoteValue)?.Text),
        new("title", (fact, page) => fact.Value is EventValue ? page.Named(fact) : null),
        new("place", (fact, page) => fact.Value is EventValue happening ? page.Mentioned(happening.PlaceFact, happening.Place) : null),
        new("place_url", (fact, page) => (page.Stated(fact) as EventValue)?.PlaceFact is { } place ? page.Site.Link(place.Url) : null),
        new("coordinates", (fact, page) => (page.Stated(fact) as PlaceValue)?.At is { } at ? FactMarkup.OfValue(at, page) : null),
        new("geo", (fact, page) => (page.Stated(fact) as PlaceValue)?.At.Machine),
        new("slip", (fact, _) => FactMarkup.TermSlip(fact)),
        new("means", (fact, page) => page.Text((page.Stated(fact) as TermValue)?.Means)),
        new("columns", (fact, page) => page.Stated(fact) is TableValue table ? Columns!.Of(ColumnsOf(table), page) : null),
        new("rows", (fact, page) => page.Stated(fact) is TableValue table ? Rows(table, page) : null),
        new("versions", (fact, page) => (page.Stated(fact) as DisputedValue)?.Versions is { IsDefault: false } versions ? Versions!.Of(versions, page) : Array.Empty<View>()),
        new("as_of", (fact, _) => fact.AsOf?.ToString()),
        new("review_by", (fact, _) => fact.ReviewBy?.ToString()),
        new("expires", (fact, _) => fact.Expires?.ToString()),
        new("note", (fact, page) => page.Text(fact.Note)),
        new("formula", (fact, _) => fact.Formula),
        new("inputs", (fact, page) => Facts!.Of(fact.Inputs, page)),
        new("changes", (fact, page) => Changes!.Of(fact.Changes.Select(change => new FactChange(fact, change)), page)),
        new("is_sourced", (fact, _) => !fact.Sourcing.Citations.IsEmpty),
        new("stated_by", (fact, page) => Articles!.Of(page.StatedBy(fact), page)),
        new("sheet", (fact, page) => Sheets!.Of(page.Site.SheetOf(fact), page)),
    ],
    (fact, member) => new Question(AskedOfFact(member), fact.Name));

    /// <summary>What a page asks that reads a member of a fact: some follow from its name and type and do not change with its value, some are texts that name other facts.</summary>
    private static Subject AskedOfFact(string member) => member switch
    {
        "name" or "id" or "label" or "url" or "page_url" or "embed" or "embed_data" or "is_quotation" or "anchor" or "events_here" or "canonical" or "title" or "slip" or "stated_by" or "sheet" => Subject.FactName,
        "note" or "means" or "changes" => Subject.Fact,
        _ => Subject.FactValue,
    };

    /// <summary>A source apart from any list: on a card.</summary>
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
        new("name", (column, _) => column.Name),
        new("is_numeric", (column, _) => column.IsNumeric),
    ]);

    /// <summary>A cell of a table.</summary>
    private static readonly Members<Cell> Cells = new("a cell",
    [
        new("value", (cell, page) => FactMarkup.OfValue(cell.Value, page)),
        new("is_numeric", (cell, _) => cell.IsNumeric),
    ]);

    /// <summary>A change of a fact.</summary>
    public static readonly Members<FactChange> Changes = new("a change",
    [
        new("date", (change, _) => change.Change.Date.ToString()),
        new("kind", (change, page) => page.Words[change.Change.Kind == ChangeKind.Correction ? "correction" : "update"]),
        new("is_correction", (change, _) => change.Change.Kind == ChangeKind.Correction),
        new("was", (change, page) => page.Format.Value(change.Change.Was, FactForm.Whole)),
        new("why", (change, page) => page.Text(change.Change.Why)),
        new("fact", (change, page) => Facts!.Of(change.Fact, page)),
        new("id", (change, _) => FactChange.Anchor(change.Fact, change.Change)),
    ],
    (change, _) => new Question(Subject.Fact, change.Fact.Name));

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
        new("language_name", (source, page) => source.Citation.Language is { } code ? page.Words.All.GetValueOrDefault($"language_{code}", code) : null),
        new("note", (source, _) => source.Citation.Note),
        new("facts", (source, page) => Facts.Of(source.Facts, page)),
    ],
    (_, _) => new Question(Subject.Site, "sources"));

    private static View[] Of<T>(FactSheet sheet, PageScope page, Func<FactValue, bool>? fits = null) where T : FactValue =>
        Facts.Of(sheet.Facts.Where(fact => fact.Value is T value && fits?.Invoke(value) != false), page);

    /// <summary>The changes of the facts that an article states, the latest first.</summary>
    private static View[] Changed(Article article, PageScope page) => Changes.Of(
        article.States
            .SelectMany(fact => fact.Changes.Select(change => new FactChange(fact, change)))
            .OrderByDescending(change => change.Change.Date.FirstDay)
            .ThenBy(change => change.Fact.Name, StringComparer.Ordinal),
        page);

    private static Column[] ColumnsOf(TableValue table) =>
        [.. table.Columns.Select((column, index) => new Column(column, IsNumeric(table, index)))];

    private static View[][] Rows(TableValue table, PageScope page)
    {
        var columns = ColumnsOf(table);
        return [.. table.Rows.Select(row => Cells.Of(row.Select((cell, index) => new Cell(cell, columns[index].IsNumeric)), page))];
    }

    /// <summary>Whether a column holds figures and nothing else, which stand to the right.</summary>
    private static bool IsNumeric(TableValue table, int column) =>
        table.Rows.Length > 0 && table.Rows.All(row => row[column] is NumberValue or MoneyValue or QuantityValue or RangeValue or TextValue { Text: "" or "–" or "-" });

    private sealed record Column(string Name, bool IsNumeric);

    private sealed record Cell(FactValue Value, bool IsNumeric);
}

/// <summary>A change with the fact that it changed.</summary>
internal sealed record FactChange(Fact Fact, Change Change)
{
    /// <summary>The anchor of a change on the corrections page.</summary>
    public static string Anchor(Fact fact, Change change) => $"{fact.Sheet}-{fact.Id}-{change.Date}".Replace('_', '-');
}

/// <summary>A source with the facts that rest on it, in order of name.</summary>
/// <param name="Anchor">Its anchor on the page of sources.</param>
/// <param name="Citation">The source, as the first sheet that names it has it.</param>
/// <param name="Facts">What rests on it.</param>
internal sealed record SourceUse(string Anchor, Citation Citation, System.Collections.Immutable.ImmutableArray<Fact> Facts);
