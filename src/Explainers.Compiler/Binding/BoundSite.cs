using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Pictures;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Templates;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>A site whose every reference leads to what it names.</summary>
/// <param name="Settings">site.yaml.</param>
/// <param name="Language">The code of the language that its own pages are in.</param>
/// <param name="Articles">Explainers, the newest first.</param>
/// <param name="Lead">The article that the home page puts first, or null where there is none.</param>
/// <param name="Pages">Pages about the site, in order of address.</param>
/// <param name="Sheets">Fact sheets in order of title.</param>
/// <param name="Topics">Topics that have articles, in the order of site.yaml.</param>
/// <param name="Redirects">Old addresses in ordinal order.</param>
/// <param name="Theme">The theme.</param>
/// <param name="Images">Files of <c>images/</c>.</param>
/// <param name="Texts">What the summaries, notes and definitions of the sheets say, by how they are written.</param>
internal sealed record BoundSite(
    SettingsSyntax Settings,
    string Language,
    ImmutableArray<Article> Articles,
    Article? Lead,
    ImmutableArray<Article> Pages,
    ImmutableArray<FactSheet> Sheets,
    ImmutableArray<Topic> Topics,
    ImmutableArray<Redirect> Redirects,
    ThemeSyntax Theme,
    ImmutableArray<SourceFile> Images,
    Dictionary<ProseSyntax, ImmutableArray<BodyPart>> Texts)
{
    /// <summary>The page that says how the publisher works, or null where site.yaml names none.</summary>
    public Article? Principles { get; init; }

    /// <summary>What each of the images publishes, by path; those that may not be published are not there.</summary>
    public required Dictionary<string, PictureContent> Pictures { get; init; }

    /// <summary>Explainers, then pages, in their orders.</summary>
    public ImmutableArray<Article> All { get; } = Articles.AddRange(Pages);

    /// <summary>Facts by name.</summary>
    public required Dictionary<string, Fact> ByName { get; init; }

    /// <summary>The articles and pages that are not published.</summary>
    public ImmutableArray<UnpublishedArticle> Unpublished { get; init; } = [];

    /// <summary>What the articles and pages that are not published refer to.</summary>
    internal ReferenceGraph? Waiting { get; init; }

    /// <summary>Every fact of every sheet.</summary>
    public ImmutableArray<Fact> Facts { get; } = [.. Sheets.SelectMany(sheet => sheet.Facts)];
}

