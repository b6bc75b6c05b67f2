using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

/// <summary>What templates may ask of the page to search on.</summary>
internal static partial class Views
{
    /// <summary>The page to search on, or that of a letter.</summary>
    public static readonly Members<AlphabetPage> Searches = new("the search",
    [
        new("letter", (search, _) => search.Letter?.Name),
        new("letters", (search, page) => LetterLinks!.Of(search.Alphabet.Letters.Select(letter => new LetterLink(letter, search)), page)),
        new("sections", (search, page) => Letters!.Of(search.Alphabet.Shown(search.Letter), page)),
    ]);

    private static readonly Members<LetterLink> LetterLinks = new("a link to a letter",
    [
        new("name", (link, _) => link.Letter.Name),
        new("url", (link, page) => link.Search.Alphabet.IsLong ? page.Site.Link(link.Letter.Url) : $"#{link.Letter.Anchor}"),
        new("is_current", (link, _) => link.Letter == link.Search.Letter),
    ]);

    private static readonly Members<Letter> Letters = new("a letter",
    [
        new("name", (letter, _) => letter.Name),
        new("anchor", (letter, _) => letter.Anchor),
        new("entries", (letter, page) => LetterEntries!.Of(letter.Entries, page)),
    ]);

    private static readonly Members<LetterEntry> LetterEntries = new("an entry",
    [
        new("title", (entry, _) => entry.Title),
        new("url", (entry, page) => page.Site.Link(entry.Url)),
        new("kind", (entry, page) => page.Strings[$"kind_{entry.Kind.ToString().ToLowerInvariant()}"]),
    ]);

    private sealed record LetterLink(Letter Letter, AlphabetPage Search);
}
