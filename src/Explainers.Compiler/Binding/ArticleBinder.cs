using System.Collections.Immutable;
using Explainers.Binding.Values;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Yaml;

namespace Explainers.Binding;

/// <summary>Binds one article: every name in it to what it names.</summary>
internal static class ArticleBinder
{
    /// <summary>Binds an article; a name that leads nowhere is reported, and a placeholder stands in for it.</summary>
    public static Diagnosed<Article> Bind(ArticleSyntax article, Scope scope)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var body = Parts(article.Body.Parts, article, scope, findings);
        findings.AddRange(article.Body.Braces.Where(braces => scope.Find(scope.Site.Sheets, braces.Sheet) is not null).Select(braces => Catalog.SingleBraces(braces.Span, braces.Mended)));
        var bound = new Article(
            article.Kind,
            Routes.Article(article.Slug),
            Language(article, scope, findings),
            Text(article.Title, scope, findings),
            Text(article.Description, scope, findings),
            ArticleDates.Of(article, findings),
            [.. article.Topics.Select(topic => Topic(topic, scope, findings)).OfType<Topic>()],
            [.. article.About.Select(sheet => Sheet(sheet, scope, findings)).OfType<FactSheet>()],
            [.. article.KeyFacts.Select(fact => KeyFact(fact, scope, findings))],
            [.. article.Summary.Select(sentence => Text(sentence, scope, findings))],
            body,
            article.Body.Headings,
            article.Body.Words,
            [.. article.Summary.Prepend(article.Description).Prepend(article.Title).Select(prose => prose.Text).OfType<ProseText>(), .. article.Body.Texts, .. Captions(body)],
            [.. article.Plain.Select(words => words.Text)],
            article.File)
        {
            IsDraft = article.IsDraft,
            IsSearched = article.IsSearched,
            // Taken down while everything above was bound.
            Answers = scope.Answers,
        };
        return new Diagnosed<Article>(bound, findings.ToImmutable());
    }

    /// <summary>What stands below the photographs of a body.</summary>
    private static IEnumerable<ProseText> Captions(ImmutableArray<BodyPart> body) =>
        body.OfType<BoundImagePart>().Select(image => image.Photograph?.Credit.Caption?.Text).OfType<ProseText>().Distinct();

    private static string Language(ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (article.Language is not { } language || scope.Site.Languages.Contains(language.Text)) return article.Language?.Text ?? scope.Site.Language;
        findings.Add(Catalog.UnknownLanguage(language.Span, language.Text, scope.Site.Languages));
        return scope.Site.Language;
    }

    /// <summary>Binds a text that is neither linked nor has blocks: a title, a description, a summary or note of a sheet.</summary>
    public static ImmutableArray<BodyPart> Text(ProseSyntax prose, Scope scope, ImmutableArray<Diagnostic>.Builder findings) =>
        [.. prose.Parts.Select(part => Part(part, scope, findings))];

    /// <summary>Binds a body, or a part of one.</summary>
    public static ImmutableArray<BodyPart> Parts(
        ImmutableArray<BodyPart> parts, ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings) =>
        [.. parts.Select(part => part switch
        {
            LinkPart link => new UrlPart(LinkBinder.Url(link, article, scope, findings)),
            ImagePart image => PhotographBinder.Bind(image, article, scope, findings),
            _ => Part(part, scope, findings),
        })];

    private static BodyPart Part(BodyPart part, Scope scope, ImmutableArray<Diagnostic>.Builder findings) => part switch
    {
        ExpressionPart expression => Bound(expression, scope, findings),
        BlockPart block => BlockBinder.Bind(block, scope, findings),
        _ => part,
    };

    private static FactUse KeyFact(ReferenceSyntax reference, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var fact = scope.Fact(reference, findings);
        if (fact.Value is TableValue) findings.Add(Catalog.BlockMismatch(reference.Span, $"{fact.Name} is a table, and key facts are single values"));
        return new FactUse(fact, reference.Span);
    }

    private static FactPart Bound(ExpressionPart part, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var reference = part.Expression.Reference;
        var fact = scope.Fact(reference, findings);
        if (fact.Value is TableValue)
            findings.Add(Catalog.BlockMismatch(reference.Span, $"{fact.Name} is a table, which does not fit into a sentence", $"put it into a paragraph of its own: {{{{ table {fact.Name} }}}}"));
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var format = FactFormat.Of(part.Expression, fact.Value, faults);
        // Of a fact that is not there, or without a value, nobody knows what can format it.
        findings.AddRange(fact.IsMissing || fact.IsUnread ? faults.Where(fault => fault.Code == "unknown-filter") : faults);
        return new FactPart(fact, format, part.Setting, reference.Span);
    }

    private static Topic? Topic(ScalarSyntax name, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (scope.Find(scope.Site.Topics, name.Text) is { } topic) return topic;
        if (!scope.Site.HasAllTopics) return null;
        findings.Add(Catalog.UnknownTopic(name.Span, name.Text, scope.Site.NearTopics.To(name.Text)));
        return null;
    }

    private static FactSheet? Sheet(ScalarSyntax name, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (scope.Find(scope.Site.Sheets, name.Text) is { } sheet) return sheet;
        findings.Add(Catalog.UnknownSheet(name.Span, name.Text, scope.Site.NearSheets.To(name.Text)));
        return null;
    }
}
