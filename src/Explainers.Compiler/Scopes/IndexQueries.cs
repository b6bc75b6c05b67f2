using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Scopes;

/// <summary>
/// What a site has by name, kind and use: people, organisations, places and events, sources, changes, and which articles state a fact or belong
/// together.
/// Each index is a fold over small parts of sheets and articles, so that it is made anew only when one of those parts is another.
/// </summary>
internal sealed class IndexQueries
{
    private readonly BindingQueries _binding;

    /// <summary>Defines the queries.</summary>
    public IndexQueries(Engine engine, BindingQueries binding)
    {
        _binding = binding;
        Entries = engine.Query<string, EquatableArray<FactHead>>(
            "entries of index pages", (reads, sheet) => binding.Facts.Sheet.Get(reads, sheet)!.Facts
            .Select(fact => binding.Facts.Head.Get(reads, fact)).Where(head => head.Kind is not (EntryKind.Fact or EntryKind.Table))
            .ToEquatable());
        Speakers = engine.Query<string, EquatableArray<Mention>>("mentions of a sheet", (reads, sheet) => Entries.Get(reads, sheet)
            .Where(head => head.IsActor || head.Kind is EntryKind.Quote or EntryKind.Event)
            .SelectMany(head => Mention.In(binding.Facts.Fact.Get(reads, head.Name))).ToEquatable());
        SheetSources = engine.Query<string, EquatableArray<CitedFact>>("sources of a sheet", (reads, sheet) => Facts(reads, sheet)
            .Where(fact => !fact.Sourcing.Citations.IsEmpty).Select(fact => new CitedFact(
                fact.Name, fact.Sourcing.Citations.Select(citation => citation with { Rate = null }).Distinct().ToEquatable()))
            .ToEquatable());
        SheetChanges = engine.Query<string, EquatableArray<DatedChange>>("changes of a sheet", (reads, sheet) => Facts(reads, sheet)
            .SelectMany(fact => fact.Changes.Select(change => new DatedChange(fact.Name, change.Date, change.Number))).ToEquatable());
        Actors = engine.Query<SiteKey, EquatableArray<Actor>>("actors", (reads, _) =>
            [.. Actor.All(AllEntries(reads), EntryKind.Person), .. Actor.All(AllEntries(reads), EntryKind.Organisation)]);
        ActorIndex = engine.Query<SiteKey, ActorIndex>("index of actors", (reads, _) => new ActorIndex(Actors.Get(reads, default)));
        ActorOf = engine.Query<FactId, Actor?>(
            "actor of an entry", (reads, entry) => ActorIndex.Get(reads, default).ByEntry.GetValueOrDefault(entry));
        ActorAt = engine.Query<string, Actor?>(
            "actor at an address", (reads, url) => ActorIndex.Get(reads, default).ByUrl.GetValueOrDefault(url));
        Places = engine.Query<SiteKey, EquatableArray<FactId>>(
            "places", (reads, _) => AllEntries(reads).Where(head => head.Kind == EntryKind.Place)
            .OrderBy(head => head.Label, StringComparer.Ordinal).ThenBy(head => head.Name.Name, StringComparer.Ordinal)
            .Select(head => head.Name).ToEquatable());
        Events = engine.Query<SiteKey, EquatableArray<FactId>>("events", (reads, _) => InOrder(reads, EntryKind.Event, EntryOrder.ByTime));
        Terms = engine.Query<SiteKey, EquatableArray<FactId>>("terms", (reads, _) => InOrder(reads, EntryKind.Term, EntryOrder.ByLabel));
        Work = new WorkQueries(engine, binding);
        IndexPages = engine.Query<SiteKey, EquatableArray<string>>("index pages", (reads, _) => Sheets(reads)
            .SelectMany(sheet => binding.Articles.IndexPages.Get(reads, sheet)).Distinct(StringComparer.Ordinal)
            .Concat(Work.Authors.Get(reads, default).IsEmpty ? [] : [Routes.Authors])
            .Order(StringComparer.Ordinal).ToEquatable());
        Mentions = engine.Query<SiteKey, MentionIndex>(
            "index of mentions", (reads, _) => new MentionIndex(Sheets(reads).SelectMany(sheet => Speakers.Get(reads, sheet))));
        EventsAt = engine.Query<FactId, EquatableArray<FactId>>(
            "events at a place",
            (reads, place) => Mentions.Get(reads, default).ByEntry[place].Select(mention => mention.Fact).ToEquatable());
        QuotesOf = engine.Query<string, EquatableArray<FactId>>("quotes of an actor", QuotesOfActor);
        MembersOf = engine.Query<string, EquatableArray<FactId>>("members of an organisation", MembersOfActor);
        Sources = engine.Query<SiteKey, EquatableArray<SourceUse>>(
            "sources", (reads, _) => SourcesOf(Sheets(reads).SelectMany(sheet => SheetSources.Get(reads, sheet))));
        Changes = engine.Query<SiteKey, EquatableArray<DatedChange>>(
            "changes", (reads, _) => Sheets(reads).SelectMany(sheet => SheetChanges.Get(reads, sheet))
            .OrderByDescending(change => change.Date.FirstDay).ThenBy(change => change.Fact.Name, StringComparer.Ordinal)
            .ToEquatable());
        Statements = engine.Query<SiteKey, Dictionary<FactId, List<ArticleId>>>("index of statements", (reads, _) => StatementsOf(reads));
        StatedBy = engine.Query<FactId, EquatableArray<ArticleId>>("articles that state a fact", (reads, fact) =>
            Statements.Get(reads, default).TryGetValue(fact, out var articles) ? articles.ToEquatable() : []);
        TopicIndex = engine.Query<SiteKey, ILookup<string, ArticleId>>(
            "index of topics", (reads, _) => binding.Site.Explainers.Get(reads, default)
            .SelectMany(article => binding.Articles.Head.Get(reads, article).Topics.Select(topic => (topic, article)))
            .ToLookup(entry => entry.topic, entry => entry.article, StringComparer.Ordinal));
        ArticlesOf = engine.Query<string, EquatableArray<ArticleId>>(
            "articles of a topic", (reads, topic) => TopicIndex.Get(reads, default)[topic].ToEquatable());
        LastChange = engine.Query<string, PublicationDate?>("last change", (reads, topic) =>
            (topic.Length == 0 ? binding.Site.Explainers.Get(reads, default) : ArticlesOf!.Get(reads, topic))
            .Select(article => binding.Articles.Head.Get(reads, article).Changed).OfType<PublicationDate>()
            .MaxBy(changed => changed.Instant));
        Affinity = engine.Query<ArticleId, Affinity>("affinity", AffinityOf);
        RelatedIndex = engine.Query<SiteKey, RelatedArticles>("index of related articles", (reads, _) =>
            new RelatedArticles([.. binding.Site.Explainers.Get(reads, default).Select(article => Affinity.Get(reads, article))]));
        Related = engine.Query<ArticleId, EquatableArray<ArticleId>>("related articles", (reads, article) =>
            SourceKinds.Of(article.Path) == SourceKind.Article ? RelatedIndex.Get(reads, default).To(Affinity.Get(reads, article)) : []);
        TopPages = engine.Query<SiteKey, EquatableArray<ArticleId>>("top pages", (reads, _) => binding.Site.Pages.Get(reads, default)
            .Where(page => Routes.Folder(binding.Articles.UrlOf.Get(reads, page.Path)!) == Routes.Home).ToEquatable());
        Embedded = engine.Query<SiteKey, EquatableArray<FactId>>(
            "facts to embed", (reads, _) => binding.Publication.Settings(reads).HasEmbeds
            ? Sheets(reads).SelectMany(sheet => binding.Facts.Sheet.Get(reads, sheet)!.Facts)
            .Where(fact => binding.Facts.Head.Get(reads, fact).IsSingle).ToEquatable()
            : []);
        Tables = engine.Query<SiteKey, EquatableArray<FactId>>("tables", (reads, _) => Sheets(reads)
            .SelectMany(sheet => binding.Facts.Sheet.Get(reads, sheet)!.Facts)
            .Where(fact => binding.Facts.Head.Get(reads, fact).Kind == EntryKind.Table).ToEquatable());
        HasEmbedded = engine.Query<SiteKey, bool>("whether facts are embedded", (reads, _) => !Embedded.Get(reads, default).IsEmpty);
    }

