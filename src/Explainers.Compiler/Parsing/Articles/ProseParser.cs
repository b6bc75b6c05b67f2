using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Articles;

/// <summary>Reads a line of front matter, or a text of a sheet, that may refer to facts.</summary>
internal static class ProseParser
{
    /// <summary>Splits a scalar into text and references; places are those of the raw text in the file, quotation marks and all.</summary>
    /// <param name="scalar">The value.</param>
    /// <param name="file">The whole text of its file.</param>
    /// <param name="marks">The quotation marks of its language.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static ProseSyntax Parse(ScalarSyntax scalar, string file, QuotationMarks marks, ImmutableArray<Diagnostic>.Builder findings)
    {
        var text = scalar.Text;
        var prose = new ProseTextBuilder(scalar.Span.File!);
        var parts = ImmutableArray.CreateBuilder<BodyPart>();
        var first = scalar.Span.Start + (scalar.Span.Start < file.Length && file[scalar.Span.Start] is '"' or '\'' ? 1 : 0);
        var (done, raw, place) = (0, scalar.Span.Start, first);
        while (text.IndexOf("{{", done, StringComparison.Ordinal) is >= 0 and var open)
        {
            raw = Math.Max(raw, file.IndexOf("{{", raw, StringComparison.Ordinal));
            var close = text.IndexOf("}}", open + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                findings.Add(Catalog.UnclosedExpression(scalar.Span with { Start = raw, Length = 2 }));
                break;
            }
            if (open > done) parts.Add(new TextPart(text[done..open]));
            prose.Add(text.AsSpan(done, open - done), place);
            var inner = text[(open + 2)..close];
            var at = scalar.Span with { Start = raw + 2, Length = inner.Length };
            switch (ExpressionParser.Parse(inner, at, findings))
            {
                case ExpressionSyntax expression: parts.Add(new ExpressionPart(expression, InlineContext.PlainText)); break;
                case BlockSyntax block: parts.Add(new BlockPart(block, Placement.InText)); break;
                case WordsSyntax words: parts.Add(new TextPart(words.Words.Text)); break;
            }
            if (ExpressionParser.Allowed(inner) is { } allowed)
                prose.AddAllowed(allowed, raw + 2 + inner.IndexOf(allowed, StringComparison.Ordinal));
            else prose.Add([ProseText.Reference], raw);
            (done, raw) = (close + 2, raw + inner.Length + 4);
            place = raw;
        }
        if (done < text.Length) parts.Add(new TextPart(text[done..]));
        prose.Add(text.AsSpan(done), place);
        SetMarks(parts, marks);
        var said = prose.Take();
        if (said is not null) PlainTextSuggestions.Report(said, findings);
        return new ProseSyntax(parts.ToImmutable(), said, scalar.Span);
    }

    /// <summary>Puts typographic marks into the text; a reference counts as a word.</summary>
    public static void SetMarks(ImmutableArray<BodyPart>.Builder parts, QuotationMarks marks)
    {
        var changes = SmartPunctuation.Changes(
            string.Concat(parts.Select(part => part is TextPart text ? text.Text : ProseText.Reference.ToString())));
        if (changes.IsEmpty) return;
        var (start, next) = (0, 0);
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is TextPart { Text: var typed })
            {
                parts[i] = new TextPart(marks.Set(typed, start, changes, next, out next));
                start += typed.Length;
            }
            else
            {
                start++;
            }
        }
    }
}
