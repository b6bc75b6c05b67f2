using System.Collections.Immutable;
using System.Globalization;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Formulas;

/// <summary>Reads a formula: numbers, names of facts, the four operators, parentheses and functions, with the usual precedence.</summary>
internal sealed partial class FormulaParser
{
    /// <summary>How deep parentheses and signs may be nested.</summary>
    public const int DepthLimit = 64;

    /// <summary>How many numbers, facts and functions a formula may have.</summary>
    public const int LengthLimit = 1000;

    private const string Flatter = "give a part of it a fact of its own";

    private static readonly string TooLong = $"a formula has at most {LengthLimit} numbers, facts and functions";

    private static readonly string TooDeep = $"a formula can be nested {DepthLimit} deep, not more";

    private const string Compared = "write one of = != < <= > >= between them: total = north + south";

    private const string Unclosed = "this parenthesis is not closed";

    private readonly string _text;
    private readonly FileSpan _at;
    private int _next;
    private int _depth;
    private int _calls;
    private int _operands;
    private (FileSpan At, string What, string? Hint)? _fault;

    private FormulaParser(string text, FileSpan at) => (_text, _at) = (text, at);

    /// <summary>Reads a scalar that begins with an equals sign; what cannot be read is reported, and gives null.</summary>
    public static FormulaSyntax? Parse(ScalarSyntax scalar, ImmutableArray<Diagnostic>.Builder findings)
    {
        // In quotation marks the text begins one character later; a text that YAML has folded keeps its places on the first line.
        var offset = scalar.Span.Length >= scalar.Text.Length + 2 ? 1 : 0;
        var parser = new FormulaParser(scalar.Text, scalar.Span with { Start = scalar.Span.Start + offset });
        parser._next = 1;
        var formula = parser.Sum();
        return parser.Ends(scalar, findings) ? formula : null;
    }

    /// <summary>
    /// Reads what a rule says must hold, such as <c>total = north + south</c>; what cannot be read is reported, and gives null.
    /// </summary>
    public static ComparisonSyntax? Comparison(ScalarSyntax scalar, ImmutableArray<Diagnostic>.Builder findings)
    {
        var offset = scalar.Span.Length >= scalar.Text.Length + 2 ? 1 : 0;
        var parser = new FormulaParser(scalar.Text, scalar.Span with { Start = scalar.Span.Start + offset });
        var sides = ImmutableArray.CreateBuilder<FormulaSyntax>();
        var signs = ImmutableArray.CreateBuilder<SignSyntax>();
        sides.Add(parser.Sum());
        while (parser._fault is null && parser.Sign() is { } sign)
        {
            signs.Add(sign);
            sides.Add(parser.Sum());
        }
        if (parser._fault is null && signs.Count == 0 && parser.Peek() == '\0')
            parser.Fail(parser._at with { Length = scalar.Text.Length }, "a rule compares two sides", Compared);
        return parser.Ends(scalar, findings) ? new ComparisonSyntax(sides.DrainToImmutable(), signs.DrainToImmutable()) : null;
    }

    /// <summary>Whether all was read; else what stands in the way is reported.</summary>
    private bool Ends(ScalarSyntax scalar, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (_fault is null && Peek() != '\0') Fail(Here(1), $"'{Peek()}' cannot stand here");
        if (_fault is not { } fault) return true;
        var isCut = fault.What == Unclosed && scalar.Span.Length == scalar.Text.Length;
        const string cut = "close it; and between { and } a comma ends a value: put a formula that holds one in quotation marks";
        findings.Add(Catalog.FormulaSyntax(fault.At, fault.What, isCut ? cut : fault.Hint));
        return false;
    }

    /// <summary>The sign that compares what stands before it with what follows, or null where there is none.</summary>
    private SignSyntax? Sign()
    {
        var (first, at) = (Peek(), _next);
        if (first is not ('=' or '!' or '<' or '>' or '≤' or '≥' or '≠')) return null;
        _next++;
        if (first == '=' && _next < _text.Length && (_text[_next] is '>' or '<'))
        {
            var turned = _text[_next++];
            Fail(Since(at), $"'={turned}' is not an operator", $"write '{turned}='");
            return null;
        }
        var isDouble = first is '=' or '!' or '<' or '>' && _next < _text.Length && _text[_next] == '=';
        if (isDouble) _next++;
        if (first == '!' && !isDouble) return null;
        return new SignSyntax(
            first switch { '=' => "=", '!' or '≠' => "!=", '≤' => "<=", '≥' => ">=", _ => isDouble ? $"{first}=" : $"{first}" },
            Since(at));
    }

    private FormulaSyntax Sum() => Chain(Product, "+-");

    private FormulaSyntax Product() => Chain(Signed, "*/");

    private FormulaSyntax Chain(Func<FormulaSyntax> operand, string operators)
    {
        var left = operand();
        while (_fault is null && operators.Contains(Operator(Peek()), StringComparison.Ordinal))
        {
            var (sign, at) = (Operator(Peek()), Here(1));
            _next++;
            left = new BinarySyntax(sign, at, left, operand());
        }
        return left;
    }

    private FormulaSyntax Signed()
    {
        if (Operator(Peek()) != '-') return Single();
        var at = Here(1);
        _next++;
        if (++_depth > DepthLimit) return Fail(at, TooDeep, Flatter);
        var operand = Signed();
        _depth--;
        return new NegativeSyntax(operand, at.To(operand.Span));
    }

