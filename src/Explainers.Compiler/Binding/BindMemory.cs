using System.Collections.Immutable;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Sources;
using NodaTime;

namespace Explainers.Binding;

/// <summary>
/// What was bound before. A sheet is what it was while it is written so and all it is computed from is what it was; an article, while it is written so and every name
/// in it names what it named. Nothing is kept of what had findings, whose words may depend on anything.
/// </summary>
internal sealed class BindMemory
{
    private readonly Recollection<ArticleSyntax, Article> _articles = new();
    private readonly Recollection<FactSheet, SheetTexts> _texts = new();
    private Dictionary<FactSheetSyntax, FactSheet> _sheets = new(ReferenceEqualityComparer.Instance);
    private Dictionary<ProseSyntax, ImmutableArray<BodyPart>> _allTexts = [];
    private ImmutableArray<SheetTexts> _lastTexts = [];
    private ImmutableArray<FactSheetSyntax> _written = [];
    private ImmutableArray<ArticleSyntax> _addressed = [];
    private ImmutableArray<FactSheet> _bound = [];
    private SiteNames _names = SiteNames.None;
    private HashSet<string> _unchanged = [];
    private bool _areAllUnchanged;
    private bool _isSettled;

    /// <summary>Explainers in order, the newest first.</summary>
    public Ordering<Article> Newest { get; } = new((one, other) =>
        When(other).CompareTo(When(one)) is var difference and not 0 ? difference : string.CompareOrdinal(one.Url, other.Url));

    /// <summary>Sheets in order of title.</summary>
    public Ordering<FactSheet> Titles { get; } = new((one, other) =>
        string.CompareOrdinal(one.Title, other.Title) is var difference and not 0 ? difference : string.CompareOrdinal(one.Name, other.Name));

    /// <summary>The sheets, where all are what they were and nothing was found in any.</summary>
    public ImmutableArray<FactSheet>? Same(ImmutableArray<FactSheetSyntax> written)
    {
        _areAllUnchanged = _sheets.Count == written.Length && written.AsSpan().SequenceEqual(_written.AsSpan(), ReferenceEqualityComparer.Instance);
        return _areAllUnchanged ? _bound : null;
    }

    /// <summary>The sheets that are what they were, by how they are written.</summary>
    public Dictionary<FactSheetSyntax, FactSheet> Unchanged(ImmutableArray<FactSheetSyntax> written)
    {
        var open = written.Where(_sheets.ContainsKey).ToDictionary(sheet => sheet.Name, sheet => _sheets[sheet], StringComparer.Ordinal);
        for (var isSettled = false; !isSettled;)
        {
            var changed = open.Values.Where(sheet => sheet.Others.Any(fact => !open.TryGetValue(fact.Sheet, out var other) || !other.Facts.Contains(fact))).ToArray();
            foreach (var sheet in changed) open.Remove(sheet.Name);
            isSettled = changed.Length == 0;
        }
        _unchanged = open.Keys.ToHashSet(StringComparer.Ordinal);
        return new(written.Where(sheet => open.ContainsKey(sheet.Name)).Select(sheet => KeyValuePair.Create(sheet, open[sheet.Name])), ReferenceEqualityComparer.Instance);
    }

    /// <summary>Keeps the sheets of a site, but for those in faulty files.</summary>
    public void Keep(ImmutableArray<FactSheetSyntax> written, ImmutableArray<FactSheet> bound, HashSet<SourceFile?> faulty)
    {
        (_written, _bound) = (written, bound);
        _sheets = new(written.Zip(bound, KeyValuePair.Create).Where(sheet => !faulty.Contains(sheet.Key.File)), ReferenceEqualityComparer.Instance);
    }

    /// <summary>All facts by name.</summary>
    public Dictionary<string, Fact> Facts(ImmutableArray<FactSheet> sheets) =>
        _areAllUnchanged ? _names.Facts : sheets.SelectMany(sheet => sheet.Facts).ToDictionary(fact => fact.Name, StringComparer.Ordinal);

