using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Tables;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Binds one article: every name in it to what it names.</summary>
internal static class ArticleBinder
{
    /// <summary>Binds an article; a name that leads nowhere is reported, and a placeholder stands in for it.</summary>
    public static Diagnosed<Article> Bind(ArticleSyntax article, Scope scope)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var dates = ArticleDates.Of(article, findings);
        var head = Head(article, dates, scope, findings);
        var keyFacts = article.KeyFacts.Select(fact => KeyFact(fact, scope, findings)).ToEquatable();
        ImmutableArray<ImmutableArray<BodyPart>> summary = [.. article.Summary.Select(sentence => Text(sentence, scope, findings))];
        ImmutableArray<BodyPart> method = article.Method is { } how ? Text(how, scope, findings) : [];
        var body = Parts(article.Body.Parts, article, scope, findings);
        findings.AddRange(article.Body.Braces
            .Where(braces => scope.Sheet(braces.Sheet) is not null)
            .Select(braces => Catalog.SingleBraces(braces.Span, braces.Mended)));
        var bound = new Article(
            head,
            dates,
            keyFacts,
            summary,
            body,
            article.Body.Headings,
            article.Body.Words,
            [
                .. article.Summary.Prepend(article.Description).Prepend(article.Title).Select(prose => prose.Text).OfType<ProseText>(),
                .. article.Method?.Text is { } text ? [text] : Array.Empty<ProseText>(),
                .. article.Body.Texts, .. Captions(body),
            ],
            [.. article.Plain.Select(words => words.Text)],
            scope.Uses,
            article.File)
        { Method = method };
        return new Diagnosed<Article>(bound, findings.ToImmutable());
    }

    /// <summary>Binds the front of an article, whose faults are reported with the rest.</summary>
    public static ArticleHead Head(ArticleSyntax article, Scope scope)
    {
        var unreported = ImmutableArray.CreateBuilder<Diagnostic>();
        return Head(article, ArticleDates.Of(article, unreported), scope, unreported);
    }

    private static ArticleHead Head(
        ArticleSyntax article, ArticleDates dates, Scope scope, ImmutableArray<Diagnostic>.Builder findings) => new(
        new ArticleId(article.File.Path),
        article.Kind,
        scope.UrlOf(article.File.Path) ?? Routes.Article(article.Slug),
        Language(article, scope, findings),
        Text(article.Title, scope, findings),
        Text(article.Description, scope, findings),
        dates.Published,
        dates.Updated,
        article.Topics.Select(topic => TopicOf(topic, scope, findings)?.Id).OfType<string>().ToEquatable(),
        article.About.Select(sheet => SheetOf(sheet, scope, findings)?.Name).OfType<string>().ToEquatable())
        {
            IsDraft = article.IsDraft,
            IsSearched = article.IsSearched,
            Expires = dates.Expires,
            AsOf = scope.AsOf,
            Lasting = article.Id ?? AliasPath.Of(article.Aliases.FirstOrDefault()?.Text ?? article.Slug)?.TrimEnd('/') ?? article.Slug,
            Authors = AuthorsOf(article, scope, findings),
            Contributions = article.Contributions
                .Where(part => AuthorOf(part.Author, scope, findings) is not null)
                .Select(part => new Contribution(part.Kind, part.Author.Text, part.Date)).Distinct().ToEquatable(),
            Genre = article.Genre,
        };

    /// <summary>Who wrote an article: those whom it names, or else, for an explainer, those whom site.yaml names.</summary>
    private static EquatableArray<string> AuthorsOf(ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings) =>
        article.Authors.IsEmpty && article.Kind == ArticleKind.Explainer
            ? scope.DefaultAuthors
            : article.Authors.Select(name => AuthorOf(name, scope, findings)).OfType<string>().Distinct().ToEquatable();

    private static string? AuthorOf(ScalarSyntax name, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (scope.Author(name.Text) is { } author) return author.Id;
        if (scope.HasAllAuthors) findings.Add(Catalog.UnknownAuthor(name.Span, name.Text, scope.NearestAuthor(name.Text)));
        return null;
    }

    /// <summary>What stands below the photographs of a body.</summary>
    private static IEnumerable<ProseText> Captions(ImmutableArray<BodyPart> body) =>
        Article.ImagesOf(body).Select(image => image.Photograph?.Credit.Caption?.Text).OfType<ProseText>().Distinct();

    private static string Language(ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (article.Language is not { } language || scope.Languages.Contains(language.Text))
            return article.Language?.Text ?? scope.Language;
        findings.Add(Catalog.UnknownLanguage(language.Span, language.Text, scope.Languages));
        return scope.Language;
    }

    /// <summary>Binds a text that is neither linked nor has blocks: a title, a description, a summary or note of a sheet.</summary>
    public static ImmutableArray<BodyPart> Text(ProseSyntax prose, Scope scope, ImmutableArray<Diagnostic>.Builder findings) =>
        [.. prose.Parts.Select((part, i) => Part(part, scope, findings, () => SentenceStart.Is(prose.Parts, i)))];

    /// <summary>Binds a body, or a part of one.</summary>
    public static ImmutableArray<BodyPart> Parts(
        ImmutableArray<BodyPart> parts, ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var terms = new ArticleTerms(parts, article, scope);
        return [.. parts.Select((part, i) => part switch
        {
            AbbreviationPart word => terms.Bind(word, scope),
            LinkPart link => new UrlPart(LinkBinder.Url(link, article, scope, findings)),
            BlockPart { Placement: Placement.Alone, Block: var block } when scope.Block(block.Name) is { Embed: not null } kind =>
                EmbedBinder.Bind(block, kind, article, scope, findings),
            TableSourcePart source => Sources(source, scope, findings),
            ImagePart image => PhotographBinder.Bind(image, article, scope, findings),
            _ => Part(part, scope, findings, () => SentenceStart.Is(parts, i)),
        })];
    }

    private static BodyPart Part(
        BodyPart part, Scope scope, ImmutableArray<Diagnostic>.Builder findings, Func<bool> isFirst) => part switch
        {
            ExpressionPart { Context: InlineContext.WholeAddress } address => Address(address, scope, findings),
            ExpressionPart { IsRepeated: true } again => Bound(again, scope, ImmutableArray.CreateBuilder<Diagnostic>(), isFirst: false),
            ExpressionPart expression => Bound(expression, scope, findings, isFirst()),
            BlockPart block => BlockBinder.Bind(block, scope, findings),
            _ => part,
        };

    private static FactId KeyFact(ReferenceSyntax reference, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var fact = scope.Head(reference, findings);
        if (fact.Kind == EntryKind.Table)
            findings.Add(Catalog.BlockMismatch(reference.Span, $"{fact.Name} is a table, and key facts are single values"));
        else if (reference.Parts is [.., { IsRow: false } made] && TablePartReader.IsMade(made.Name))
            findings.Add(Catalog.BlockMismatch(
                reference.Span,
                $"{fact.Name} has no name for readers",
                $"make it a fact with a label: {{ label: …, value: = {reference.Name} }}"));
        scope.Use(new FactUse(fact.Name, reference.Span));
        return fact.Name;
    }

    private static FactPart Bound(ExpressionPart part, Scope scope, ImmutableArray<Diagnostic>.Builder findings, bool isFirst)
    {
        var reference = part.Expression.Reference;
        var fact = scope.Head(reference, findings);
        if (fact.Kind == EntryKind.Table)
            findings.Add(Catalog.BlockMismatch(
                reference.Span,
                $"{fact.Name} is a table, which does not fit into a sentence",
                reference.Parts.IsEmpty
                    ? $"put it into a paragraph of its own: {{{{ table {fact.Name} }}}}"
                    : "name a row and a column, as in sheet.table[\"2019\"].cars, or what is made of a column, as in "
                        + "sheet.table.cars.sum"));
        var format = FactFormat.Plain;
        if (!part.Expression.Filters.IsEmpty)
        {
            var faults = ImmutableArray.CreateBuilder<Diagnostic>();
            var known = scope.Fact(fact.Name);
            format = FactFormat.Of(part.Expression, known.Value, scope.Exchange(known).Of, faults);
            // Of a fact that is not there, or without a value, nobody knows what can format it.
            findings.AddRange(fact.IsMissing || fact.IsUnread ? faults.Where(fault => fault.Code == "unknown-filter") : faults);
        }
        if (fact.IsActor) format = format with { AsOf = format.AsOf ?? scope.AsOf };
        scope.Use(new FactUse(fact.Name, reference.Span)
        {
            IsInWords = format.Words is not null,
            Role = fact.IsActor ? RoleIn(part, format) : StatedRole.None,
            AsOf = format.AsOf,
        });
        if (format.Rate is { } rate) scope.Use(new FactUse(rate, reference.Span));
        return new FactPart(fact.Name, format with { IsFirst = isFirst }, part.Context);
    }

    /// <summary>A fact in the place of an address, which has to be one: else it could be a script.</summary>
    private static BodyPart Address(ExpressionPart part, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var bound = Bound(part, scope, findings, isFirst: false);
        var fact = scope.Fact(bound.Fact);
        if (fact.IsMissing || fact.IsUnread) return new HtmlPart("#");
        if (fact.Value is TextValue { Text: var url } && BodyLinks.Fault(url, isImage: false, FileSpan.None) is null
            && url.Contains("://", StringComparison.Ordinal)) return bound;
        findings.Add(Catalog.MalformedLink(
            part.Expression.Span, $"{fact.Name} stands in the place of an address, and is none",
            "name a fact with 'type: text' that begins with https://, or write the address before the reference"));
        return new HtmlPart("#");
    }

    /// <summary>What a table rests on: sources of sheets, and what facts rest on, each once.</summary>
    private static BoundTableSourcePart Sources(TableSourcePart part, Scope scope, ImmutableArray<Diagnostic>.Builder findings) =>
        new(
            part.Names.SelectMany(name => Sources(name, scope, findings)).Distinct().ToEquatable(),
            part.Names.Where(name => name.Id is { } id && scope.Source(name.Sheet, id) is not null)
                .Select(name => FactId.Of(name.Sheet, name.Id!)).ToEquatable());

    private static EquatableArray<Citation> Sources(ReferenceSyntax name, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (name.Id is { } id && scope.Source(name.Sheet, id) is { } citation) return [citation];
        var fact = scope.Fact(name, findings);
        if (!fact.IsMissing) scope.Use(new FactUse(fact.Name, name.Span) { IsInWords = true });
        return fact.Sourcing.Citations;
    }

    private static StatedRole RoleIn(ExpressionPart part, FactFormat format) => format switch
    {
        { Words: not null } => StatedRole.None,
        { Form: FactForm.Long } => StatedRole.Always,
        { Form: FactForm.Whole, Note: SourceNote.Linked } when part.Context == InlineContext.Prose => StatedRole.AtFirst,
        _ => StatedRole.None,
    };

    private static Topic? TopicOf(ScalarSyntax name, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (scope.Topic(name.Text) is { } topic) return topic;
        if (scope.HasAllTopics) findings.Add(Catalog.UnknownTopic(name.Span, name.Text, scope.NearestTopic(name.Text)));
        return null;
    }

    private static FactSheet? SheetOf(ScalarSyntax name, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (scope.Sheet(name.Text) is { } sheet) return sheet;
        findings.Add(Catalog.UnknownSheet(name.Span, name.Text, scope.NearestSheet(name.Text)));
        return null;
    }
}
