using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Templates;
using Explainers.Rendering.Formatting;
using Explainers.Sources;

namespace Explainers.Rendering.Images;

/// <summary>The picture that networks show beside a link to a page.</summary>
/// <param name="Url">Its address, whose hash says what it is made from.</param>
/// <param name="Alt">What it shows, in words.</param>
/// <param name="Key">The key that it is kept under.</param>
/// <param name="Texts">Its texts by the names of the layout; one without words is not there.</param>
/// <param name="Writing">How it is written.</param>
/// <param name="States">The facts that it states.</param>
/// <param name="Source">The article that it is about, or null for the site's own.</param>
internal sealed record SocialCard(
    string Url,
    string Alt,
    string Key,
    FrozenDictionary<string, string> Texts,
    CardWriting Writing,
    ImmutableArray<Fact> States,
    SourceFile? Source)
{
    /// <summary>The width that networks ask for.</summary>
    public const int Width = 1200;

    /// <summary>The height that networks ask for.</summary>
    public const int Height = 630;
}

/// <summary>The social cards of a site: one for each explainer, and one for all other pages.</summary>
internal sealed class SocialCards
{
    private const string Recipe = "social-card 1";
    private readonly CardSyntax _layout;
    private readonly SocialCard _site;
    private readonly SiteScope _scope;
    private readonly IImaging _imaging;
    private readonly ConcurrentDictionary<string, SocialCard> _cards = new(StringComparer.Ordinal);
    private readonly string _drawing;

    private SocialCards(SiteScope scope, CardSyntax layout, IImaging imaging)
    {
        (_scope, _layout, _imaging) = (scope, layout, imaging);
        var drawing = new PictureKey(Recipe, imaging).Add(_layout.File.Bytes.Span);
        foreach (var file in _layout.Fonts.SelectMany(font => font.Files)) drawing.Add(file.Bytes.Span);
        _drawing = drawing.ToString();
        var settings = scope.Site.Settings;
        _site = Card("site", null, scope.Site.Language, [], new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["title"] = settings.Tagline ?? settings.Title,
            ["answer"] = settings.Description,
            ["site"] = settings.Title,
            ["tagline"] = settings.Tagline,
        });
        Basis = Fingerprint.Of(_drawing).With(_site.Url).With(_site.Alt);
    }

    /// <summary>The cards of a site, or null where site.yaml does not ask for them, the theme has no layout, or nothing draws.</summary>
    public static SocialCards? Of(SiteScope scope, IImaging? imaging) =>
        imaging is not null && scope.Site is { Settings.HasSocialCards: true, Theme.Card: { } layout }
            ? new SocialCards(scope, layout, imaging)
            : null;

    /// <summary>What all cards follow from, beside their articles and the settings.</summary>
    public Fingerprint Basis { get; }

    /// <summary>The card of a page.</summary>
    public SocialCard this[string url] => _scope.ArticleAt(url) is { Kind: ArticleKind.Explainer } article ? _cards.GetOrAdd(url, _ => Card(article, _scope)) : _site;

    /// <summary>Draws the cards that the cache does not have.</summary>
    public Diagnosed<ImmutableArray<OutputFile>> Draw(IPictureCache cache)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var fonts = new Dictionary<string, CardFont>(StringComparer.Ordinal);
        try
        {
            foreach (var font in _layout.Fonts)
            {
                if (CardFont.Read(font.Files, _imaging) is { } read) fonts.Add(font.Name, read);
                else if (!font.Files.IsEmpty) findings.Add(Catalog.UnreadableFont(font.Span, font.Name));
            }
            return new Diagnosed<ImmutableArray<OutputFile>>(fonts.Count < _layout.Fonts.Length ? [] : Draw(cache, fonts.ToFrozenDictionary(StringComparer.Ordinal), findings), findings.ToImmutable());
        }
        finally
        {
            foreach (var font in fonts.Values) font.Dispose();
        }
    }

    private ImmutableArray<OutputFile> Draw(IPictureCache cache, FrozenDictionary<string, CardFont> fonts, ImmutableArray<Diagnostic>.Builder findings)
    {
        ImmutableArray<SocialCard> cards = [_site, .. _scope.Site.Articles.Select(article => this[article.Url]).OrderBy(card => card.Url, StringComparer.Ordinal)];
        var files = new OutputFile[cards.Length];
        Parallel.For(0, cards.Length, i => files[i] = new OutputFile(Routes.File(cards[i].Url), cache.Get(cards[i].Key, () => CardPainter.Paint(cards[i], _layout, fonts, _imaging))) { States = [.. cards[i].States.Select(fact => fact.Name)] });
        foreach (var card in cards)
        {
            var missing = _layout.Areas.SelectMany(area => area.Texts).SelectMany(text => card.Texts.TryGetValue(text.Shown, out var words) ? fonts[text.Font].Missing(words) : []).Distinct().ToImmutableArray();
            if (!missing.IsEmpty) findings.Add(Catalog.MissingGlyph(card.Source is { } file ? FileSpan.StartOf(file) : FileSpan.None, missing));
        }
        return [.. files];
    }

    private SocialCard Card(Article article, SiteScope scope)
    {
        var stated = new HashSet<Fact>();
        var plain = Prose.Text(article.Title, new FactFormatter(scope.Words(article.Language)), stated);
        var format = new FactFormatter(scope.Words(article.Language)) { IsIsolating = IsRightToLeft(article.Language, plain) };
        var (title, answer) = (Prose.Text(article.Title, format, stated), Prose.Text(article.Description, format, stated));
        var fact = article.KeyFacts.Select(use => use.Fact).FirstOrDefault(fact => !stated.Contains(fact) && IsShort(fact.Value));
        if (fact is not null) stated.Add(fact);
        return Card(article.Url.Trim('/'), article.File, article.Language, [.. stated], new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["topic"] = article.Topics.FirstOrDefault()?.Title,
            ["title"] = title,
            ["answer"] = answer,
            ["fact_label"] = fact?.Label,
            ["fact_value"] = fact is null ? null : format.Value(fact.Value, FactForm.Whole),
            ["site"] = scope.Site.Settings.Title,
            ["tagline"] = scope.Site.Settings.Tagline,
        });
    }

    /// <summary>Whether a card is written from the right: its language is, or its title is in such a language.</summary>
    private static bool IsRightToLeft(string language, string title) =>
        WritingDirection.IsRightToLeft(language) || TextDirections.IsRightToLeft(title);

    /// <summary>Whether a value fits a line, whatever it is: its type decides, so that a change of it changes no other card.</summary>
    private static bool IsShort(FactValue value) => SiteScope.IsSingle(value) && value is not (QuoteValue or TextValue or DisputedValue or CoordinatesValue);

    private SocialCard Card(string name, SourceFile? source, string language, ImmutableArray<Fact> states, Dictionary<string, string?> texts)
    {
        var shown = texts.Where(text => !string.IsNullOrWhiteSpace(text.Value)).ToFrozenDictionary(text => text.Key, text => text.Value!, StringComparer.Ordinal);
        var key = new PictureKey(_drawing, _imaging).Add(language);
        foreach (var text in shown.OrderBy(text => text.Key, StringComparer.Ordinal)) key.Add(text.Key).Add(text.Value);
        var hash = key.ToString();
        var (title, answer) = (shown.GetValueOrDefault("title", ""), shown.GetValueOrDefault("answer", ""));
        return new SocialCard(
            Routes.SocialCard(name, PictureKey.Short(hash)),
            $"{title} – {answer}",
            hash,
            shown,
            new CardWriting(language, IsRightToLeft(language, title)),
            states,
            source);
    }
}
