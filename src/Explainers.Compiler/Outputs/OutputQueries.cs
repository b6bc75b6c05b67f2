using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Outputs.Data;
using Explainers.Outputs.Feeds;
using Explainers.Outputs.Hosting;
using Explainers.Outputs.Search;
using Explainers.Pages;
using Explainers.Proofreading;
using Explainers.Rendering;
using Explainers.Scopes;
using Explainers.Sources;

namespace Explainers.Outputs;

/// <summary>What tells a finished file from any other.</summary>
/// <param name="Path">Its path below the output folder.</param>
/// <param name="Content">The hash of its content, and of what was recorded while it was made.</param>
/// <param name="IsEndless">Whether a template was stopped that would not have come to an end.</param>
internal sealed record OutputMark(string Path, Hash128 Content, bool IsEndless = false);

/// <summary>What is kept of a finished file, whose content is handed on.</summary>
/// <param name="Path">Its path below the output folder.</param>
/// <param name="Content">Tells it from any other.</param>
/// <param name="States">The facts that it states.</param>
/// <param name="Names">The entries that it names without stating more of them.</param>
/// <param name="Assets">The assets that it loads.</param>
/// <param name="Notes">What the page has and leads to, or null for what is no page or could not be rendered.</param>
/// <param name="Findings">What was found while it was made.</param>
internal sealed record OutputRecord(
    string Path,
    Hash128 Content,
    EquatableArray<FactId> States,
    EquatableArray<FactId> Names,
    EquatableArray<string> Assets,
    PageNotes? Notes,
    EquatableArray<Diagnostic> Findings)
{
    /// <summary>The file that a page is about, as messages show it, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Whether a template was stopped that would not have come to an end.</summary>
    public bool IsEndless { get; init; }

    /// <summary>Whether nothing could be made.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>What tells it from any other.</summary>
    public OutputMark Mark => new(Path, Content, IsEndless);
}

/// <summary>The finished files of a site, each made when somebody asks for it; their bytes are handed on and forgotten.</summary>
internal sealed class OutputQueries
{
    private readonly RenderingQueries _site;
    private readonly SharedTexts _texts;

    /// <summary>Defines the queries.</summary>
    public OutputQueries(Engine engine, RenderingQueries site)
    {
        (_site, _texts) = (site, engine.Shared);
        Spacing = engine.Input<SiteKey, Spacing>("spacing", hash: spacing => Hash128.Of(spacing.ToString()));
        Pages = engine.Query<SiteKey, EquatableArray<OutputKey>>(
            "pages of the site",
            (reads, _) => PagePlanner.Keys(Scope(reads)).ToEquatable());
        Files = engine.Query<SiteKey, EquatableArray<OutputKey>>("files of the site", (reads, _) =>
        [
            .. OutputPlan.Files(Scope(reads)),
            .. PublicFiles!.Get(reads, default).Value.Select(path => new OutputKey(OutputKind.Public, path)),
        ]);
        PublicFiles = engine.Query<SiteKey, Diagnosed<EquatableArray<string>>>("public files", (reads, _) => PublicOf(reads));
        Head = engine.Query<OutputKey, PageHead>(
            "head of a page", (reads, page) => PagePlanner.Plan(page, Scope(reads)).Head, new() { IsDirect = true });
        var hashed = new QueryOptions<OutputKey, OutputFile> { Kept = Kept.Hash, Hash = file => file.Hash, IsDirect = true };
        Rendered = engine.Query<OutputKey, OutputFile>("rendered file", Render, hashed);
        Content = engine.Query<OutputKey, OutputFile>("finished file", (reads, key) =>
            key.Kind != OutputKind.Public && Spacing.Get(reads, default) == Rendering.Spacing.Minified
                ? Minifier.Minify(Rendered!.Get(reads, key))
                : Rendered!.Get(reads, key),
            hashed);
        Record = engine.Query<OutputKey, OutputRecord>("record of a file", RecordOf);
        Mark = engine.Query<OutputKey, OutputMark>(
            "mark of a file", (reads, key) => Record.Get(reads, key).Mark, new() { IsDirect = true });
        var loadedBy = engine.Query<OutputKey, EquatableArray<string>>("kinds of assets of a page", (reads, page) => Record
            .Get(reads, page).Assets.Select(asset => asset.Contains(' ') ? asset : System.IO.Path.GetExtension(asset))
            .Distinct(StringComparer.Ordinal).ToEquatable(), new() { IsDirect = true });
        Loaded = engine.Query<SiteKey, EquatableArray<string>>("kinds of assets", (reads, _) => Pages.Get(reads, default)
            .SelectMany(page => loadedBy.Get(reads, page))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToEquatable());
        Findings = engine.Query<SiteKey, EquatableArray<Diagnostic>>("findings of outputs", (reads, _) => FindingsOf(reads));
        Addresses = engine.Query<SiteKey, Dictionary<string, OutputKey?>>("addresses", (reads, _) => AddressesOf(reads));
        Search = new SearchQueries(engine, site);
        SearchFiles = engine.Query<SiteKey, EquatableArray<OutputMark>>("search index", (reads, _) =>
        {
            var marks = ImmutableArray.CreateBuilder<OutputMark>();
            foreach (var file in Search.Files(reads))
            {
                Made?.Invoke(file);
                marks.Add(new OutputMark(file.Path, file.Hash));
            }
            return marks.ToImmutable();
        });
    }

