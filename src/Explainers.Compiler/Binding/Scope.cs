using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Photographs;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>What articles can refer to.</summary>
/// <param name="Facts">Facts by name.</param>
/// <param name="Sheets">Sheets by identifier.</param>
/// <param name="Topics">Topics by id.</param>
/// <param name="BlockKinds">The blocks by name.</param>
/// <param name="Urls">Addresses of articles and pages by their file names.</param>
/// <param name="Images">The files of <c>images/</c> by path.</param>
/// <param name="Credits">Whose the photographs are, by the paths of the photographs.</param>
/// <param name="Language">The site's language.</param>
/// <param name="Languages">The languages that the theme has words for.</param>
internal sealed record SiteNames(
    Dictionary<string, Fact> Facts,
    Dictionary<string, FactSheet> Sheets,
    Dictionary<string, Topic> Topics,
    Dictionary<string, BlockKind> BlockKinds,
    Dictionary<string, string> Urls,
    Dictionary<string, SourceFile> Images,
    Dictionary<string, CreditSyntax> Credits,
    string Language,
    ImmutableArray<string> Languages)
{
    /// <summary>The articles and pages that are not published, by file and by address.</summary>
    public Dictionary<string, UnpublishedArticle> Unpublished { get; init; } = [];

    /// <summary>Whether site.yaml could be read, so that a topic that is not there does not exist.</summary>
    public bool HasAllTopics { get; init; } = true;

    /// <summary>No names at all.</summary>
    public static readonly SiteNames None = new([], [], [], [], [], [], [], "", []);

    /// <summary>The facts that a name can be meant to be.</summary>
    public NearestIndex NearFacts => field ??= new NearestIndex(Facts.Keys);

    /// <summary>The sheets that a name can be meant to be.</summary>
    public NearestIndex NearSheets => field ??= new NearestIndex(Sheets.Keys);

    /// <summary>The topics that a name can be meant to be.</summary>
    public NearestIndex NearTopics => field ??= new NearestIndex(Topics.Keys);

    /// <summary>The articles and pages that a path can be meant to be.</summary>
    public NearestIndex NearPages => field ??= new NearestIndex(Urls.Keys);

    /// <summary>Whether names of everything but facts and sheets name what they do in other names.</summary>
    public bool HasOthersOf(SiteNames other) =>
        IsSame(Topics, other.Topics) && IsSame(BlockKinds, other.BlockKinds)
        && IsSame(Urls, other.Urls) && IsSame(Images, other.Images) && IsSame(Credits, other.Credits)
        && IsSame(Unpublished, other.Unpublished);

    /// <summary>Whether the languages are those of other names, and site.yaml could be read for both.</summary>
    public bool HasLanguagesOf(SiteNames other) => Language == other.Language && HasAllTopics == other.HasAllTopics && Languages.SequenceEqual(other.Languages);

    private static bool IsSame<T>(Dictionary<string, T> names, Dictionary<string, T> others)
        where T : class => ReferenceEquals(names, others) || (names.Count == others.Count && names.All(name => Equals(others.GetValueOrDefault(name.Key), name.Value)));

    /// <summary>What a name names now, among things of the same kind as an answer that was given before; null where nothing bears it.</summary>
    public object? Now(Answer answer) => answer.Kind switch
    {
        NameKind.Fact => Facts.GetValueOrDefault(answer.Name),
        NameKind.Sheet => Sheets.GetValueOrDefault(answer.Name),
        NameKind.Topic => Topics.GetValueOrDefault(answer.Name),
        NameKind.Block => BlockKinds.GetValueOrDefault(answer.Name),
        NameKind.Page => Urls.GetValueOrDefault(answer.Name),
        NameKind.Image => Images.GetValueOrDefault(answer.Name),
        NameKind.Unpublished => Unpublished.GetValueOrDefault(answer.Name),
        _ => Credits.GetValueOrDefault(answer.Name),
    };
}

/// <summary>What a name can name.</summary>
internal enum NameKind : byte
{
    Fact,
    Sheet,
    Topic,
    Block,
    Page,
    Image,
    Credit,
    Unpublished,
}

/// <summary>What a name was found to name while an article was bound, or null for nothing.</summary>
internal readonly record struct Answer(NameKind Kind, string Name, object? Found);

/// <summary>What one article, or one sheet's texts, can refer to; it takes down what was asked, so that it is known when the answers would be other ones.</summary>
internal sealed class Scope(SiteNames site)
{
    private readonly ImmutableArray<Answer>.Builder _answers = ImmutableArray.CreateBuilder<Answer>();

    /// <summary>The names of the whole site.</summary>
    public SiteNames Site { get; } = site;

    /// <summary>What has been asked so far.</summary>
    public ImmutableArray<Answer> Answers => _answers.ToImmutable();

    /// <summary>The fact of a name; one that does not exist is reported, and a placeholder stands in for it.</summary>
    public Fact Fact(ReferenceSyntax reference, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (reference.Id is not null && Find(Site.Facts, reference.Name) is { } fact) return fact;
        var sheet = Find(Site.Sheets, reference.Sheet);
        if (sheet?.Gaps.Hold(reference.Id) == true) return Binding.Fact.Missing(reference.Name);
        // Where the sheet exists, the fact meant is one of its own.
        var nearest = sheet is not null && reference.Id is { } id ? sheet.Nearest(id) : Site.NearFacts.To(reference.Name);
        findings.Add(Catalog.UnknownFact(reference.Span, reference.Name, nearest));
        return Binding.Fact.Missing(reference.Name);
    }

    /// <summary>What a name names among things of one kind, or null.</summary>
    public T? Find<T>(Dictionary<string, T> names, string name)
        where T : class
    {
        var found = names.GetValueOrDefault(name);
        _answers.Add(new Answer(Kind<T>(), name, found));
        return found;
    }

    private static NameKind Kind<T>() =>
        typeof(T) == typeof(Fact) ? NameKind.Fact
        : typeof(T) == typeof(FactSheet) ? NameKind.Sheet
        : typeof(T) == typeof(Topic) ? NameKind.Topic
        : typeof(T) == typeof(BlockKind) ? NameKind.Block
        : typeof(T) == typeof(string) ? NameKind.Page
        : typeof(T) == typeof(SourceFile) ? NameKind.Image
        : typeof(T) == typeof(UnpublishedArticle) ? NameKind.Unpublished
        : NameKind.Credit;
}
