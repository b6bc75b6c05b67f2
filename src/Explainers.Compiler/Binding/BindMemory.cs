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
    private (string Language, ImmutableArray<string> Languages) _languages = ("", []);

    /// <summary>The sheets that are what they were, by how they are written.</summary>
    public Dictionary<FactSheetSyntax, FactSheet> Unchanged(ImmutableArray<FactSheetSyntax> written)
    {
        var open = written.Where(_sheets.ContainsKey).ToDictionary(sheet => sheet.Name, sheet => _sheets[sheet], StringComparer.Ordinal);
        for (var isSettled = false; !isSettled;)
        {
            var changed = open.Values.Where(sheet => Others(sheet).Any(fact => !open.TryGetValue(fact.Sheet, out var other) || !other.Facts.Contains(fact))).ToArray();
            foreach (var sheet in changed) open.Remove(sheet.Name);
            isSettled = changed.Length == 0;
        }
        return new(written.Where(sheet => open.ContainsKey(sheet.Name)).Select(sheet => KeyValuePair.Create(sheet, open[sheet.Name])), ReferenceEqualityComparer.Instance);
    }

    /// <summary>Keeps the sheets of a site, but for those in faulty files.</summary>
    public void Keep(ImmutableArray<FactSheetSyntax> written, ImmutableArray<FactSheet> bound, HashSet<SourceFile?> faulty)
    {
        _sheets = new(written.Zip(bound, KeyValuePair.Create).Where(sheet => !faulty.Contains(sheet.Key.File)), ReferenceEqualityComparer.Instance);
    }

    /// <summary>The article that was bound of what is written, or null where something that it names is not what it was.</summary>
    public Article? Recall(ArticleSyntax written, SiteNames names) =>
        _articles.TryGetValue(written, out var article) && IsSame(article.Answers, names) ? article : null;

    /// <summary>When an article is first published, or null where nothing is known of it.</summary>
    public Publication? Published(ArticleSyntax written) => _articles.GetValueOrDefault(written)?.Published;

    /// <summary>Keeps the articles of a site, but for those with findings.</summary>
    public void Keep(ImmutableArray<ArticleSyntax> written, Diagnosed<Article>[] bound, SiteNames names)
    {
        var kept = new Dictionary<ArticleSyntax, Article>(bound.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < bound.Length; i++)
            if (bound[i].Findings.IsEmpty) kept[written[i]] = bound[i].Value;
        _articles = kept;
        _languages = (names.Language, names.Languages);
    }

    /// <summary>What the texts of a sheet were found to say, or null.</summary>
    public SheetTexts? Recall(FactSheet sheet, SiteNames names) => _texts.TryGetValue(sheet, out var texts) && IsSame(texts.Answers, names) ? texts : null;

    /// <summary>Keeps the texts of all sheets, but for those with findings.</summary>
    public void Keep(ImmutableArray<FactSheet> sheets, Diagnosed<SheetTexts>[] texts)
    {
        var kept = new Dictionary<FactSheet, SheetTexts>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < texts.Length; i++)
            if (texts[i].Findings.IsEmpty) kept[sheets[i]] = texts[i].Value;
        _texts = kept;
    }

    private bool IsSame(ImmutableArray<Answer> answers, SiteNames names)
    {
        if (names.Language != _languages.Language || !names.Languages.SequenceEqual(_languages.Languages)) return false;
        foreach (var answer in answers)
            if (!Equals(names.Now(answer), answer.Found)) return false;
        return true;
    }

    /// <summary>The facts of other sheets that a sheet's facts are made of or mention.</summary>
    private static IEnumerable<Fact> Others(FactSheet sheet) => sheet.Facts.SelectMany(fact => fact.Inputs.Concat(fact.Mentions)).Where(fact => fact.Sheet != sheet.Name);
}

/// <summary>What the texts of a sheet say, in their order, and what the names in them were found to name.</summary>
internal sealed record SheetTexts(ImmutableArray<KeyValuePair<ProseSyntax, ImmutableArray<BodyPart>>> Texts, ImmutableArray<Answer> Answers);
