using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>The mark of a footnote: <c>[^label]</c>.</summary>
internal sealed class NoteInline : LeafInline
{
    /// <summary>The name after the caret.</summary>
    public required string Label { get; init; }
}

/// <summary>A footnote: <c>[^label]:</c> and what it says; further paragraphs are indented by four spaces.</summary>
internal sealed class NoteBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>The name after the caret.</summary>
    public required string Label { get; init; }
}

/// <summary>Finds marks of footnotes among words.</summary>
internal sealed class NoteInlineParser : InlineParser
{
    private const int Longest = 100;

    /// <summary>Makes the parser.</summary>
    public NoteInlineParser() => OpeningCharacters = ['['];

    /// <summary>How long the label in brackets is that begins here, or 0.</summary>
    public static int Length(StringSlice slice)
    {
        if (slice.CurrentChar != '[' || slice.PeekChar() != '^') return 0;
        var text = slice.Text.AsSpan(slice.Start, Math.Min(slice.Length, Longest));
        for (var i = 2; i < text.Length; i++)
        {
            if (text[i] == ']') return i > 2 ? i + 1 : 0;
            if (text[i] is '[' or '^' || char.IsWhiteSpace(text[i])) return 0;
        }
        return 0;
    }

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (Length(slice) is not (> 0 and var length)) return false;
        processor.Inline = new NoteInline
        {
            Label = slice.Text.Substring(slice.Start + 2, length - 3),
            Span = new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column),
                processor.GetSourcePosition(slice.Start + length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += length;
        return true;
    }
}

/// <summary>Finds footnotes, wherever a block may begin.</summary>
internal sealed class NoteBlockParser : BlockParser
{
    private const int Indentation = 4;

    /// <summary>Makes the parser.</summary>
    public NoteBlockParser() => OpeningCharacters = ['['];

    /// <inheritdoc />
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || NoteInlineParser.Length(processor.Line) is not (> 0 and var length)) return BlockState.None;
        if (processor.PeekChar(length) != ':') return BlockState.None;
        processor.NewBlocks.Push(new NoteBlock(this)
        {
            Label = processor.Line.Text.Substring(processor.Start + 2, length - 3),
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(processor.Start, processor.Start + length),
        });
        processor.GoToColumn(processor.Column + length + 1);
        return BlockState.Continue;
    }

    /// <inheritdoc />
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.Continue;
        if (processor.Indent < Indentation) return BlockState.None;
        processor.GoToColumn(processor.ColumnBeforeIndent + Indentation);
        return BlockState.Continue;
    }
}
