using Explainers.Binding;
using Explainers.Facts;
using Explainers.Outputs.Feeds;
using Explainers.Outputs.Hosting;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs;

/// <summary>Says which files a site has beside its pages, and where each file lies.</summary>
internal static class OutputPlan
{
    /// <summary>Every file that is no page, whose name is known before it is made.</summary>
    public static IEnumerable<OutputKey> Files(SiteScope scope)
    {
        var feeds = scope.Site.Topics.Prepend("").Append(OutputKey.Corrections)
            .Concat(scope.Authors.Where(author => !scope.WrittenBy(author).IsEmpty).Select(author => OutputKey.ByAuthor + author))
            .ToArray();
        return
        [
            .. scope.AssetNames.Select(asset => new OutputKey(OutputKind.Asset, asset)),
            .. scope.Site.Images.Select(image => new OutputKey(OutputKind.Image, image)),
            .. scope.Site.Sheets.Select(sheet => new OutputKey(OutputKind.SheetJson, sheet)),
            .. scope.Site.Sheets.Select(sheet => new OutputKey(OutputKind.SheetCsv, sheet)),
            .. scope.Tables.Select(table => new OutputKey(OutputKind.TableCsv, table.Name)),
            .. scope.Tables.Where(table => scope.Site.PublishedData(table) is not null)
                .Select(table => new OutputKey(OutputKind.TableData, table.Name)),
            .. feeds.Select(feed => new OutputKey(OutputKind.AtomFeed, feed)),
            .. feeds.Select(feed => new OutputKey(OutputKind.JsonFeed, feed)),
            .. scope.Embedded.Select(fact => new OutputKey(OutputKind.EmbedData, fact.Name)),
            .. scope.Site.Settings.Security is null ? [] : new[] { new OutputKey(OutputKind.Security, "") },
            new(OutputKind.DataSchema, ""),
            new(OutputKind.Sitemap, ""),
            .. scope.Site.HasPublic(Routes.Robots[1..]) ? [] : new[] { new OutputKey(OutputKind.Robots, "") },
            new(OutputKind.Manifest, ""),
            .. HostFiles.Of(scope),
        ];
    }

    /// <summary>The path of a file below the output folder.</summary>
    public static string PathOf(OutputKey key, SiteScope scope) => Routes.File(key.Kind switch
    {
        OutputKind.Home => Routes.Home,
        OutputKind.Article => scope.Site.Url(new ArticleId(key.Name)),
        OutputKind.Topics => Routes.Topics,
        OutputKind.Topic => Routes.Numbered(Routes.Topic(key.First.Name), key.Number),
        OutputKind.Facts => Routes.Numbered(Routes.Facts, key.Number),
        OutputKind.Sheet => Routes.Sheet(key.Name),
        OutputKind.IndexPage => Routes.Numbered(key.First.Name, key.Number),
        OutputKind.Author => Routes.Numbered(Routes.Author(key.First.Name), key.Number),
        OutputKind.Person or OutputKind.Organisation => key.Name,
        OutputKind.Embed => Routes.Embed(new FactId(key.Name)),
        OutputKind.Search => Routes.Search,
        OutputKind.Letter => scope.Alphabet.Letters.First(letter => letter.Name == key.Name).Url,
        OutputKind.Sources => Routes.Sources,
        OutputKind.Corrections => Routes.Corrections,
        OutputKind.NotFound => Routes.NotFound,
        OutputKind.Asset => scope.Asset(key.Name)!,
        OutputKind.Image => Routes.Image(key.Name),
        OutputKind.Public => Routes.Public(key.Name),
        OutputKind.SheetJson => Routes.SheetJson(key.Name),
        OutputKind.SheetCsv => Routes.SheetCsv(key.Name),
        OutputKind.TableCsv => Routes.TableCsv(new FactId(key.Name)),
        OutputKind.TableData => Routes.TableData(new FactId(key.Name), scope.Site.PublishedData(new FactId(key.Name))!),
        OutputKind.AtomFeed => SiteFeeds.Addresses(key.Name).Atom,
        OutputKind.JsonFeed => SiteFeeds.Addresses(key.Name).Json,
        OutputKind.EmbedData => Routes.EmbedData(new FactId(key.Name)),
        OutputKind.Security => Routes.SecurityText,
        OutputKind.DataSchema => Routes.DataSchema,
        OutputKind.Sitemap => Routes.Sitemap,
        OutputKind.Robots => Routes.Robots,
        OutputKind.Manifest => Routes.Manifest,
        OutputKind.Redirects => Routes.Redirects,
        OutputKind.Redirect => $"/{RedirectPage.PathOf(key.Name)}",
        OutputKind.HostFile => $"/{key.Name}",
        _ => Routes.Headers,
    });
}
