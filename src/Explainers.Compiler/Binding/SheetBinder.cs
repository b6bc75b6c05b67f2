using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Binding.Values;
using Explainers.Diagnostics;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Binds fact sheets: gives each entry its typed value and its sources.</summary>
internal static class SheetBinder
{
    /// <summary>Binds a sheet; what does not fit is reported, and a text stands in for it.</summary>
    public static FactSheet Bind(FactSheetSyntax sheet, ImmutableArray<Diagnostic>.Builder findings)
    {
        var citations = sheet.Citations.Select(Citation).ToImmutableArray();
        var byId = citations.ToFrozenDictionary(citation => citation.Id, citation => citation.Citation, StringComparer.Ordinal);
        var facts = ImmutableArray.CreateBuilder<Fact>(sheet.Entries.Length);
        foreach (var entry in sheet.Entries)
        {
            if (facts.FirstOrDefault(fact => fact.Id == entry.Id.Text) is { } first)
                findings.Add(Catalog.DuplicateFact(entry.Id.Span, entry.Id.Text, new LineMap(sheet.File.Text).At(first.Span.Start).Line));
            else
                facts.Add(Fact(sheet, entry, byId, findings));
        }
        return new FactSheet(
            sheet.Name,
            sheet.Title?.Text ?? Label(sheet.Name),
            sheet.Summary?.Text,
            [.. sheet.Aliases.Select(alias => alias.Text)],
            citations,
            facts.DrainToImmutable(),
            FileSpan.StartOf(sheet.File));
    }

    private static SheetCitation Citation(CitationSyntax source) => new(
        source.Id.Text,
        new Citation(source.Publisher, source.Title, source.Url, source.Date, source.Accessed, source.Archived, source.Language, source.Note),
        source.Id.Span);

    private static Fact Fact(
        FactSheetSyntax sheet,
        EntrySyntax entry,
        FrozenDictionary<string, Citation> citations,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        var label = entry is FactSyntax { Label: { } written } ? written : Label(entry.Id.Text);
        return new Fact(
            sheet.Name,
            entry.Id.Text,
            entry is PersonSyntax person ? person.Name : label,
            Value(entry, findings),
            Sourcing(entry, entry.Sources.IsEmpty ? sheet.Sources : entry.Sources, citations, findings),
            entry.AsOf,
            entry.ReviewBy is { } review && Parsing.PartialDate.TryParse(review.Text, out var due) ? due : null,
            entry.Note,
            entry.Id.Span);
    }

    private static FactValue Value(EntrySyntax entry, ImmutableArray<Diagnostic>.Builder findings)
    {
        switch (entry)
        {
            case PersonSyntax person: return new PersonValue(person.Name, person.Role, person.Side);
            case QuoteSyntax quote: return new QuoteValue(quote.Text, quote.Speaker);
            case FactSyntax { Type: { } type } typed:
                if (LiteralReader.Read(typed.Value.Text, type) is { } value) return value;
                findings.Add(Catalog.InvalidValue(typed.Value.Span, typed.Value.Text, LiteralReader.Expected(type)));
                return new TextValue(typed.Value.Text);
            case FactSyntax fact: return LiteralReader.Read(fact.Value.Text);
            default: throw new InvalidOperationException($"An entry of type {entry.GetType().Name} has no value.");
        }
    }

    private static Sourcing Sourcing(
        EntrySyntax entry,
        ImmutableArray<ScalarSyntax> names,
        FrozenDictionary<string, Citation> citations,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        if (names is [{ Text: "none" }]) return new Sourcing([], entry.Note is not null);
        var found = ImmutableArray.CreateBuilder<Citation>(names.Length);
        foreach (var name in names)
        {
            if (citations.TryGetValue(name.Text, out var citation)) found.Add(citation);
            else findings.Add(Catalog.UnknownSource(name.Span, name.Text, Nearest.To(name.Text, citations.Keys)));
        }
        var wasNamed = names.Length > found.Count;
        return new Sourcing(found.DrainToImmutable(), wasNamed);
    }

    /// <summary>An id as words: "price_per_acre" is "Price per acre".</summary>
    private static string Label(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ');
}
