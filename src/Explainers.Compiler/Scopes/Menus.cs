using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Settings;

namespace Explainers.Scopes;

/// <summary>A menu of site.yaml.</summary>
internal sealed record Menu(EquatableArray<MenuLink> Links)
{
    /// <summary>The name of the menu at the top.</summary>
    public const string Header = "header";

    /// <summary>The name of the menu at the foot.</summary>
    public const string Footer = "footer";
}

/// <summary>A link of a menu.</summary>
/// <param name="Url">A path from the site's root, or an address elsewhere.</param>
/// <param name="Title">What readers see, or null where the next says it.</param>
/// <param name="Word">The key of the words that say it, or null where the article does.</param>
/// <param name="Article">The article whose title says it.</param>
internal sealed record MenuLink(string Url, string? Title, string? Word = null, ArticleId? Article = null);

/// <summary>Finds what the entries of menus lead to.</summary>
internal static class Menus
{
    private const string Otherwise = "the menu goes without it";

    /// <summary>The pages that every site has, with the keys of their words.</summary>
    private static readonly ImmutableArray<(string Url, string Word)> Fixed =
    [
        (Routes.Home, "home"), (Routes.Topics, "topics"), (Routes.Facts, "facts"), (Routes.Sources, "sources"),
        (Routes.Corrections, "corrections"), (Routes.Feed, "feed"), (Routes.JsonFeed, "feed"),
        (Routes.CorrectionsFeed, "corrections"), (Routes.CorrectionsJsonFeed, "corrections"),
    ];

    /// <summary>A menu of site.yaml by its name, or null where it has none, so that the theme has its own.</summary>
    public static Diagnosed<Menu?> Of(SiteScope scope, string name)
    {
        if ((name == Menu.Header ? scope.Site.Settings.HeaderMenu : scope.Site.Settings.FooterMenu) is not { } entries)
            return new Diagnosed<Menu?>(null, []);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        return new Diagnosed<Menu?>(
            new Menu(entries.Select(entry => LinkOf(entry, scope, findings)).OfType<MenuLink>().ToEquatable()), findings.ToImmutable());
    }

    private static MenuLink? LinkOf(MenuEntrySyntax entry, SiteScope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var text = entry.Page.Text;
        if (text.Contains(':', StringComparison.Ordinal)) return Titled(new MenuLink(text, entry.Title));
        var isFile = Path.GetExtension(text).Length > 0;
        var url = text.Trim('/') is "" or "home" ? Routes.Home : isFile ? $"/{text.TrimStart('/')}" : $"/{text.Trim('/')}/";
        if (Known(url, scope) is { } known) return Titled(known with { Title = entry.Title ?? known.Title });
        findings.Add(scope.Site.UnpublishedAt(url) is { } waiting
            ? Catalog.UnpublishedPage(entry.Page.Span, text, waiting.Why, Otherwise)
            : Catalog.UnknownPage(entry.Page.Span, text, Nearest.To(text.Trim('/'), Names(scope))));
        return null;

        MenuLink? Titled(MenuLink link)
        {
            if (link.Title is not null || link.Word is not null || link.Article is not null) return link;
            findings.Add(Catalog.UntitledEntry(entry.Page.Span, text));
            return null;
        }
    }

    /// <summary>What has an address within the site, or null.</summary>
    private static MenuLink? Known(string url, SiteScope scope)
    {
        if (scope.Site.At(url) is { } article) return new MenuLink(url, null, null, article);
        if (Fixed.FirstOrDefault(page => page.Url == url).Word is { } word) return new MenuLink(url, null, word);
        if (url == Routes.Search) return scope.HasSearch ? new MenuLink(url, null, "search") : null;
        if (scope.IndexPages.Contains(url)) return new MenuLink(url, null, url.Trim('/'));
        if (scope.Site.Topics.FirstOrDefault(topic => Routes.Topic(topic) == url) is { } id)
            return new MenuLink(url, scope.Site.Topic(id).Title);
        if (scope.Site.Sheets.FirstOrDefault(sheet => Routes.Sheet(sheet) == url) is { } name)
            return new MenuLink(url, scope.Site.Sheet(name).Title);
        if (scope.ActorAt(url) is { } actor) return new MenuLink(url, actor.Name);
        if (scope.Authors.FirstOrDefault(author => Routes.Author(author) == url) is { } writer)
            return new MenuLink(url, scope.Site.Author(writer).Name);
        return scope.Site.HasPublic(url[1..]) ? new MenuLink(url, null) : null;
    }

    /// <summary>The names that an entry can be meant to have.</summary>
    private static IEnumerable<string> Names(SiteScope scope) => scope.Site.All.Select(scope.Site.Url)
        .Concat(Fixed.Select(page => page.Url)).Append(Routes.Search).Concat(scope.IndexPages)
        .Concat(scope.Site.Topics.Select(Routes.Topic)).Concat(scope.Site.Sheets.Select(Routes.Sheet))
        .Select(url => url.Trim('/'));
}
