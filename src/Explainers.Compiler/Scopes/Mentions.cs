using Explainers.Binding;
using Explainers.Facts;
using Explainers.Incremental;

namespace Explainers.Scopes;

/// <summary>An entry with whom or what it mentions: another entry, or a speaker's name.</summary>
/// <param name="Fact">The entry: a quotation, an event, a person or an organisation.</param>
/// <param name="Kind">What that is.</param>
/// <param name="Entry">The speaker, place or organisation that it mentions as an entry, or null.</param>
/// <param name="Speaker">The name of a speaker who is no entry, or null.</param>
internal sealed record Mention(FactId Fact, EntryKind Kind, FactId? Entry, string? Speaker)
{
    /// <summary>Whom an entry mentions.</summary>
    public static IEnumerable<Mention> In(Fact fact) => fact.Mentions.Select(entry => new Mention(fact.Name, fact.Kind, entry, null))
        .DefaultIfEmpty(new Mention(fact.Name, fact.Kind, null, (fact.Value as QuoteValue)?.Speaker));
}

/// <summary>Mentions by what they mention.</summary>
internal sealed class MentionIndex
{
    /// <summary>Takes the mentions of a site, in order of sheet.</summary>
    public MentionIndex(IEnumerable<Mention> mentions)
    {
        Mention[] all = [.. mentions];
        Order = new Dictionary<FactId, int>(all.Length);
        foreach (var (place, mention) in all.Index()) Order.TryAdd(mention.Fact, place);
        ByEntry = all.Where(mention => mention.Entry is not null).ToLookup(mention => mention.Entry!.Value);
        QuotesBy = all.Where(mention => mention.Speaker is not null)
            .ToLookup(mention => mention.Speaker!, mention => mention.Fact, StringComparer.Ordinal);
    }

    /// <summary>The places of the entries in the order of sheets.</summary>
    public Dictionary<FactId, int> Order { get; }

    /// <summary>Who mentions an entry.</summary>
    public ILookup<FactId, Mention> ByEntry { get; }

    /// <summary>The quotations of a speaker who is no entry.</summary>
    public ILookup<string, FactId> QuotesBy { get; }
}

/// <summary>People and organisations by entry and by page.</summary>
internal sealed class ActorIndex(EquatableArray<Actor> actors)
{
    /// <summary>Whom an entry lists.</summary>
    public Dictionary<FactId, Actor> ByEntry { get; } = actors.SelectMany(actor => actor.Entries.Select(entry => (entry, actor)))
        .ToDictionary(pair => pair.entry, pair => pair.actor);

    /// <summary>Who has a page.</summary>
    public Dictionary<string, Actor> ByUrl { get; } = actors.ToDictionary(actor => actor.Url, StringComparer.Ordinal);
}
