using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Explainers.Diagnostics;
using Explainers.Parsing.Yaml;
using Explainers.Sources;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Explainers.Parsing.Articles;

/// <summary>Reads what stands between two braces: one Scriban expression, held down to references, filters and blocks.</summary>
internal static class ExpressionParser
{
    private static readonly LexerOptions Lexing = LexerOptions.Default with { Mode = ScriptMode.ScriptOnly };

    private static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(
        [
            "if", "else", "elseif", "end", "for", "while", "tablerow", "case", "when", "capture", "func", "ret", "break", "continue",
            "with",
            "wrap", "import", "readonly",
        ],
        StringComparer.Ordinal);

    /// <summary>Words that are values in the library's language, and no names.</summary>
    private static readonly FrozenSet<string> Values =
        FrozenSet.ToFrozenSet(["true", "false", "null", "this", "do"], StringComparer.Ordinal);

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text between the braces.</param>
    /// <param name="at">The place of that text in its file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>
    /// An <see cref="ExpressionSyntax"/>, a <see cref="BlockSyntax"/>, a <see cref="WordsSyntax"/>, or null where it is neither.
    /// </returns>
    public static object? Parse(string text, FileSpan at, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (Alone(text, at) is { } alone) return alone;
        // In a table a bar may be escaped, as GitHub asks for it.
        var line = text.Replace('\n', ' ').Replace('\r', ' ').Replace("\\|", " |", StringComparison.Ordinal);
        if (line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..]
            && Keywords.Contains(first))
        {
            findings.Add(Catalog.StatementInArticle(Trimmed(line, at), $"'{first}'"));
            return null;
        }
        var parser = new Scriban.Parsing.Parser(new Lexer(line, options: Lexing));
        var script = parser.Run();
        if (parser.HasErrors)
        {
            findings.Add(Catalog.ExpressionSyntax(Span(parser.Messages[0].Span, at), "this cannot be read as a reference to a fact"));
            return null;
        }
        var statements = script?.Body?.Statements;
        if (statements is not [var statement])
        {
            var braces = at with { Start = at.Start - 2, Length = at.Length + 4 };
            findings.Add(
                Catalog.ExpressionSyntax(
                    braces,
                    statements is { Count: > 1 } ? "one pair of braces takes one reference" : "there is nothing between the braces"));
            return null;
        }
        if (statement is not ScriptExpressionStatement { Expression: { } expression } || expression is ScriptAssignExpression)
        {
            findings.Add(Catalog.StatementInArticle(Trimmed(line, at), "'='"));
            return null;
        }
        return new Reading(at, findings).Top(expression);
    }

    /// <summary>The words in <c>plain "…"</c>, or null where the braces hold something else.</summary>
    public static string? Allowed(string text) =>
        text.AsSpan().TrimStart().StartsWith("plain ", StringComparison.Ordinal)
            && Parse(text, FileSpan.None with { Length = text.Length }, ImmutableArray.CreateBuilder<Diagnostic>()) is WordsSyntax words
            ? words.Words.Text
            : null;

    /// <summary>A fact alone, <c>sheet.fact</c>, as most braces hold it, which takes no parser; null for all else.</summary>
    private static ExpressionSyntax? Alone(string text, FileSpan at)
    {
        var name = text.AsSpan().Trim(' ');
        var dot = name.IndexOf('.');
        if (dot < 0 || !IsName(name[..dot]) || !IsName(name[(dot + 1)..])) return null;
        var (sheet, id) = (name[..dot].ToString(), name[(dot + 1)..].ToString());
        if (Keywords.Contains(sheet) || Values.Contains(sheet) || Values.Contains(id)) return null;
        var start = text.Length - text.AsSpan().TrimStart(' ').Length;
        var span = Span(start, start + name.Length, at);
        return new ExpressionSyntax(new ReferenceSyntax(sheet, id, span), [], span);
    }

    private static bool IsName(ReadOnlySpan<char> text) =>
        text is [>= 'a' and <= 'z', ..] && !text.ContainsAnyExcept(NameLetters);

    private static FileSpan Span(SourceSpan span, FileSpan at) => Span(span.Start.Offset, span.End.Offset + 1, at);

    private static FileSpan Span(int start, int end, FileSpan at)
    {
        start = Math.Clamp(start, 0, at.Length);
        return at with { Start = at.Start + start, Length = Math.Clamp(end, start, at.Length) - start };
    }

    private static FileSpan Trimmed(string line, FileSpan at)
    {
        var start = line.Length - line.TrimStart().Length;
        return at with { Start = at.Start + start, Length = line.Trim().Length };
    }

    private sealed record Reading(FileSpan At, ImmutableArray<Diagnostic>.Builder Findings)
    {
        public object? Top(ScriptExpression expression) => expression switch
        {
            ScriptFunctionCall { Target: ScriptVariable { Name: "plain" }, Arguments: [ScriptLiteral] } call => Words(call),
            ScriptFunctionCall call => Block(call),
            ScriptVariable variable => new BlockSyntax(variable.Name, [], [], Span(variable.Span, At)),
            _ => Piped(expression),
        };

        private WordsSyntax? Words(ScriptFunctionCall call) => Argument(call.Arguments[0]) is { } words ? new WordsSyntax(words) : null;

        private ExpressionSyntax? Piped(ScriptExpression expression)
        {
            var links = Links(expression).ToArray();
            var reference = Reference(links[0]);
            var filters = links.Skip(1).Select(Filter).ToImmutableArray();
            if (reference is null || filters.Contains(null)) return null;
            return new ExpressionSyntax(
                reference,
                [.. filters.OfType<FilterSyntax>()],
                reference.Span.To(filters.IsEmpty ? reference.Span : filters[^1]!.Span));
        }

        /// <summary>What stands between the pipes, in written order, however the library nests them.</summary>
        private static IEnumerable<ScriptExpression> Links(ScriptExpression expression) =>
            expression is ScriptPipeCall { From: { } from, To: { } to } ? Links(from).Concat(Links(to)) : [expression];

        private FilterSyntax? Filter(ScriptExpression expression) => expression switch
        {
            ScriptVariable variable => new FilterSyntax(variable.Name, [], Span(variable.Span, At)),
            ScriptFunctionCall { Target: ScriptVariable target } call =>
                Arguments(call) is { } arguments ? new FilterSyntax(target.Name, arguments, Whole(call)) : null,
            _ => Refuse<FilterSyntax>(expression, "behind '|' stands the name of a filter"),
        };

        /// <summary>A call with its arguments; the library's own span of one is that of its name.</summary>
        private FileSpan Whole(ScriptFunctionCall call) =>
            Span(call.Target!.Span, At).To(Span(call.Arguments.Count == 0 ? call.Target.Span : call.Arguments[^1].Span, At));

        private ImmutableArray<ScalarSyntax>? Arguments(ScriptFunctionCall call)
        {
            var arguments = call.Arguments.Select(Argument).ToImmutableArray();
            return arguments.Contains(null) ? null : [.. arguments.OfType<ScalarSyntax>()];
        }

        private ScalarSyntax? Argument(ScriptExpression expression) =>
            Argument(expression, "a filter takes a text in quotation marks or a number");

        private ScalarSyntax? Argument(ScriptExpression expression, string expected) => expression is ScriptLiteral { Value: { } value }
            ? new ScalarSyntax(value.ToString() ?? "", Span(expression.Span, At))
            : Refuse<ScalarSyntax>(
                expression,
                expected,
                expression is ScriptVariable word ? $"write it in quotation marks: \"{word.Name}\"" : null);

        private BlockSyntax? Block(ScriptFunctionCall call) => call.Target is ScriptVariable target
            ? new BlockSyntax(
                target.Name,
                [.. call.Arguments.Where(argument => argument is not ScriptNamedArgument).Select(Named).OfType<ReferenceSyntax>()],
                [.. call.Arguments.OfType<ScriptNamedArgument>().Select(Option).OfType<OptionSyntax>()],
                Whole(call))
            : Refuse<BlockSyntax>(call, "a block begins with its name");

        private OptionSyntax? Option(ScriptNamedArgument argument) =>
            argument.Name is { } name && argument.Value is { } value
                && Argument(value, "an option takes a text in quotation marks: side: \"Russia\"") is { } text
                ? new OptionSyntax(new ScalarSyntax(name.Name, Span(name.Span, At)), text)
                : null;

        private ReferenceSyntax? Named(ScriptExpression expression) => expression switch
        {
            ScriptVariable sheet => new ReferenceSyntax(sheet.Name, null, Span(sheet.Span, At)),
            ScriptLiteral { Value: string text } => Refuse<ReferenceSyntax>(
                expression,
                "a block takes a text behind the name of an option",
                text.Contains("://", StringComparison.Ordinal) ? $"write url: \"{text}\""
                    : Alone(text, At) is not null || IsName(text) ? $"the name of a fact or sheet has no quotation marks: {text}"
                    : null),
            _ => Reference(expression),
        };

        private ReferenceSyntax? Reference(ScriptExpression expression) => expression switch
        {
            ScriptMemberExpression { Target: ScriptVariable sheet, Member: { } member } =>
                new ReferenceSyntax(sheet.Name, member.Name, Span(expression.Span, At)),
            ScriptMemberExpression { Target: ScriptMemberExpression or ScriptIndexerExpression, Member: { } word } part =>
                PartOf(part.Target, new ReferencePart(word.Name, IsRow: false), expression),
            ScriptIndexerExpression
            {
                Target: ScriptMemberExpression or ScriptIndexerExpression, Index: ScriptLiteral { Value: { } row },
            } part =>
                PartOf(part.Target, new ReferencePart(Convert.ToString(row, CultureInfo.InvariantCulture) ?? "", IsRow: true), expression),
            ScriptIndexerExpression { Target: ScriptMemberExpression or ScriptIndexerExpression, Index: { } index } =>
                Refuse<ReferenceSyntax>(
                    index,
                    "the name of a row needs quotation marks",
                    index is ScriptVariable named ? $"write [\"{named.Name}\"]" : "write sheet.table[\"2019\"].column"),
            ScriptBinaryExpression { Operator: ScriptBinaryOperator.Subtract } =>
                Refuse<ReferenceSyntax>(
                    expression,
                    "names have underscores, not hyphens: the sheet 'alaska-purchase.yaml' is alaska_purchase"),
            ScriptBinaryExpression or ScriptUnaryExpression =>
                Refuse<ReferenceSyntax>(expression, "articles do not calculate: they refer to facts"),
            ScriptLiteral => Refuse<ReferenceSyntax>(expression, "a value that is typed needs no braces"),
            _ => Refuse<ReferenceSyntax>(expression, "the name of a fact has two parts, sheet.fact"),
        };

        /// <summary>A part of what another expression refers to.</summary>
        private ReferenceSyntax? PartOf(ScriptExpression target, ReferencePart part, ScriptExpression whole) =>
            Reference(target) is { } reference
                ? reference with { Parts = reference.Parts.Add(part), Span = Span(whole.Span, At) }
                : null;

        private T? Refuse<T>(ScriptExpression expression, string why, string? hint = null) where T : class
        {
            Findings.Add(Catalog.ExpressionSyntax(Span(expression.Span, At), why, hint));
            return null;
        }
    }
}
