using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Emphasis as CommonMark has it, where a reference counts as a word, <c>~~</c> strikes out, and <c>==</c> marks.</summary>
internal sealed class ReferenceEmphasisParser : EmphasisInlineParser
{
    /// <summary>The sign that strikes words out, in pairs.</summary>
    public const char Strike = '~';

    /// <summary>The sign that marks words, in pairs.</summary>
    public const char Highlight = '=';

    /// <summary>Makes the parser.</summary>
    public ReferenceEmphasisParser()
    {
        CjkFriendlyEmphasis = true;
        EmphasisDescriptors.Add(new EmphasisDescriptor(Strike, 2, 2, true));
        EmphasisDescriptors.Add(new EmphasisDescriptor(Highlight, 2, 2, true));
    }

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var isBehind = processor.Inline is ExpressionInline { Text: not null };
        var before = isBehind ? 'a' : slice.PeekCharExtra(-1);
        var sign = slice.CurrentChar;
        if (sign == Highlight && (before == sign || slice.PeekChar() != sign || slice.PeekChar(2) == sign)) return false;
        if (!base.Match(processor, ref slice)) return false;
        var isAhead = ExpressionInlineParser.IsReference(slice);
        if ((isBehind || isAhead) && processor.Inline is EmphasisDelimiterInline delimiter)
        {
            var after = isAhead ? 'a' : slice.CurrentChar;
            CharHelper.CheckOpenCloseDelimiter(before, after, sign != '_', out var canOpen, out var canClose);
            delimiter.Type = (canOpen ? DelimiterType.Open : default) | (canClose ? DelimiterType.Close : default);
        }
        return true;
    }
}

/// <summary>Puts <see cref="ReferenceEmphasisParser"/> in the place of the library's own.</summary>
internal sealed class ReferenceEmphasis : IMarkdownExtension
{
    /// <inheritdoc />
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.InlineParsers.Replace<EmphasisInlineParser>(new ReferenceEmphasisParser());

    /// <inheritdoc />
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
