using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Rendering.Data;
using Explainers.Rendering.Feeds;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Images;
using Explainers.Rendering.Pages;
using Explainers.Rendering.Search;
using Explainers.Sources;

namespace Explainers.Rendering;

/// <summary>Turns a bound site into finished files in memory.</summary>
public static class Renderer
{
    /// <summary>Renders a site for the address that it will stand at.</summary>
    /// <param name="site">The site.</param>
    /// <param name="address">The address.</param>
    /// <param name="indexing">Whether search engines may list it.</param>
    /// <param name="pictures">Keeps pictures between compiles; none without it.</param>
    public static Diagnosed<RenderedSite> Render(BoundSite site, Uri address, Indexing indexing, IPictureCache? pictures = null)
    {
        var scope = new SiteScope(site, address, indexing);
        var plans = PagePlanner.Plan(scope);
        var missing = PageRenderer.MissingLayouts(plans, scope).ToImmutableArray();
        var pages = new Diagnosed<OutputFile>[plans.Length];
        Parallel.For(0, plans.Length, i => pages[i] = PageRenderer.Render(plans[i], scope));
        var cards = scope.Cards?.Draw(pictures ?? NoPictureCache.Instance) ?? new Diagnosed<ImmutableArray<OutputFile>>([], []);
        var photographs = scope.Photographs.Make(pictures ?? NoPictureCache.Instance);
        var files = pages.Select(page => page.Value)
            .Concat(site.Theme.Assets.Select(file => new OutputFile(Routes.File(scope.Assets[SiteScope.AssetName(file)]), file.Bytes)))
            .Concat(site.Images.Select(file => new OutputFile(Routes.File(Routes.Image(file.Path)), PictureMetadata.Without(file.Bytes))))
            .Concat(site.Sheets.SelectMany(sheet => new[] { SheetJson.Write(scope, sheet), SheetCsv.Write(scope, sheet) }))
            .Concat(SiteFeeds.Write(scope))
            .Concat(SearchIndex.Write(scope))
            .Concat(OEmbed.Write(scope))
            .Concat(SiteTexts.Security(scope))
            .Concat([DataSchema.Write(scope), Sitemap.Write(scope, plans), SiteTexts.Robots(scope), SiteTexts.Manifest(scope)])
            .Concat([NetlifyFiles.Redirects(scope), NetlifyFiles.Headers(scope, pages.Select(page => page.Value))])
            .Concat(cards.Value)
            .Concat(photographs.Value)
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        return new Diagnosed<RenderedSite>(
            new RenderedSite([.. files], address),
            [.. missing, .. MissingCard(site), .. cards.Findings, .. photographs.Findings, .. MissingStrings(site), .. pages.SelectMany(page => page.Findings)]);
    }

    private static IEnumerable<Diagnostic> MissingCard(BoundSite site) =>
        site.Settings.HasSocialCards && site.Theme.Card is null ? [Catalog.MissingTemplate("card.yaml")] : [];

    private static IEnumerable<Diagnostic> MissingStrings(BoundSite site) => site.Theme.Strings
        .Select(strings => (Strings: strings, Missing: Words.Required.Where(key => !strings.Texts.ContainsKey(key)).ToImmutableArray()))
        .Where(language => !language.Missing.IsEmpty)
        .Select(language => Catalog.MissingString(FileSpan.StartOf(language.Strings.File), language.Strings.Language, language.Missing));
}
