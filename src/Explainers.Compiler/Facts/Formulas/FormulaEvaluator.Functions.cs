using Explainers.Diagnostics;
using Explainers.Parsing.Formulas;

namespace Explainers.Facts.Formulas;

/// <content>Functions of single values, of dates and of places.</content>
internal sealed partial class FormulaEvaluator
{
    private Amount? One(CallSyntax call)
    {
        if (call.Arguments is [var only]) return Calculated(only);
        Refuse(call, $"{call.Name}() takes one value");
        return null;
    }

    private Amount? Change(CallSyntax call)
    {
        if (call.Arguments is not [var first, var second])
        {
            Refuse(call, "change() takes two values, the earlier one first");
            return null;
        }
        if (Calculated(first) is not { } from || Calculated(second) is not { } to) return null;
        if (from.Number > 0 && from.Matches(to)) return from.ChangeTo(to);
        if (from.Number <= 0) Refuse(first, "a change in per cent starts from a value above zero");
        else findings.Add(Catalog.UnitMismatch(call.NameSpan, $"{Named(from)} cannot change to {Named(to)}"));
        return null;
    }

    /// <summary>From the earliest that the first can be to the latest that the second can be, and the other way round.</summary>
    private Term? Between(CallSyntax call)
    {
        if (call.Arguments is not [var first, var second]) return Refuse<Term>(call, $"{call.Name}() takes two dates");
        if (Dates(first) is not { } from || Dates(second) is not { } to) return null;
        if (call.Name != "days_between" || (from.HasDays && to.HasDays)) return Of(DateSpan.Between(from, to, call.Name));
        return Refuse<Term>(from.HasDays ? second : first, "days_between() takes dates with a day");
    }

    private DateSpan? Dates(FormulaSyntax formula)
    {
        if (Operand(formula) is not { } operand) return null;
        if (operand.Amount is null && DateSpan.Of(operand.Value) is { } dates) return dates;
        Refuse(
            formula,
            operand.Amount is null ? $"{Kinds.Named(operand.Value)} is not a date" : "a number is not a date",
            "refer to a fact that is a date, such as 1867-03-30");
        return null;
    }

    private Term? Time(CallSyntax call)
    {
        if (call.Arguments is not [var first, var second]) return Refuse<Term>(call, "time_between() takes two moments");
        if (Operand(first) is not { } from || Operand(second) is not { } to) return null;
        if (Durations.Between(from.Value, to.Value) is { } time) return Of(time);
        return Refuse<Term>(
            call, "time_between() takes two moments, or two times of day, the earlier first",
            "such as 2025-08-15 11:26 America/Anchorage, or 12:30");
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
            operand.Amount is null ? $"{Kinds.Named(operand.Value)} is not a place" : "a number is not a place",
            "refer to an entry under 'places:', or to a fact such as 57.0531 N 135.3300 W");
        return null;
    }
}
