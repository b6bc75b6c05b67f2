using System.Collections.Immutable;
using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Facts;

/// <summary>The keys of a fact sheet and its parts.</summary>
internal static class FactKeys
{
    /// <summary>The names that <c>type:</c> takes.</summary>
    public static readonly ImmutableArray<string> ValueTypes =
        ["text", "number", "money", "quantity", "count", "date", "datetime", "time", "duration", "coordinates", "range", "vote"];

    /// <summary>What readers are told of a change.</summary>
    public static readonly KeyTable Change = new("a change",
        new("date", Shape.Day, "when the sheet was changed", Presence.Required),
        new("kind", Shape.Choice("correction", "update"), "correction: it was wrong; update: the world has moved", Presence.Required),
        new("was", Shape.Literal, "what was said before", Presence.Required),
        new("why", Shape.Text, "why it was changed, in a sentence", Presence.Required));

    private static readonly Key Label = new("label", Shape.Text, "its name for readers");
    private static readonly Key Type = new("type", Shape.Choice(ValueTypes), "the value's type, where the literal does not tell it");
    private static readonly Key Source = new("source", Shape.Names, "the id of its source, a list of them, or none");
    private static readonly Key AsOf = new("as_of", Shape.Date, "when the value held");

    private static readonly ImmutableArray<Key> Provenance =
    [
        Source,
        AsOf,
        new("review_by", Shape.Day, "when it has to be checked again"),
        new("expires", Shape.Day, "the last day on which it holds"),
        new("important", Shape.Flag, "true where it needs as many sources as source_policy in site.yaml asks for"),
        new("note", Shape.Text, "a caution for readers"),
        new("changes", Shape.List("a list of changes", Shape.Record(Change)), "what readers are told on the corrections page"),
        new("owner", Shape.Text, "who looks after it: an id of authors.yaml, or any name; without it, the owner of the sheet"),
        Acceptance.Key,
    ];

    /// <summary>A source that facts rest on.</summary>
    public static readonly KeyTable Citation = new("a source",
        new("publisher", Shape.Text, "who published it", Presence.Required),
        new("title", Shape.Text, "its title", Presence.Required),
        new("url", Shape.Url, "where it can be read"),
        new("date", Shape.Date, "when it was published"),
        new("accessed", Shape.Date, "when it was last read"),
        new("archived", Shape.Url, "a stored copy"),
        new("language", Shape.Language, "its language, where it is not the site's"),
        new("note", Shape.Text, "a caution for readers"),
        Acceptance.Key);

    /// <summary>One version of what is disputed.</summary>
    public static readonly KeyTable Version = new("a version",
        new("value", Shape.Literal, "the value, as a person writes it", Presence.Required), Type, Source, AsOf,
        new("by", Shape.Text, "whose version it is, as readers are told; without it, the publisher of its source"),
        new("id", Shape.Name, "the name that references use for it; without one, the id of its source"));

    /// <summary>A fact in its long form.</summary>
    public static readonly KeyTable Fact = Of("a fact",
        Label,
        new("value", Shape.Literal, "the value as a person writes it, or a formula that begins with '='"),
        new("disputed", Shape.List("a list of versions", Shape.Record(Version)), "every version of what is disputed, instead of a value"),
        Type,
        new("in", Shape.Text, "the unit that the value is given in"),
        new("digits", Shape.Number, "to how many significant digits a computed value is given")) with
    { ExactlyOne = ["value", "disputed"] };

    private static readonly ImmutableArray<Key> Period =
    [
        new("from", Shape.Date, "the first day on which it holds"),
        new("until", Shape.Date, "the last day on which it holds"),
    ];

    private static readonly Key WorksFor =
        new("organisation", Shape.Text, "whom it is for: words, or the id of an organisation, of another sheet as companies.meta");

    private static readonly Key Aliases = new("aliases", Shape.Names, "other names that readers search for");

    /// <summary>A name that somebody or something had for a time.</summary>
    public static readonly KeyTable Name =
        new("a name", [new("name", Shape.Text, "the name", Presence.Required), .. Period]);

