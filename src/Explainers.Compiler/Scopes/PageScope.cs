using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Articles;

namespace Explainers.Scopes;

/// <summary>One page while it is rendered: its language, its numbered sources, and who has been introduced on it.</summary>
internal sealed class PageScope
{
    private readonly HashSet<FactId> _introduced = [];
    private readonly HashSet<FactId> _stated = [];
    private readonly HashSet<FactId> _named = [];
    private readonly List<FactId> _defined = [];
    private readonly HashSet<FactId> _definedOnce = [];
    private BoundImagePart? _firstPhotograph;
    private BoundEmbedPart? _firstEmbed;
    private readonly HashSet<string> _assets = new(StringComparer.Ordinal);

    /// <summary>Begins a page.</summary>
    public PageScope(SiteScope site, PageHead head)
    {
        Site = site;
        Head = head;
        Strings = site.Strings(head.Language);
        Format = FactFormatter.Of(Strings, head.Language);
        HasPopovers = site.HasPopovers(head.Layout);
        _stated.UnionWith(head.States);
        _named.UnionWith(head.Names);
    }

    /// <summary>The site.</summary>
    public SiteScope Site { get; }

    /// <summary>Whether the page shows sources and terms in place.</summary>
    public bool HasPopovers { get; }

    /// <summary>The page's head.</summary>
    public PageHead Head { get; }

    /// <summary>The strings of its language.</summary>
    public Strings Strings { get; }

    /// <summary>Writes values in its language.</summary>
    public FactFormatter Format { get; }

    /// <summary>Its sources, numbered in order of first use.</summary>
    public SourceNotes Notes { get; } = new();

    /// <summary>Changes whenever a list grows that the page is written from: its sources, their uses, its terms.</summary>
    public int Version => Notes.Count + _defined.Count;

    /// <summary>The facts that the page states, for the question what a change of one would change.</summary>
    public IReadOnlyCollection<FactId> States => _stated;

    /// <summary>The people, organisations, places, events and terms that the page names, whatever their values are made of.</summary>
    public IReadOnlyCollection<FactId> Names => _named;

    /// <summary>The terms whose definitions the page shows in place, in order of first use.</summary>
    public IReadOnlyList<FactId> Terms => _defined;

    /// <summary>The names of the theme's assets that the page loads.</summary>
    public IReadOnlyCollection<string> Assets => _assets;

    /// <summary>A fact of which the page states no value.</summary>
    public Fact Fact(FactId fact) => Site.Site.Fact(fact);

    /// <summary>What a fact is.</summary>
    public FactHead HeadOf(FactId fact) => Site.Site.Head(fact);

    /// <summary>The picture that networks show beside a link to the page, or null.</summary>
    public SocialCard? Card() => Site.Card(Head.Url);

    /// <summary>Notes that the page uses a term, whose definition it can show.</summary>
    public void Defined(FactId term)
    {
        if (_definedOnce.Add(term)) _defined.Add(term);
    }

    /// <summary>Notes that the page loads an asset.</summary>
    public void Loads(string asset) => _assets.Add(asset);

    /// <summary>Notes that the page shows a film, recording or something of another site, which stands among the assets.</summary>
    public void Shows(BoundEmbedPart embed)
    {
        if (!embed.Address.IsOwn) _firstEmbed ??= embed;
        _assets.Add(embed.Address.IsOwn ? EmbedBinder.OwnMedia : Allowed(embed));
    }

    /// <summary>Whether an embed is the first on the page, which brings the script for all of them.</summary>
    public bool IsFirst(BoundEmbedPart embed) => ReferenceEquals(_firstEmbed, embed);

    private static string Allowed(BoundEmbedPart embed) =>
        $"{(embed.Address.Form == EmbedForm.Frame ? "frame-src" : "media-src")} {embed.Address.Origin}";

    /// <summary>The label of a fact, which for some is part of what their sheet says of them.</summary>
    public string Named(FactId fact)
    {
        var head = HeadOf(fact);
        if (head.IsActor || head.Kind is EntryKind.Place or EntryKind.Event or EntryKind.Term) _named.Add(fact);
        return head.IsActor && Head.AsOf is { } date && Fact(fact).Value is ActorValue actor ? actor.On(date).Name : head.Label;
    }

    /// <summary>The name of somebody or some place that an entry mentions, as the entry has it: with the name of that time.</summary>
    public string? Mentioned(FactId? entry, string? words)
    {
        if (entry is { } named) Named(named);
        return words;
    }

    /// <summary>A role in words, with the organisation that it is for.</summary>
    public string Role(DatedRole role)
    {
        if (role.Organisation?.Entry is { } organisation) Named(organisation);
        return Format.Role(role);
    }

    /// <summary>A person or organisation as of the page's date; null for another entry. The page states it from now on.</summary>
    public ActorValue? Actor(FactId fact) =>
        Stated(fact) is ActorValue actor ? Head.AsOf is { } date ? actor.On(date) : actor : null;

    /// <summary>The value of a fact, which the page states from now on.</summary>
    public FactValue Stated(FactId fact)
    {
        State(fact);
        return Fact(fact).Value;
    }

    /// <summary>Notes that the page states the value of a fact.</summary>
    public void State(FactId fact) => _stated.Add(fact);

    /// <summary>A title or description, or a text of a sheet, with the facts that it refers to.</summary>
    public string Text(EquatableArray<BodyPart> parts) => PlainText.Of(parts, Site.Site, Format, _stated);

    /// <summary>A text, or null where it is empty.</summary>
    public string? OptionalText(EquatableArray<BodyPart> parts) => parts.IsEmpty ? null : Text(parts);

    /// <summary>Whether a photograph is the first on the page, which readers see without scrolling.</summary>
    public bool IsFirst(BoundImagePart photograph) => ReferenceEquals(_firstPhotograph ??= photograph, photograph);

    /// <summary>Whether a person or organisation is named on the page for the first time.</summary>
    public bool Introduces(FactId actor) => _introduced.Add(actor);
}