    /// <summary>All people, then all organisations whom the sheets list, each in order of name.</summary>
    public Query<SiteKey, EquatableArray<Actor>> Actors { get; }

    /// <summary>The person or organisation of an entry, or null where it lists none.</summary>
    public Query<FactId, Actor?> ActorOf { get; }

    /// <summary>The person or organisation with a page of that address, or null.</summary>
    public Query<string, Actor?> ActorAt { get; }

    /// <summary>The places of all sheets, in order of label.</summary>
    public Query<SiteKey, EquatableArray<FactId>> Places { get; }

    /// <summary>The events of all sheets, in order of time.</summary>
    public Query<SiteKey, EquatableArray<FactId>> Events { get; }

    /// <summary>The terms of all sheets, in order of label.</summary>
    public Query<SiteKey, EquatableArray<FactId>> Terms { get; }

    /// <summary>Who had a part in which articles.</summary>
    public WorkQueries Work { get; }

    /// <summary>The addresses of the pages that gather authors, or entries of one kind, in ordinal order.</summary>
    public Query<SiteKey, EquatableArray<string>> IndexPages { get; }

    /// <summary>The events that a place has seen, in order of sheet.</summary>
    public Query<FactId, EquatableArray<FactId>> EventsAt { get; }

    /// <summary>What the actor with a page at an address is quoted with, in order of sheet.</summary>
    public Query<string, EquatableArray<FactId>> QuotesOf { get; }

