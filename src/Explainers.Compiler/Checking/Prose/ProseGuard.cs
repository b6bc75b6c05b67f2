using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Articles;

namespace Explainers.Checking.Prose;

/// <summary>
/// Reads prose as a type checker reads code: no figure is typed that a fact could give, and none that contradicts one. Facts are read only
/// where a figure was found.
/// </summary>
/// <param name="sheets">Gives the sheets that prose may name.</param>
/// <param name="open">Gives a sheet with its facts.</param>
internal sealed class ProseGuard(Func<NamedSheets> sheets, Func<string, NamedSheet> open)
{
    /// <summary>One finding for each figure that is typed into a piece of prose and not allowed there.</summary>
    /// <param name="prose">The prose.</param>
    /// <param name="about">The names of the sheets that it is about.</param>
    /// <param name="plain">Words and figures that are fine as they are typed.</param>
    public ImmutableArray<Diagnostic> Read(ProseText prose, EquatableArray<string> about, PlainWords plain)
    {
        var text = new TokenText(prose.Text);
        var found = FigureFinder.Find(text);
        if (found.IsEmpty) return [];
        var allowed = plain.In(prose, text);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>(found.Length);
        foreach (var figure in found)
            if (!allowed.Touch(figure)) findings.Add(Judge(figure, prose, text, about.Items));
        return findings.DrainToImmutable();
    }

    private Diagnostic Judge(TypedFigure figure, ProseText prose, TokenText text, ImmutableArray<string> about)
    {
        var at = prose.At(figure.Start, figure.End - figure.Start);
        var words = prose.Text[figure.Start..figure.End];
        var sentence = Sentence.Around(text, figure);
        var near = sheets().Near(text, sentence, about, open);
        if (FactSuggestion.Of(figure, text, sentence, near) is { } same)
            return Catalog.RetypedFact(at, words, same.Name.Name, Reference(figure, same));
        foreach (var sheet in near)
        {
            if (Contradiction.Of(figure, text, sentence, sheet) is not { } fact) continue;
            if (sheet.Sheet.SaidOnce(figure)) break;
            return Catalog.ContradictedFact(at, words, fact.Name.Name, fact.Label, Reference(figure, fact));
        }
        return Catalog.UnboundFigure(
            at,
            words,
            figure.Kind == FigureKind.Quotation ? "quotation" : figure.Kind == FigureKind.Date ? "date" : "figure");
    }

    /// <summary>The reference that prints a fact as a figure was typed.</summary>
    private static string Reference(TypedFigure figure, Fact fact)
    {
        var filter = (figure.Value, fact.Value) switch
        {
            (DateValue { Date: { Month: 0 } }, DateValue { Date.Month: > 0 } or MomentValue or EventValue) => " | year",
            (DateValue { Date: { Day: 0, Month: > 0 } }, DateValue { Date.Day: > 0 } or MomentValue or EventValue) => " | month",
            (null, _) when figure.DayOfYear.Day > 0 => " | day",
            (TimeValue, MomentValue) => " | time",
            _ => "",
        };
        return $"{{{{ {fact.Name}{filter} }}}}";
    }
}