    private FormulaSyntax Single() => Peek() switch
    {
        _ when ++_operands > LengthLimit => Fail(Here(1), TooLong, "split it into several facts, or use sum() of a column"),
        '\0' => Fail(Here(0), "the formula ends where a number or a fact was expected"),
        '(' => Parenthesised(),
        '"' or '\'' => Column(),
        var first when char.IsAsciiDigit(first) => Number(),
        var first when char.IsAsciiLetter(first) => Name(),
        var first => Fail(Here(1), $"'{first}' cannot stand where a number or a fact is expected"),
    };

    private FormulaSyntax Parenthesised()
    {
        var open = Here(1);
        _next++;
        if (++_depth > DepthLimit) return Fail(open, TooDeep, Flatter);
        var inner = Sum();
        _depth--;
        if (_fault is null && Peek() != ')') return Fail(open, Unclosed);
        _next++;
        return inner;
    }

    private FormulaSyntax Number()
    {
        var start = _next;
        if (Day() is { } day) return day;
        while (_next < _text.Length
            && (char.IsAsciiDigit(_text[_next])
                || (_text[_next] is '.' or ',' && _next + 1 < _text.Length && char.IsAsciiDigit(_text[_next + 1]))))
            _next++;
        var at = Since(start);
        var written = _text[start.._next];
        if (written.Contains(',', StringComparison.Ordinal) && Comma(written) is var (what, hint)) return Fail(at, what, hint);
        if (written is ['0', >= '0' and <= '9', ..])
            return Fail(at, "a number in a formula does not begin with a zero", $"write {written.TrimStart('0').PadLeft(1, '0')}");
        var digits = written.Replace(",", "", StringComparison.Ordinal);
        if (digits.Length > 20 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return Fail(at, "this is not a number that can be calculated with");
        var measure = Measure();
        return new NumberSyntax(number, measure.Length == 0 ? at : Since(start)) { Measure = measure };
    }

    /// <summary>Why a number with a comma cannot be read as typed, or null where the comma can only group digits.</summary>
    private (string What, string Hint)? Comma(string written)
    {
        if (_calls > 0)
            return ("this comma can group digits or stand between two arguments", "write the number without it, or a space behind it");
        var groups = written.Split('.')[0].Split(',');
        var isGrouped = groups[0].Length <= 3
            && groups.Skip(1).All(group => group.Length == 3)
            && written.LastIndexOf(',') < (written + '.').IndexOf('.');
        if (isGrouped) return null;
        return ("a comma stands between groups of three digits, a point before decimals", "write 1234.5 or 1,234.5");
    }

    private FormulaSyntax Column()
    {
        var (start, quote) = (_next, _text[_next]);
        var end = _text.IndexOf(quote, start + 1);
        if (end < 0) return Fail(Here(1), "this quotation mark is not closed");
        _next = end + 1;
        return new ColumnSyntax(_text[(start + 1)..end], Since(start));
    }

    private FormulaSyntax Name()
    {
        var start = _next;
        var first = Word();
        if (Peek() == '(') return Call(first, Since(start));
        var second = "";
        if (_next < _text.Length && _text[_next] == '.')
        {
            _next++;
            second = Word();
            if (second.Length == 0) return Fail(Since(start), "the id of a fact follows the point");
        }
        var (sheet, id) = second.Length == 0 ? ("", first) : (first, second);
        var parts = ImmutableArray.CreateBuilder<ReferencePart>();
        while (_next < _text.Length && _text[_next] is ('.' or '['))
        {
            if (ReferencePart.ReadOne(_text, ref _next) is not { } part)
                return Fail(Here(1), "a part of a table is written table[\"row\"].column or table.column");
            parts.Add(part);
        }
        return new NameSyntax(new ReferenceSyntax(sheet, id, Since(start)) { Parts = parts.DrainToImmutable() });
    }

    private FormulaSyntax Call(string name, FileSpan at)
    {
        var open = Here(1);
        _next++;
        if (++_depth > DepthLimit) return Fail(open, TooDeep, Flatter);
        _calls++;
        var arguments = ImmutableArray.CreateBuilder<FormulaSyntax>();
        while (_fault is null && Peek() != ')')
        {
            if (arguments.Count > 0 && !Take(','))
                return Fail(Peek() == '\0' ? open : Here(1), Peek() == '\0' ? Unclosed : "a comma stands between arguments");
            arguments.Add(Sum());
        }
        _depth--;
        _calls--;
        _next++;
        return new CallSyntax(name, at, arguments.ToImmutable(), at with { Length = _next - (at.Start - _at.Start) });
    }

    private string Word()
    {
        var start = _next;
        while (_next < _text.Length && (char.IsAsciiLetterOrDigit(_text[_next]) || _text[_next] == '_')) _next++;
        return _text[start.._next];
    }

    private bool Take(char sign)
    {
        if (Peek() != sign) return false;
        _next++;
        return true;
    }

    /// <summary>The next character that is not white space, or the null character at the end.</summary>
    private char Peek()
    {
        while (_next < _text.Length && char.IsWhiteSpace(_text[_next])) _next++;
        return _next < _text.Length ? _text[_next] : '\0';
    }

    /// <summary>The typographic signs count as those of the keyboard.</summary>
    private static char Operator(char sign) => sign switch { '−' or '–' => '-', '×' or '·' => '*', '÷' => '/', _ => sign };

    private FileSpan Here(int length) => _at with { Start = _at.Start + _next, Length = length };

    private FileSpan Since(int start) => _at with { Start = _at.Start + start, Length = _next - start };

    private NumberSyntax Fail(FileSpan at, string what, string? hint = null)
    {
        _fault ??= (at, what, hint);
        _next = _text.Length;
        return new NumberSyntax(0, at);
    }
}