    /// <summary>All sheets by name.</summary>
    public Dictionary<string, FactSheet> Sheets(ImmutableArray<FactSheet> sheets) =>
        _areAllUnchanged ? _names.Sheets : sheets.ToDictionary(sheet => sheet.Name, StringComparer.Ordinal);

    /// <summary>The addresses of articles and pages by the paths of their files.</summary>
    public Dictionary<string, string> Urls(ImmutableArray<ArticleSyntax> articles)
    {
        var isSame = articles.AsSpan().SequenceEqual(_addressed.AsSpan(), Place.Instance);
        _addressed = articles;
        return isSame ? _names.Urls : articles.ToDictionary(article => article.File.Path, article => Routes.Article(article.Slug), StringComparer.Ordinal);
    }

    /// <summary>Takes the names that articles and texts can refer to from now on.</summary>
    public void Use(SiteNames names)
    {
        if (!names.HasLanguagesOf(_names)) _articles.Forget();
        (_isSettled, _names) = (names.HasOthersOf(_names), names);
    }

    /// <summary>The articles that were bound before of what is written.</summary>
    public Article?[] Recall(ImmutableArray<ArticleSyntax> written) => _articles.Recall(written);

    /// <summary>Whether every name in an article that was bound before names what it did.</summary>
    public bool IsSame(Article article) => (_isSettled && (_areAllUnchanged || article.Sheets.All(_unchanged.Contains))) || IsSame(article.Answers);

    /// <summary>Keeps the articles of a site; null for one with findings.</summary>
    public void Keep(ImmutableArray<ArticleSyntax> written, Article?[] bound) => _articles.Keep(written, bound);

    /// <summary>What the texts of sheets were found to say; null where that is not known, or not so any more.</summary>
    public SheetTexts?[] Recall(ImmutableArray<FactSheet> sheets)
    {
        var known = _texts.Recall(sheets);
        for (var i = 0; i < known.Length; i++)
            if (known[i] is { } texts && !IsSame(texts.Answers)) known[i] = null;
        return known;
    }

    /// <summary>Keeps the texts of all sheets, but for those with findings.</summary>
    /// <returns>All texts, by how they are written.</returns>
    public Dictionary<ProseSyntax, ImmutableArray<BodyPart>> Keep(ImmutableArray<FactSheet> sheets, SheetTexts[] texts, bool[] wasFaulty)
    {
        _texts.Keep(sheets, [.. texts.Select((text, i) => wasFaulty[i] ? null : text)]);
        if (!texts.AsSpan().SequenceEqual(_lastTexts.AsSpan(), ReferenceEqualityComparer.Instance))
            (_lastTexts, _allTexts) = ([.. texts], new(texts.SelectMany(text => text.Texts), ReferenceEqualityComparer.Instance));
        return _allTexts;
    }

    private bool IsSame(ImmutableArray<Answer> answers)
    {
        foreach (var answer in answers)
            if (!Equals(_names.Now(answer), answer.Found)) return false;
        return true;
    }

    private static Instant When(Article article) => article.Published?.Instant ?? Instant.MinValue;

    /// <summary>Articles are at the same place whose files and addresses are the same.</summary>
    private sealed class Place : IEqualityComparer<ArticleSyntax>
    {
        public static readonly Place Instance = new();

        public bool Equals(ArticleSyntax? one, ArticleSyntax? other) => ReferenceEquals(one, other) || (one?.File.Path == other?.File.Path && one?.Slug == other?.Slug);

        public int GetHashCode(ArticleSyntax article) => StringComparer.Ordinal.GetHashCode(article.Slug);
    }
}

/// <summary>What the texts of a sheet say, in their order, and what the names in them were found to name.</summary>
internal sealed record SheetTexts(ImmutableArray<KeyValuePair<ProseSyntax, ImmutableArray<BodyPart>>> Texts, ImmutableArray<Answer> Answers);
