using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Search;

/// <summary>What a search can find, by the file that it stands in, so that an edit reads one file again.</summary>
internal sealed class SearchQueries
{
    private readonly RenderingQueries _site;

    /// <summary>Defines the queries.</summary>
    public SearchQueries(Engine engine, RenderingQueries site)
    {
        _site = site;
        Article = engine.Query<ArticleId, SearchEntry>("search entry of an article", (reads, article) =>
            SearchEntries.OfArticle(new SiteScope(site, reads), site.Binding.Articles.Bound.Get(reads, article).Value));
        Sheet = engine.Query<string, EquatableArray<SearchEntry>>("search entries of a sheet", (reads, name) =>
            SearchEntries.OfSheet(new SiteScope(site, reads), site.Binding.Facts.Sheet.Get(reads, name)!));
        Actor = engine.Query<string, SearchEntry>("search entry of an actor", (reads, url) =>
            SearchEntries.OfActor(new SiteScope(site, reads), site.Indexes.ActorAt.Get(reads, url)!));
        Author = engine.Query<string, SearchEntry>("search entry of an author", (reads, id) =>
            SearchEntries.OfAuthor(new SiteScope(site, reads), site.Binding.Authors.Author.Get(reads, id)!));
        Articles = engine.Query<SiteKey, EquatableArray<ArticleId>>(
            "searched articles", (reads, _) => ArticlesOf(new SiteScope(site, reads)));
    }

    /// <summary>The explainers in order of address, then the pages; none where the theme has no page to search on.</summary>
    private Query<SiteKey, EquatableArray<ArticleId>> Articles { get; }

    /// <summary>An explainer or page.</summary>
    public Query<ArticleId, SearchEntry> Article { get; }

    private Query<string, EquatableArray<SearchEntry>> Sheet { get; }

    private Query<string, SearchEntry> Actor { get; }

    private Query<string, SearchEntry> Author { get; }

    /// <summary>The files of the search index; none where the theme has no page to search on.</summary>
    public IEnumerable<OutputFile> Files(Reads reads)
    {
        var scope = new SiteScope(_site, reads);
        return scope.HasSearch ? SearchIndex.Write(Entries(reads, scope), scope) : [];
    }

    /// <summary>Every entry, in order of kind and, within it, in an order that puts what belongs together side by side.</summary>
    private ImmutableArray<SearchEntry> Entries(Reads reads, SiteScope scope)
    {
        var sheets = scope.Site.Sheets.Select(sheet => Sheet.Get(reads, sheet)).ToArray();
        return
        [
            .. Articles.Get(reads, default).Select(article => Article.Get(reads, article)),
            .. sheets.Select(entries => entries[0]),
            .. scope.Authors.Select(author => Author.Get(reads, author)),
            .. scope.Actors.Select(actor => Actor.Get(reads, actor.Url)),
            .. sheets.SelectMany(entries => entries.Skip(1)).OrderBy(entry => entry.Kind),
        ];
    }

    private static EquatableArray<ArticleId> ArticlesOf(SiteScope scope) => !scope.HasSearch ? [] :
    [
        .. scope.Site.Articles.Select(scope.Site.Head).Where(article => article.IsSearched)
            .OrderBy(article => article.Url, StringComparer.Ordinal).Select(article => article.Id),
        .. scope.Site.Pages.Select(scope.Site.Head).Where(page => page.IsSearched).Select(page => page.Id),
    ];
}
