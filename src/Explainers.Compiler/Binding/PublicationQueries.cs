using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Authors;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Settings;
using NodaTime;

namespace Explainers.Binding;

/// <summary>What becomes of articles marked as drafts.</summary>
public enum Drafts
{
    /// <summary>They are left out.</summary>
    Excluded,

    /// <summary>They are treated as published.</summary>
    Included,
}

/// <summary>
/// What of a site is published. Drafts, embargoed and expired articles are not. A sheet or image that such an article refers to waits with
/// it, unless something published refers to it too. What no article refers to is published.
/// </summary>
internal sealed class PublicationQueries
{
    private readonly SyntaxQueries _syntax;

    /// <summary>Defines the queries.</summary>
    public PublicationQueries(Engine engine, SyntaxQueries syntax)
    {
        _syntax = syntax;
        Today = engine.Input<SiteKey, DateOnly>("today", hash: day => Hash128.Of(day.ToString("O")));
        Now = engine.Input<SiteKey, DateTimeOffset?>("now", hash: now => Hash128.Of(now?.ToString("O") ?? ""));
        Drafts = engine.Input<SiteKey, Drafts>("drafts", hash: drafts => Hash128.Of(drafts.ToString()));
        DisplayPath = engine.Query<string, string>(
            "display path", (reads, path) => syntax.Files.Get(reads, path)!.DisplayPath, new() { IsDirect = true });
        Status = engine.Query<string, ArticleStatus>("article status", StatusOf);
        SheetName = engine.Query<string, string>("sheet name", (reads, path) => syntax.Sheet.Get(reads, path).Value.Name);
        Authors = engine.Query<SiteKey, Dictionary<string, AuthorSyntax>>("authors by id", (reads, _) =>
            syntax.Authors.Get(reads, default).Value.Authors.DistinctBy(author => author.Id.Text, StringComparer.Ordinal)
            .ToDictionary(author => author.Id.Text, StringComparer.Ordinal));
        OfArticle = engine.Query<string, References>("references of an article", (reads, path) => ReferenceReader.Of(
            syntax.Article.Get(reads, path).Value,
            BaseUrl(reads),
            photograph => CreditOf(reads, photograph),
            AuthorsOf(reads, syntax.Article.Get(reads, path).Value)));
        OfSheet = engine.Query<string, References>("references of a sheet", (reads, path) =>
            ReferenceReader.Of(syntax.Sheet.Get(reads, path).Value, BaseUrl(reads)));
        OfTheme = engine.Query<SiteKey, References>("references of the theme", (reads, _) =>
            ReferenceReader.Of(syntax.Theme.Get(reads, default).Value, BaseUrl(reads)));
        HasHours = engine.Query<SiteKey, bool>("hour is known", (reads, _) => Now.Get(reads, default) is not null);
        Early = engine.Query<SiteKey, EquatableArray<string>>("articles before their hour", (reads, _) => EarlyOf(reads));
        Published = engine.Query<SiteKey, Publication>("publication", (reads, _) => Of(reads));
    }

    /// <summary>The day that dates are judged against.</summary>
    public Input<SiteKey, DateOnly> Today { get; }

    /// <summary>The moment that hours of publication are judged against, or null where a day has no hours.</summary>
    public Input<SiteKey, DateTimeOffset?> Now { get; }

    /// <summary>What becomes of drafts.</summary>
    public Input<SiteKey, Drafts> Drafts { get; }

    /// <summary>The path of a file as messages show it.</summary>
    public Query<string, string> DisplayPath { get; }

    /// <summary>What of an article decides whether it is published, and where.</summary>
    public Query<string, ArticleStatus> Status { get; }

    /// <summary>The identifier that a sheet wants, by the path of its file.</summary>
    public Query<string, string> SheetName { get; }

    /// <summary>What is published.</summary>
    public Query<SiteKey, Publication> Published { get; }

    /// <summary>The paths of the articles and pages whose hour of publication is still to come.</summary>
    private Query<SiteKey, EquatableArray<string>> Early { get; }

    private Query<SiteKey, bool> HasHours { get; }

    private Query<string, References> OfArticle { get; }

    private Query<SiteKey, Dictionary<string, AuthorSyntax>> Authors { get; }

    private Query<string, References> OfSheet { get; }

    private Query<SiteKey, References> OfTheme { get; }

    /// <summary>Forgets what decided whether an article is published. Nobody may be asking for it.</summary>
    public void Forget(string path)
    {
        Engine.Release(Status, path);
        _syntax.Forget(path);
    }

