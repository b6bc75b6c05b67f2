using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Facts.Formatting;

namespace Explainers.Cli.Desk;

/// <summary>What a site says, article by article and fact by fact: one side of a comparison.</summary>
/// <param name="Articles">The articles and pages that are published, by their files.</param>
/// <param name="Facts">The facts by name.</param>
internal sealed record SiteTexts(
    ImmutableSortedDictionary<string, ArticleState> Articles, ImmutableSortedDictionary<string, FactState> Facts)
{
    /// <summary>Reads a site.</summary>
    /// <param name="view">The site.</param>
    /// <param name="input">The name of its folder, as it was typed; that of an older state lies elsewhere.</param>
    public static SiteTexts Of(FactsView view, string input)
    {
        var site = view.Scope.Site;
        var articles = ImmutableSortedDictionary.CreateBuilder<string, ArticleState>(StringComparer.Ordinal);
        foreach (var id in site.All)
        {
            var article = site.Article(id);
            var format = FactFormatter.Of(view.Scope.Strings(article.Head.Language), article.Head.Language);
            articles[id.Path] = new ArticleState(
                view.Title(id), article.Url, $"{input}/{id.Path}", ArticleText.Of(article, site, format), [.. article.States]);
        }
        return new SiteTexts(
            articles.ToImmutable(),
            view.Facts.ToImmutableSortedDictionary(fact => fact.Name.Name, fact => FactState.Of(fact, view), StringComparer.Ordinal));
    }
}

/// <summary>An article or page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its address.</param>
/// <param name="File">Its file, as messages show it.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="States">The facts that it states, in text and in blocks.</param>
internal sealed record ArticleState(
    string Title, string Url, string File, ImmutableArray<Stated> Sentences, ImmutableArray<FactId> States);

/// <summary>A fact.</summary>
/// <param name="Label">Its name for readers.</param>
/// <param name="Text">Its value as pages print it.</param>
/// <param name="Inputs">The facts that it is computed from.</param>
/// <param name="Sources">Its sources.</param>
internal sealed record FactState(string Label, string Text, ImmutableArray<string> Inputs, string Sources)
{
    /// <summary>Reads a fact.</summary>
    public static FactState Of(Fact fact, FactsView view) => new(
        fact.Label,
        fact.Value is TableValue table ? $"a table of {table.Rows.Length} rows" : ArticleText.Plain(view.Text(fact)),
        [.. fact.Inputs.Select(input => input.Entry.Name)],
        string.Join("; ", fact.Sourcing.Citations.Select(citation => citation.Identity)))
    {
        Content = fact.Value is TableValue cells
            ? string.Join('\n', cells.Rows.Select(row => string.Join('\t', row.Select(TableValue.Told))))
            : "",
    };

    /// <summary>The cells of a table; empty for anything else.</summary>
    public string Content { get; init; } = "";

    /// <summary>Whether readers see another value.</summary>
    public bool Differs(FactState? other) => other is null || Text != other.Text || Content != other.Content;
}
