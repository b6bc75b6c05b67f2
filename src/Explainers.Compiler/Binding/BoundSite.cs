using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Templates;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>A site as one query sees it, whose every reference leads to what it names. What is read here is recorded.</summary>
/// <param name="queries">The queries.</param>
/// <param name="reads">Records what is read.</param>
internal sealed class BoundSite(BindingQueries queries, Reads reads)
{
    /// <summary>site.yaml.</summary>
    public SettingsSyntax Settings => queries.Publication.Settings(reads);

    /// <summary>The theme, whole.</summary>
    public ThemeSyntax Theme => queries.Syntax.Theme.Get(reads, default).Value;

    /// <summary>The code of the language that its own pages are in.</summary>
    public string Language => queries.Site.Language.Get(reads, default).Value;

    /// <summary>The day that dates are judged against.</summary>
    public DateOnly Today => queries.Publication.Today.Get(reads, default);

    /// <summary>Explainers, the newest first.</summary>
    public EquatableArray<ArticleId> Articles => queries.Site.Explainers.Get(reads, default);

    /// <summary>Pages about the site, in order of address.</summary>
    public EquatableArray<ArticleId> Pages => queries.Site.Pages.Get(reads, default);

    /// <summary>Explainers, then pages, in their orders.</summary>
    public IEnumerable<ArticleId> All => Articles.Concat(Pages);

    /// <summary>The article that the home page puts first, or null where there is none.</summary>
    public ArticleId? Lead => queries.Site.Lead.Get(reads, default).Value;

    /// <summary>An author who exists.</summary>
    public Author Author(string id) => queries.Authors.Author.Get(reads, id)!;

    /// <summary>The name of an author of authors.yaml, published or not; null for an id that it does not list.</summary>
    public string? AuthorName(string id) => queries.Publication.AuthorOf(reads, id)?.Name;

    /// <summary>The photograph of an author, or null.</summary>
    public Photograph? Portrait(string id) => queries.Authors.Portrait.Get(reads, id) is { Path: { } path }
        && queries.Site.Image.Get(reads, path) is { } file && queries.Publication.CreditOf(reads, path) is { } credit
            ? new Photograph(file, credit, [])
            : null;

    /// <summary>The address of what the publisher says of itself, by its key in site.yaml, or null.</summary>
    public string? Policy(string key) => queries.Site.Policies.Get(reads, key);

    /// <summary>The page that says how the publisher works, or null where site.yaml names none.</summary>
    public ArticleId? Principles => queries.Site.Principles.Get(reads, default).Value;

    /// <summary>Fact sheets in order of title.</summary>
    public EquatableArray<string> Sheets => queries.Facts.ByTitle.Get(reads, default);

    /// <summary>The ids of topics that have articles, in the order of site.yaml.</summary>
    public EquatableArray<string> Topics => queries.Site.Topics.Get(reads, default);

    /// <summary>Old addresses in ordinal order.</summary>
    public EquatableArray<Alias> Aliases => queries.Articles.Routes.Get(reads, default).Value.Aliases;

    /// <summary>The published files of <c>images/</c>.</summary>
    public EquatableArray<string> Images => queries.Publication.Published.Get(reads, default).Images;

    /// <summary>The articles and pages that are not published.</summary>
    public EquatableArray<UnpublishedArticle> Unpublished => queries.Publication.Published.Get(reads, default).Unpublished;

    /// <summary>What the articles and pages that are not published refer to.</summary>
    public References Waiting => queries.Publication.Published.Get(reads, default).Waiting;

    /// <summary>Every fact of every sheet, by title of sheet and in written order.</summary>
    public IEnumerable<FactId> AllFacts => Sheets.SelectMany(sheet => Sheet(sheet).Facts);

    /// <summary>A fact; a placeholder for one that does not exist.</summary>
    public Fact Fact(FactId fact) => queries.Facts.Fact.Get(reads, fact);

    /// <summary>What a fact is called and what it is.</summary>
    public FactHead Head(FactId fact) => queries.Facts.Head.Get(reads, fact);

    /// <summary>What a fact says in sentences.</summary>
    public FactTexts Texts(FactId fact) => queries.Texts.OfFact.Get(reads, fact);

    /// <summary>A fact with its places.</summary>
    public BoundFact Bound(FactId fact) => queries.Facts.Bound.Get(reads, fact);

