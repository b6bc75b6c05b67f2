using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Formulas;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;

namespace Explainers.Binding;

/// <summary>What became of the rules of a sheet, and of the exchange rates that it names.</summary>
/// <param name="Names">The facts that they name, each once.</param>
/// <param name="Findings">What was found.</param>
internal sealed record SheetRules(EquatableArray<FactId> Names, EquatableArray<Diagnostic> Findings)
{
    /// <summary>Checks the rules and rates of a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="facts">Finds facts by their names.</param>
    public static SheetRules Of(FactSheetSyntax sheet, FactLookup facts)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var names = new List<FactId>();
        foreach (var rule in sheet.Rules) RuleCheck.Check(rule, Named, findings);
        foreach (var written in sheet.Rates)
        {
            if (Named(EntryBinder.Mention(written)) is not { } rate) continue;
            if (rate.Value is not QuantityValue { Unit.IsRate: true })
                Refuse(written, $"it is {Kinds.Named(rate.Value)}", "refer to a fact such as 0.92 EUR/USD");
            else if (!SheetEntries.IsRate(facts.Entry(rate.Name)))
                Refuse(written, "it is computed", "write the rate out, such as 0.92 EUR/USD");
            else if (rate.AsOf is null)
                Refuse(written, "it does not say of which day", "give the fact its day with 'as_of:'");
        }
        return new SheetRules(names.Distinct().ToEquatable(), findings.ToEquatable());

        void Refuse(ScalarSyntax at, string why, string hint) => findings.Add(Catalog.NoRate(at.Span, at.Text, why, hint));

        Fact? Named(ReferenceSyntax reference)
        {
            var fact = facts.Find(reference, findings);
            if (fact is not null) names.Add(fact.Name);
            return fact;
        }
    }
}
