using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Tables;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>A fact with its places in its sheet, and what was found while it was bound.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Span">The id in its sheet.</param>
/// <param name="ValueSpan">Its value in the sheet; for entries of several keys, the id.</param>
/// <param name="Findings">What was found.</param>
internal sealed record BoundFact(Fact Fact, FileSpan Span, FileSpan ValueSpan, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>Why a part of an entry does not exist, and how to mend that; null for anything else.</summary>
    public PartFault? Fault { get; init; }

    /// <summary>Stands in for a fact that does not exist.</summary>
    public static BoundFact Missing(FactId name) => new(Fact.Missing(name), FileSpan.None, FileSpan.None, []);
}

/// <summary>Why a part of an entry does not exist.</summary>
/// <param name="What">The reason, in the words of a message.</param>
/// <param name="Hint">How to mend it.</param>
internal sealed record PartFault(string What, string? Hint);

/// <summary>What the formulas and mentions of one entry can refer to.</summary>
/// <param name="site">The names of the site.</param>
/// <param name="reads">Records what is read.</param>
/// <param name="self">The entry.</param>
internal sealed class FactLookup(FactQueries site, Reads reads, FactId self)
{
    /// <summary>
    /// The fact that a formula names; one that does not exist, that has no value or that leads back is reported, and gives null.
    /// </summary>
    /// <param name="reference">The name; the sheet's is empty for the formula's own.</param>
    /// <param name="findings">Takes what is found.</param>
    public Fact? Find(ReferenceSyntax reference, ImmutableArray<Diagnostic>.Builder findings)
    {
        var meant = OfOwnEntry(reference);
        var owner = meant.Sheet.Length == 0 ? self.Sheet : meant.Sheet;
        var name = meant.Id is { } id ? FactId.Of(owner, id) : new FactId(owner);
        if (Entry(name) is null)
        {
            if (site.Entries.Get(reads, owner)?.Syntax.Unparsed.Include(meant.Id) != true)
                findings.Add(Catalog.UnknownFact(reference.Span, name.Name, Nearest(owner, meant.Id ?? "")));
            return null;
        }
        if (site.Ring.Get(reads, self).FirstOrDefault(ring => ring.To == name) is { } circle)
        {
            findings.Add(Catalog.CircularFact(reference.Span, circle.Chain.Select(link => link.Name)));
            return null;
        }
        var bound = site.Bound.Get(reads, new FactId(name.Name + ReferencePart.Text(meant.Parts)));
        if (bound.Fault is { } fault) findings.Add(Catalog.UnknownPart(reference.Span, fault.What, fault.Hint));
        return bound.Fact is { IsUnread: false, IsMissing: false } fact ? fact : null;
    }

    /// <summary>
    /// The exchange rates that the entry's sheet declares, its own first. A rate is written out, so that it can wait for nothing else.
    /// </summary>
    public IEnumerable<Fact> Rates()
    {
        if (site.Entries.Get(reads, self.Sheet) is not { } sheet) return [];
        return sheet.Rates.Concat(sheet.Syntax.Rates.Select(rate => new FactId(rate.Text)))
            .Where(rate => rate != self && SheetEntries.IsRate(Entry(rate))).Select(rate => site.Fact.Get(reads, rate));
    }

    /// <summary><c>traffic.cars</c> is a fact of the sheet traffic, or else a part of the sheet's own entry of that name.</summary>
    private ReferenceSyntax OfOwnEntry(ReferenceSyntax reference) =>
        reference is { Sheet.Length: > 0, Id: { } column } && Entry(FactId.Of(reference.Sheet, column)) is null
            && Entry(FactId.Of(self.Sheet, reference.Sheet)) is not null
            ? reference with
            {
                Sheet = "",
                Id = reference.Sheet,
                Parts = reference.Parts.Insert(0, new ReferencePart(column, IsRow: false)),
            }
            : reference;

    /// <summary>What a data file gives for a table, or null where there is no such file.</summary>
    public TableReading? Table(TableSpec table) => site.Table.Get(reads, table);

    /// <summary>The paths of all data files below the input folder.</summary>
    public EquatableArray<string> DataFiles => site.DataFiles(reads);

    /// <summary>An entry by its name, as written, or null.</summary>
    public EntrySyntax? Entry(FactId name) => name.Sheet.Length == 0 ? null : site.Entries.Get(reads, name.Sheet)?[name.Id];

    /// <summary>The fact that a name was most likely meant to be: one of its sheet, where there is such a sheet.</summary>
    private string? Nearest(string sheet, string id) => site.Entries.Get(reads, sheet) is null
        ? site.NearFacts.Get(reads, default).To($"{sheet}.{id}")
        : site.NearInSheet.Get(reads, sheet).To(id) is { } nearest ? $"{sheet}.{nearest}" : null;
}
