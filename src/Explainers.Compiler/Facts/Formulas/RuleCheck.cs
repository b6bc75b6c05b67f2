using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts.Literals;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Formulas;
using Explainers.Sources;

namespace Explainers.Facts.Formulas;

/// <summary>Holds the facts of a site against a rule of a sheet.</summary>
internal static class RuleCheck
{
    /// <summary>A side of a rule with its place.</summary>
    private sealed record Side(FormulaSyntax Written, Amount? Amount, FactValue Value)
    {
        /// <summary>What it comes to.</summary>
        public FactValue Result => Amount?.Value(null) ?? Value;
    }

    /// <summary>Checks a rule. What it names, how it is written and whether it holds are reported where they stand.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="find">Gives the fact of a name; null where there is none, which has been reported.</param>
    /// <param name="findings">Takes what is found.</param>
    public static void Check(RuleSyntax rule, Func<ReferenceSyntax, Fact?> find, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (FormulaParser.Comparison(rule.Holds, findings) is not { } comparison) return;
        var sides = Sides(rule, comparison, new FormulaEvaluator(find, findings), findings);
        if (sides.Contains(null)) return;
        for (var i = 0; i < comparison.Signs.Length; i++)
        {
            var (left, sign, right) = (sides[i]!, comparison.Signs[i], sides[i + 1]!);
            var tolerance = Tolerance(rule, left, findings);
            if (rule.Tolerance is not null && tolerance is null) return;
            if (RuleComparison.Holds(left.Amount, left.Value, sign.Sign, right.Amount, right.Value, tolerance) is not { } holds)
            {
                findings.Add(Catalog.UnitMismatch(sign.Span, $"{Named(left)} cannot be compared with {Named(right)}"));
                return;
            }
            if (holds) continue;
            findings.Add(Broken(rule, left, sign.Sign, right));
            return;
        }
    }

    private static Side?[] Sides(
        RuleSyntax rule, ComparisonSyntax comparison, FormulaEvaluator evaluator, ImmutableArray<Diagnostic>.Builder findings)
    {
        try
        {
            return [.. comparison.Sides.Select(side => evaluator.Side(side) is var (amount, value) ? new Side(side, amount, value) : null)];
        }
        catch (DivideByZeroException)
        {
            findings.Add(Catalog.NotComputable(rule.Holds.Span, "it divides by zero, or by a range that holds zero", null));
        }
        catch (OverflowException)
        {
            findings.Add(Catalog.NotComputable(rule.Holds.Span, "a side of it is too large, or too near to zero", null));
        }
        return [null];
    }

    /// <summary>By how much two sides may differ; zero where the rule does not say, and null where it cannot be read.</summary>
    private static Amount? Tolerance(RuleSyntax rule, Side side, ImmutableArray<Diagnostic>.Builder findings)
    {
        var unit = side.Amount?.Unit ?? Unit.Days;
        if (rule.Tolerance is not { } written) return Amount.Exact(0, unit);
        if (LiteralReader.Read(written.Text).Value is not { } value || Amount.Of(value) is not { Number: >= 0 } tolerance)
        {
            findings.Add(Catalog.InvalidValue(written.Span, written.Text, "a tolerance, such as 0.1 million USD or 1 %", null));
            return null;
        }
        if (tolerance.Unit.Parts.IsEmpty) return tolerance with { Unit = unit };
        if (tolerance.Unit.IsPercent || tolerance.Unit.Dimensions == unit.Dimensions || (tolerance.Unit.IsPoints && unit.IsPercent))
            return tolerance;
        findings.Add(Catalog.UnitMismatch(written.Span, $"{Named(side)} cannot differ by {tolerance.Unit.Text}"));
        return null;
    }

    private static Diagnostic Broken(RuleSyntax rule, Side left, string sign, Side right)
    {
        var values = string.Join(" and ", new[] { left, right }.Where(side => side.Written is not (NumberSyntax or DateSyntax))
            .Select(side => $"'{TextOf(side.Written.Span)}' is {RuleText.Of(side.Result)}"));
        var said = rule.Message?.TrimEnd('.', ' ') ?? $"the rule '{rule.Holds.Text.Trim()}' is broken";
        return Catalog.BrokenRule(
            rule.Holds.Span,
            values.Length == 0 ? said : $"{said}: {values}",
            sign == "=" && rule.Tolerance is null
                ? "correct a value, or allow for rounding with 'holds:' and 'tolerance:'"
                : "correct a value, or the rule");
    }

    private static string Named(Side side) => side.Amount is { } amount
        ? amount.Unit.Text.Length == 0 ? "a plain number" : amount.Unit.Text
        : Kinds.Named(side.Value);

    private static string TextOf(FileSpan span) => span.File!.Text.Substring(span.Start, span.Length).Trim();
}