    /// <summary>The path of the data file that is published beside a table, or null.</summary>
    public string? PublishedData(FactId table) => queries.Facts.PublishedData.Get(reads, table.Entry);

    /// <summary>A sheet that exists.</summary>
    public FactSheet Sheet(string name) => queries.Facts.Sheet.Get(reads, name)!;

    /// <summary>The entries of a sheet that exists, with their places.</summary>
    public SheetEntries Entries(string sheet) => queries.Facts.Entries.Get(reads, sheet)!;

    /// <summary>All texts of a sheet.</summary>
    public SheetTexts TextsOf(string sheet) => queries.Texts.OfSheet.Get(reads, sheet);

    /// <summary>What a sheet is about; empty where it does not say.</summary>
    public EquatableArray<BodyPart> Summary(string sheet) => queries.Texts.Summary.Get(reads, sheet);

    /// <summary>A topic that exists.</summary>
    public Topic Topic(string id) => queries.Site.Topic.Get(reads, id)!;

    /// <summary>What other pages may show of an article or page.</summary>
    public ArticleHead Head(ArticleId article) => queries.Articles.Head.Get(reads, article);

    /// <summary>What of an article or page its body decides.</summary>
    public ArticleFacts Facts(ArticleId article) => queries.Articles.Facts.Get(reads, article);

    /// <summary>The facts that the texts, formulas and entries of a sheet refer to.</summary>
    public EquatableArray<FactId> UsedBy(string sheet) => queries.Texts.Used.Get(reads, sheet);

    /// <summary>Whose the photographs are that articles show, each once.</summary>
    public IEnumerable<CreditSyntax> Credits => All
        .SelectMany(article => queries.Articles.Images.Get(reads, article))
        .Where(image => image.IsPhotograph)
        .Select(image => image.Path!)
        .Distinct(StringComparer.Ordinal)
        .Select(path => queries.Publication.CreditOf(reads, path)!);

    /// <summary>What of other sites an article or page shows to readers who ask for it.</summary>
    public IEnumerable<ShownEmbed> Embeds(ArticleId article) => queries.Articles.Embeds.Get(reads, article);

    /// <summary>An article or page, whole.</summary>
    public Article Article(ArticleId article) => queries.Articles.Bound.Get(reads, article).Value;

    /// <summary>The dates of an article that is not published, with their places.</summary>
    public ArticleDates DatesOf(UnpublishedArticle article) =>
        ArticleDates.Of(queries.Syntax.Article.Get(reads, article.Path).Value, ImmutableArray.CreateBuilder<Diagnostic>());

    /// <summary>The content of an asset of the theme.</summary>
    public ReadOnlyMemory<byte> ThemeAsset(string name) => queries.Syntax.ThemeFiles.Get(reads, $"assets/{name}")!.Bytes;

    /// <summary>The address of an article or page.</summary>
    public string Url(ArticleId article) => queries.Articles.UrlOf.Get(reads, article.Path)!;

    /// <summary>The article or page at an address, or null.</summary>
    public ArticleId? At(string url) => queries.Articles.At.Get(reads, url);

    /// <summary>The article or page at an address that is not published, or null.</summary>
    public UnpublishedArticle? UnpublishedAt(string url) => queries.Articles.UnpublishedAt.Get(reads, url);

    /// <summary>Whether the folder <c>public/</c> has a file.</summary>
    public bool HasPublic(string path) => queries.Syntax.Lists.Get(reads, default).Public.Contains(SourceKinds.Public + path);

    /// <summary>The path of a file of <c>input/</c> as messages show it.</summary>
    public string Display(string path) => queries.Publication.DisplayPath.Get(reads, path);

    /// <summary>The files that every page is made from, as messages show them.</summary>
    public IEnumerable<string> CommonFiles => Theme.Templates.Select(template => template.File)
        .Concat(Theme.Strings.Select(strings => strings.File))
        .Append(Settings.File)
        .OfType<SourceFile>()
        .Select(file => file.DisplayPath);

    /// <summary>A file of <c>input/</c> that exists.</summary>
    public SourceFile File(string path) => queries.Syntax.Files.Get(reads, path)!;

    /// <summary>The file of a template by its path in the theme, or null.</summary>
    public SourceFile? Template(string? path) => path is null ? null : queries.Syntax.ThemeFiles.Get(reads, path);

    /// <summary>Where an old address is written.</summary>
    public FileSpan Span(Alias alias) => queries.Articles.AliasSpan(reads, alias);
}
