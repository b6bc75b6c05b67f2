using Explainers.Parsing.Articles;

namespace Explainers.Parsing.Memory;

/// <summary>Articles and pages in a pack.</summary>
internal static class PackedArticle
{
    /// <summary>Writes an article.</summary>
    public static void Write(SyntaxWriter writer, ArticleSyntax article)
    {
        writer.Number((int)article.Kind);
        writer.Text(article.Slug);
        writer.Prose(article.Title);
        writer.Prose(article.Description);
        writer.IfAny(article.Published, writer.Scalar);
        writer.IfAny(article.Expires, writer.Scalar);
        writer.IfAny(article.Updated, writer.Scalar);
        writer.List(article.Topics, writer.Scalar);
        writer.List(article.About, writer.Scalar);
        writer.List(article.KeyFacts, writer.Reference);
        writer.List(article.Summary, writer.Prose);
        writer.List(article.Aliases, writer.Scalar);
        writer.IfAny(article.Language, writer.Scalar);
        writer.List(article.Plain, writer.Scalar);
        writer.Flag(article.IsDraft);
        Write(writer, article.Body);
        writer.Flag(article.IsSearched);
    }

    /// <summary>Reads an article.</summary>
    public static ArticleSyntax Read(SyntaxReader reader) => new(
        reader.File,
        (ArticleKind)reader.Number(),
        reader.Text(),
        reader.Prose(),
        reader.Prose(),
        reader.IfAny(reader.Scalar),
        reader.IfAny(reader.Scalar),
        reader.IfAny(reader.Scalar),
        reader.List(reader.Scalar),
        reader.List(reader.Scalar),
        reader.List(reader.Reference),
        reader.List(reader.Prose),
        reader.List(reader.Scalar),
        reader.IfAny(reader.Scalar),
        reader.List(reader.Scalar),
        reader.Flag(),
        Body(reader))
    {
        IsSearched = reader.Flag(),
    };

    private static void Write(SyntaxWriter writer, BodySyntax body)
    {
        writer.List(body.Headings, heading =>
        {
            writer.Number(heading.Level);
            writer.Text(heading.Id);
            writer.Text(heading.Text);
            writer.Number((int)heading.Kind);
        });
        writer.List(body.Parts, part => writer.Part(part, body.Headings));
        writer.Number(body.Words);
        writer.List(body.Texts, writer.ProseText);
        writer.List(body.Addresses, writer.Text);
        writer.List(body.Braces, braces =>
        {
            writer.Text(braces.Sheet);
            writer.Text(braces.Mended);
            writer.Span(braces.Span);
        });
    }

    private static BodySyntax Body(SyntaxReader reader)
    {
        var headings = reader.List(() => new HeadingSyntax(reader.Number(), reader.Text(), reader.Text(), (CardKind)reader.Number()));
        return new BodySyntax(reader.List(() => reader.Part(headings)), headings, reader.Number(), reader.List(reader.ProseText))
        {
            Addresses = reader.List(reader.Text),
            Braces = reader.List(() => new BracesSyntax(reader.Text(), reader.Text(), reader.Span())),
        };
    }
}
