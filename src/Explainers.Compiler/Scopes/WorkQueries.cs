using Explainers.Binding;
using Explainers.Incremental;

namespace Explainers.Scopes;

/// <summary>
/// Who had a part in which articles. Only published articles count, so that an author whom only others name has no page.
/// </summary>
internal sealed class WorkQueries
{
    private readonly BindingQueries _binding;

    /// <summary>Defines the queries.</summary>
    public WorkQueries(Engine engine, BindingQueries binding)
    {
        _binding = binding;
        Written = engine.Query<SiteKey, ILookup<string, ArticleId>>(
            "index of authors", (reads, _) => Index(reads, head => head.Authors));
        Helped = engine.Query<SiteKey, ILookup<string, ArticleId>>("index of contributors", (reads, _) => Index(
            reads, head => head.Contributions.Select(part => part.Author).Distinct().Except(head.Authors)));
        Authors = engine.Query<SiteKey, EquatableArray<string>>("authors with pages", (reads, _) => Written.Get(reads, default)
            .Concat(Helped.Get(reads, default)).Select(work => work.Key).Distinct()
            .OrderBy(author => binding.Authors.Author.Get(reads, author)!.Name, StringComparer.Ordinal)
            .ThenBy(author => author, StringComparer.Ordinal)
            .ToEquatable());
        WrittenBy = engine.Query<string, EquatableArray<ArticleId>>(
            "articles of an author", (reads, author) => Written.Get(reads, default)[author].ToEquatable());
        HelpedBy = engine.Query<string, EquatableArray<ArticleId>>(
            "articles of a contributor", (reads, author) => Helped.Get(reads, default)[author].ToEquatable());
    }

    /// <summary>The ids of the authors who had a part in something published, in order of name.</summary>
    public Query<SiteKey, EquatableArray<string>> Authors { get; }

    /// <summary>What an author wrote: explainers, the newest first, then pages.</summary>
    public Query<string, EquatableArray<ArticleId>> WrittenBy { get; }

    /// <summary>What an author had another part in: explainers, the newest first, then pages.</summary>
    public Query<string, EquatableArray<ArticleId>> HelpedBy { get; }

    private Query<SiteKey, ILookup<string, ArticleId>> Written { get; }

    private Query<SiteKey, ILookup<string, ArticleId>> Helped { get; }

    private ILookup<string, ArticleId> Index(Reads reads, Func<ArticleHead, IEnumerable<string>> named)
    {
        if (!_binding.Authors.HasAny.Get(reads, default)) return Array.Empty<(string Author, ArticleId Article)>().ToLookup(
            work => work.Author, work => work.Article, StringComparer.Ordinal);
        return _binding.Site.Explainers.Get(reads, default).Concat(_binding.Site.Pages.Get(reads, default))
            .SelectMany(article => named(_binding.Articles.Head.Get(reads, article)).Select(author => (Author: author, Article: article)))
            .ToLookup(work => work.Author, work => work.Article, StringComparer.Ordinal);
    }
}
