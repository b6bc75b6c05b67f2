using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>The box of a task: <c>[ ]</c> or <c>[x]</c> at the start of an item.</summary>
internal sealed class TaskInline : LeafInline
{
    /// <summary>Whether the task is done.</summary>
    public required bool IsDone { get; init; }
}

/// <summary>Finds the boxes of tasks.</summary>
internal sealed class TaskInlineParser : InlineParser
{
    private const int Length = 3;

    /// <summary>Makes the parser.</summary>
    public TaskInlineParser() => OpeningCharacters = ['['];

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.AsSpan() is not ['[', (' ' or 'x' or 'X') and var sign, ']', ' ' or '\t', ..]) return false;
        if (processor.Block is not ParagraphBlock { Parent: ListItemBlock item } || item[0] != processor.Block) return false;
        if (processor.Root?.FirstChild is not null) return false;
        processor.Inline = new TaskInline
        {
            IsDone = sign != ' ',
            Span = new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column),
                processor.GetSourcePosition(slice.Start + Length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += Length;
        return true;
    }
}
