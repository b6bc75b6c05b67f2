using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Templates;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Scopes;

/// <summary>A site at its address, as one page or file sees it while it is made. What is read here is recorded.</summary>
internal sealed class SiteScope
{
    private readonly RenderingQueries _queries;
    private readonly Reads _reads;
    private readonly SiteAddress _address;

    /// <summary>Begins with nothing read but the address.</summary>
    public SiteScope(RenderingQueries queries, Reads reads)
    {
        (_queries, _reads) = (queries, reads);
        Site = new BoundSite(queries.Binding, reads);
        _address = queries.Published.Get(reads, default);
    }

    /// <summary>The site.</summary>
    public BoundSite Site { get; }

    /// <summary>The address that it is published at.</summary>
    public Uri Address => _address.Uri;

    /// <summary>Whether search engines may list it.</summary>
    public Indexing Indexing => _queries.Indexing.Get(_reads, default);

    /// <summary>Scheme, host and port of the address that it is published at.</summary>
    public string Origin => _address.Origin;

    /// <summary>Whether pages of a layout show sources and terms in place, in popovers that buttons open.</summary>
    public bool HasPopovers(string layout) => _queries.Theme.HasPopovers.Get(_reads, layout);

    /// <summary>What pages may load from elsewhere, by what site.yaml says.</summary>
    public SitePolicy Policy => _queries.Policy.Get(_reads, default);

    /// <summary>The services of others that pages talk to.</summary>
    public EquatableArray<SiteService> Services => _queries.Services.Get(_reads, default);

    /// <summary>Whether readers can search the site.</summary>
    public bool HasSearch => _queries.Theme.HasSearch.Get(_reads, default);

    /// <summary>A template, or null.</summary>
    public TemplateSyntax? Template(string name) => _queries.Theme.Template.Get(_reads, name);

    /// <summary>The names of all templates.</summary>
    public EquatableArray<string> TemplateNames => _queries.Theme.TemplateNames.Get(_reads, default);

    /// <summary>The path of an asset by the name that templates use, or null.</summary>
    public string? Asset(string name) => _queries.Theme.Asset.Get(_reads, name);

    /// <summary>The names of all assets.</summary>
    public IEnumerable<string> AssetNames => _queries.Theme.Assets.Get(_reads, default).Keys;

    /// <summary>The strings of a language.</summary>
    public Strings Strings(string language) => _queries.Theme.Strings.Get(_reads, language);

    /// <summary>The facts that other sites can embed, in order of sheet.</summary>
    public EquatableArray<FactId> Embedded => _queries.Indexes.Embedded.Get(_reads, default);

    /// <summary>The tables, in order of sheet.</summary>
    public EquatableArray<FactId> Tables => _queries.Indexes.Tables.Get(_reads, default);

    /// <summary>Whether other sites can embed any fact.</summary>
    public bool HasEmbedded => _queries.Indexes.HasEmbedded.Get(_reads, default);

    /// <summary>The picture that networks show beside links to a page, or null where site.yaml does not ask for them.</summary>
    public SocialCard? Card(string url) => _queries.Images.Card(_reads, url);

    /// <summary>Whether articles show photographs.</summary>
    public bool HasPhotographs => !_queries.Images.Shown.Get(_reads, default).IsEmpty;

    /// <summary>A menu of site.yaml by its name, or null where the theme has its own.</summary>
    public Menu? Menu(string name) => _queries.Menu.Get(_reads, name);

    /// <summary>What the site has from A to Z.</summary>
    public Alphabet Alphabet => _queries.Alphabet.Get(_reads, default);

    /// <summary>
    /// When the first of the explainers of a topic, or of all, was last changed, which is when pages that list them changed.
    /// </summary>
    public PublicationDate? LastChange(string? topic) => _queries.Indexes.LastChange.Get(_reads, topic ?? "");

    /// <summary>The sizes of a photograph that an article shows.</summary>
    public PhotographFiles Photograph(string path) => _queries.Images.Photograph.Get(_reads, path)!;

    /// <summary>All people, then all organisations whom the sheets list, each in order of name.</summary>
    public EquatableArray<Actor> Actors => _queries.Indexes.Actors.Get(_reads, default);

    /// <summary>The places of all sheets, in order of label.</summary>
    public EquatableArray<FactId> Places => _queries.Indexes.Places.Get(_reads, default);

    /// <summary>The events of all sheets, in order of time.</summary>
    public EquatableArray<FactId> Events => _queries.Indexes.Events.Get(_reads, default);