    /// <summary>Who names the organisation with a page at an address, one entry of each, in order of sheet.</summary>
    public Query<string, EquatableArray<FactId>> MembersOf { get; }

    /// <summary>Every source that a fact rests on, once each, in order of publisher.</summary>
    public Query<SiteKey, EquatableArray<SourceUse>> Sources { get; }

    /// <summary>Every change of a fact, the latest first.</summary>
    public Query<SiteKey, EquatableArray<DatedChange>> Changes { get; }

    /// <summary>The articles and pages that state a fact, in order of address.</summary>
    public Query<FactId, EquatableArray<ArticleId>> StatedBy { get; }

    /// <summary>The explainers of a topic, the newest first.</summary>
    public Query<string, EquatableArray<ArticleId>> ArticlesOf { get; }

    /// <summary>When the first of the explainers of a topic, or of all for the empty id, was last changed.</summary>
    public Query<string, PublicationDate?> LastChange { get; }

    /// <summary>The explainers closest to one.</summary>
    public Query<ArticleId, EquatableArray<ArticleId>> Related { get; }

    /// <summary>The pages that are in no folder.</summary>
    public Query<SiteKey, EquatableArray<ArticleId>> TopPages { get; }

    /// <summary>The facts that other sites can embed, in order of sheet; none where site.yaml does not ask for embeds.</summary>
    public Query<SiteKey, EquatableArray<FactId>> Embedded { get; }

    /// <summary>The tables, in order of sheet.</summary>
    public Query<SiteKey, EquatableArray<FactId>> Tables { get; }

    /// <summary>Whether other sites can embed any fact.</summary>
    public Query<SiteKey, bool> HasEmbedded { get; }

    private Query<string, EquatableArray<FactHead>> Entries { get; }

    private Query<string, EquatableArray<Mention>> Speakers { get; }

    private Query<string, EquatableArray<CitedFact>> SheetSources { get; }

    private Query<string, EquatableArray<DatedChange>> SheetChanges { get; }

    private Query<SiteKey, ActorIndex> ActorIndex { get; }

    private Query<SiteKey, MentionIndex> Mentions { get; }

    private Query<SiteKey, Dictionary<FactId, List<ArticleId>>> Statements { get; }

    private Query<SiteKey, ILookup<string, ArticleId>> TopicIndex { get; }

    private Query<ArticleId, Affinity> Affinity { get; }

    private Query<SiteKey, RelatedArticles> RelatedIndex { get; }

    private EquatableArray<string> Sheets(Reads reads) => _binding.Facts.ByTitle.Get(reads, default);

    private IEnumerable<Fact> Facts(Reads reads, string sheet) =>
        _binding.Facts.Sheet.Get(reads, sheet)!.Facts.Select(fact => _binding.Facts.Fact.Get(reads, fact));

    private IEnumerable<FactHead> AllEntries(Reads reads) => Sheets(reads).SelectMany(sheet => Entries.Get(reads, sheet));

    private EquatableArray<FactId> InOrder(Reads reads, EntryKind kind, Func<ImmutableArray<Fact>, ImmutableArray<Fact>> order) =>
        order([.. AllEntries(reads).Where(head => head.Kind == kind).Select(head => _binding.Facts.Fact.Get(reads, head.Name))])
            .Select(fact => fact.Name)
            .ToEquatable();

