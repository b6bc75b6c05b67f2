using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Articles;

/// <summary>Reads a Markdown file with front matter.</summary>
internal static class ArticleParser
{
    /// <summary>
    /// Reads what decides whether an article is published, and where, without its body; what is wrong is reported with the rest.
    /// </summary>
    public static (string Slug, MappingSyntax Keys, ImmutableArray<ScalarSyntax> Aliases) Front(SourceFile file, ArticleKind kind)
    {
        var unreported = ImmutableArray.CreateBuilder<Diagnostic>();
        var slug = kind == ArticleKind.Page ? Names.PageSlug(file, unreported) : Names.Slug(file, unreported);
        var keys = Utf8Text.Of(file, unreported) is { } text
            ? FrontMatter.Read(file, text, unreported)
            : MappingSyntax.EmptyAt(FileSpan.StartOf(file));
        return (slug, keys, [.. keys.List("aliases").Where(alias => IsPath(alias, unreported))]);
    }

    /// <summary>Reads an article; what cannot be read is reported and left out.</summary>
    public static Diagnosed<ArticleSyntax> Parse(SourceFile file, ArticleKind kind, MarkdownDialect dialect)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var slug = kind == ArticleKind.Page ? Names.PageSlug(file, findings) : Names.Slug(file, findings);
        var read = Utf8Text.Of(file, findings);
        var text = read ?? "";
        var keys = read is null ? MappingSyntax.EmptyAt(FileSpan.StartOf(file)) : FrontMatter.Read(file, text, findings);
        var marks = dialect.Marks(keys.Text("language"));
        var syntax = new ArticleSyntax(
            file,
            kind,
            slug,
            Prose(keys.Scalar("title"), text, marks, findings) ?? new ProseSyntax([new TextPart(slug)], null, FileSpan.StartOf(file)),
            Prose(keys.Scalar("description"), text, marks, findings) ?? new ProseSyntax([], null, FileSpan.StartOf(file)),
            keys.Scalar("published"),
            keys.Scalar("expires"),
            keys.Scalar("updated"),
            keys.List("topics"),
            keys.List("about"),
            [.. keys.List("key_facts").Select(Reference)],
            [.. keys.List("summary").Select(sentence => ProseParser.Parse(sentence, text, marks, findings))],
            [.. keys.List("aliases").Where(alias => IsPath(alias, findings))],
            keys.Scalar("language"),
            keys.List("plain"),
            keys.Text("status") == "draft",
            BodyParser.Parse(file, text, dialect, marks, findings))
        {
            IsSearched = keys.Text("search") != "false",
        };
        return new Diagnosed<ArticleSyntax>(syntax, findings.ToImmutable());
    }

    private static ProseSyntax? Prose(
        ScalarSyntax? scalar,
        string text,
        QuotationMarks marks,
        ImmutableArray<Diagnostic>.Builder findings) =>
        scalar is null ? null : ProseParser.Parse(scalar, text, marks, findings);

    private static bool IsPath(ScalarSyntax alias, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (alias.Text.Split('/').FirstOrDefault(Devices.Have) is { } device) return Devices.Check(alias.Span, device, findings);
        if (AliasPath.Of(alias.Text) is not null) return true;
        findings.Add(Catalog.InvalidValue(alias.Span, alias.Text, "a path of this site, such as /old-page/", AliasPath.Hint(alias.Text)));
        return false;
    }

    private static ReferenceSyntax Reference(ScalarSyntax name)
    {
        var dot = name.Text.IndexOf('.');
        if (dot < 0) return new ReferenceSyntax(name.Text, null, name.Span);
        var behind = name.Text.AsSpan(dot + 1).IndexOfAny('.', '[') is >= 0 and var length ? dot + 1 + length : name.Text.Length;
        return ReferencePart.Read(name.Text[behind..]) is { } parts
            ? new ReferenceSyntax(name.Text[..dot], name.Text[(dot + 1)..behind], name.Span) { Parts = parts }
            : new ReferenceSyntax(name.Text[..dot], name.Text[(dot + 1)..], name.Span);
    }
}
