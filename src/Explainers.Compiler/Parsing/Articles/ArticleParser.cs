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
    /// <summary>Reads an article; what cannot be read is reported and left out.</summary>
    public static Diagnosed<ArticleSyntax> Parse(SourceFile file, ArticleKind kind, MarkdownDialect dialect)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var text = Utf8Text.Of(file, findings);
        return Whole(new Diagnosed<ArticleSyntax>(Front(file, text, kind, dialect, findings), findings.ToImmutable()), text, dialect);
    }

    /// <summary>Reads an article without its body.</summary>
    public static Diagnosed<ArticleSyntax> Front(SourceFile file, ArticleKind kind, MarkdownDialect dialect)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var text = Utf8Text.Of(file, findings);
        return new Diagnosed<ArticleSyntax>(Front(file, text, kind, dialect, findings), findings.ToImmutable());
    }

    /// <summary>Reads the body of an article, whose front was read before.</summary>
    public static Diagnosed<ArticleSyntax> Whole(Diagnosed<ArticleSyntax> front, MarkdownDialect dialect) =>
        Whole(front, Utf8Text.Of(front.Value.File, ImmutableArray.CreateBuilder<Diagnostic>()), dialect);

    private static Diagnosed<ArticleSyntax> Whole(Diagnosed<ArticleSyntax> front, string? text, MarkdownDialect dialect)
    {
        var findings = front.Findings.Items.ToBuilder();
        var (article, marks) = (front.Value, dialect.Marks(front.Value.Language?.Text));
        var body = BodyParser.Parse(article.File, text ?? "", dialect, marks, findings);
        return new Diagnosed<ArticleSyntax>(article with { Body = body }, findings.ToImmutable());
    }

    private static ArticleSyntax Front(
        SourceFile file, string? read, ArticleKind kind, MarkdownDialect dialect, ImmutableArray<Diagnostic>.Builder findings)
    {
        var slug = kind == ArticleKind.Page ? Names.PageSlug(file, findings) : Names.Slug(file, findings);
        var text = read ?? "";
        var keys = read is null ? MappingSyntax.EmptyAt(FileSpan.StartOf(file)) : FrontMatter.Read(file, text, findings);
        var marks = dialect.Marks(keys.Text("language"));
        return new ArticleSyntax(
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
            BodySyntax.Empty)
        {
            IsSearched = keys.Text("search") != "false",
            AsOf = keys.Date("as_of"),
            Id = keys.Text("id"),
            Accepted = [.. Acceptance.In(keys, FileSpan.StartOf(file) with { Length = text.Length })],
            Authors = keys.List("authors"),
            Contributions =
            [
                .. Contributions(keys, "edited_by", ContributionKind.Edited),
                .. Contributions(keys, "translated_by", ContributionKind.Translated),
                .. Contributions(keys, "fact_checked_by", ContributionKind.FactChecked),
            ],
            Genre = keys.Text("kind"),
            Method = Prose(keys.Scalar("method"), text, marks, findings),
        };
    }

    /// <summary>Those who are named under a key, each as an id, or as an id with a date.</summary>
    private static IEnumerable<ContributionSyntax> Contributions(MappingSyntax keys, string key, ContributionKind kind) =>
        (keys[key] switch { SequenceSyntax list => list.Items, { } only => [only], null => [] })
        .Select(one => one switch
        {
            ScalarSyntax name => new ContributionSyntax(kind, name, null),
            MappingSyntax dated when dated.Scalar("name") is { } name => new ContributionSyntax(kind, name, dated.Date("date")),
            _ => null,
        }).OfType<ContributionSyntax>();

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
