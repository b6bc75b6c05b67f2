using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Articles;

/// <summary>Reads a line of front matter that may refer to facts.</summary>
internal static class ProseParser
{
    /// <summary>Splits a scalar into text and references; places are those of the raw text in the file, quotation marks and all.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="file">The whole text of its file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static ProseSyntax Parse(ScalarSyntax scalar, string file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var text = scalar.Text;
        var parts = ImmutableArray.CreateBuilder<BodyPart>();
        var (done, raw) = (0, scalar.Span.Start);
        while (text.IndexOf("{{", done, StringComparison.Ordinal) is >= 0 and var open)
        {
            raw = Math.Max(raw, file.IndexOf("{{", raw, StringComparison.Ordinal));
            var close = text.IndexOf("}}", open + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                findings.Add(Catalog.UnclosedExpression(scalar.Span with { Start = raw, Length = 2 }));
                break;
            }
            if (open > done) parts.Add(new HtmlPart(text[done..open]));
            var inner = text[(open + 2)..close];
            var at = scalar.Span with { Start = raw + 2, Length = inner.Length };
            switch (ExpressionParser.Parse(inner, at, findings))
            {
                case ExpressionSyntax expression: parts.Add(new ExpressionPart(expression, Setting.PlainText)); break;
                case BlockSyntax block: parts.Add(new BlockPart(block, Standing.InText)); break;
            }
            (done, raw) = (close + 2, raw + inner.Length + 4);
        }
        if (done < text.Length) parts.Add(new HtmlPart(text[done..]));
        return new ProseSyntax(parts.ToImmutable(), scalar.Span);
    }
}
