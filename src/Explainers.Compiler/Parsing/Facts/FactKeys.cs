using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Facts;

/// <summary>The keys of a fact sheet and its parts.</summary>
public static class FactKeys
{
    private static readonly Key Source = new("source", Shape.Names, "the id of its source, a list of them, or none");
    private static readonly Key Note = new("note", Shape.Text, "a caution for readers");

    /// <summary>A source that facts rest on.</summary>
    public static readonly KeyTable Citation = new("a source",
        new("publisher", Shape.Text, "who published it", Presence.Required),
        new("title", Shape.Text, "its title", Presence.Required),
        new("url", Shape.Url, "where it can be read"),
        new("date", Shape.Date, "when it was published"),
        new("accessed", Shape.Day, "when it was last read"),
        new("archived", Shape.Url, "a stored copy"),
        new("language", Shape.Name, "its language, where it is not the site's"),
        Note);

    /// <summary>A fact in its long form.</summary>
    public static readonly KeyTable Fact = new("a fact",
        new("label", Shape.Text, "its name for readers"),
        new("value", Shape.Literal, "the value, as a person writes it", Presence.Required),
        new("type", Shape.Choice("text", "number", "money", "quantity", "date", "datetime"), "the value's type, where the literal does not tell it"),
        Source,
        new("as_of", Shape.Date, "when the value held"),
        new("review_by", Shape.Day, "when it has to be checked again"),
        Note);

    /// <summary>A person.</summary>
    public static readonly KeyTable Person = new("a person",
        new("name", Shape.Text, "the full name", Presence.Required),
        new("role", Shape.Text, "office or part in the story"),
        new("side", Shape.Text, "country or party"),
        Source,
        new("as_of", Shape.Date, "when the role was held"),
        new("review_by", Shape.Day, "when it has to be checked again"),
        Note);

    /// <summary>A quotation.</summary>
    public static readonly KeyTable Quote = new("a quotation",
        new("text", Shape.Text, "the words, without quotation marks", Presence.Required),
        new("speaker", Shape.Text, "who said or wrote them", Presence.Required),
        new("date", Shape.Date, "when"),
        Source,
        Note);

    /// <summary>A fact sheet.</summary>
    public static readonly KeyTable Sheet = new("a fact sheet",
        new("title", Shape.Text, "its name for readers", Presence.Required),
        new("summary", Shape.Text, "what it is about, in a sentence or two"),
        new("aliases", Shape.Names, "names that prose uses for it"),
        new("source", Shape.Names, "the source of the facts that name none"),
        new("sources", Shape.Map(Shape.Record(Citation)), "the sources, each under an id"),
        new("facts", Shape.Map(Shape.ShortOrLong(Shape.Literal, Fact)), "the facts, each under an id"),
        new("people", Shape.Map(Shape.Record(Person)), "people, each under an id"),
        new("quotes", Shape.Map(Shape.Record(Quote)), "quotations, each under an id"));
}
