using System.Collections.Immutable;
using Explainers.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Takes braces with attributes off the end of a heading or a caption: <c>{#id .kind key=value}</c>.</summary>
internal static class TrailingBraces
{
    /// <summary>
    /// The words between the braces, each with its place; none where a block does not end with braces that begin as wanted.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="file">Its file.</param>
    /// <param name="begins">Whether the text behind the opening brace is that of attributes.</param>
    public static ImmutableArray<(string Word, FileSpan At)> Take(LeafBlock block, SourceFile file, Func<string, bool> begins)
    {
        if (block.Inline?.LastChild is not LiteralInline last || last.Content.AsSpan() is [.., not '}']) return [];
        var text = string.Concat(Tail(block).Reverse().Select(literal => literal.Content.ToString()));
        var open = text.LastIndexOf('{');
        if (open < 0 || open + 2 >= text.Length || text[^1] != '}' || !begins(text[(open + 1)..])) return [];
        var start = Tail(block).First().Span.End + 1 - (text.Length - open);
        Cut(block, start);
        var words = ImmutableArray.CreateBuilder<(string, FileSpan)>();
        var at = start + 1;
        foreach (var word in text[(open + 1)..^1].Split(' '))
        {
            if (word.Length > 0) words.Add((word, new FileSpan(file, at, word.Length)));
            at += word.Length + 1;
        }
        return words.DrainToImmutable();
    }

    /// <summary>The plain text at the end of a block, the last piece first.</summary>
    private static IEnumerable<LiteralInline> Tail(LeafBlock block)
    {
        for (var inline = block.Inline?.LastChild; inline is LiteralInline literal; inline = inline.PreviousSibling) yield return literal;
    }

    private static void Cut(LeafBlock block, int start)
    {
        foreach (var literal in Tail(block).ToArray())
        {
            if (literal.Span.Start >= start)
            {
                literal.Remove();
            }
            else
            {
                literal.Content.End -= Math.Max(0, literal.Span.End + 1 - start);
                literal.Content.TrimEnd();
                return;
            }
        }
    }
}
