using Explainers.Facts;
using Explainers.Facts.Tables;
using Explainers.Parsing.Articles;

namespace Explainers.Binding;

/// <summary>Binds a part of an entry as a fact of its own, which rests on what the entry rests on.</summary>
internal static class PartBinder
{
    /// <summary>Binds a part.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="rows">Gives the rows of the entry's table by name.</param>
    /// <param name="source">Gives a source of the sheet by its id.</param>
    public static BoundFact Bind(FactId name, BoundFact entry, Func<TableIndex?> rows, Func<string, Citation?> source)
    {
        var whole = entry.Fact;
        if (whole.IsMissing) return BoundFact.Missing(name);
        if (whole.IsUnread) return Of(name, entry, new TextValue(whole.Label), whole.Label, isUnread: true);
        if (ReferencePart.Read(name.Part) is not { } parts)
            return Faulty(name, $"'{name.Part}' names no part of {whole.Name}", "write sheet.table[\"row\"].column");
        var reading = whole.Value is TableValue table && rows() is { } index ? TablePartReader.Read(whole, table, index, parts) : null;
        if (reading is { Value: { } cell }) return Of(name, entry, cell, reading.Label, isUnread: false);
        var part = new FactParts(source).Read(whole, parts, out var fault);
        if (part is null) return reading?.Fault is { } why ? Faulty(name, why, reading.Hint) : Faulty(name, fault!.What, fault.Hint);
        var bound = Of(name, entry with { Fact = part }, part.Value, part.Label, isUnread: false);
        return bound with { Fact = bound.Fact with { Inputs = [whole.Name] } };
    }

    private static BoundFact Of(FactId name, BoundFact entry, FactValue value, string label, bool isUnread) => new(
        new Fact(name, label, value, entry.Fact.Sourcing, entry.Fact.AsOf, entry.Fact.ReviewBy)
        {
            Expires = entry.Fact.Expires,
            HasNote = entry.Fact.HasNote,
            IsUnread = isUnread,
            Inputs = [entry.Fact.Name],
        },
        entry.Span,
        entry.ValueSpan,
        []);

    private static BoundFact Faulty(FactId name, string what, string? hint) =>
        BoundFact.Missing(name) with { Fault = new PartFault(what, hint) };
}
