using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Parsing.Templates;

namespace Explainers.Facts.Formatting;

/// <summary>The strings of a language: words and patterns that the compiler and the theme print.</summary>
internal sealed class Strings
{
    /// <summary>The keys that a language must have, beyond those that the theme's templates ask for.</summary>
    public static readonly ImmutableArray<string> Required =
    [
        "months", "months_short", "weekdays", "halves", "compass", "group", "decimal", "about", "nearly", "more_than", "less_than",
        "at_least", "at_most",
        "money", "money_coded", "quantity", "percent", "percent_long", "per", "range", "vote", "or", "list_join", "duration_join",
        "coordinates", "short_thousand",
        "short_million", "short_billion", "short_trillion", "open_quote", "close_quote", "person_with_role", "date_day", "date_month",
        "date_long",
        "date_short", "date_month_day", "time", "time_of_day", "time_utc", "moment", "source_number", "back_to_use", "topics",
        "topics_description",
        "facts", "facts_description", "sources", "sources_description", "corrections", "corrections_description", "correction", "update",
        "correction_text", "people", "people_description",
        "person_description", "organisations", "organisations_description", "organisation_description", "role_of", "since", "until",
        "from_until", "kind_organisation", "places", "places_description",
        "timeline", "timeline_description", "glossary", "glossary_description",
        "not_found",
        "not_found_description", "link_to_card", "search", "search_description", "kind_article", "kind_page", "kind_sheet", "kind_person",
        "kind_place", "kind_term",
        "kind_event", "kind_quote", "kind_fact", "source", "numbered_title", "axis_not_zero",
        "notes", "note_letter", "back_to_note", "task_done", "task_open",
        "service_analytics", "service_newsletter", "service_comments", "service_forms", "service_media", "service_other",
    ];

    /// <summary>How long texts are that are filled without memory of their own.</summary>
    private const int ShortText = 256;

    /// <summary>Takes the strings of a language; keys that it lacks are empty.</summary>
    public Strings(StringsSyntax? strings)
    {
        Syntax = strings;
        All = strings?.Texts ?? FrozenDictionary<string, string>.Empty;
        Months = List("months", 12);
        MonthsShort = List("months_short", 12);
        Weekdays = List("weekdays", 7);
        Halves = List("halves", 2);
        Compass = List("compass", 4);
        Numbers = [.. this["numbers"].Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The words as written, or null.</summary>
    public StringsSyntax? Syntax { get; }

    /// <summary>The code of the language; empty where it has no words.</summary>
    public string Language => Syntax?.Language ?? "";

    /// <summary>Every string by key.</summary>
    public FrozenDictionary<string, string> All { get; }

    /// <summary>January to December.</summary>
    public ImmutableArray<string> Months { get; }

    /// <summary>The months, shortened.</summary>
    public ImmutableArray<string> MonthsShort { get; }

    /// <summary>Monday to Sunday.</summary>
    public ImmutableArray<string> Weekdays { get; }

    /// <summary>Before noon, after noon.</summary>
    public ImmutableArray<string> Halves { get; }

    /// <summary>North, south, east, west.</summary>
    public ImmutableArray<string> Compass { get; }

    /// <summary>One to nine in words; empty in a language that prints them in digits.</summary>
    public ImmutableArray<string> Numbers { get; }

    /// <summary>A word or pattern.</summary>
    public string this[string key] => All.GetValueOrDefault(key, "");

    /// <summary>A pattern with its holes filled.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var pattern = this[key];
        Span<char> text = stackalloc char[ShortText];
        if (TryFill(pattern, values, text, out var length)) return text[..length].ToString();
        foreach (var (name, value) in values) pattern = pattern.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return pattern;
    }

    /// <summary>Fills a pattern in one go, where the text is short and no value has holes of its own.</summary>
    private static bool TryFill(
        ReadOnlySpan<char> pattern, ReadOnlySpan<(string Name, string Value)> values, Span<char> text, out int length)
    {
        length = 0;
        foreach (var (_, value) in values)
            if (value.Contains('{')) return false;
        while (!pattern.IsEmpty)
        {
            var hole = pattern.IndexOf('{');
            var before = hole < 0 ? pattern : pattern[..hole];
            var filled = ReadOnlySpan<char>.Empty;
            pattern = hole < 0 ? [] : pattern[hole..];
            if (hole >= 0)
            {
                var end = pattern.IndexOf('}');
                if (end < 0 || pattern[1..end].Contains('{')) return false;
                filled = Filled(pattern[..(end + 1)], values);
                pattern = pattern[(end + 1)..];
            }
            if (before.Length + filled.Length > text.Length - length) return false;
            before.CopyTo(text[length..]);
            filled.CopyTo(text[(length + before.Length)..]);
            length += before.Length + filled.Length;
        }
        return true;
    }

    /// <summary>What stands in a hole; a hole without a value stays.</summary>
    private static ReadOnlySpan<char> Filled(ReadOnlySpan<char> hole, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
            if (hole[1..^1].SequenceEqual(name)) return value;
        return hole;
    }

    /// <summary>A value with the words that limit it.</summary>
    public string Limited(Approximation limit, string value) => limit switch
    {
        Approximation.About => Fill("about", ("value", value)),
        Approximation.Nearly => Fill("nearly", ("value", value)),
        Approximation.MoreThan => Fill("more_than", ("value", value)),
        Approximation.LessThan => Fill("less_than", ("value", value)),
        Approximation.AtLeast => Fill("at_least", ("value", value)),
        Approximation.AtMost => Fill("at_most", ("value", value)),
        _ => value,
    };

    private ImmutableArray<string> List(string key, int length)
    {
        var words = this[key].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Concat(Enumerable.Repeat("?", length)).Take(length)];
    }
}
