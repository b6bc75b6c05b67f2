using System.Collections.Immutable;
using System.Net;
using Explainers.Facts;
using Explainers.Parsing.Articles;

namespace Explainers.Binding;

/// <summary>
/// The terms of the sheets that an article rests on or refers to, which explain its abbreviations at first use. Only an article that has
/// abbreviations reads them.
/// </summary>
internal sealed class ArticleTerms
{
    private readonly Dictionary<string, FactId> _byName = new(StringComparer.Ordinal);

    /// <summary>Gathers the terms for an article.</summary>
    public ArticleTerms(ImmutableArray<BodyPart> parts, ArticleSyntax article, Scope scope)
    {
        if (!parts.Any(part => part is AbbreviationPart)) return;
        var sheets = article.About.Select(sheet => sheet.Text)
            .Concat(parts.OfType<ExpressionPart>().Select(part => part.Expression.Reference.Sheet))
            .Distinct();
        foreach (var term in sheets.SelectMany(sheet => scope.Terms(sheet))) _byName.TryAdd(term.Name, term.Fact);
    }

    /// <summary>An abbreviation as the term that it is, or as the words that it was typed as.</summary>
    public BodyPart Bind(AbbreviationPart part, Scope scope)
    {
        if (!_byName.TryGetValue(part.Word, out var term) || scope.HasUsed(term)) return new HtmlPart(WebUtility.HtmlEncode(part.Word));
        scope.Use(new FactUse(term, part.Span));
        return new FactPart(term, FactFormat.Plain with { Note = SourceNote.Absent }, InlineContext.Prose);
    }
}

/// <summary>A term of a sheet.</summary>
/// <param name="Name">The term as readers see it.</param>
/// <param name="Fact">Its entry.</param>
internal readonly record struct NamedTerm(string Name, FactId Fact);
