using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>The page to search on, and the pages of letters.</summary>
internal static class SearchPage
{
    /// <summary>The page to search on, where the theme has one, and those of the letters where there is too much for one page.</summary>
    public static IEnumerable<OutputKey> Keys(SiteScope scope)
    {
        if (!scope.HasSearch) yield break;
        yield return new OutputKey(OutputKind.Search, "");
        if (!scope.Alphabet.IsLong) yield break;
        foreach (var letter in scope.Alphabet.Letters) yield return new OutputKey(OutputKind.Letter, letter.Name);
    }

    /// <summary>What it is about.</summary>
    public static PagePlan Plan(string? name, SiteScope scope)
    {
        var strings = scope.Strings(scope.Site.Language);
        var alphabet = scope.Alphabet;
        var letter = alphabet.Letters.FirstOrDefault(letter => letter.Name == name);
        var entries = alphabet.Shown(letter).SelectMany(section => section.Entries).ToArray();
        var title = letter is null ? strings["search"] : $"{strings["search"]}: {letter.Name}";
        var head = new PageHead(letter?.Url ?? Routes.Search, "search", scope.Site.Language, title, strings["search_description"])
        {
            States = entries.SelectMany(entry => entry.States).Distinct().ToEquatable(),
            Names = entries.SelectMany(entry => entry.Names).Distinct().ToEquatable(),
        };
        return new PagePlan(head, "search", page => Views.Searches.Of(new AlphabetPage(alphabet, letter), page), null);
    }
}
