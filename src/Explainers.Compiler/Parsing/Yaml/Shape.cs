using System.Collections.Immutable;
using Explainers.Parsing.Text;

namespace Explainers.Parsing.Yaml;

/// <summary>What a key takes; the tables of keys are made of these, and everything that is said about keys is read off them.</summary>
/// <param name="Expected">The shape in the words of a message: "a date, such as 2025-08-15".</param>
internal abstract record Shape(string Expected)
{
    /// <summary>One line or paragraph of text.</summary>
    public static readonly Shape Text = new TextShape("a text");

    /// <summary>A number, date, sum or text as a person writes it.</summary>
    public static readonly Shape Literal = new TextShape("a single value");

    /// <summary>A number in digits.</summary>
    public static readonly Shape Number = new TextShape("a number");

    /// <summary>The name of something else.</summary>
    public static readonly Shape Name = new TextShape("a name");

    /// <summary>An absolute http or https address.</summary>
    public static readonly Shape Url = new UrlShape("an address that begins with https:// or http://");

    /// <summary>The address that a site is published at.</summary>
    public static readonly Shape SiteUrl = new UrlShape("an address that begins with https:// or http://") { Kind = UrlKind.Site };

    /// <summary>The address of a mailbox.</summary>
    public static readonly Shape Mailbox = new UrlShape("the address of a mailbox, such as desk@example.org") { Kind = UrlKind.Mailbox };

    /// <summary>The code of a language.</summary>
    public static readonly Shape Language = new LanguageShape("the code of a language, such as en or pt-BR");

    /// <summary>A day.</summary>
    public static readonly Shape Day = new DateShape("a day, such as 2025-08-15", Precision.Day);

    /// <summary>A day, or a moment of one.</summary>
    public static readonly Shape Moment = new DateShape(
        "a day, such as 2025-08-15, or a moment, such as 2025-08-15 11:26 America/Anchorage",
        Precision.Day)
    { TakesHour = true };

    /// <summary>A year, a month or a day.</summary>
    public static readonly Shape Date = new DateShape("a date, such as 2025-08-15, 2025-08 or 2025", Precision.Year);

    /// <summary>Yes or no.</summary>
    public static readonly Shape Flag = new ChoiceShape(["true", "false"]);

    /// <summary>One name, or a list of them.</summary>
    public static readonly Shape Names = new ListShape("a name or a list of names", Name);

    /// <summary>The codes of warnings.</summary>
    public static readonly Shape Warnings =
        new ListShape("the code of a warning, or a list of codes", new WarningShape("the code of a warning"));

    /// <summary>One item, or a list of them.</summary>
    public static Shape List(string expected, Shape item) => new ListShape(expected, item);

    /// <summary>One of a few words.</summary>
    public static Shape Choice(params ImmutableArray<string> words) => new ChoiceShape(words);

    /// <summary>Keys of a table.</summary>
    public static Shape Record(KeyTable table) => new RecordShape("keys with values", table);

    /// <summary>Names of the writer's own, each with a value.</summary>
    public static Shape Map(Shape item) => new MapShape("names with values", item);

    /// <summary>The short form, or the long one with keys.</summary>
    public static Shape ShortOrLong(Shape brief, KeyTable table) =>
        new EitherShape($"{brief.Expected} or keys with values", brief, new RecordShape("keys with values", table));

    /// <summary>A list of items, or names of the writer's own with a value each.</summary>
    public static Shape ListOrMap(string expected, Shape item, Shape value) =>
        new EitherShape($"{expected} or names with values", new ListShape(expected, item), new MapShape("names with values", value));
}

/// <summary>Any text.</summary>
internal sealed record TextShape(string Expected) : Shape(Expected);

/// <summary>An absolute address.</summary>
internal sealed record UrlShape(string Expected) : Shape(Expected)
{
    /// <summary>What it is the address of.</summary>
    public UrlKind Kind { get; init; }
}

/// <summary>What an address leads to.</summary>
internal enum UrlKind
{
    /// <summary>Something on the web.</summary>
    Web,

    /// <summary>The root of a site, before the paths of its pages.</summary>
    Site,

    /// <summary>A mailbox, without mailto:.</summary>
    Mailbox,
}

/// <summary>The code of a language, after BCP 47.</summary>
internal sealed record LanguageShape(string Expected) : Shape(Expected)
{
    /// <summary>What the code of a language looks like.</summary>
    public const string Pattern = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

    /// <summary>Whether a text is the code of a language: letters, then parts of letters and digits behind hyphens.</summary>
    public static bool IsCode(string text) => text.Length <= 35
        && text.Split('-') is [var language, .. var parts]
        && language.Length is >= 2 and <= 8 && language.All(char.IsAsciiLetter)
        && parts.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
}

/// <summary>A date of at least this precision.</summary>
internal sealed record DateShape(string Expected, Precision Coarsest) : Shape(Expected)
{
    /// <summary>Whether an hour and a zone may follow the day; binding reads them.</summary>
    public bool TakesHour { get; init; }
}

/// <summary>One of a few words.</summary>
internal sealed record ChoiceShape(ImmutableArray<string> Words) : Shape(string.Join(" or ", Words));

/// <summary>The code of a warning.</summary>
internal sealed record WarningShape(string Expected) : Shape(Expected);

/// <summary>One item, or a list of them.</summary>
internal sealed record ListShape(string Expected, Shape Item) : Shape(Expected);

/// <summary>A mapping with the keys of a table.</summary>
internal sealed record RecordShape(string Expected, KeyTable Table) : Shape(Expected);

/// <summary>A mapping with the writer's own names.</summary>
internal sealed record MapShape(string Expected, Shape Item) : Shape(Expected);

/// <summary>A scalar or a list, or a mapping.</summary>
internal sealed record EitherShape(string Expected, Shape Brief, Shape Long) : Shape(Expected);

/// <summary>A key of a table.</summary>
/// <param name="Name">The key in snake_case.</param>
/// <param name="Shape">What it takes.</param>
/// <param name="Meaning">What it says, in a few words.</param>
/// <param name="Presence">Whether it must be there.</param>
internal sealed record Key(string Name, Shape Shape, string Meaning, Presence Presence = Presence.Optional);

/// <summary>Whether a key must be there.</summary>
internal enum Presence
{
    /// <summary>It may be left out.</summary>
    Optional,

    /// <summary>Its absence is an error.</summary>
    Required,
}

/// <summary>The keys of one kind of mapping.</summary>
/// <param name="Owner">What the mapping is, in the words of a message: "a fact sheet".</param>
/// <param name="Keys">Its keys in the order of the documentation.</param>
internal sealed record KeyTable(string Owner, params ImmutableArray<Key> Keys)
{
    /// <summary>Keys of which exactly one must be there; the first is the usual one.</summary>
    public ImmutableArray<string> ExactlyOne { get; init; } = [];

    /// <summary>What names of the writer's own take, or null where all keys are known.</summary>
    public Shape? Others { get; init; }

    /// <summary>A key, and the one that must be there where it is; null for none.</summary>
    public (string Key, string Needed)? Needs { get; init; }

    /// <summary>The shapes of everything in it.</summary>
    public IEnumerable<Shape> Shapes => Keys.Select(key => key.Shape).Concat(Others is null ? [] : [Others]);

    /// <summary>The key with a name, or null.</summary>
    public Key? Find(string name)
    {
        foreach (var key in Keys)
            if (key.Name == name) return key;
        return null;
    }
}
