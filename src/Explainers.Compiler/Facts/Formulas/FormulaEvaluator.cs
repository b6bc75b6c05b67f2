using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Formulas;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Facts.Formulas;

/// <summary>Calculates formulas with units; what does not fit is reported where it stands.</summary>
/// <param name="find">Gives the fact of a name; null where there is none, which has been reported.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class FormulaEvaluator(Func<ReferenceSyntax, Fact?> find, ImmutableArray<Diagnostic>.Builder findings)
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
            if (unit is null) return value.Amount is null && digits is null ? value.Value : amount.Value(digits);
            // What is left of a whole is a difference of percentages, and a percentage where the sheet says so.
            if (amount.Unit.IsPoints && unit.IsPercent) return (amount.In(Unit.Points) with { Unit = unit }).Value(digits);
            if (amount.Unit.Dimensions == unit.Dimensions) return amount.In(unit).Value(digits);
            findings.Add(Catalog.UnitMismatch(unitSpan, $"the formula gives {Named(amount)}, which cannot be given in {unit.Text}"));
            return null;
        }
        catch (DivideByZeroException)
        {
            return Refuse(formula, "it divides by zero");
        }
        catch (OverflowException)
        {
            return Refuse(formula, "the result is too large, or too near to zero");
        }
    }

    /// <summary>A value that stands in a formula: a calculated amount, or a fact's value as it is.</summary>
    private sealed record Term(Amount? Amount, FactValue Value);

    private Term? Operand(FormulaSyntax formula) => formula switch
    {
        NumberSyntax number => Of(Amount.Exact(number.Value, Unit.None)),
        NameSyntax name => Named(name.Reference) is { } fact ? new Term(null, fact.Value) : null,
        NegativeSyntax negative => Calculated(negative.Operand) is { } amount ? Of(amount.Negative()) : null,
        BinarySyntax binary => Of(Chain(binary)),
        CallSyntax call => Call(call),
        _ => Refuse<Term>(formula, "a column stands in sum(), min(), max() or count(), behind a table"),
    };

    private static Term? Of(Amount? amount) => amount is { } known ? new Term(known, new NumberValue(Figure.Of(known.Number))) : null;

    private Fact? Named(ReferenceSyntax reference)
    {
        var fact = find(reference);
        if (fact is not null && _known.Add(fact)) _inputs.Add(fact);
        return fact;
    }

    /// <summary>An operand as an amount; dates, texts, ranges and disputed values are none.</summary>
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
        "distance" => Distance(call),
        "count" => Counted(call) is { } count ? Of(Amount.Exact(count, Unit.None)) : null,
        "days_between" => Between(call, Unit.Days, static (from, to) => to.DayNumber - from.DayNumber),
        "months_between" =>
            Between(
                call,
                Unit.Months,
                static (from, to) => ((to.Year - from.Year) * 12) + to.Month - from.Month - (to.Day < from.Day ? 1 : 0)),
        "years_between" =>
            Between(
                call,
                Unit.Years,
                static (from, to) => to.Year - from.Year - ((to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? 1 : 0)),
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

    private Term? Between(CallSyntax call, Unit unit, Func<DateOnly, DateOnly, int> distance)
    {
        if (call.Arguments is not [var first, var second]) return Refuse<Term>(call, $"{call.Name}() takes two dates");
        if (Date(first) is not { } from || Date(second) is not { } to) return null;
        if (unit == Unit.Days && (from.Day == 0 || to.Day == 0))
            return Refuse<Term>(from.Day == 0 ? first : second, "days_between() takes dates with a day");
        var (start, end) = from.Precision == to.Precision
            ? (from.FirstDay, to.FirstDay)
            : (new DateOnly(from.Year, 1, 1), new DateOnly(to.Year, 1, 1));
        return Of(Amount.Exact(distance(start, end), unit));
    }

    /// <summary>The great-circle distance of two places, on a sphere whose error of up to half a per cent leaves three digits.</summary>
    private Term? Distance(CallSyntax call)
    {
        if (call.Arguments is not [var first, var second]) return Refuse<Term>(call, "distance() takes two places");
        if (Point(first) is not { } from || Point(second) is not { } to) return null;
        var distance = GreatCircle.Kilometers(from, to);
        return Of(new Amount(distance, Unit.Of(Units.Atom("km")!), 3, Amount.PlaceOf(distance, 3), Approximation.About));
    }

    private CoordinatesValue? Point(FormulaSyntax formula)
    {
        if (Operand(formula) is not { } operand) return null;
        if (operand is { Amount: null, Value: PlaceValue place }) return place.At;
        if (operand is { Amount: null, Value: CoordinatesValue point }) return point;
        Refuse(
            formula,
            operand.Amount is null ? $"{Kinds.Named(operand.Value)} is no place" : "a number is no place",
            "refer to an entry under 'places:', or to a fact such as 57.0531 N 135.3300 W");
        return null;
    }

    private PartialDate? Date(FormulaSyntax formula)
    {
        if (Operand(formula) is not { } operand) return null;
        if (operand is { Amount: null, Value: DateValue date }) return date.Date;
        if (operand is { Amount: null, Value: MomentValue moment })
            return new PartialDate(moment.Moment.Year, moment.Moment.Month, moment.Moment.Day);
        if (operand is { Amount: null, Value: EventValue { When: var when } })
            return when is DateValue day ? day.Date
                : ((MomentValue)when).Moment.Date is var local ? new PartialDate(local.Year, local.Month, local.Day)
                : null;
        Refuse(
            formula,
            operand.Amount is null ? $"{Kinds.Named(operand.Value)} is no date" : "a number is no date",
            "refer to a fact that is a date, such as 1867-03-30");
        return null;
    }

    private FactValue? Refuse(FormulaSyntax at, string what, string? hint = null) => Refuse<FactValue>(at, what, hint);

    private T? Refuse<T>(FormulaSyntax at, string what, string? hint = null) where T : class
    {
        findings.Add(Catalog.NotComputable(at.Span, what, hint));
        return null;
    }
}