    /// <summary>A role that somebody or something had for a time.</summary>
    public static readonly KeyTable Role =
        new("a role", [new("role", Shape.Text, "the role", Presence.Required), WorksFor, .. Period]);

    /// <summary>A person.</summary>
    public static readonly KeyTable Person = Of("a person",
        new("name", ByDate("a name, or a list of names by date", Name), "the full name", Presence.Required),
        new("role", ByDate("a role, or a list of roles by date", Role), "office or part in the story"),
        WorksFor,
        new("side", Shape.Text, "country or party"),
        Aliases);

    /// <summary>An organisation.</summary>
    public static readonly KeyTable Organisation = Of("an organisation",
        new("name", ByDate("a name, or a list of names by date", Name), "its name", Presence.Required),
        new("role", ByDate("a role, or a list of roles by date", Role), "what it is or does, in a few words"),
        new("part_of", Shape.Text, "what it belongs to: words, or the id of an organisation, of another sheet as companies.meta"),
        new("country", Shape.Text, "where it has its seat"),
        Aliases);

    /// <summary>A quotation.</summary>
    public static readonly KeyTable Quote = Of("a quotation",
        new("text", Shape.Text, "the words, without quotation marks", Presence.Required),
        new(
            "speaker",
            Shape.Text,
            "who said or wrote them: a name, or the id of a person, of another sheet as attendees.lavrov",
            Presence.Required),
        new("date", Shape.Date, "when they were said or written"));

    /// <summary>An event.</summary>
    public static readonly KeyTable Event = Of("an event",
        new("id", Shape.Name, "the id that articles use; without it, the title in snake_case"),
        new("date", Shape.Literal, "a year, month or day, or a day with hour and zone", Presence.Required),
        new("title", Shape.Text, "what happened, in a few words", Presence.Required),
        new("place", Shape.Text, "where: words, or the id of a place, of another sheet as places.sitka"));

    /// <summary>A place.</summary>
    public static readonly KeyTable Place = Of("a place",
        new("name", Shape.Text, "its name", Presence.Required),
        new("at", Shape.Literal, "latitude and longitude, such as 57.0531 N 135.3300 W", Presence.Required),
        new("zone", Shape.Text, "its time zone in the IANA database, such as America/Anchorage"));

    /// <summary>A term of the glossary.</summary>
    public static readonly KeyTable Term = Of("a term",
        new("term", Shape.Text, "the word or phrase", Presence.Required),
        new("means", Shape.Text, "what it means, in a sentence", Presence.Required));

    /// <summary>The names that <c>type:</c> of a column takes.</summary>
    public static readonly ImmutableArray<string> ColumnTypes =
    [
        "text", "number", "percentage", "money", "quantity", "count", "year", "date", "datetime", "time",
        "duration", "coordinates", "range", "vote", "place",
    ];

    /// <summary>A column of a table.</summary>
    public static readonly KeyTable Column = new("a column",
        new("label", Shape.Text, "its name for readers; without it, the name in the file"),
        new("head", Shape.Text, "its name in the file, where neither label nor id is that"),
        new("type", Shape.Choice(ColumnTypes), "the type of its cells; without it, what the cells tell"),
        new("unit", Shape.Text, "the unit or currency of its cells, which readers find in its head"),
        new("scale", Shape.Choice("thousand", "million", "billion", "trillion", "fraction"),
            "what its figures count; fraction where a percentage of 12.5 is written 0.125"),
        new("dates", Shape.Choice("day first", "month first"), "how dates such as 03/04/2019 are meant"),
        new("decimals", Shape.Number, "to how many decimals its figures are rounded"),
        new("total", Shape.Choice("sum", "none"), "none if the total row does not hold the sum of this column"));

