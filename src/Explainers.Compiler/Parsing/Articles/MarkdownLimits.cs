using System.Buffers;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>
/// Keeps Markdown within bounds: the library's time grows with the square of the signs in a paragraph, and its stack with the depth.
/// </summary>
internal sealed class MarkdownLimits : IMarkdownExtension
{
    /// <summary>How many blocks and inlines may be nested.</summary>
    public const int Depth = 100;

    /// <summary>How many signs of Markdown a paragraph or table may have.</summary>
    public const int Signs = 5_000;

    private const string All = "[]!*_~=<&`|\\{";

    private static readonly SearchValues<char> SignValues = SearchValues.Create(All);

    /// <summary>What the library says of a text beyond its own limit.</summary>
    private const string TooDeep = "too deeply nested";

    private static readonly object PlaceKey = new();

    /// <inheritdoc />
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new BlockDepth());
        pipeline.BlockParsers.Replace<ParagraphBlockParser>(new Paragraphs());
        pipeline.InlineParsers.Insert(0, new SignCounter());
    }

    /// <inheritdoc />
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; text.IndexOfAny(SignValues) is >= 0 and var at; text = text[(at + 1)..]) count++;
        return count;
    }

    /// <summary>Where a text has its first sign beyond the limit, or -1.</summary>
    public static int FirstTooMany(ReadOnlySpan<char> text)
    {
        var (at, count) = (-1, 0);
        while (text[(at + 1)..].IndexOfAny(SignValues) is >= 0 and var next)
        {
            at += 1 + next;
            if (++count > Signs) return at;
        }
        return -1;
    }

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pipeline">The dialect.</param>
    /// <param name="tooDeep">Where the text is nested beyond the limit, or -1.</param>
    /// <returns>The body, or null where it is nested beyond the limit.</returns>
    public static BodyTree? Parse(string text, MarkdownPipeline pipeline, out int tooDeep)
    {
        var place = new Counter();
        var context = new MarkdownParserContext();
        context.Properties[PlaceKey] = place;
        try
        {
            return BodyTree.Of(Markdown.Parse(ReferencePipes.Hide(text), pipeline, context), out tooDeep);
        }
        catch (ArgumentException exception)
            when (exception is TooDeepException || exception.Message.Contains(TooDeep, StringComparison.Ordinal))
        {
            tooDeep = Math.Clamp(place.Value, 0, Math.Max(0, text.Length - 1));
            return null;
        }
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }

    private static void Note(MarkdownParserContext? context, int offset)
    {
        if (context?.Properties[PlaceKey] is Counter place) place.Value = offset;
    }

    /// <summary>Stops where blocks are nested beyond the limit: each line is held against every open block.</summary>
    private sealed class BlockDepth : BlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            Note(processor.Context, processor.Start);
            var depth = 0;
            for (var block = processor.CurrentContainer; block is not null; block = block.Parent)
                if (++depth > Depth) throw new TooDeepException();
            return BlockState.None;
        }
    }

    private sealed class TooDeepException : ArgumentException;

    /// <summary>
    /// Looks for definitions of links only in paragraphs with few enough signs: the library goes through the rest of a paragraph after each
    /// of them. The others become text, from their first sign on.
    /// </summary>
    private sealed class Paragraphs : ParagraphBlockParser
    {
        /// <summary>The library looks for definitions here too, where a line makes a heading of those above it.</summary>
        public override BlockState TryContinue(BlockProcessor processor, Block block) =>
            processor.CurrentChar is '=' or '-' && block is ParagraphBlock { Lines.Count: > Signs / 2 } paragraph && MayDefine(paragraph)
                ? BlockState.Break
                : base.TryContinue(processor, block);

        public override bool Close(BlockProcessor processor, Block block)
        {
            if (block is not ParagraphBlock paragraph || !IsTooLong(paragraph)) return base.Close(processor, block);
            var lines = paragraph.Lines.Lines.AsSpan(0, paragraph.Lines.Count);
            foreach (ref var line in lines) line.Slice.TrimStart();
            lines[^1].Slice.TrimEnd();
            return true;
        }

        private static bool IsTooLong(ParagraphBlock paragraph)
        {
            if (!MayDefine(paragraph)) return false;
            var count = 0;
            foreach (ref var line in paragraph.Lines.Lines.AsSpan(0, paragraph.Lines.Count)) count += Count(line.Slice.AsSpan());
            return count > Signs;
        }

        private static bool MayDefine(ParagraphBlock paragraph) =>
            paragraph.Lines.Count > 0 && paragraph.Lines.Lines[0].Slice.AsSpan().TrimStart() is ['[', ..];
    }

    /// <summary>
    /// Looks at the signs of a paragraph before the first one is read: each may be tried against all that follows, so a paragraph with too
    /// many is text from there on.
    /// </summary>
    private sealed class SignCounter : InlineParser
    {
        private static readonly object Seen = new();

        public SignCounter() => OpeningCharacters = All.ToCharArray();

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var place = processor.GetSourcePosition(slice.Start, out var line, out var column);
            Note(processor.Context, place);
            if (processor.ParserStates[Index] is not null) return false;
            processor.ParserStates[Index] = Seen;
            if (FirstTooMany(slice.AsSpan()) < 0) return false;
            processor.Inline = new OverflowInline
            {
                Content = new StringSlice(slice.Text, slice.Start, slice.End),
                Span = new SourceSpan(place, processor.GetSourcePosition(slice.End)),
                Line = line,
                Column = column,
                IsClosed = true,
            };
            slice.Start = slice.End + 1;
            return true;
        }
    }
}

/// <summary>A paragraph with too many signs of Markdown, from the first of them on.</summary>
internal sealed class OverflowInline : LiteralInline;