    /// <summary>An author as written, or null.</summary>
    public AuthorSyntax? AuthorOf(Reads reads, string id) => Authors.Get(reads, default).GetValueOrDefault(id);

    /// <summary>Everybody who had a part in an article.</summary>
    private IEnumerable<AuthorSyntax> AuthorsOf(Reads reads, ArticleSyntax article)
    {
        var written = article.Authors.IsEmpty && article.Kind == ArticleKind.Explainer ? Settings(reads).DefaultAuthors : article.Authors;
        return written.Concat(article.Contributions.Select(part => part.Author))
            .Select(name => AuthorOf(reads, name.Text)).OfType<AuthorSyntax>().Distinct();
    }

    /// <summary>Whose a photograph is, or null.</summary>
    public CreditSyntax? CreditOf(Reads reads, string photograph) => _syntax.Credit.Get(reads, photograph + CreditSyntax.Extension)?.Value;

    /// <summary>site.yaml.</summary>
    public SettingsSyntax Settings(Reads reads) => _syntax.Settings.Get(reads, default).Value;

    private string BaseUrl(Reads reads) => Settings(reads).BaseUrl;

    /// <summary>
    /// The parts of an article that decide. Dates that cannot be read are reported when it is bound, and keep nothing back.
    /// </summary>
    private ArticleStatus StatusOf(Reads reads, string path)
    {
        var article = _syntax.Front(reads, path);
        var dates = ArticleDates.Of(article, ImmutableArray.CreateBuilder<Diagnostic>());
        return new ArticleStatus(
            path, article.File.DisplayPath, article.Slug, article.IsDraft, dates.Published, dates.Updated, dates.Expires,
            article.Aliases.Select(alias => alias.Text).ToEquatable());
    }

    private EquatableArray<string> EarlyOf(Reads reads)
    {
        if (Now.Get(reads, default) is not { } now) return [];
        var lists = _syntax.Lists.Get(reads, default);
        var instant = Instant.FromDateTimeOffset(now);
        return lists.Articles.Concat(lists.Pages)
            .Where(path => Status.Get(reads, path).Published is { HasHour: true } published && published.Instant > instant)
            .ToEquatable();
    }

    private Publication Of(Reads reads)
    {
        var lists = _syntax.Lists.Get(reads, default);
        var (day, isWhole) = (Today.Get(reads, default), Drafts.Get(reads, default) == Binding.Drafts.Included);
        ImmutableArray<string> all = [.. lists.Articles, .. lists.Pages];
        var early = Early.Get(reads, default).ToHashSet(StringComparer.Ordinal);
        var hasHours = HasHours.Get(reads, default);
        var unpublished = isWhole
            ? []
            : all.Select(path => Status.Get(reads, path).UnpublishedOn(day, hasHours ? early.Contains(path) : null))
                .OfType<UnpublishedArticle>().ToEquatable();
        if (unpublished.IsEmpty) return new Publication(all, lists.Sheets, lists.Images, [], new ReferenceGraph(_ => []).Reached());
        var kept = unpublished.Select(article => article.Path).ToHashSet(StringComparer.Ordinal);
        var sheets = lists.Sheets.Select(path => new Named(path, SheetName.Get(reads, path))).ToImmutableArray();
        var byName = sheets.ToLookup(sheet => sheet.Name, sheet => sheet.Path, StringComparer.Ordinal);
        var waiting = new ReferenceGraph(name => byName[name].Select(path => OfSheet.Get(reads, path)));
        foreach (var article in unpublished) waiting.Follow(OfArticle.Get(reads, article.Path));
        var needed = new ReferenceGraph(name => byName[name].Select(path => OfSheet.Get(reads, path)));
        foreach (var path in all.Where(path => !kept.Contains(path))) needed.Follow(OfArticle.Get(reads, path));
        foreach (var sheet in sheets.Where(sheet => !waiting.Sheets.Contains(sheet.Name))) needed.Follow(OfSheet.Get(reads, sheet.Path));
        needed.Follow(OfTheme.Get(reads, default));
        return new Publication(
            all.Where(path => !kept.Contains(path)).ToEquatable(),
            sheets.Where(sheet => !waiting.Sheets.Contains(sheet.Name) || needed.Sheets.Contains(sheet.Name)).Select(sheet => sheet.Path)
                .ToEquatable(),
            lists.Images.Where(image => !waiting.Images.Contains(image) || needed.Images.Contains(image)).ToEquatable(),
            unpublished,
            waiting.Reached());
    }
}