    /// <summary>Whether pages are written for people or for the wire.</summary>
    public Input<SiteKey, Spacing> Spacing { get; }

    /// <summary>Every page, in the order of the site's plan.</summary>
    public Query<SiteKey, EquatableArray<OutputKey>> Pages { get; }

    /// <summary>Every other file whose name is known before it is made.</summary>
    public Query<SiteKey, EquatableArray<OutputKey>> Files { get; }

    /// <summary>The head of a page.</summary>
    public Query<OutputKey, PageHead> Head { get; }

    /// <summary>A file before it is minified.</summary>
    public Query<OutputKey, OutputFile> Rendered { get; }

    /// <summary>The files of <c>public/</c> that have an address of their own.</summary>
    private Query<SiteKey, Diagnosed<EquatableArray<string>>> PublicFiles { get; }

    /// <summary>Takes each file when it has been made.</summary>
    public Action<OutputFile>? Made { get; set; }

    /// <summary>A finished file.</summary>
    public Query<OutputKey, OutputFile> Content { get; }

    /// <summary>What is kept of a finished file.</summary>
    public Query<OutputKey, OutputRecord> Record { get; }

    /// <summary>What tells a file from any other.</summary>
    public Query<OutputKey, OutputMark> Mark { get; }

    /// <summary>The files of the search index, which are named by their content.</summary>
    public Query<SiteKey, EquatableArray<OutputMark>> SearchFiles { get; }

    /// <summary>The extensions of the assets that pages load, and what of other sites they show, as a policy names it.</summary>
    public Query<SiteKey, EquatableArray<string>> Loaded { get; }

    /// <summary>What a search can find.</summary>
    public SearchQueries Search { get; }

    /// <summary>Every address of the site, with the page that is there.</summary>
    public Query<SiteKey, Dictionary<string, OutputKey?>> Addresses { get; }

    /// <summary>What a page has and leads to, or null where it could not be rendered.</summary>
    public PageNotes? Notes(Reads reads, OutputKey page) => Record.Get(reads, page).Notes;

    /// <summary>What the site lacks: layouts, words, the layout of cards; and old addresses that files of the site have.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> Findings { get; }

    private EquatableArray<Diagnostic> FindingsOf(Reads reads)
    {
        var scope = Scope(reads);
        return
        [
            .. StyleSheets.Remote(scope),
            .. PageRenderer.MissingLayouts(Pages.Get(reads, default), scope),
            .. TakenAliases(reads, scope),
            .. AliasFindings.Of(scope),
            .. PublicFiles.Get(reads, default).Findings,
            .. Menus.Of(scope, Menu.Header).Findings,
            .. Menus.Of(scope, Menu.Footer).Findings,
            .. scope.Site.Settings.HasSocialCards && scope.Site.Theme.Card is null
            ? [Catalog.MissingTemplate("card.yaml")]
            : Array.Empty<Diagnostic>(),
            .. scope.Site.Theme.Strings
                .Select(strings => (
                    Strings: strings,
                    Missing: strings.Foreign.Concat(Strings.Required.Where(key => !strings.Texts.ContainsKey(key))).ToArray()))
                .Where(language => language.Missing.Length > 0)
                .Select(language =>
                    Catalog.MissingString(FileSpan.StartOf(language.Strings.File), language.Strings.Language, [.. language.Missing])),
        ];
    }

