using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Explainers.Parsing.Articles;

/// <summary>A list of terms, each with what it means below it.</summary>
internal sealed class DefinitionList(BlockParser parser) : ContainerBlock(parser);

/// <summary>A term of a definition list.</summary>
internal sealed class DefinitionTerm : LeafBlock
{
    /// <summary>Makes a term.</summary>
    public DefinitionTerm(BlockParser parser) : base(parser) => ProcessInlines = true;
}

/// <summary>What a term means.</summary>
internal sealed class Definition(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>How far its text is indented.</summary>
    public required int Width { get; init; }
}

/// <summary>
/// Finds definition lists: a term on a line of its own, and below it what it means, behind a colon and a space. Further paragraphs are
/// indented as far as the first, or by four spaces.
/// </summary>
internal sealed class DefinitionParser : BlockParser
{
    private const int Widest = 4;

    /// <summary>How many terms may share a definition, a line each.</summary>
    private const int MostTerms = 5;

    /// <summary>Makes the parser.</summary>
    public DefinitionParser() => OpeningCharacters = [':'];

    /// <inheritdoc />
    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Width(processor) is not (> 0 and var width)) return BlockState.None;
        if (processor.LastBlock is not ParagraphBlock above || !AreTerms(above, processor)) return BlockState.None;
        var parent = above.Parent!;
        var index = parent.Count - 1;
        var list = index > 0 ? parent[index - 1] as DefinitionList : null;
        processor.Discard(above);
        above.Parent?.Remove(above);
        if (list is null)
        {
            list = new DefinitionList(this) { Span = above.Span, Line = above.Line, Column = above.Column };
            parent.Add(list);
        }
        foreach (var line in above.Lines.Lines.AsSpan(0, above.Lines.Count)) list.Add(Term(line, above, processor));
        Open(processor, list, width);
        return BlockState.Continue;
    }

    /// <inheritdoc />
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.Continue;
        var width = ((Definition)block).Width;
        if (processor.Indent >= width)
        {
            processor.GoToColumn(processor.ColumnBeforeIndent + width);
            return BlockState.Continue;
        }
        if (processor.CurrentChar != ':' || Width(processor) is not (> 0 and var next)) return BlockState.None;
        var list = (DefinitionList)block.Parent!;
        processor.Close(block);
        Open(processor, list, next);
        return BlockState.Continue;
    }

    private void Open(BlockProcessor processor, DefinitionList list, int width)
    {
        var definition = new Definition(this)
        {
            Width = width,
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        list.Add(definition);
        list.UpdateSpanEnd(processor.Line.End);
        processor.Open(definition);
        processor.GoToColumn(processor.Column + width);
    }

    private DefinitionTerm Term(StringLine line, ParagraphBlock above, BlockProcessor processor)
    {
        var term = new DefinitionTerm(this)
        {
            Line = line.Line,
            Column = line.Column,
            Span = new SourceSpan(line.Position, line.Position + line.Slice.Length - 1),
            IsOpen = false,
        };
        var text = line.Slice;
        text.Trim();
        term.AppendLine(ref text, above.Column, line.Line, line.Position, processor.TrackTrivia);
        return term;
    }

    /// <summary>How far the text behind a colon is indented, or 0 where no definition begins.</summary>
    private static int Width(BlockProcessor processor)
    {
        var rest = processor.Line.AsSpan()[1..];
        var text = rest.TrimStart(" \t");
        if (text.IsEmpty || text.Length == rest.Length) return 0;
        var spaces = rest.Length - text.Length;
        return rest[..spaces].Contains('\t') ? Widest : Math.Min(spaces + 1, Widest);
    }

    /// <summary>Whether the lines of a paragraph are terms: right above, or one of them with an empty line between; no table.</summary>
    private static bool AreTerms(ParagraphBlock above, BlockProcessor processor)
    {
        if (above.Parent?.LastChild != above || above.Lines.Count is 0 or > MostTerms) return false;
        var between = processor.LineIndex - (above.Line + above.Lines.Count);
        if (between > 1 || (between == 1 && above.Lines.Count > 1)) return false;
        foreach (var line in above.Lines.Lines.AsSpan(0, above.Lines.Count))
        {
            var text = line.Slice.AsSpan().TrimStart();
            if (text.Contains('|') || (text is ['[', ..] && text.Contains("]:", StringComparison.Ordinal))) return false;
        }
        return true;
    }
}

/// <summary>Writes definition lists.</summary>
internal sealed class DefinitionRenderer : HtmlObjectRenderer<DefinitionList>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, DefinitionList list)
    {
        renderer.EnsureLine().WriteLine("<dl>");
        foreach (var child in list)
        {
            if (child is DefinitionTerm term) renderer.Write("<dt>").WriteLeafInline(term).WriteLine("</dt>");
            else if (child is Definition definition) Write(renderer, definition);
        }
        renderer.WriteLine("</dl>");
    }

    private static void Write(HtmlRenderer renderer, Definition definition)
    {
        renderer.Write("<dd>");
        var outer = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = definition.Count <= 1;
        renderer.WriteChildren(definition);
        renderer.ImplicitParagraph = outer;
        renderer.WriteLine("</dd>");
    }
}
