using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Yaml;

namespace Explainers.Binding;

/// <summary>What articles can refer to.</summary>
/// <param name="Facts">Facts by name.</param>
/// <param name="Sheets">Sheets by identifier.</param>
/// <param name="Topics">Topics by id.</param>
/// <param name="Blocks">The names of the blocks that there are.</param>
/// <param name="Urls">Addresses of articles and pages by their file names.</param>
/// <param name="Language">The site's language.</param>
/// <param name="Languages">The languages that the theme has words for.</param>
internal sealed record Scope(
    FrozenDictionary<string, Fact> Facts,
    FrozenDictionary<string, FactSheet> Sheets,
    FrozenDictionary<string, Topic> Topics,
    ImmutableArray<string> Blocks,
    FrozenDictionary<string, string> Urls,
    string Language,
    ImmutableArray<string> Languages);

/// <summary>Binds one article: every name in it to what it names.</summary>
internal static class ArticleBinder
{
    /// <summary>Binds an article; a name that leads nowhere is reported, and a placeholder stands in for it.</summary>
    public static Diagnosed<Article> Bind(ArticleSyntax article, Scope scope)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var bound = new Article(
            article.Kind,
            Routes.Article(article.Slug),
            Language(article, scope, findings),
            Parts(article.Title.Parts, article, scope, findings),
            Parts(article.Description.Parts, article, scope, findings),
            article.Published,
            article.Updated,
            [.. article.Topics.Select(topic => Topic(topic, scope, findings)).OfType<Topic>()],
            [.. article.About.Select(sheet => Sheet(sheet, scope, findings)).OfType<FactSheet>()],
            [.. article.KeyFacts.Select(fact => Fact(fact, scope, findings))],
            Parts(article.Body.Parts, article, scope, findings),
            article.Body.Headings,
            article.Body.Words,
            article.File);
        return new Diagnosed<Article>(bound, findings.ToImmutable());
    }

    private static string Language(ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (article.Language is not { } language || scope.Languages.Contains(language.Text)) return article.Language?.Text ?? scope.Language;
        findings.Add(Catalog.UnknownLanguage(language.Span, language.Text, scope.Languages));
        return scope.Language;
    }

    private static ImmutableArray<BodyPart> Parts(
        ImmutableArray<BodyPart> parts, ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var bound = ImmutableArray.CreateBuilder<BodyPart>(parts.Length);
        foreach (var part in parts)
        {
            bound.Add(part switch
            {
                ExpressionPart expression => Bound(expression, scope, findings),
                LinkPart link => new UrlPart(LinkBinder.Url(link, article, scope, findings)),
                BlockPart block => Block(block, scope, findings),
                _ => part,
            });
        }
        return bound.MoveToImmutable();
    }

    private static FactPart Bound(ExpressionPart part, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var fact = Fact(part.Expression.Reference, scope, findings);
        return new FactPart(fact, FactFormat.Of(part.Expression, fact.Value, findings), part.Setting);
    }

    private static BoundBlockPart Block(BlockPart part, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var block = part.Block;
        if (part.Standing == Standing.InText && scope.Blocks.Contains(block.Name))
        {
            findings.Add(Catalog.MisplacedBlock(block.Span, block.Name));
            return new BoundBlockPart("", []);
        }
        if (!scope.Blocks.Contains(block.Name))
        {
            findings.Add(scope.Sheets.TryGetValue(block.Name, out var named)
                ? Catalog.UnknownFact(block.Span, block.Name, named.Facts.FirstOrDefault()?.Name)
                : Catalog.UnknownBlock(block.Span, block.Name, Nearest.To(block.Name, scope.Blocks), scope.Blocks));
            return new BoundBlockPart("", []);
        }
        var facts = block.Arguments.SelectMany(argument => argument.Id is null && scope.Sheets.TryGetValue(argument.Sheet, out var sheet)
            ? sheet.Facts
            : [Fact(argument, scope, findings)]);
        return new BoundBlockPart(block.Name, [.. facts]);
    }

    private static Fact Fact(ReferenceSyntax reference, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (reference.Id is not null && scope.Facts.TryGetValue(reference.Name, out var fact)) return fact;
        findings.Add(Catalog.UnknownFact(reference.Span, reference.Name, Nearest.To(reference.Name, Candidates(reference, scope))));
        return Binding.Fact.Missing(reference.Name);
    }

    /// <summary>Where the sheet exists, the fact meant is one of its own.</summary>
    private static IEnumerable<string> Candidates(ReferenceSyntax reference, Scope scope) =>
        scope.Sheets.TryGetValue(reference.Sheet, out var sheet) ? sheet.Facts.Select(fact => fact.Name) : scope.Facts.Keys;

    private static Topic? Topic(ScalarSyntax name, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (scope.Topics.TryGetValue(name.Text, out var topic)) return topic;
        findings.Add(Catalog.UnknownTopic(name.Span, name.Text, Nearest.To(name.Text, scope.Topics.Keys)));
        return null;
    }

    private static FactSheet? Sheet(ScalarSyntax name, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (scope.Sheets.TryGetValue(name.Text, out var sheet)) return sheet;
        findings.Add(Catalog.UnknownSheet(name.Span, name.Text, Nearest.To(name.Text, scope.Sheets.Keys)));
        return null;
    }
}