    /// <summary>
    /// Old addresses that something of the site has, of which binding does not know yet: data files, feeds, pages of people.
    /// </summary>
    private IEnumerable<Diagnostic> TakenAliases(Reads reads, SiteScope scope)
    {
        if (scope.Site.Aliases.IsEmpty) yield break;
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Pages.Get(reads, default).Concat(Files.Get(reads, default)).Where(key => key.Kind != OutputKind.Redirect)
            .Select(key => OutputPlan.PathOf(key, scope)))
            taken.TryAdd(RouteTable.Key(OutputFile.UrlOf(path)), path);
        foreach (var alias in scope.Site.Aliases)
        {
            if (taken.TryGetValue(RouteTable.Key(alias.From), out var owner))
                yield return Catalog.UrlConflict(scope.Site.Span(alias), alias.From, $"the file {owner}", Catalog.AliasHint(isOwn: false));
        }
    }

    private Diagnosed<EquatableArray<string>> PublicOf(Reads reads)
    {
        var all = _site.Binding.Syntax.Lists.Get(reads, default).Public;
        if (all.IsEmpty) return new Diagnosed<EquatableArray<string>>([], []);
        var scope = Scope(reads);
        var own = Pages.Get(reads, default).Concat(OutputPlan.Files(scope)).Select(key => OutputPlan.PathOf(key, scope));
        // A message shows nothing of a file that may be anything.
        return Hosting.PublicFiles.Of(
            all, own, path => FileSpan.StartOf(new SourceFile(path, scope.Site.Display(path), ReadOnlyMemory<byte>.Empty)));
    }

    private Dictionary<string, OutputKey?> AddressesOf(Reads reads)
    {
        var scope = Scope(reads);
        var places = new Dictionary<string, OutputKey?>(StringComparer.Ordinal);
        foreach (var page in Pages.Get(reads, default)) places.TryAdd(_texts[OutputFile.UrlOf(OutputPlan.PathOf(page, scope))], page);
        // That an old address has a page depends on the host, and a link to it is wrong on all of them.
        foreach (var file in Files.Get(reads, default).Where(file => file.Kind != OutputKind.Redirect))
            places.TryAdd(OutputFile.UrlOf(OutputPlan.PathOf(file, scope)), null);
        foreach (var image in _site.Images.Shown.Get(reads, default))
            foreach (var size in scope.Photograph(image.Path!).Sizes) places.TryAdd(size.Url, null);
        if (_site.Images.SiteCard.Get(reads, default) is { } card) places.TryAdd(card.Url, null);
        if (scope.HasSearch) places.TryAdd(Routes.SearchManifest, null);
        return places;
    }
    private SiteScope Scope(Reads reads) => new(_site, reads);

    private OutputFile Render(Reads reads, OutputKey key)
    {
        var scope = Scope(reads);
        return key.Kind switch
        {
            OutputKind.Asset => new OutputFile(OutputPlan.PathOf(key, scope), scope.Site.ThemeAsset(key.Name)),
            OutputKind.Image => new OutputFile(OutputPlan.PathOf(key, scope), _site.Images.Content(reads, key.Name)?.Bytes ?? default),
            OutputKind.SheetJson => SheetJson.Write(scope, scope.Site.Sheet(key.Name)),
            OutputKind.SheetCsv => SheetCsv.Write(scope, scope.Site.Sheet(key.Name)),
            OutputKind.TableCsv => TableCsv.Write(scope, new FactId(key.Name)),
            OutputKind.TableData => TableCsv.Original(scope, new FactId(key.Name)),
            OutputKind.AtomFeed => AtomFeed.Write(scope, SiteFeeds.Make(scope, key.Name)),
            OutputKind.JsonFeed => JsonFeed.Write(scope, SiteFeeds.Make(scope, key.Name)),
            OutputKind.EmbedData => OEmbed.Write(scope, new FactId(key.Name)),
            OutputKind.Security => SiteTexts.Security(scope, scope.Site.Settings.Security!),
            OutputKind.DataSchema => DataSchema.Write(scope),
            OutputKind.Sitemap =>
                Sitemap.Write(
                    scope,
                    Pages.Get(reads, default).Where(page => page.Kind is not (OutputKind.Embed or OutputKind.NotFound))
                        .Select(page => Head.Get(reads, page)).Select(head => (head.Url, head.Changed))),
            OutputKind.Robots => SiteTexts.Robots(scope),
            OutputKind.Manifest => SiteTexts.Manifest(scope),
            OutputKind.Public => new OutputFile(OutputPlan.PathOf(key, scope), scope.Site.File(key.Name).Bytes),
            OutputKind.Redirect => RedirectPage.Write(scope, key.Name),
            OutputKind.HostFile => HostFiles.Write(scope, key.Name, Loaded.Get(reads, default), PublicFiles.Get(reads, default).Value),
            OutputKind.Redirects => NetlifyFiles.Redirects(scope),
            OutputKind.Headers => NetlifyFiles.Headers(scope, Loaded.Get(reads, default)),
            _ => PageRenderer.Render(PagePlanner.Plan(key, scope), scope),
        };
    }

    private OutputRecord RecordOf(Reads reads, OutputKey key)
    {
        var file = Content.Get(reads, key);
        Made?.Invoke(file);
        var notes = key.IsPage && !file.Bytes.IsEmpty
            ? PageNotes.Of(file, new SiteLinks(_site.Published.Get(reads, default)), _site.Policy.Get(reads, default), _texts)
            : null;
        var assets = file.Assets.Select(asset => _texts[asset]).ToEquatable();
        return new OutputRecord(file.Path, file.Hash, file.States, file.Names, assets, notes, file.Findings)
        {
            Source = file.Source,
            IsEndless = file.IsEndless,
            IsEmpty = file.Bytes.IsEmpty,
        };
    }
}