    /// <summary>A table.</summary>
    public static readonly KeyTable Table = Of("a table",
        Label,
        new("columns", Shape.ListOrMap("a list of names", Shape.Text, Shape.ShortOrLong(Shape.Choice(ColumnTypes), Column)),
            "the names of its columns; or ids, each with its type or its keys"),
        new(
            "rows",
            Shape.List("a list of rows", Shape.List("a list of values", Shape.Literal)),
            "its rows, each a list with a value for every column"),
        new("file", Shape.Text, "the CSV, TSV, JSON or XLSX file that has its rows, from the folder of the sheet"),
        new("key", Shape.Names, "the columns whose values are the names of the rows; without it, the first"),
        new("total", Shape.Text, "the name of the row with the totals, or last"),
        new(
            "omit",
            Shape.List("others or a list of names", Shape.Text),
            "the columns of the file that it leaves out; others for all it does not name"),
        new("sheet", Shape.Text, "the sheet of a workbook, where it is not the first; the key of a list in JSON"),
        new("head_row", Shape.Number, "the number of the line with the names of the columns, where it is not the first"),
        new("last_row", Shape.Number, "the number of its last line, where notes follow"),
        new("delimiter", Shape.Choice("comma", "semicolon", "tab", "bar"), "what divides cells, where the file does not tell"),
        new("decimal", Shape.Choice("point", "comma"), "the decimal mark, if the file leaves it unclear"),
        new("encoding", Shape.Text, "the encoding, where it is not UTF-8, UTF-16 or windows-1252"),
        new(
            "blank",
            Shape.List("a text or a list of texts", Shape.Text),
            "what marks cells without a value, besides the usual signs"),
        new("publish", Shape.Flag, "true publishes the file itself too; false keeps it back")) with
    { ExactlyOne = ["rows", "file"], Needs = ("rows", "columns") };

    /// <summary>A rule in its long form.</summary>
    public static readonly KeyTable Rule = new("a rule",
        new("holds", Shape.Literal, "what must hold, such as total = north + south", Presence.Required),
        new("tolerance", Shape.Literal, "by how much the sides may differ: a value in their unit, or a percentage of them"),
        new("message", Shape.Text, "what writers are told where it is broken"));

    /// <summary>A fact sheet.</summary>
    public static readonly KeyTable Sheet = new("a fact sheet",
        new("title", Shape.Text, "its name for readers", Presence.Required),
        new("summary", Shape.Text, "what it is about, in a sentence or two"),
        new("aliases", Shape.Names, "names that prose uses for it"),
        new("source", Shape.Names, "the source of the entries that name none"),
        new("sources", Shape.Map(Shape.Record(Citation)), "the sources, each under an id"),
        new("facts", Shape.Map(Shape.ShortOrLong(Shape.Literal, Fact)), "the facts, each under an id"),
        new("people", Shape.Map(Shape.Record(Person)), "people, each under an id"),
        new("organisations", Shape.Map(Shape.Record(Organisation)), "organisations, each under an id"),
        new("events", Shape.List("a list of events", Shape.Record(Event)), "events, in any order"),
        new("places", Shape.Map(Shape.Record(Place)), "places, each under an id"),
        new("quotes", Shape.Map(Shape.Record(Quote)), "quotations, each under an id"),
        new("terms", Shape.Map(Shape.Record(Term)), "terms of the glossary, each under an id"),
        new("tables", Shape.Map(Shape.Record(Table)), "tables, each under an id"),
        new("rules", Shape.List("a list of rules", Shape.ShortOrLong(Shape.Literal, Rule)), "what must hold between facts"),
        new("rates", Shape.Names, "exchange rates of other sheets, by which values of this one are converted"),
        new("owner", Shape.Text, "who looks after its entries: an id of authors.yaml, or any name"),
        Acceptance.Key);

    private static Shape ByDate(string expected, KeyTable table) => Shape.List(expected, Shape.ShortOrLong(Shape.Text, table));

    /// <summary>An entry's own keys and those that all entries have.</summary>
    private static KeyTable Of(string owner, params ImmutableArray<Key> own) =>
        new(owner, [.. own, .. Provenance.Where(shared => own.All(key => key.Name != "date" || shared.Name != "as_of"))]);
}
