using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Text;

namespace Explainers.Scopes;

/// <summary>
/// What a site has from A to Z: explainers, pages, sheets, authors, people, organisations, places and terms; the search page shows it, with
/// script and without.
/// </summary>
/// <param name="Letters">The letters that something begins with, in order.</param>
internal sealed record Alphabet(EquatableArray<Letter> Letters)
{
    private const int MostEntriesOfOnePage = 1_000;

    /// <summary>Whether there is more than fits on one page, so that each letter has its own.</summary>
    public bool IsLong { get; } = Letters.Sum(letter => letter.Entries.Length) > MostEntriesOfOnePage;

    /// <summary>Puts what a site has in order.</summary>
    public static Alphabet Of(SiteScope scope)
    {
        var format = new FactFormatter(scope.Strings(scope.Site.Language));
        var site = scope.Site;
        var entries = site.Articles.Select(site.Head).Where(article => article.IsSearched)
            .Select(article => Article(SearchKind.Article, article))
            .Concat(site.Pages.Select(site.Head).Where(page => page.IsSearched).Select(page => Article(SearchKind.Page, page)))
            .Concat(site.Sheets.Select(site.Sheet).Select(sheet => new LetterEntry(SearchKind.Sheet, sheet.Title, sheet.Url, [], [])))
            .Concat(scope.Authors.Select(site.Author).Select(author =>
                new LetterEntry(SearchKind.Person, author.Name, author.Url, [], [])))
            .Concat(scope.Actors.Select(actor => new LetterEntry(
                actor.Kind == EntryKind.Person ? SearchKind.Person : SearchKind.Organisation, actor.Name, actor.Url, [], actor.Entries)))
            .Concat(scope.Places.Select(site.Head).Select(head => new LetterEntry(SearchKind.Place, head.Label, head.Url, [], [head.Name])))
            .Concat(scope.Terms.Select(site.Head).Select(head => new LetterEntry(SearchKind.Term, head.Label, head.Url, [], [head.Name])));
        return new Alphabet([.. entries
            .Select(entry => (Key: Folding.Fold(entry.Title), Entry: entry))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .ThenBy(entry => entry.Entry.Url, StringComparer.Ordinal)
            .GroupBy(entry => Initial(entry.Key), entry => entry.Entry, StringComparer.Ordinal)
            .OrderBy(letter => letter.Key, StringComparer.Ordinal)
            .Select(letter => new Letter(letter.Key, [.. letter]))]);

        LetterEntry Article(SearchKind kind, ArticleHead article)
        {
            var stated = new HashSet<FactId>();
            var title = PlainText.Of(
                article.Title,
                site,
                article.Language == site.Language ? format : new FactFormatter(scope.Strings(article.Language)),
                stated);
            return new LetterEntry(kind, title, article.Url, stated.ToEquatable(), []);
        }
    }

    /// <summary>The letters whose entries a page shows: one on a page of its own; all, or none, on the search page.</summary>
    public EquatableArray<Letter> Shown(Letter? letter) => letter is not null ? [letter] : IsLong ? [] : Letters;

    private static string Initial(string title) =>
        title.FirstOrDefault(char.IsLetterOrDigit) is var first && char.IsLetter(first) ? char.ToUpperInvariant(first).ToString() : "0–9";
}

/// <summary>What begins with a letter.</summary>
/// <param name="Name">The letter, or "0–9" for what begins with none.</param>
/// <param name="Entries">What begins with it, in order.</param>
internal sealed record Letter(string Name, EquatableArray<LetterEntry> Entries)
{
    /// <summary>Its place on a page.</summary>
    public string Anchor => $"letter-{Id}";

    /// <summary>Its page, on sites that have one for each letter.</summary>
    public string Url => Routes.SearchLetter(Id);

    private string Id => Name.ToLowerInvariant().Replace('–', '-');
}

/// <summary>Something that begins with a letter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its name.</param>
/// <param name="Url">Its address.</param>
/// <param name="States">The facts that its name states.</param>
/// <param name="Names">The people, organisations, places or terms that it is.</param>
internal sealed record LetterEntry(SearchKind Kind, string Title, string Url, EquatableArray<FactId> States, EquatableArray<FactId> Names);

/// <summary>A page to search on.</summary>
/// <param name="Alphabet">What the site has.</param>
/// <param name="Letter">The letter that the page is about, or null.</param>
internal sealed record AlphabetPage(Alphabet Alphabet, Letter? Letter);
