using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>A file with the name or address that it has.</summary>
/// <param name="Path">The path below the input folder.</param>
/// <param name="Name">The identifier of a sheet; the address of an article or page.</param>
internal sealed record Named(string Path, string Name);

/// <summary>An old address that leads to a page, and where that is written.</summary>
/// <param name="From">The old address.</param>
/// <param name="To">The page's.</param>
/// <param name="Path">The path of the page's file.</param>
/// <param name="Number">Which of its old addresses it is.</param>
internal sealed record Alias(string From, string To, string Path, int Number);

/// <summary>The files behind some paths, of which messages name the display path, and only messages need the file.</summary>
/// <param name="Display">Gives the path as messages show it.</param>
/// <param name="Start">Gives the start of the file.</param>
internal sealed record NamedFiles(Func<string, string> Display, Func<string, FileSpan> Start);

/// <summary>Which files have the address that they want.</summary>
/// <param name="Articles">Articles and pages with their addresses, in order of path.</param>
/// <param name="Aliases">Old addresses in ordinal order.</param>
internal sealed record SiteRoutes(EquatableArray<Named> Articles, EquatableArray<Alias> Aliases)
{
    /// <summary>The sheets that get the address that they want.</summary>
    public static EquatableArray<Named> Sheets(
        IEnumerable<Named> sheets, NamedFiles files, Func<string, string?> reserved, ImmutableArray<Diagnostic>.Builder findings)
    {
        var routes = new RouteTable(findings);
        routes.ReserveOwn();
        var kept = ImmutableArray.CreateBuilder<Named>();
        foreach (var sheet in sheets)
        {
            if (reserved(sheet.Name) is { } what)
                findings.Add(Catalog.ReservedName(files.Start(sheet.Path), sheet.Name, what, $"{sheet.Name.Replace('_', '-')}-facts.yaml"));
            if (Take(routes, sheet, files)) kept.Add(sheet);
        }
        return kept.ToImmutable();
    }

    /// <summary>The articles and pages that get the address that they want, once the sheets have theirs.</summary>
    public static SiteRoutes Of(
        IEnumerable<Named> sheets,
        IEnumerable<string> indexPages,
        IEnumerable<ArticleStatus> articles,
        IEnumerable<string> images,
        NamedFiles files,
        Func<Alias, FileSpan> alias,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        var routes = new RouteTable(findings);
        routes.ReserveOwn();
        foreach (var sheet in sheets) Take(routes, sheet, files);
        routes.ReserveIndexPages(indexPages);
        ArticleStatus[] published = [.. articles
            .Where(article => routes.TakePage(Routes.Article(article.Slug), article.DisplayPath, () => files.Start(article.Path)))];
        foreach (var image in images) routes.Take(Routes.Image(image), files.Display(image), () => files.Start(image));
        var aliases = new List<Alias>();
        foreach (var article in published)
        {
            for (var i = 0; i < article.Aliases.Length; i++)
            {
                var old = new Alias(AliasPath.Of(article.Aliases[i])!, Routes.Article(article.Slug), article.Path, i);
                if (routes.TakeAlias(old.From, article, () => alias(old))) aliases.Add(old);
            }
        }
        return new SiteRoutes(
            published.Select(article => new Named(article.Path, Routes.Article(article.Slug))).ToEquatable(),
            aliases.OrderBy(old => old.From, StringComparer.Ordinal).ToEquatable());
    }

    private static bool Take(RouteTable routes, Named sheet, NamedFiles files) =>
        routes.Take(Routes.Sheet(sheet.Name), files.Display(sheet.Path), () => files.Start(sheet.Path));
}
