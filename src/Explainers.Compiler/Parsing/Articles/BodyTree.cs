using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>A body as the library reads it, walked once for all that ask what it holds.</summary>
/// <param name="Document">The library's tree.</param>
/// <param name="Blocks">Its blocks, in written order.</param>
/// <param name="Links">Its links and images, in written order.</param>
internal sealed record BodyTree(MarkdownDocument Document, ImmutableArray<Block> Blocks, ImmutableArray<LinkInline> Links)
{
    /// <summary>Walks a document.</summary>
    /// <param name="document">The document; brackets in it that open no link become text.</param>
    /// <param name="tooDeep">The first place where it is nested beyond the limit, or -1.</param>
    /// <returns>The tree, or null where it is nested beyond the limit.</returns>
    public static BodyTree? Of(MarkdownDocument document, out int tooDeep)
    {
        var walk = new Walk(document);
        if (walk.Brackets.Count > 0)
        {
            Flatten(walk.Brackets);
            walk = new Walk(document);
        }
        tooDeep = walk.TooDeep;
        return tooDeep < 0 ? walk.Tree() : null;
    }

    /// <summary>The inline after another in written order, or null; the walk stays inside a container, and calls itself nowhere.</summary>
    public static Inline? Next(Inline inline, ContainerInline inside)
    {
        var depth = 0;
        return Next(inline, inside, ref depth);
    }

    private static Inline? Next(Inline inline, ContainerInline inside, ref int depth)
    {
        if (inline is ContainerInline { FirstChild: { } child })
        {
            depth++;
            return child;
        }
        for (; inline.NextSibling is null; depth--)
        {
            if (inline.Parent is not { } parent || parent == inside) return null;
            inline = parent;
        }
        return inline.NextSibling;
    }

    /// <summary>Brackets that open no link hold what follows them in the library's tree; here they are text before it.</summary>
    private static void Flatten(List<DelimiterInline> brackets)
    {
        foreach (var bracket in brackets)
            bracket.ReplaceBy(new LiteralInline(bracket.ToLiteral()) { Span = bracket.Span, Line = bracket.Line, Column = bracket.Column });
    }

    private sealed class Walk
    {
        private readonly MarkdownDocument _document;
        private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
        private readonly ImmutableArray<LinkInline>.Builder _links = ImmutableArray.CreateBuilder<LinkInline>();

        public Walk(MarkdownDocument document)
        {
            _document = document;
            Read(document, 0);
        }

        public List<DelimiterInline> Brackets { get; } = [];

        public int TooDeep { get; private set; } = -1;

        public BodyTree Tree() => new(_document, _blocks.DrainToImmutable(), _links.DrainToImmutable());

        private void Read(Block block, int depth)
        {
            if (IsTooDeep(block, depth)) return;
            _blocks.Add(block);
            if (block is ContainerBlock container)
                foreach (var child in container) Read(child, depth + 1);
            else if (block is LeafBlock { Inline: { } inside } && !IsTooDeep(inside, depth + 1))
                Read(inside, depth + 2);
        }

        private void Read(ContainerInline inside, int depth)
        {
            for (var inline = inside.FirstChild; inline is not null; inline = Next(inline, inside, ref depth))
            {
                IsTooDeep(inline, depth);
                if (inline is LinkInline link) _links.Add(link);
                else if (inline is DelimiterInline bracket) Brackets.Add(bracket);
            }
        }

        /// <summary>Whether a part is beyond the limit; the first place of those that reach it is kept.</summary>
        private bool IsTooDeep(MarkdownObject part, int depth)
        {
            if (depth <= MarkdownLimits.Depth) return false;
            if (depth > MarkdownLimits.Depth + 1) return true;
            var start = Math.Max(0, part.Span.Start);
            TooDeep = TooDeep < 0 ? start : Math.Min(TooDeep, start);
            return true;
        }
    }
}
