using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;

namespace Explainers.Checking.Prose;

/// <summary>Reads prose as a type checker reads code: no figure is typed that a fact could give, and none that contradicts one.</summary>
internal sealed class ProseGuard
{
    private readonly Lazy<ImmutableArray<NamedSheet>> _sheets;

    /// <summary>Takes the sheets that prose may name.</summary>
    public ProseGuard(BoundSite site) => _sheets = new(() => [.. site.Sheets.Select(sheet => new NamedSheet(sheet))]);

    /// <summary>One finding for each figure that is typed into a piece of prose and not allowed there.</summary>
    /// <param name="prose">The prose.</param>
    /// <param name="about">The sheets that it is about.</param>
    /// <param name="plain">Words and figures that are fine as they are typed.</param>
    public ImmutableArray<Diagnostic> Read(ProseText prose, ImmutableArray<FactSheet> about, ImmutableArray<string> plain)
    {
        var text = new TokenText(prose.Text);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var figure in FigureFinder.Find(text))
        {
            if (!IsAllowed(figure, prose, plain)) findings.Add(Judge(figure, prose, text, about));
        }
        return findings.DrainToImmutable();
    }

    private static bool IsAllowed(TypedFigure figure, ProseText prose, ImmutableArray<string> plain)
    {
        if (prose.Allowed.Any(allowed => figure.Start < allowed.Text + allowed.Length && figure.End > allowed.Text)) return true;
        foreach (var words in plain)
        {
            for (var at = prose.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = prose.Text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
                if (figure.Start < at + words.Length && figure.End > at) return true;
        }
        return false;
    }

    private Diagnostic Judge(TypedFigure figure, ProseText prose, TokenText text, ImmutableArray<FactSheet> about)
    {
        var at = prose.At(figure.Start, figure.End - figure.Start);
        var words = prose.Text[figure.Start..figure.End];
        var sentence = Sentence.Around(text, figure);
        var near = _sheets.Value
            .Select(sheet => (Sheet: sheet, Name: sheet.NamedIn(text, sentence.First, sentence.End)))
            .Where(sheet => sheet.Name is not null || about.Contains(sheet.Sheet.Sheet))
            .ToArray();
        var facts = near.SelectMany(sheet => sheet.Sheet.Facts.Select(fact => (fact.Fact, IsNamed: sheet.Name is not null))).ToArray();
        var same = facts.FirstOrDefault(fact => FigureMatch.Compare(figure, fact.Fact.Value) == Agreement.Same).Fact
            ?? facts.FirstOrDefault(fact => fact.IsNamed && FigureMatch.Compare(figure, fact.Fact.Value) == Agreement.Rounded).Fact;
        if (same is not null) return Catalog.RetypedFact(at, words, same.Name, Reference(figure, same));
        foreach (var (sheet, name) in near)
        {
            if (Contradicted(figure, text, sentence, sheet, name) is not { } fact) continue;
            if (sheet.Facts.Any(known => FigureMatch.WasSo(figure, known.Fact))) break;
            return Catalog.ContradictedFact(at, words, fact.Name, fact.Label, Reference(figure, fact));
        }
        return Catalog.UnboundFigure(at, words, figure.Kind == FigureKind.Quotation ? "quotation" : figure.Kind == FigureKind.Date ? "date" : "figure");
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

    /// <summary>The fact that a figure is plainly meant to state and does not, or null.</summary>
    private static Fact? Contradicted(TypedFigure figure, TokenText text, Sentence sentence, NamedSheet sheet, (int First, int Last)? name)
    {
        var rivals = sheet.Facts.Where(fact => FigureMatch.Compare(figure, fact.Fact.Value) == Agreement.Different).ToArray();
        if (rivals.Length == 0) return null;
        if (name is { } named && (named.First == sentence.FigureEnd || (named.Last + 2 == sentence.FigureFirst && text.Is(named.Last + 1, "of"))))
            return Attached(figure, sheet, rivals);
        var stems = Stems.In(text, sentence.PartFirst, sentence.PartEnd);
        foreach (var fact in rivals)
        {
            var hasLabel = NamedSheet.Find(text, sentence.First, sentence.End, fact.Label) >= 0 || (fact.All.Length > 1 && fact.All.All(stems.Contains));
            if (fact.Noun is not null && figure.Kind == FigureKind.Quantity && (name is not null || hasLabel)) return fact.Fact;
            if (hasLabel && (name is null || IsHead(text, sentence, name.Value, fact))) return fact.Fact;
            if (name is { } at && fact.Telling.Length > 0 && fact.Telling.All(stems.Contains) && IsHead(text, sentence, at, fact)) return fact.Fact;
        }
        var isOnly = rivals.Length == 1 && figure.Kind is FigureKind.Money or FigureKind.Quantity && rivals[0].Noun is null && !Percent(rivals[0]);
        return isOnly && name is { } subject && IsSubject(text, sentence, subject) ? rivals[0].Fact : null;
    }

    private static bool Percent(NamedFact fact) => fact.Fact.Value is QuantityValue { Unit.IsPercent: true };

    /// <summary>"The Alaska purchase of 1868", "the 9-kilometre Sorrel Bridge": a figure that no fact of the sheet bears out.</summary>
    private static Fact? Attached(TypedFigure figure, NamedSheet sheet, NamedFact[] rivals) =>
        sheet.Facts.Any(fact => FigureMatch.Compare(figure, fact.Fact.Value) >= Agreement.Rounded) ? null : rivals[0].Fact;

    /// <summary>Whether what is said is said of the sheet or of the fact, and not of a book on it: "Repairs to the bridge cost …".</summary>
    private static bool IsHead(TokenText text, Sentence sentence, (int First, int Last) name, NamedFact fact)
    {
        var before = name.First - 1;
        if (text.Lower(before) is "the" or "a" or "an" or "this") before--;
        if (before <= sentence.First || !IsPreposition(text.Lower(before))) return true;
        var head = before - 1;
        return head < sentence.FigureEnd && head >= sentence.FigureFirst || fact.All.Contains(Stems.Of(text.Span(head).ToString()));
    }

    private static bool IsSubject(TokenText text, Sentence sentence, (int First, int Last) name)
    {
        var first = text.Is(sentence.First, "the") ? sentence.First + 1 : sentence.First;
        return name.First == first && sentence.PartFirst <= name.First && sentence.FigureFirst > name.Last;
    }

    private static bool IsPreposition(string word) =>
        word is "of" or "for" or "on" or "in" or "at" or "to" or "near" or "against" or "behind" or "by" or "with" or "about" or "from" or "over" or "before" or "after" or "since" or "across" or "under";
}