    /// <summary>The terms of all sheets, in order of label.</summary>
    public EquatableArray<FactId> Terms => _queries.Indexes.Terms.Get(_reads, default);

    /// <summary>The ids of the authors who had a part in something published, in order of name.</summary>
    public EquatableArray<string> Authors => _queries.Indexes.Work.Authors.Get(_reads, default);

    /// <summary>What an author wrote, the newest explainers first.</summary>
    public EquatableArray<ArticleId> WrittenBy(string author) => _queries.Indexes.Work.WrittenBy.Get(_reads, author);

    /// <summary>What an author had another part in, the newest explainers first.</summary>
    public EquatableArray<ArticleId> HelpedBy(string author) => _queries.Indexes.Work.HelpedBy.Get(_reads, author);

    /// <summary>The addresses of the pages that gather authors, or entries of one kind, in ordinal order.</summary>
    public EquatableArray<string> IndexPages => _queries.Indexes.IndexPages.Get(_reads, default);

    /// <summary>Every source that a fact rests on, once each, in order of publisher.</summary>
    public EquatableArray<SourceUse> Sources => _queries.Indexes.Sources.Get(_reads, default);

    /// <summary>Every change of a fact, the latest first.</summary>
    public IEnumerable<FactChange> Changes => _queries.Indexes.Changes.Get(_reads, default).Select(dated =>
        new FactChange(dated.Fact, Site.Fact(dated.Fact).Changes.First(change => change.Number == dated.Number)));

    /// <summary>The person or organisation of an entry, or null where it lists none.</summary>
    public Actor? ActorOf(FactId entry) => _queries.Indexes.ActorOf.Get(_reads, entry);

    /// <summary>The person or organisation with a page at an address, or null.</summary>
    public Actor? ActorAt(string url) => _queries.Indexes.ActorAt.Get(_reads, url);

    /// <summary>What a person or organisation is quoted with, in order of sheet.</summary>
    public EquatableArray<FactId> QuotesOf(Actor actor) => _queries.Indexes.QuotesOf.Get(_reads, actor.Url);

    /// <summary>The people and organisations that name an organisation as theirs, one entry of each, in order of sheet.</summary>
    public EquatableArray<FactId> MembersOf(Actor organisation) => _queries.Indexes.MembersOf.Get(_reads, organisation.Url);

    /// <summary>The events that a place has seen, in order of sheet.</summary>
    public EquatableArray<FactId> EventsAt(FactId place) => _queries.Indexes.EventsAt.Get(_reads, place);

    /// <summary>The explainers closest to one.</summary>
    public EquatableArray<ArticleId> Related(ArticleId article) => _queries.Indexes.Related.Get(_reads, article);

    /// <summary>The explainers of a topic, the newest first.</summary>
    public EquatableArray<ArticleId> ArticlesOf(string topic) => _queries.Indexes.ArticlesOf.Get(_reads, topic);

    /// <summary>The articles and pages that state a fact, in order of address.</summary>
    public EquatableArray<ArticleId> StatedBy(FactId fact) => _queries.Indexes.StatedBy.Get(_reads, fact);

    /// <summary>The articles and pages that name a person or organisation or quote them, in order of address.</summary>
    public IEnumerable<ArticleId> StatedBy(Actor actor) =>
        actor.Entries.Concat(QuotesOf(actor)).SelectMany(fact => StatedBy(fact)).Distinct().OrderBy(Site.Url, StringComparer.Ordinal);

    /// <summary>The pages that are in no folder, which the footer of every page links to.</summary>
    public EquatableArray<ArticleId> TopPages => _queries.Indexes.TopPages.Get(_reads, default);

    /// <summary>The page at the address of an article's folder, or null.</summary>
    public ArticleId? ParentOf(ArticleId article) =>
        Site.At(Routes.Folder(Site.Url(article))) is { } parent && SourceKinds.Of(parent.Path) == SourceKind.Page ? parent : null;

    /// <summary>The sheet that a fact stands in.</summary>
    public FactSheet SheetOf(FactId fact) => Site.Sheet(fact.Sheet);

    /// <summary>A path from the site's root as pages link to it.</summary>
    public string Link(string path) => Routes.Valid(path.StartsWith('/') ? _address.Prefix + path : path);

    /// <summary>A path from the site's root as other sites link to it.</summary>
    public string Absolute(string path) => Origin + Link(path);
}
