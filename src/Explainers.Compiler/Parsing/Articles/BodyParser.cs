using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Turns a Markdown body into HTML with holes for what only other files can tell.</summary>
internal static class BodyParser
{
    /// <summary>Parses the whole file, front matter included, so that every place is one in the file.</summary>
    public static BodySyntax Parse(SourceFile file, string text, MarkdownDialect dialect, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (Document(file, text, dialect, findings) is not { } document) return new BodySyntax([], [], 0, []);
        var headings = Headings(document, file, findings);
        var renderer = new BodyRenderer(file, text, dialect, headings, findings);
        renderer.Render(document);
        return new BodySyntax(renderer.Parts(), [.. headings.Values], Words(document), BodyText.Of(document, file))
        {
            Addresses = renderer.Addresses(),
            Braces = BodySlips.Of(document, file, text, findings),
        };
    }

    /// <summary>The library's tree, or null where quotations, lists or brackets are nested beyond its limit, which keeps the stack from overflowing.</summary>
    private static MarkdownDocument? Document(SourceFile file, string text, MarkdownDialect dialect, ImmutableArray<Diagnostic>.Builder findings)
    {
        try
        {
            return Markdig.Markdown.Parse(text, dialect.Pipeline);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("too deeply nested", StringComparison.Ordinal))
        {
            findings.Add(Catalog.MarkdownTooDeep(file));
            return null;
        }
    }

    private static Dictionary<HeadingBlock, HeadingSyntax> Headings(MarkdownDocument document, SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var headings = new Dictionary<HeadingBlock, HeadingSyntax>();
        var blocks = document.Descendants<HeadingBlock>().Select(block => (Block: block, Attributes: HeadingAttributes.TakeFrom(block, file, findings))).ToArray();
        var taken = new HashSet<string>(StringComparer.Ordinal) { HeadingAttributes.MainId };
        var ids = new Dictionary<HeadingBlock, string>();
        foreach (var (block, attributes) in blocks)
        {
            if (attributes.Id is not { } id) continue;
            if (taken.Add(id.Text)) ids.Add(block, id.Text);
            else findings.Add(Catalog.HeadingAttribute(id.Span, $"the anchor '{id.Text}' is taken on this page", null));
        }
        foreach (var (block, attributes) in blocks)
        {
            var text = PlainText(block.Inline);
            headings.Add(block, new HeadingSyntax(block.Level, ids.TryGetValue(block, out var id) ? id : Free(Names.HeadingId(text), taken), text, attributes.Kind));
        }
        return headings;
    }

    private static string Free(string stem, HashSet<string> taken)
    {
        var id = stem;
        for (var number = 2; !taken.Add(id); number++) id = $"{stem}-{number}";
        return id;
    }

    private static string PlainText(ContainerInline? inline) =>
        inline is null ? "" : string.Concat(inline.Descendants<LeafInline>().Select(TextOf)).Trim();

    private static string TextOf(LeafInline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        Markdig.Extensions.SmartyPants.SmartyPant quote => quote.OpeningCharacter.ToString(),
        _ => "",
    };

    private static int Words(MarkdownDocument document)
    {
        var words = 0;
        foreach (var inline in document.Descendants<LeafInline>())
        {
            words += inline switch
            {
                LiteralInline literal => WordsIn(literal.Content.AsSpan()),
                ExpressionInline => 1,
                _ => 0,
            };
        }
        return words;
    }

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        var (words, inside) = (0, false);
        foreach (var letter in text)
        {
            var belongs = letter > ' ';
            if (belongs && !inside) words++;
            inside = belongs;
        }
        return words;
    }
}
