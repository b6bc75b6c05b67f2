using System.Collections.Immutable;

namespace Explainers.Benchmarks.Corpora;

/// <summary>How the value of a fact is marked up in HTML.</summary>
internal enum FactMarkup
{
    /// <summary>The value stands in a data element.</summary>
    Data,

    /// <summary>The value stands in a time element.</summary>
    Time,
}

/// <summary>A topic that articles are filed under.</summary>
internal sealed record Topic(string Id, string Title);

/// <summary>What a fact sheet cites.</summary>
internal sealed record Citation(string Id, string Publisher, string Title, string Url, string Date);

/// <summary>A fact, both as Explainers reads it (the literal) and as every page shows it (text and machine value).</summary>
internal sealed record Fact(
    string Id, string Label, string Literal, string Text, string Machine, FactMarkup Markup, string Source, string? AsOf);

/// <summary>Someone in a story.</summary>
internal sealed record Person(string Id, string Name, string Role);

/// <summary>
/// Ten facts about one subject, with their sources; the first source is the default one. Only Explainers shows the people.
/// </summary>
internal sealed record Sheet(
    string Slug, string Title, string Summary, ImmutableArray<Citation> Sources, ImmutableArray<Fact> Facts, ImmutableArray<Person> People)
{
    /// <summary>The name by which articles refer to this sheet.</summary>
    public string Id => Slug.Replace('-', '_');
}

/// <summary>The place of a fact: its sheet and its own name.</summary>
internal sealed record FactName(string Sheet, string Fact);

/// <summary>One article; its text is made on demand, so that a large corpus needs little memory.</summary>
internal sealed record Article(
    int Index,
    string Slug,
    string Place,
    string Title,
    string Description,
    string Published,
    ImmutableArray<string> Topics,
    string About,
    string AboutTitle,
    ImmutableArray<FactName> KeyFacts,
    ImmutableArray<FactName> InlineFacts,
    ImmutableArray<string> Links);
