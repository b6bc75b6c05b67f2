using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>What other pages may show of an explainer or page, which a change of its body leaves as it is.</summary>
/// <param name="Id">Its file.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Url">Its address.</param>
/// <param name="Language">The code of its language.</param>
/// <param name="Title">Title, with references.</param>
/// <param name="Description">The answer in a sentence, with references.</param>
/// <param name="Published">The first publication, or null.</param>
/// <param name="Updated">The last change in substance, or null.</param>
/// <param name="Topics">The ids of its topics.</param>
/// <param name="About">The names of the sheets it rests on.</param>
internal sealed record ArticleHead(
    ArticleId Id,
    ArticleKind Kind,
    string Url,
    string Language,
    EquatableArray<BodyPart> Title,
    EquatableArray<BodyPart> Description,
    PublicationDate? Published,
    PublicationDate? Updated,
    EquatableArray<string> Topics,
    EquatableArray<string> About)
{
    /// <summary>Whether the site's search finds it.</summary>
    public bool IsSearched { get; init; } = true;

    /// <summary>Whether it is marked as a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>The last day on which it is shown, where it has one.</summary>
    public PartialDate? Expires { get; init; }

    /// <summary>The date whose names and roles it gives, or null for the latest.</summary>
    public PartialDate? AsOf { get; init; }

    /// <summary>
    /// What it is known by as long as it is there: the id in its front matter, or the address that it had first.
    /// </summary>
    public string Lasting { get; init; } = "";

    /// <summary>The ids of who wrote it.</summary>
    public EquatableArray<string> Authors { get; init; } = [];

    /// <summary>Who else had a part in it.</summary>
    public EquatableArray<Contribution> Contributions { get; init; } = [];

    /// <summary>The type of work, or null where it does not say.</summary>
    public string? Genre { get; init; }

    /// <summary>The last change, or the publication, or null.</summary>
    public PublicationDate? Changed => Updated ?? Published;

    /// <summary>Why a build on a day leaves it out, or null where it does not.</summary>
    /// <param name="day">The day.</param>
    /// <param name="isEarly">Whether its hour is still to come, or null where nobody knows the hour that it is.</param>
    public UnpublishedReason? UnpublishedOn(DateOnly day, bool? isEarly = null) =>
        IsDraft ? UnpublishedReason.Draft : new ArticleDates(Published, Updated, Expires).ReasonOn(day, isEarly);
}

/// <summary>An explainer or a page, whole.</summary>
/// <param name="Head">What other pages may show of it.</param>
/// <param name="Dates">Its dates, with their places.</param>
/// <param name="KeyFacts">The facts of the box at its top.</param>
/// <param name="Summary">The whole story in a few sentences, with references.</param>
/// <param name="Body">HTML, references, links and blocks, in order.</param>
/// <param name="Headings">The headings of the body.</param>
/// <param name="Words">How many words the body has.</param>
/// <param name="Texts">Title, description and body as readers see them, piece by piece.</param>
/// <param name="Plain">Words and figures that are fine as they are typed.</param>
/// <param name="Uses">The places that refer to facts, in order: title, description, key facts, summary, method, body.</param>
/// <param name="File">Its source.</param>
internal sealed record Article(
    ArticleHead Head,
    ArticleDates Dates,
    EquatableArray<FactId> KeyFacts,
    ImmutableArray<ImmutableArray<BodyPart>> Summary,
    ImmutableArray<BodyPart> Body,
    ImmutableArray<HeadingSyntax> Headings,
    int Words,
    ImmutableArray<ProseText> Texts,
    ImmutableArray<string> Plain,
    ImmutableArray<FactUse> Uses,
    SourceFile File)
{
    private const int WordsPerMinute = 230;

    /// <summary>How its writers know what it says, with references; empty where it does not say.</summary>
    public EquatableArray<BodyPart> Method { get; init; } = [];

    /// <summary>Its address.</summary>
    public string Url => Head.Url;

    /// <summary>The facts that the page states, each once, in order of first use.</summary>
    public EquatableArray<FactId> States => Uses.Select(use => use.Fact).Distinct().ToEquatable();

    /// <summary>The photographs and drawings of the body, in order.</summary>
    public IEnumerable<BoundImagePart> Images => ImagesOf(Body);

    /// <summary>The photographs and drawings of a body, in order; those among them that stand in the place of something else.</summary>
    public static IEnumerable<BoundImagePart> ImagesOf(ImmutableArray<BodyPart> body) =>
        body.Select(part => part as BoundImagePart ?? (part as BoundEmbedPart)?.Picture).OfType<BoundImagePart>();

    /// <summary>The sources of sheets that the captions of its tables name.</summary>
    public IEnumerable<FactId> CaptionSources => Body.OfType<BoundTableSourcePart>().SelectMany(part => part.Sources).Distinct();

    /// <summary>What of other sites it shows to readers who ask for it.</summary>
    public IEnumerable<BoundEmbedPart> Embeds => Body.OfType<BoundEmbedPart>().Where(embed => !embed.Address.IsOwn);

    /// <summary>How long it takes to read, in minutes.</summary>
    public int Minutes => Math.Max(1, (int)Math.Round((double)Words / WordsPerMinute));
}

/// <summary>A place that refers to a fact.</summary>
/// <param name="Fact">What it refers to.</param>
/// <param name="Span">The name, or the block, in its file.</param>
internal readonly record struct FactUse(FactId Fact, FileSpan Span)
{
    /// <summary>Whether words stand in the place of its value, so that nothing is stated of it but that it is meant.</summary>
    public bool IsInWords { get; init; }

    /// <summary>Whether it states the role of a person or organisation.</summary>
    public StatedRole Role { get; init; }

    /// <summary>The date whose name and role it gives, or null for the latest.</summary>
    public PartialDate? AsOf { get; init; }
}

/// <summary>When a reference states the role of a person or organisation.</summary>
internal enum StatedRole : byte
{
    /// <summary>Never.</summary>
    None,

    /// <summary>If it is the first of its article.</summary>
    AtFirst,

    /// <summary>Always.</summary>
    Always,
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
/// <param name="Context">Where it stands.</param>
internal sealed record FactPart(FactId Fact, FactFormat Format, InlineContext Context) : BodyPart;

/// <summary>The attribute of a link whose target is known.</summary>
/// <param name="Url">A path from the site's root, an address relative to the page, or null where the target is not published.</param>
internal sealed record UrlPart(string? Url) : BodyPart;

/// <summary>What a table rests on.</summary>
/// <param name="Citations">Its sources.</param>
/// <param name="Sources">The sources of sheets among them that it names itself, as sheet and source.</param>
internal sealed record BoundTableSourcePart(EquatableArray<Citation> Citations, EquatableArray<FactId> Sources) : BodyPart;

/// <summary>A block whose facts are known.</summary>
/// <param name="Name">The block's name, which is its template's too.</param>
/// <param name="Facts">What it shows.</param>
internal sealed record BoundBlockPart(string Name, EquatableArray<FactId> Facts) : BodyPart
{
    /// <summary>What it was told by name.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>What it is called in the writer's words; empty where they do not say.</summary>
    public EquatableArray<BodyPart> Title { get; init; } = [];

    /// <summary>A setting, or null where it was not given.</summary>
    public string? this[string setting] => Settings.FirstOrDefault(known => known.Key == setting).Value;
}
