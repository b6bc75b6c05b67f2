using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Sources;

namespace Explainers.Parsing.Memory;

/// <summary>A file that was parsed without findings, as it goes into a pack.</summary>
/// <param name="Key">A fingerprint of its path, its content and how it is read: while that is the same, so is its syntax.</param>
/// <param name="Write">Gives its syntax as bytes.</param>
internal readonly record struct PackedFile(Fingerprint Key, Func<ReadOnlyMemory<byte>> Write)
{
    /// <summary>An article or page that was read in a dialect.</summary>
    public static PackedFile Of(ArticleSyntax article, MarkdownDialect dialect) =>
        new(KeyOf(article.File, article.Kind, dialect), () => Written(writer => PackedArticle.Write(writer, article)));

    /// <summary>A fact sheet whose texts were read in a dialect.</summary>
    public static PackedFile Of(FactSheetSyntax sheet, MarkdownDialect dialect) => new(KeyOf(sheet.File, dialect), () => Written(writer => PackedSheet.Write(writer, sheet)));

    /// <summary>The key of an article or page that is read in a dialect.</summary>
    public static Fingerprint KeyOf(SourceFile file, ArticleKind kind, MarkdownDialect dialect) =>
        Fingerprint.Of("article").With((int)kind).With(dialect.Fingerprint).With(file.Path).With(file.Fingerprint);

    /// <summary>The key of a fact sheet whose texts are read in a dialect.</summary>
    public static Fingerprint KeyOf(SourceFile file, MarkdownDialect dialect) =>
        Fingerprint.Of("sheet").With(dialect.Fingerprint).With(file.Path).With(file.Fingerprint);

    private static ReadOnlyMemory<byte> Written(Action<SyntaxWriter> write)
    {
        var writer = new SyntaxWriter();
        write(writer);
        return writer.Written();
    }
}
