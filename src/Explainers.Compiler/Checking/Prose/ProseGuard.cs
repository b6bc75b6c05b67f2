using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Sources;

namespace Explainers.Checking.Prose;

/// <summary>
/// Reads prose as a type checker reads code: no figure is typed that a fact could give, and none that contradicts one. Facts are read only
/// where a figure was found.
/// </summary>
/// <param name="sheets">Gives the sheets that prose may name.</param>
/// <param name="open">Gives a sheet with its facts.</param>
/// <param name="language">What language the prose is in.</param>
/// <param name="readsDecades">Whether a decade is a figure.</param>
internal sealed class ProseGuard(Func<NamedSheets> sheets, Func<string, NamedSheet> open, ProseLanguage language, bool readsDecades = true)
{
    /// <summary>Reads the names in a text; null where no sheet has any.</summary>
    public NameGuard? Names { get; init; }

    /// <summary>What language the prose is in.</summary>
    public ProseLanguage Language => language;

    /// <summary>One finding for each figure that is typed into a piece of prose and not allowed there.</summary>
    /// <param name="prose">The prose.</param>
    /// <param name="about">The names of the sheets that it is about.</param>
    /// <param name="plain">Words and figures that are fine as they are typed.</param>
    /// <param name="names">Takes what is wrong with the names in it, which are no figures.</param>
    public ImmutableArray<Diagnostic> Read(
        ProseText prose, EquatableArray<string> about, PlainWords plain, ImmutableArray<Diagnostic>.Builder names)
    {
        if (prose.IsOfNames && Names is null) return [];
        var text = new TokenText(prose.Text, language);
        if (Names is { } guard) names.AddRange(guard.Read(prose, text, () => plain.In(prose, text)));
        if (prose.IsOfNames) return [];
        var found = FigureFinder.Find(text);
        if (found.IsEmpty) return [];
        var allowed = plain.In(prose, text);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>(found.Length);
        // The figures of a sentence are held against the same sheets.
        var (around, near) = (default(Sentence), default(ImmutableArray<NearSheet>));
        var named = new TypedFigure?[found.Length];
        for (var i = 0; i < found.Length; i++)
        {
            if (allowed.Touch(found[i]) || (found[i].IsDecade && !readsDecades)) continue;
            var sentence = Sentence.Around(text, found[i], around);
            if (near.IsDefault || (sentence.First, sentence.End) != (around.First, around.End))
                near = sheets().Near(text, sentence, about.Items, open);
            around = sentence;
            if (found[i].IsSmall && !near.Any(sheet => sheet.Sheet.Counts(named[i] ??= CountedNoun.Named(found[i], text)))) continue;
            if (Judge(i, found, named, prose, text, sentence, near) is { } finding) findings.Add(finding);
        }
        return findings.DrainToImmutable();
    }

    private static Diagnostic? Judge(
        int place,
        ImmutableArray<TypedFigure> found,
        TypedFigure?[] named,
        ProseText prose,
        TokenText text,
        Sentence sentence,
        ImmutableArray<NearSheet> near)
    {
        var typed = found[place];
        var at = prose.At(typed.Start, typed.End - typed.Start);
        var words = prose.Text[typed.Start..typed.End];
        var figure = named[place] ??= CountedNoun.Named(typed, text);
        if (figure.Kind == FigureKind.Quotation) return Quotation(figure, at, words, Quoting.Of(figure, text, sentence, near));
        var others = Others(place, found, named, text, sentence);
        var evidence = near.Select(sheet => new Evidence(figure, text, sentence, sheet, others)).ToImmutableArray();
        if (FactSuggestion.Of(evidence) is { } same)
            return Catalog.RetypedFact(at, words, same.Name.Name, Reference(figure, same));
        if (figure is { IsSmall: true, Kind: FigureKind.Date }) return null;
        foreach (var sheet in evidence)
        {
            if (Contradiction.Of(sheet) is not { } fact) continue;
            if (sheet.Near.Sheet.SaidOnce(figure)) break;
            return Catalog.ContradictedFact(at, words, fact.Name.Name, fact.Label, Reference(figure, fact));
        }
        if (figure.IsSmall) return null;
        return Catalog.UnboundFigure(
            at,
            words,
            figure.Kind == FigureKind.Date ? "date" : "figure",
            FactSuggestion.Alike(evidence) is { Length: > 0 } alike ? $"this is the value of {alike}" : "");
    }

    private static Diagnostic Quotation(TypedFigure figure, FileSpan at, string words, Quoting? quoting)
    {
        var (name, reference) = (quoting?.Fact.Name.Name ?? "", quoting is null ? "" : $"{{{{ {quoting.Fact.Name} }}}}");
        return quoting switch
        {
            { Kind: QuotingKind.Whole } => Catalog.RetypedFact(at, words, name, reference),
            { Kind: QuotingKind.Part } => Catalog.RetypedFact(
                at, words, name, $"{{{{ {quoting.Fact.Name} | part \"{Part(quoting)}\" }}}}", isPart: true),
            { Kind: QuotingKind.Changed } => Catalog.Misquoted(at, words, name, quoting.Typed, quoting.Known, reference),
            { Kind: QuotingKind.OtherSpeaker } => Catalog.Misquoted(at, words, name, quoting.Typed, quoting.Known, null),
            { Kind: QuotingKind.Longer } => Catalog.UnboundFigure(at, words, "quotation", $"a part of it is {reference}"),
            _ => Catalog.UnboundFigure(at, words, "quotation"),
        };
    }

    private static string Part(Quoting quoting) => quoting.Known is { Length: > 0 } known && !known.Contains('"') ? known : "…";

    /// <summary>The other figures of a sentence, with what they count.</summary>
    private static ImmutableArray<TypedFigure> Others(
        int place, ImmutableArray<TypedFigure> found, TypedFigure?[] named, TokenText text, Sentence sentence)
    {
        var others = ImmutableArray.CreateBuilder<TypedFigure>();
        var (start, end) = (text[sentence.First].Start, text[sentence.End - 1].End);
        for (var i = place - 1; i >= 0 && found[i].Start >= start; i--) Add(i);
        for (var i = place + 1; i < found.Length && found[i].Start < end; i++) Add(i);
        return others.DrainToImmutable();

        void Add(int i)
        {
            if (!found[i].IsSmall) others.Add(named[i] ??= CountedNoun.Named(found[i], text));
        }
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