    private EquatableArray<FactId> QuotesOfActor(Reads reads, string url)
    {
        if (ActorAt.Get(reads, url) is not { } actor) return [];
        var mentions = Mentions.Get(reads, default);
        return actor.Entries.SelectMany(entry => mentions.ByEntry[entry])
            .Where(mention => mention.Kind == EntryKind.Quote)
            .Select(mention => mention.Fact)
            .Concat(mentions.QuotesBy[actor.Name])
            .Distinct()
            .OrderBy(quote => mentions.Order[quote])
            .ToEquatable();
    }

    private EquatableArray<FactId> MembersOfActor(Reads reads, string url)
    {
        if (ActorAt.Get(reads, url) is not { } actor) return [];
        var mentions = Mentions.Get(reads, default);
        return actor.Entries.SelectMany(entry => mentions.ByEntry[entry])
            .Where(mention => mention.Kind != EntryKind.Quote)
            .Select(mention => mention.Fact)
            .OrderBy(member => mentions.Order[member])
            .DistinctBy(member => ActorOf.Get(reads, member)?.Url)
            .ToEquatable();
    }

    private Dictionary<FactId, List<ArticleId>> StatementsOf(Reads reads)
    {
        var statements = new Dictionary<FactId, List<ArticleId>>();
        var all = _binding.Articles.All.Get(reads, default)
            .Select(article => (Url: _binding.Articles.UrlOf.Get(reads, article.Path)!, Id: article)).ToArray();
        Array.Sort(all, static (one, other) => string.CompareOrdinal(one.Url, other.Url));
        foreach (var (_, article) in all)
        {
            var states = _binding.Articles.Facts.Get(reads, article).States;
            foreach (var fact in states.Concat(states.Select(fact => fact.Entry)).Distinct())
            {
                ref var articles = ref CollectionsMarshal.GetValueRefOrAddDefault(statements, fact, out _);
                (articles ??= []).Add(article);
            }
        }
        return statements;
    }

    private Affinity AffinityOf(Reads reads, ArticleId article)
    {
        // Without people and organisations nobody asks for what the body states, which a large site does not keep.
        var head = _binding.Articles.Head.Get(reads, article);
        var actors = Actors.Get(reads, default).IsEmpty ? [] : _binding.Articles.Facts.Get(reads, article).States
            .Where(fact => _binding.Facts.Head.Get(reads, fact).IsActor)
            .Select(fact => ActorOf.Get(reads, fact)?.Url)
            .OfType<string>()
            .Distinct()
            .ToEquatable();
        return new Affinity(article, head.About, actors, head.Topics);
    }

    private static EquatableArray<SourceUse> SourcesOf(IEnumerable<CitedFact> facts) => facts
        .SelectMany(fact => fact.Citations.Select(citation => (Citation: citation, fact.Fact)))
        .GroupBy(use => use.Citation.Identity, StringComparer.Ordinal)
        .OrderBy(uses => uses.First().Citation.Publisher, StringComparer.OrdinalIgnoreCase)
        .ThenBy(uses => uses.First().Citation.Title, StringComparer.Ordinal)
        .ThenBy(uses => uses.Key, StringComparer.Ordinal)
        .Select(uses =>
            new SourceUse(
                Anchor(uses.Key), uses.First().Citation, uses.Select(use => use.Fact).Distinct().Order(FactId.Order).ToEquatable()))
        .ToEquatable();

    /// <summary>A source's anchor does not change when others come and go.</summary>
    private static string Anchor(string identity) =>
        $"source-{Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(identity)))[..8]}";
}

/// <summary>A fact with what it rests on.</summary>
internal sealed record CitedFact(FactId Fact, EquatableArray<Citation> Citations);

/// <summary>When a fact was changed, without what it was.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Date">When the sheet was changed.</param>
/// <param name="Number">The number of the change among those of the fact.</param>
internal sealed record DatedChange(FactId Fact, PartialDate Date, int Number);

/// <summary>A change with the fact that it changed.</summary>
internal sealed record FactChange(FactId Fact, Change Change)
{
    /// <summary>The anchor of a change on the corrections page.</summary>
    public string Anchor => $"{Fact.Sheet}-{Fact.Id}-{Change.Date}".Replace('_', '-');
}

/// <summary>A source with the facts that rest on it, in order of name.</summary>
/// <param name="Anchor">Its anchor on the page of sources.</param>
/// <param name="Citation">The source, as the first sheet that names it has it.</param>
/// <param name="Facts">What rests on it.</param>
internal sealed record SourceUse(string Anchor, Citation Citation, EquatableArray<FactId> Facts);
