using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Blocks.Terms;
using Explainers.Blocks.Timeline;
using Explainers.Rendering.Memory;
using Explainers.Rendering.Pages;

namespace Explainers.Rendering;

/// <summary>What the sheets of a site have, by name and by kind; as long as they are the same, so is this.</summary>
internal sealed class SheetIndex
{
    private readonly ImmutableArray<FactSheet> _sheets;
    private readonly Dictionary<string, FactSheet> _byName;
    private readonly Dictionary<string, Person> _personAt;
    private readonly ILookup<Fact, Fact> _eventsAt;
    private readonly ILookup<Fact, Fact> _quotesOf;
    private readonly ILookup<string, Fact> _quotesBy;
    private readonly Dictionary<Fact, Person> _people;
    private readonly Lazy<ImmutableArray<SourceUse>> _sources;
    private readonly Lazy<ImmutableArray<FactChange>> _changes;

    /// <summary>Reads the sheets of a site.</summary>
    public SheetIndex(BoundSite site)
    {
        _sheets = site.Sheets;
        _byName = site.Sheets.ToDictionary(sheet => sheet.Name, StringComparer.Ordinal);
        var kinds = site.Facts.Where(fact => Routes.Gathering(fact.Value) is not null || fact.Value is QuoteValue).ToArray();
        Places = [.. kinds.Where(fact => fact.Value is PlaceValue).OrderBy(fact => fact.Label, StringComparer.Ordinal).ThenBy(fact => fact.Name, StringComparer.Ordinal)];
        Events = TimelineBlock.Kind.Order([.. kinds.Where(fact => fact.Value is EventValue)]);
        Terms = TermsBlock.Kind.Order([.. kinds.Where(fact => fact.Value is TermValue)]);
        Gatherings = [.. kinds.Select(fact => Routes.Gathering(fact.Value)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        _eventsAt = kinds.Where(fact => fact.Value is EventValue { PlaceFact: not null }).ToLookup(fact => ((EventValue)fact.Value).PlaceFact!);
        var quotes = kinds.Where(fact => fact.Value is QuoteValue).ToArray();
        _quotesOf = quotes.Where(fact => ((QuoteValue)fact.Value).SpeakerFact is not null).ToLookup(fact => ((QuoteValue)fact.Value).SpeakerFact!);
        _quotesBy = quotes.Where(fact => ((QuoteValue)fact.Value).SpeakerFact is null).ToLookup(fact => ((QuoteValue)fact.Value).Speaker, StringComparer.Ordinal);
        People = Person.All(kinds);
        _people = People.SelectMany(person => person.Entries.Select(entry => (Entry: entry, Person: person))).ToDictionary(pair => pair.Entry, pair => pair.Person);
        _personAt = People.ToDictionary(person => person.Url, StringComparer.Ordinal);
        _sources = new(() => SourcesOf(site));
        _changes = new(() => [.. site.Facts
            .Where(fact => !fact.Changes.IsEmpty)
            .SelectMany(fact => fact.Changes.Select(change => new FactChange(fact, change)))
            .OrderByDescending(change => change.Change.Date.FirstDay)
            .ThenBy(change => change.Fact.Name, StringComparer.Ordinal)]);
        Fingerprints = new SheetFingerprints(site.Sheets, kinds);
    }

    /// <summary>What follows from the sheets.</summary>
    public SheetFingerprints Fingerprints { get; }

    /// <summary>Every source that a fact rests on, once each, in order of publisher.</summary>
    public ImmutableArray<SourceUse> Sources => _sources.Value;

    /// <summary>Everybody whom the sheets list, in order of name.</summary>
    public ImmutableArray<Person> People { get; }

    /// <summary>The places of all sheets, in order of label.</summary>
    public ImmutableArray<Fact> Places { get; }

    /// <summary>The events of all sheets, in order of time.</summary>
    public ImmutableArray<Fact> Events { get; }

    /// <summary>The terms of all sheets, in order of label.</summary>
    public ImmutableArray<Fact> Terms { get; }

    /// <summary>The addresses of the pages that gather entries of one kind, in ordinal order.</summary>
    public ImmutableArray<string> Gatherings { get; }

    /// <summary>Every change of a fact, the latest first.</summary>
    public ImmutableArray<FactChange> Changes => _changes.Value;

    /// <summary>Whether it is of some sheets.</summary>
    public bool IsOf(ImmutableArray<FactSheet> sheets) => _sheets.AsSpan().SequenceEqual(sheets.AsSpan(), ReferenceEqualityComparer.Instance);

    /// <summary>The sheet of a name, or null.</summary>
    public FactSheet? SheetOf(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The person of an entry, or null where it lists none.</summary>
    public Person? PersonOf(Fact entry) => _people.GetValueOrDefault(entry);

    /// <summary>The person with a page of that address, or null.</summary>
    public Person? PersonAt(string url) => _personAt.GetValueOrDefault(url);

    /// <summary>The events that a place has seen, in order of sheet.</summary>
    public IEnumerable<Fact> EventsAt(Fact place) => _eventsAt[place];

    /// <summary>What a person is quoted with, in order of sheet.</summary>
    public IEnumerable<Fact> QuotesOf(Person person) => person.Entries
        .SelectMany(entry => _quotesOf[entry])
        .Concat(_quotesBy[person.Name])
        .Distinct()
        .OrderBy(fact => _byName[fact.Sheet].Title, StringComparer.Ordinal).ThenBy(fact => fact.Sheet, StringComparer.Ordinal).ThenBy(fact => fact.Span.Start);

    private static ImmutableArray<SourceUse> SourcesOf(BoundSite site) =>
    [
        .. site.Facts
            .SelectMany(fact => fact.Sourcing.Citations.Select(citation => (Citation: citation, Fact: fact)))
            .GroupBy(use => use.Citation.Identity, StringComparer.Ordinal)
            .OrderBy(uses => uses.First().Citation.Publisher, StringComparer.OrdinalIgnoreCase)
            .ThenBy(uses => uses.First().Citation.Title, StringComparer.Ordinal)
            .ThenBy(uses => uses.Key, StringComparer.Ordinal)
            .Select(uses => new SourceUse(Anchor(uses.Key), uses.First().Citation, [.. uses.Select(use => use.Fact).Distinct().OrderBy(fact => fact.Name, StringComparer.Ordinal)])),
    ];

    /// <summary>A source's anchor does not change when others come and go.</summary>
    private static string Anchor(string identity) => $"source-{Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(identity)))[..8]}";
}
