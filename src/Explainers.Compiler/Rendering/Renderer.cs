using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Rendering.Data;
using Explainers.Rendering.Feeds;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Images;
using Explainers.Rendering.Memory;
using Explainers.Rendering.Pages;
using Explainers.Rendering.Search;
using Explainers.Sources;

namespace Explainers.Rendering;

/// <summary>When files are made that no page is.</summary>
internal enum Making
{
    /// <summary>With the pages: the site is written.</summary>
    Whole,

    /// <summary>When somebody asks for them: the site is looked at while it is written.</summary>
    OnDemand,
}

/// <summary>Turns a bound site into finished files in memory.</summary>
internal static class Renderer
{
    /// <summary>Renders a site for the address that it will stand at.</summary>
    /// <param name="site">The site.</param>
    /// <param name="address">The address.</param>
    /// <param name="indexing">Whether search engines may list it.</param>
    /// <param name="making">Whether files that no page is are made now.</param>
    /// <param name="imaging">Draws and scales pictures, or null for none.</param>
    /// <param name="pictures">Keeps pictures between compiles.</param>
    /// <param name="memory">The pages that were rendered before; it takes those of now.</param>
    /// <param name="today">The day.</param>
    internal static Diagnosed<RenderedSite> Render(
        BoundSite site, Uri address, Indexing indexing, Making making, IImaging? imaging, IPictureCache pictures, PageMemory memory, DateOnly today)
    {
        var scope = new SiteScope(site, address, indexing, imaging, memory.Indexes);
        var plans = PagePlanner.Plan(scope, memory.Plans);
        var missing = PageRenderer.MissingLayouts(plans, scope).ToImmutableArray();
        var pages = memory.Render(plans, scope);
        LaterFiles[] later =
        [
            Later(Routes.SocialCards, () => scope.Cards?.Draw(pictures)),
            Later(Routes.Photographs, () => scope.Photographs.Make(pictures)),
            Later(Routes.SearchFiles, () => new Diagnosed<ImmutableArray<OutputFile>>([.. SearchIndex.Write(scope)], [])),
        ];
        OutputFile[] files =
        [
            .. pages.Select(page => page.File),
            .. site.Theme.Assets.Select(file => new OutputFile(Routes.File(scope.Assets[SiteScope.AssetName(file)]), file.Bytes)),
            .. site.Images.Select(file => Published(site, file)),
            .. Derived(scope, plans, today),
            NetlifyFiles.Redirects(scope),
            NetlifyFiles.Headers(scope, pages.Select(page => page.File)),
        ];
        var aliases = TakenAliases(site, files);
        var made = making == Making.OnDemand ? [] : Made(files, later);
        return new Diagnosed<RenderedSite>(
            new RenderedSite(memory.Files.Sort([.. files, .. made.SelectMany(group => group.Value)]), address) { Later = making == Making.OnDemand ? [.. later] : [] },
            [.. missing, .. aliases, .. MissingCard(site), .. made.SelectMany(group => group.Findings), .. MissingStrings(site),
                .. pages.SelectMany(page => page.Findings)]);
    }

    /// <summary>What is derived from the facts and articles for machines.</summary>
    private static IEnumerable<OutputFile> Derived(SiteScope scope, ImmutableArray<PagePlan> plans, DateOnly today) =>
    [
        .. scope.Site.Sheets.SelectMany(sheet => new[]
        {
            OutputFile.Deferred(Routes.File(Routes.SheetJson(sheet.Name)), () => SheetJson.Write(scope, sheet)),
            OutputFile.Deferred(Routes.File(Routes.SheetCsv(sheet.Name)), () => SheetCsv.Write(scope, sheet)),
        }),
        .. SiteFeeds.Write(scope, today),
        .. OEmbed.Write(scope),
        .. SiteTexts.Security(scope),
        OutputFile.Deferred(Routes.File(Routes.DataSchema), () => DataSchema.Write(scope)),
        OutputFile.Deferred(Routes.File(Routes.Sitemap), () => Sitemap.Write(scope, plans)),
        SiteTexts.Robots(scope),
        SiteTexts.Manifest(scope),
    ];

    /// <summary>An image as it is published; nothing where it may not be.</summary>
    private static OutputFile Published(BoundSite site, SourceFile image)
    {
        var path = Routes.File(Routes.Image(image.Path));
        return OutputFile.Deferred(path, () => new OutputFile(path, site.Pictures.GetValueOrDefault(image.Path)?.Bytes ?? default));
    }

    private static LaterFiles Later(string folder, Func<Diagnosed<ImmutableArray<OutputFile>>?> make) =>
        new(folder, new Lazy<Diagnosed<ImmutableArray<OutputFile>>>(() => make() ?? new Diagnosed<ImmutableArray<OutputFile>>([], [])));

    /// <summary>Makes everything, one file beside the other.</summary>
    private static Diagnosed<ImmutableArray<OutputFile>>[] Made(OutputFile[] files, LaterFiles[] later)
    {
        Parallel.ForEach(files, file => _ = file.Bytes);
        return [.. later.Select(group => group.Made.Value)];
    }

    /// <summary>
    /// Old addresses that something of the site has, of which binding does not know yet: data files, feeds, pages of people.
    /// </summary>
    private static ImmutableArray<Diagnostic> TakenAliases(BoundSite site, OutputFile[] files)
    {
        if (site.Redirects.IsEmpty) return [];
        var taken = new Dictionary<string, OutputFile>(files.Length, StringComparer.OrdinalIgnoreCase);
        foreach (var file in files) taken.TryAdd(RouteTable.Key(file.Url), file);
        return [.. site.Redirects
            .Where(redirect => taken.ContainsKey(RouteTable.Key(redirect.From)))
            .Select(redirect => (Redirect: redirect, Owner: $"the file {taken[RouteTable.Key(redirect.From)].Path}"))
            .Select(found => Catalog.UrlConflict(found.Redirect.At, found.Redirect.From, found.Owner, Catalog.AliasHint(isOwn: false)))];
    }

    private static IEnumerable<Diagnostic> MissingCard(BoundSite site) =>
        site.Settings.HasSocialCards && site.Theme.Card is null ? [Catalog.MissingTemplate("card.yaml")] : [];

    private static IEnumerable<Diagnostic> MissingStrings(BoundSite site) => site.Theme.Strings
        .Select(strings => (Strings: strings, Missing: Words.Required.Where(key => !strings.Texts.ContainsKey(key)).ToImmutableArray()))
        .Where(language => !language.Missing.IsEmpty)
        .Select(language => Catalog.MissingString(FileSpan.StartOf(language.Strings.File), language.Strings.Language, language.Missing));
}
