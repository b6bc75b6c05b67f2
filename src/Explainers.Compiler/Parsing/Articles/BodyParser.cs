using System.Collections.Immutable;
using System.Text;
using Explainers.Diagnostics;
using Explainers.Parsing.Naming;
using Explainers.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Turns a Markdown body into HTML with holes for what only other files can tell.</summary>
internal static class BodyParser
{
    /// <summary>Parses the whole file, front matter included, so that every place is one in the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="dialect">The dialect of the site.</param>
    /// <param name="marks">The quotation marks of the article's language.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static BodySyntax Parse(
        SourceFile file, string text, MarkdownDialect dialect, QuotationMarks marks, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (MarkdownLimits.Parse(text, dialect.Pipeline, out var tooDeep) is not { } tree)
        {
            findings.Add(Catalog.MarkdownTooDeep(new FileSpan(file, tooDeep, text.Length == 0 ? 0 : 1)));
            return new BodySyntax([], [], 0, []);
        }
        var captions = BodyCaptions.Of(tree, file, findings);
        var anchors = Anchors(tree, file, dialect.Anchors, findings);
        var leaves = LeafText.Of(tree, file);
        var words = Words(leaves);
        var braces = BodySuggestions.Of(tree, leaves, file, text, findings);
        var texts = BodyText.SetMarks(leaves, marks, file);
        var headings = anchors.ToDictionary(
            heading => heading.Block,
            heading => new HeadingSyntax(heading.Block.Level, heading.Id, PlainText(heading.Block.Inline), heading.Kind));
        var notes = new BodyNotes(tree, file, findings);
        var titles = new BodyTitles(text, marks, findings);
        var renderer = new BodyRenderer(file, text, dialect, headings, captions, notes, titles, marks, findings);
        renderer.Render(tree.Document);
        var parts = renderer.Parts();
        return new BodySyntax(parts, [.. anchors.Select(heading => headings[heading.Block])], words, [.. texts, .. titles.Said()])
        {
            Addresses = renderer.Addresses(),
            Braces = braces,
        };
    }

    /// <summary>The anchor of each heading: the one that is asked for, or one that nothing else on the page has.</summary>
    private static ImmutableArray<(HeadingBlock Block, string Id, SectionKind Kind)> Anchors(
        BodyTree tree, SourceFile file, ReservedAnchors reserved, ImmutableArray<Diagnostic>.Builder findings)
    {
        var blocks = tree.Blocks.OfType<HeadingBlock>()
            .Select(block => (Block: block, Attributes: HeadingAttributes.TakeFrom(block, file, findings)))
            .ToArray();
        var taken = new HashSet<string>(StringComparer.Ordinal) { HeadingAttributes.MainId };
        var ids = new Dictionary<HeadingBlock, string>();
        foreach (var (block, attributes) in blocks)
        {
            if (attributes.Id is not { } id) continue;
            if (reserved.Has(id.Text))
                findings.Add(Catalog.HeadingAttribute(id.Span, $"the theme uses the anchor '{id.Text}' itself", null));
            else if (taken.Add(id.Text)) ids.Add(block, id.Text);
            else findings.Add(Catalog.HeadingAttribute(id.Span, $"the anchor '{id.Text}' is taken on this page", null));
        }
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. blocks.Select(heading => (
            heading.Block,
            ids.TryGetValue(heading.Block, out var id) ? id : Free(Names.HeadingId(PlainText(heading.Block.Inline)), taken, reserved, next),
            heading.Attributes.Kind))];
    }

    /// <summary>A free anchor; the next number of each stem is kept, so that many equal headings take no longer.</summary>
    private static string Free(string stem, HashSet<string> taken, ReservedAnchors reserved, Dictionary<string, int> next)
    {
        var id = stem;
        var number = next.GetValueOrDefault(stem, 1);
        if (number > 1) id = $"{stem}-{++number}";
        while (reserved.Has(id) || !taken.Add(id)) id = $"{stem}-{++number}";
        next[stem] = Math.Max(number, 1);
        return id;
    }

    private static string PlainText(ContainerInline? inside)
    {
        var text = new StringBuilder();
        for (var inline = inside?.FirstChild; inline is not null; inline = BodyTree.Next(inline, inside!)) text.Append(TextOf(inline));
        return ReferencePipes.Show(text.ToString()).Trim();
    }

    private static string TextOf(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        BareAddressInline address => address.Text,
        LineBreakInline => " ",
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    };

    private static int Words(ImmutableArray<LeafText> leaves)
    {
        var words = 0;
        foreach (var leaf in leaves)
        {
            foreach (var (inline, _) in leaf.Pieces)
            {
                words += inline switch
                {
                    LiteralInline literal => WordsIn(literal.Content.AsSpan()),
                    ExpressionInline => 1,
                    _ => 0,
                };
            }
        }
        return words;
    }

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        // A sum instead of a branch: words are too short to predict.
        var (words, before) = (0, 0);
        foreach (var letter in text)
        {
            var belongs = letter > ' ' ? 1 : 0;
            words += belongs & ~before;
            before = belongs;
        }
        return words;
    }
}
