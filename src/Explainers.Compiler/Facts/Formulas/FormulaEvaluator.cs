using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts.Literals;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Formulas;
using Explainers.Sources;

namespace Explainers.Facts.Formulas;

/// <summary>Calculates formulas with units; what does not fit is reported where it stands.</summary>
/// <param name="find">Gives the fact of a name; null where there is none, which has been reported.</param>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="exchange">Changes currencies, or null where there are no rates for that.</param>
internal sealed partial class FormulaEvaluator(
    Func<ReferenceSyntax, Fact?> find, ImmutableArray<Diagnostic>.Builder findings, Exchange? exchange = null)
{
    private readonly List<Fact> _inputs = [];
    private readonly HashSet<Fact> _known = [];

    /// <summary>The facts that the formula names, each once, in order of first use.</summary>
    public ImmutableArray<Fact> Inputs => [.. _inputs];

    /// <summary>The value of a formula, or null where it has none, which has been reported.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="unit">The unit that it is to be given in, or null.</param>
    /// <param name="unitSpan">Where that is written.</param>
    /// <param name="digits">How many digits are asked for, or null.</param>
    public FactValue? Evaluate(FormulaSyntax formula, Unit? unit, FileSpan unitSpan, int? digits)
    {
        try
        {
            var value = Operand(formula);
            if (value is null) return null;
            if (Amount.Of(value.Value) is null && value.Amount is null)
                return unit is null ? value.Value : Refuse(formula, $"{Kinds.Named(value.Value)} has no unit");
            var amount = value.Amount ?? Amount.Of(value.Value)!.Value;
            if (unit is null) return value.Amount is null && digits is null ? value.Value : Fitting(formula, amount, digits);
            if (In(amount, unit) is { } given) return given.Value(digits);
            var hint = unit.Currency is not null && amount.Unit.Currency is not null ? Currencies.RateHint : null;
            findings.Add(Catalog.UnitMismatch(unitSpan, $"the formula gives {Named(amount)}, which cannot be given in {unit.Text}", hint));
            return null;
        }
        catch (DivideByZeroException)
        {
            return Refuse(formula, "it divides by zero, or by a range that holds zero");
        }
        catch (OverflowException)
        {
            return Refuse(formula, "the result is too large, or too near to zero");
        }
    }

    /// <summary>A side of a rule: an amount, or a value that is none; null where it has none, which has been reported.</summary>
    /// <exception cref="DivideByZeroException">It divides by zero.</exception>
    /// <exception cref="OverflowException">The result is too large.</exception>
    public (Amount? Amount, FactValue Value)? Side(FormulaSyntax formula) =>
        Operand(formula) is { } side ? (side.Amount ?? Amount.Of(side.Value), side.Value) : null;

    /// <summary>A value that stands in a formula: a calculated amount, or a fact's value as it is.</summary>
    private sealed record Term(Amount? Amount, FactValue Value);

    private Term? Operand(FormulaSyntax formula) => formula switch
    {
        NumberSyntax { Measure.Length: 0 } number => Of(Amount.Exact(number.Value, Unit.None)),
        NumberSyntax number => Measured(number),
        DateSyntax date => new Term(null, new DateValue(date.Date)),
        NameSyntax name => Named(name.Reference) is { } fact ? new Term(null, fact.Value) : null,
        NegativeSyntax negative => Calculated(negative.Operand) is { } amount ? Of(amount.Negative()) : null,
        BinarySyntax binary => Of(Chain(binary)),
        CallSyntax call => Call(call),
        _ => Refuse<Term>(formula, "a column stands in sum(), min(), max() or count(), behind a table"),
    };

    /// <summary>A span of time in the units that people give it in, unless a function says in which; anything else as it is.</summary>
    private static FactValue Fitting(FormulaSyntax formula, Amount amount, int? digits) =>
        digits is null && formula is not CallSyntax { Name: "days_between" or "months_between" or "years_between" }
            && Durations.Fitting(amount) is { } duration
            ? duration
            : amount.Value(digits);

    /// <summary>
    /// An amount in a unit, or null. What is left of a whole is a difference of percentages, and a percentage where the sheet says so; two
    /// shares that are plain numbers differ by percentage points as well.
    /// </summary>
    private Amount? In(Amount amount, Unit unit)
    {
        if (amount.Unit.IsPoints && unit.IsPercent) return amount.In(Unit.Points) with { Unit = unit };
        if (amount.Unit.Parts.IsEmpty && unit.IsPoints) return (amount.In(Unit.Percent) with { Unit = Unit.Points }).In(unit);
        if (amount.Unit.Dimensions == unit.Dimensions) return amount.In(unit);
        if (exchange?.Of(amount, unit) is not var (changed, rate)) return null;
        if (_known.Add(rate)) _inputs.Add(rate);
        return changed;
    }

    /// <summary>A number with a unit, which is exact, since the formula says so.</summary>
    private Term? Measured(NumberSyntax number)
    {
        var literal = $"{Figure.Of(number.Value).Digits} {number.Measure}";
        var value = FigureReader.Read(literal, null).Value;
        var isNoun = value is QuantityValue { Unit.IsCount: true } && !IsFact(number);
        if (value is not null && (isNoun || value is not QuantityValue { Unit.IsCount: true }) && Amount.Of(value) is { } known)
            return Of(Amount.Exact(known.Number, known.Unit));
        findings.Add(
            Catalog.FormulaSyntax(
                number.Span,
                $"'{number.Measure}' cannot follow a number: it is not a unit",
                UnitSuggestions.Of(number.Measure) is [var meant, ..] ? $"did you mean '{meant}'?"
                    : Units.NearestTo(number.Measure) is { } nearest ? $"did you mean '{nearest}'?"
                    : "put an operator between them, with a space on each side: 2 * price"));
        return null;
    }

    /// <summary>Whether what stands behind a number is the name of a fact, so that an operator is missing.</summary>
    private bool IsFact(NumberSyntax number)
    {
        var before = findings.Count;
        var fact = find(new ReferenceSyntax("", number.Measure, number.Span));
        var isUnknown = fact is null && findings.Count > before;
        findings.Count = before;
        return !isUnknown;
    }

    private static Term? Of(Amount? amount) => amount is { } known ? new Term(known, new NumberValue(Figure.Of(known.Number))) : null;

    private Fact? Named(ReferenceSyntax reference)
    {
        var fact = find(reference);
        if (fact is not null && _known.Add(fact)) _inputs.Add(fact);
        return fact;
    }

    /// <summary>An operand as an amount; dates and texts are none.</summary>
    private Amount? Calculated(FormulaSyntax formula)
    {
        if (Operand(formula) is not { } operand) return null;
        if (operand.Amount is { } calculated) return calculated;
        if (Amount.Of(operand.Value) is { } amount) return amount;
        Refuse(
            formula,
            $"{Kinds.Named(operand.Value)} cannot be calculated "
                + $"with{(operand.Value is DateValue or MomentValue ? "; days_between() and years_between() take dates" : "")}");
        return null;
    }

    /// <summary>A chain of operations, from the left; one after another and not within one another, since it may be long.</summary>
    private Amount? Chain(BinarySyntax last)
    {
        var chain = new Stack<BinarySyntax>();
        FormulaSyntax first = last;
        for (; first is BinarySyntax binary; first = binary.Left) chain.Push(binary);
        var whole = Calculated(first);
        foreach (var binary in chain)
        {
            var right = Calculated(binary.Right);
            whole = (whole, right) is ({ } left, { } operand) ? Binary(binary, left, operand) : null;
        }
        return whole;
    }

    private Amount? Binary(BinarySyntax binary, Amount left, Amount right)
    {
        if (binary.Operator is '*' or '/') return left.Times(right, binary.Operator == '*' ? 1 : -1);
        if (left.Plus(right, binary.Operator) is { } whole) return whole;
        var verb = binary.Operator == '+' ? "added to" : "subtracted from";
        findings.Add(Catalog.UnitMismatch(binary.OperatorSpan, $"{Named(right)} cannot be {verb} {Named(left)}"));
        return null;
    }

    private static string Named(Amount amount) => amount.Unit.Text.Length == 0 ? "a plain number" : amount.Unit.Text;

    private Term? Call(CallSyntax call) => call.Name switch
    {
        "sum" or "min" or "max" or "mean" or "median" => Of(Gathered(call)),
        "abs" => One(call) is { } amount ? Of(amount.Absolute()) : null,
        "change" => Of(Change(call)),
        "distance" => Distance(call),
        "count" => Counted(call) is { } count ? Of(Amount.Exact(count, Unit.None)) : null,
        "days_between" or "months_between" or "years_between" => Between(call),
        "time_between" => Time(call),
        _ => UnknownFunction(call),
    };

    private Term? UnknownFunction(CallSyntax call)
    {
        var known = FormulaFunctions.All.Select(function => function.Name).ToArray();
        findings.Add(
            Catalog.FormulaSyntax(
                call.NameSpan,
                $"there is no function '{call.Name}'",
                Nearest.To(call.Name, known) is { } nearest
                    ? $"did you mean '{nearest}'?"
                    : $"the functions are {string.Join(", ", known)}"));
        return null;
    }

    private Amount? Gathered(CallSyntax call)
    {
        var before = findings.Count;
        var amounts = Column(call) is { } cells ? Amounts(call, cells) : All(call.Arguments);
        if (amounts is null or [] && findings.Count == before) Refuse(call, $"{call.Name}() has nothing to work on");
        if (amounts is null or [] || findings.Count > before) return null;
        var whole = Gathering.Of(call.Name, amounts, out var mismatch);
        if (mismatch is var (one, other))
            findings.Add(
                Catalog.UnitMismatch(
                    call.NameSpan,
                    $"{call.Name}() takes values of one unit, and here are {Named(one)} and {Named(other)}"));
        return whole;
    }

    private List<Amount>? All(ImmutableArray<FormulaSyntax> arguments)
    {
        var amounts = arguments.Select(Calculated).ToList();
        return amounts.Contains(null) ? null : [.. amounts.Select(amount => amount!.Value)];
    }

    private List<Amount>? Amounts(CallSyntax call, ImmutableArray<FactValue> cells)
    {
        var amounts = new List<Amount>();
        foreach (var cell in cells)
        {
            if (Amount.Of(cell) is { } amount)
            {
                amounts.Add(amount);
                continue;
            }
            Refuse(call.Arguments[^1], $"the column holds '{cell.Machine}', which cannot be calculated with");
            return null;
        }
        return amounts;
    }

    private int? Counted(CallSyntax call)
    {
        if (call.Arguments is [NameSyntax only])
            return Named(only.Reference) is not { } fact ? null
                : fact.Value is TableValue { Part: not TablePart.Column } table ? table.Rows.Length
                : Column(call)?.Length ?? 1;
        if (Column(call) is { } cells) return cells.Length;
        return call.Arguments.Select(Operand).ToList().Contains(null) ? null : call.Arguments.Length;
    }

    /// <summary>The cells of a column, where a call names a table and one of its columns; the default where it does not.</summary>
    private ImmutableArray<FactValue>? Column(CallSyntax call)
    {
        if (call.Arguments is [NameSyntax only])
            return Named(only.Reference) is not { } cut ? []
                : cut.Value is TableValue { Part: not TablePart.Whole } part ? Cut(part)
                : null;
        if (call.Arguments is not [NameSyntax name, ColumnSyntax column]) return null;
        if (Named(name.Reference) is not { } fact) return [];
        if (fact.Value is not TableValue table)
            return Refuse<object>(name, $"{fact.Name} is {Kinds.Named(fact.Value)}, and no table") is null ? [] : null;
        var index = table.IndexOf(column.Name);
        if (index >= 0) return [.. table.Values(index)];
        findings.Add(
            Catalog.NotComputable(
                column.Span,
                $"{fact.Name} has no column '{column.Name}'",
                Nearest.To(column.Name, table.Columns.Select(known => known.Label)) is { } nearest
                    ? $"did you mean '{nearest}'?"
                    : $"its columns are {string.Join(", ", table.Columns.Select(known => known.Label))}"));
        return [];
    }

    /// <summary>The values of a column, or the figures of some rows.</summary>
    private static ImmutableArray<FactValue> Cut(TableValue table) => table.Part == TablePart.Column
        ? [.. table.Values(table.Columns.Length - 1)]
        : [.. Enumerable.Range(0, table.Columns.Length).Where(column => !table.Keys.Contains(column) && table.IsNumeric(column))
            .SelectMany(table.Values)];

    private FactValue? Refuse(FormulaSyntax at, string what, string? hint = null) => Refuse<FactValue>(at, what, hint);

    private T? Refuse<T>(FormulaSyntax at, string what, string? hint = null) where T : class
    {
        findings.Add(Catalog.NotComputable(at.Span, what, hint));
        return null;
    }
}
