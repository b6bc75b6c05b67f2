using System.Collections.Frozen;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Templates;
using Explainers.Parsing.Text;
using Explainers.Rendering.Images;

namespace Explainers.Scopes;

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
    EquatableArray<FactId> States,
    ArticleId? Source)
{
    /// <summary>The width that networks ask for.</summary>
    public const int Width = 1200;

    /// <summary>The height that networks ask for.</summary>
    public const int Height = 630;

    /// <inheritdoc />
    public bool Equals(SocialCard? other) =>
        other is not null && (Url, Alt, Key, States, Source) == (other.Url, other.Alt, other.Key, other.States, other.Source);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}

/// <summary>How the cards of a site are drawn.</summary>
/// <param name="Syntax">The layout.</param>
/// <param name="Imaging">What draws them.</param>
/// <param name="Key">Tells layout and fonts from any others.</param>
internal sealed record CardLayout(CardSyntax Syntax, IImaging Imaging, string Key)
{
    private const string Recipe = "social-card 1";

    /// <summary>The layout, or null where site.yaml does not ask for cards, the theme has no layout, or nothing draws.</summary>
    public static CardLayout? Of(SettingsSyntax settings, CardSyntax? layout, IImaging? imaging)
    {
        if (!settings.HasSocialCards || layout is null || imaging is null) return null;
        var drawing = new PictureKey(Recipe, imaging).Add(layout.File.Bytes.Span);
        foreach (var file in layout.Fonts.SelectMany(font => font.Files)) drawing.Add(file.Bytes.Span);
        return new CardLayout(layout, imaging, drawing.ToString());
    }

    /// <inheritdoc />
    public bool Equals(CardLayout? other) => other is not null && Key == other.Key && ReferenceEquals(Imaging, other.Imaging);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}

/// <summary>The social cards of a site: one for each explainer, and one for all other pages.</summary>
internal static class SocialCards
{
    /// <summary>The card of pages that have none of their own.</summary>
    public static SocialCard OfSite(SiteScope scope, CardLayout layout)
    {
        var settings = scope.Site.Settings;
        return Card(layout, "site", null, scope.Site.Language, [], new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["title"] = settings.Tagline ?? settings.Title,
            ["answer"] = settings.Description,
            ["site"] = settings.Title,
            ["tagline"] = settings.Tagline,
        });
    }

    /// <summary>The card of an explainer.</summary>
    public static SocialCard Of(ArticleId article, SiteScope scope, CardLayout layout)
    {
        var (head, stated) = (scope.Site.Head(article), new HashSet<FactId>());
        var strings = scope.Strings(head.Language);
        var plain = PlainText.Of(head.Title, scope.Site, new FactFormatter(strings), stated);
        var format = new FactFormatter(strings) { IsIsolating = IsRightToLeft(head.Language, plain) };
        var (title, answer) = (
            PlainText.Of(head.Title, scope.Site, format, stated),
            PlainText.Of(head.Description, scope.Site, format, stated));
        var fact = scope.Site.Facts(article).KeyFacts
            .Where(fact => !stated.Contains(fact) && scope.Site.Head(fact).IsSingle)
            .Select(scope.Site.Fact)
            .FirstOrDefault(fact => IsShort(fact.Value));
        if (fact is not null) stated.Add(fact.Name);
        var topic = head.Topics.Select(scope.Site.Topic).FirstOrDefault();
        return Card(
            layout,
            head.Url.Trim('/'),
            article,
            head.Language,
            stated.ToEquatable(),
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["topic"] = topic?.Title,
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
    private static bool IsShort(FactValue value) => value is not (QuoteValue or TextValue or DisputedValue or CoordinatesValue);

    private static SocialCard Card(
        CardLayout layout, string name, ArticleId? source, string language, EquatableArray<FactId> states,
        Dictionary<string, string?> texts)
    {
        var shown = texts.Where(text => !string.IsNullOrWhiteSpace(text.Value))
            .ToFrozenDictionary(text => text.Key, text => text.Value!, StringComparer.Ordinal);
        var key = new PictureKey(layout.Key, layout.Imaging).Add(language);
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
