using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Articles;

/// <summary>Divides the address or the title of a link into text and references.</summary>
internal static class TargetText
{
    /// <summary>Whether a text may have references.</summary>
    public static bool HasReference(string text) => text.Contains("{{", StringComparison.Ordinal);

    /// <summary>An address with a word in the place of each reference.</summary>
    public static string Sample(string url) => string.Concat(Split(url).Select(piece => piece.IsReference ? "x" : piece.Text));

    /// <summary>Text and references, in order.</summary>
    /// <param name="text">The address or title.</param>
    /// <param name="at">The link, or whatever the text stands in.</param>
    /// <param name="file">The whole text of the file.</param>
    /// <param name="context">Where it stands.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static ImmutableArray<BodyPart> Parts(
        string text, FileSpan at, string file, InlineContext context, ImmutableArray<Diagnostic>.Builder findings)
    {
        var parts = ImmutableArray.CreateBuilder<BodyPart>();
        var place = at.Start;
        foreach (var (piece, isReference) in Split(text))
        {
            if (!isReference)
            {
                parts.Add(new TextPart(piece));
                continue;
            }
            var found = file.IndexOf("{{", place, at.Start + at.Length - place, StringComparison.Ordinal);
            var inner = new FileSpan(at.File, found < 0 ? at.Start : found + 2, found < 0 ? at.Length : piece.Length);
            if (found >= 0) place = Math.Min(at.Start + at.Length, found + piece.Length + 4);
            switch (ExpressionParser.Parse(piece, inner, findings))
            {
                case ExpressionSyntax expression: parts.Add(new ExpressionPart(expression, context)); break;
                case BlockSyntax block: parts.Add(new BlockPart(block, Placement.InText)); break;
                case WordsSyntax words: parts.Add(new TextPart(words.Words.Text)); break;
            }
        }
        return parts.DrainToImmutable();
    }

    private static IEnumerable<(string Text, bool IsReference)> Split(string text)
    {
        var done = 0;
        while (text.IndexOf("{{", done, StringComparison.Ordinal) is >= 0 and var open)
        {
            var length = ExpressionInlineParser.Close(text.AsSpan(open + 2));
            if (length < 0) break;
            if (open > done) yield return (text[done..open], false);
            yield return (text.Substring(open + 2, length), true);
            done = open + length + 4;
        }
        if (done < text.Length) yield return (text[done..], false);
    }
}