/// <summary>An explainer or a page.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Url">Its address.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Title">Title, with references.</param>
/// <param name="Description">The answer in a sentence, with references.</param>
/// <param name="Dates">Its dates.</param>
/// <param name="Topics">Its topics.</param>
/// <param name="About">The sheets it rests on.</param>
/// <param name="KeyFacts">The facts of the box at its top.</param>
/// <param name="Summary">The whole story in a few sentences, with references.</param>
/// <param name="Body">HTML, references, links and blocks, in order.</param>
/// <param name="Headings">The headings of the body.</param>
/// <param name="Words">How many words the body has.</param>
/// <param name="Texts">Title, description and body as readers see them, piece by piece.</param>
/// <param name="Plain">Words and figures that are fine as they are typed.</param>
/// <param name="File">Its source.</param>
internal sealed record Article(
    ArticleKind Kind,
    string Url,
    string Language,
    ImmutableArray<BodyPart> Title,
    ImmutableArray<BodyPart> Description,
    ArticleDates Dates,
    ImmutableArray<Topic> Topics,
    ImmutableArray<FactSheet> About,
    ImmutableArray<FactUse> KeyFacts,
    ImmutableArray<ImmutableArray<BodyPart>> Summary,
    ImmutableArray<BodyPart> Body,
    ImmutableArray<HeadingSyntax> Headings,
    int Words,
    ImmutableArray<ProseText> Texts,
    ImmutableArray<string> Plain,
    SourceFile File)
{
    private ImmutableArray<Fact> _states;
    private ImmutableArray<BoundImagePart> _images;

    /// <summary>Whether the site's search finds it.</summary>
    public bool IsSearched { get; init; } = true;

    /// <summary>The first publication, or null.</summary>
    public PublicationDate? Published => Dates.Published;

    /// <summary>The last change in substance, or null.</summary>
    public PublicationDate? Updated => Dates.Updated;

    /// <summary>The last change, or the publication, or null.</summary>
    public PublicationDate? Changed => Updated ?? Published;

    /// <summary>The places that refer to facts, in order: title, description, key facts, summary, body.</summary>
    public ImmutableArray<FactUse> Uses { get; } = [.. FactUse.In(Title), .. FactUse.In(Description), .. KeyFacts, .. Summary.SelectMany(FactUse.In), .. FactUse.In(Body)];

    /// <summary>Whether it is marked as a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The last day on which it is shown, where it has one.</summary>
    public PartialDate? Expires => Dates.Expires;

    /// <summary>Why a build on a day leaves it out, or null where it does not.</summary>
    public UnpublishedReason? UnpublishedOn(DateOnly day) => IsDraft ? UnpublishedReason.Draft : Dates.ReasonOn(day);

    /// <summary>What the names in it were found to name.</summary>
    internal ImmutableArray<Answer> Answers { get; init; } = [];

    /// <summary>The sheets that names in it name, or facts of which, and those that it asked for and that are not there.</summary>
    internal ImmutableArray<string> Sheets => field.IsDefault ? field = [.. Answers.Select(answer => answer.Kind == NameKind.Sheet ? answer.Name : (answer.Found as Fact)?.Sheet).OfType<string>().Distinct()] : field;

    /// <summary>Its fingerprints, once somebody has worked them out; what is in it never changes.</summary>
    internal ArticleFingerprints? Own { get; set; }

    /// <summary>The facts that the page states, each once, in order of first use.</summary>
    public ImmutableArray<Fact> States => _states.IsDefault ? _states = [.. Uses.Select(use => use.Fact).Distinct()] : _states;

    /// <summary>The facts that it states and that have changed, whose history the page can tell.</summary>
    internal ImmutableArray<Fact> Revised => field.IsDefault ? field = [.. States.Where(fact => !fact.Changes.IsEmpty)] : field;

    /// <summary>The photographs and drawings of the body, in order.</summary>
    public ImmutableArray<BoundImagePart> Images => _images.IsDefault ? _images = [.. Body.OfType<BoundImagePart>()] : _images;

    /// <inheritdoc />
    public bool Equals(Article? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A place that refers to a fact.</summary>
/// <param name="Fact">What it refers to.</param>
/// <param name="Span">The name, or the block, in its file.</param>
internal readonly record struct FactUse(Fact Fact, FileSpan Span)
{
    /// <summary>Whether words stand in the place of its value, so that nothing is stated of it but that it is meant.</summary>
    public bool IsInWords { get; init; }

    /// <summary>The references in a text, in order.</summary>
    public static IEnumerable<FactUse> In(ImmutableArray<BodyPart> parts) => parts.SelectMany(part => part switch
    {
        FactPart fact => [new FactUse(fact.Fact, fact.Span) { IsInWords = fact.Format.Words is not null }],
        BoundBlockPart block => block.Facts.Select(fact => new FactUse(fact, block.Span)),
        BoundImagePart image => In([.. image.Texts]),
        _ => [],
    });
}

/// <summary>A topic.</summary>
/// <param name="Id">Its id in site.yaml.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Summary">What it gathers, or null.</param>
internal sealed record Topic(string Id, string Title, string? Summary)
{
    /// <summary>Its page.</summary>
    public string Url => Routes.Topic(Id);
}

/// <summary>An old address that leads to a page.</summary>
/// <param name="From">The old address.</param>
/// <param name="To">The page's.</param>
/// <param name="At">Where the old address is written.</param>
internal sealed record Redirect(string From, string To, FileSpan At);

/// <summary>A reference that has been bound.</summary>
/// <param name="Fact">What it names.</param>
/// <param name="Format">How it is printed.</param>
/// <param name="Setting">Where it stands.</param>
/// <param name="Span">The name in its file.</param>
internal sealed record FactPart(Fact Fact, FactFormat Format, Setting Setting, FileSpan Span) : BodyPart;

/// <summary>The attribute of a link whose target is known.</summary>
/// <param name="Url">A path from the site's root, an address relative to the page, or null where the target is not published.</param>
internal sealed record UrlPart(string? Url) : BodyPart;

/// <summary>A block whose facts are known.</summary>
/// <param name="Name">The block's name, which is its template's too.</param>
/// <param name="Facts">What it shows.</param>
/// <param name="Span">The block in its file.</param>
internal sealed record BoundBlockPart(string Name, ImmutableArray<Fact> Facts, FileSpan Span) : BodyPart
{
    /// <summary>What it was told by name.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>A setting, or null where it was not given.</summary>
    public string? this[string setting] => Settings.FirstOrDefault(known => known.Key == setting).Value;
}
