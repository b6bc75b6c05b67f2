using System.Collections.Immutable;
using Explainers.Sources;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>The text of one paragraph, heading or cell, and the inlines that it comes from.</summary>
/// <param name="Block">The block.</param>
/// <param name="Prose">
/// Its text: a reference is one character, and so are code and characters that are escaped; each line ends with <c>\n</c>.
/// </param>
/// <param name="Pieces">The inlines in order, each with the offset of its text.</param>
internal sealed record LeafText(LeafBlock Block, ProseText Prose, ImmutableArray<LeafPiece> Pieces)
{
    /// <summary>The text.</summary>
    public string Text => Prose.Text;

    /// <summary>The texts of a body in written order; blocks without any are left out.</summary>
    public static ImmutableArray<LeafText> Of(BodyTree tree, SourceFile file)
    {
        var texts = ImmutableArray.CreateBuilder<LeafText>(tree.Blocks.Length);
        var text = new ProseTextBuilder(file);
        var pieces = ImmutableArray.CreateBuilder<LeafPiece>();
        foreach (var block in tree.Blocks)
        {
            if (block is not LeafBlock { Inline: { } inside } leaf) continue;
            pieces.Clear();
            for (var inline = inside.FirstChild; inline is not null; inline = BodyTree.Next(inline, inside))
            {
                if (inline is not LeafInline piece) continue;
                if (piece is LiteralInline literal && ReferencePipes.HasHidden(literal.Content.AsSpan()))
                    literal.Content = new StringSlice(ReferencePipes.Show(literal.Content.ToString()));
                pieces.Add(new LeafPiece(piece, text.Length));
                Add(text, piece);
            }
            if (text.Take() is { } taken) texts.Add(new LeafText(leaf, taken, pieces.ToImmutable()));
        }
        return texts.DrainToImmutable();
    }

    private static void Add(ProseTextBuilder text, LeafInline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: Add(text, literal); break;
            case LineBreakInline: text.Add("\n", inline.Span.Start); break;
            case HtmlEntityInline entity when !IsMarkup(entity): text.Add(entity.Transcoded.AsSpan(), entity.Span.Start); break;
            case BareAddressInline address: text.Add(Quiet(address.Text), inline.Span.Start); break;
            case HtmlInline or NoteInline or TaskInline: break;
            case ExpressionInline { Text: not null }: text.Add([ProseText.Reference], inline.Span.Start); break;
            default: text.Add([ProseText.Opaque], inline.Span.Start); break;
        }
    }

    private static void Add(ProseTextBuilder text, LiteralInline literal)
    {
        var content = literal.Content.AsSpan();
        var start = literal.Span.Start;
        if (literal.IsFirstCharacterEscaped && !content.IsEmpty)
        {
            // The backslash stands before it in the file.
            text.Add([ProseText.Opaque], start);
            content = content[1..];
            start += 2;
        }
        text.Add(content, start);
    }

    /// <summary>An address without the signs that typographic marks are made of.</summary>
    private static string Quiet(string address) => address.Replace('\'', '_').Replace('-', '_');

    /// <summary>Whether a sign of Markdown was written as an entity, so that it is read as text.</summary>
    private static bool IsMarkup(HtmlEntityInline entity) =>
        entity.Transcoded.AsSpan() is [var letter] && char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter));
}

/// <summary>An inline of a text.</summary>
/// <param name="Inline">The inline.</param>
/// <param name="Start">The offset of its text.</param>
internal readonly record struct LeafPiece(LeafInline Inline, int Start);
