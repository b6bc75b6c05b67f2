using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>
/// What was bound before. A sheet is what it was while it is written so and all it is computed from is what it was; an article, while it is written so and every name
/// in it names what it named. Nothing is kept of what had findings, whose words may depend on anything.
/// </summary>
internal sealed class BindMemory
{
    private Dictionary<FactSheetSyntax, FactSheet> _sheets = new(ReferenceEqualityComparer.Instance);
    private Dictionary<ArticleSyntax, Article> _articles = new(ReferenceEqualityComparer.Instance);
    private Dictionary<FactSheet, SheetTexts> _texts = new(ReferenceEqualityComparer.Instance);
    private SiteNames _names = SiteNames.None;
    private HashSet<string> _unchanged = [];
    private bool _isSettled;

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
        _sheets = new(written.Zip(bound, KeyValuePair.Create).Where(sheet => !faulty.Contains(sheet.Key.File)), ReferenceEqualityComparer.Instance);
    }

    /// <summary>Takes the names that articles and texts can refer to from now on.</summary>
    public void Use(SiteNames names)
    {
        if (!names.HasLanguagesOf(_names)) _articles.Clear();
        (_isSettled, _names) = (names.HasOthersOf(_names), names);
    }

    /// <summary>The article that was bound of what is written, or null where something that it names is not what it was.</summary>
    public Article? Recall(ArticleSyntax written) =>
        _articles.TryGetValue(written, out var article) && ((_isSettled && article.Sheets.All(_unchanged.Contains)) || IsSame(article.Answers)) ? article : null;

    /// <summary>When an article is first published, or null where nothing is known of it.</summary>
    public Publication? Published(ArticleSyntax written) => _articles.GetValueOrDefault(written)?.Published;

    /// <summary>Keeps the articles of a site, but for those with findings.</summary>
    public void Keep(ImmutableArray<ArticleSyntax> written, Diagnosed<Article>[] bound)
    {
        var kept = new Dictionary<ArticleSyntax, Article>(bound.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < bound.Length; i++)
            if (bound[i].Findings.IsEmpty) kept[written[i]] = bound[i].Value;
        _articles = kept;
    }

    /// <summary>What the texts of a sheet were found to say, or null.</summary>
    public SheetTexts? Recall(FactSheet sheet) => _texts.TryGetValue(sheet, out var texts) && IsSame(texts.Answers) ? texts : null;

    /// <summary>Keeps the texts of all sheets, but for those with findings.</summary>
    public void Keep(ImmutableArray<FactSheet> sheets, Diagnosed<SheetTexts>[] texts)
    {
        var kept = new Dictionary<FactSheet, SheetTexts>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < texts.Length; i++)
            if (texts[i].Findings.IsEmpty) kept[sheets[i]] = texts[i].Value;
        _texts = kept;
    }

    private bool IsSame(ImmutableArray<Answer> answers)
    {
        foreach (var answer in answers)
            if (!Equals(_names.Now(answer), answer.Found)) return false;
        return true;
    }
}

/// <summary>What the texts of a sheet say, in their order, and what the names in them were found to name.</summary>
internal sealed record SheetTexts(ImmutableArray<KeyValuePair<ProseSyntax, ImmutableArray<BodyPart>>> Texts, ImmutableArray<Answer> Answers);
