using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;

namespace Explainers.Binding;

/// <summary>What a sheet says in sentences, with its references bound.</summary>
/// <param name="Summary">What it is about; empty where it does not say.</param>
/// <param name="Facts">What its facts say.</param>
/// <param name="Uses">The places that refer to facts.</param>
/// <param name="Findings">What was found.</param>
internal sealed record SheetTexts(
    EquatableArray<BodyPart> Summary, Dictionary<FactId, FactTexts> Facts, ImmutableArray<FactUse> Uses,
    ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Binds the texts of a sheet.</summary>
    public static SheetTexts Of(SheetEntries sheet, Scope scope)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var summary = Text(sheet.Syntax.Summary);
        var facts = new Dictionary<FactId, FactTexts>();
        foreach (var entry in sheet.Entries)
        {
            var (note, means) = (entry.Provenance.Note, (entry.Value as TermSyntax)?.Means);
            if (note is null && means is null && entry.Provenance.Changes.IsEmpty) continue;
            facts[FactId.Of(sheet.Syntax.Name, entry.Id.Text)] = new FactTexts(
                Text(note), Text(means), entry.Provenance.Changes.Select(change => Text(change.Why)).ToEquatable());
        }
        return new SheetTexts(summary, facts, scope.Uses, findings.ToImmutable());

        EquatableArray<BodyPart> Text(ProseSyntax? prose) => prose is null ? [] : ArticleBinder.Text(prose, scope, findings);
    }
}

/// <summary>
/// The texts of sheets. They are bound apart from the facts, since a fact cannot wait for the facts that its own note names.
/// </summary>
internal sealed class TextQueries
{
    private static readonly SheetTexts Nothing = new([], [], [], []);

    /// <summary>Defines the queries.</summary>
    public TextQueries(Engine engine, BindingQueries binding)
    {
        OfSheet = engine.Query<string, SheetTexts>("texts of a sheet", (reads, name) =>
            binding.Facts.Entries.Get(reads, name) is { } sheet ? SheetTexts.Of(sheet, new Scope(binding, reads)) : Nothing);
        Found = engine.Query<string, EquatableArray<Diagnostic>>("findings of texts", (reads, name) => OfSheet.Get(reads, name).Findings);
        Used = engine.Query<string, EquatableArray<FactId>>("facts used by a sheet", (reads, name) => binding.Facts.Sheet.Get(reads, name)!
            .Facts.Select(fact => binding.Facts.Fact.Get(reads, fact)).SelectMany(fact => fact.Inputs.Concat(fact.Mentions))
            .Concat(OfSheet.Get(reads, name).Uses.Select(use => use.Fact)).Concat(binding.Facts.Rules.Get(reads, name).Names)
            .Distinct().ToEquatable());
        OfFact = engine.Query<FactId, FactTexts>("texts of a fact", (reads, fact) =>
            OfSheet.Get(reads, fact.Sheet).Facts.GetValueOrDefault(fact, FactTexts.None));
        Summary = engine.Query<string, EquatableArray<BodyPart>>("summary of a sheet", (reads, name) => OfSheet.Get(reads, name).Summary);
    }

    /// <summary>The facts that the texts, formulas, rules and entries of a sheet refer to, each once.</summary>
    public Query<string, EquatableArray<FactId>> Used { get; }

    /// <summary>What was found in the texts of a sheet.</summary>
    public Query<string, EquatableArray<Diagnostic>> Found { get; }

    /// <summary>All texts of a sheet.</summary>
    public Query<string, SheetTexts> OfSheet { get; }

    /// <summary>The texts of a fact.</summary>
    public Query<FactId, FactTexts> OfFact { get; }

    /// <summary>What a sheet is about; empty where it does not say.</summary>
    public Query<string, EquatableArray<BodyPart>> Summary { get; }
}
