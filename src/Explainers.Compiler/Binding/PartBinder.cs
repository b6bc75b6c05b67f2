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
    public static BoundFact Bind(FactId name, BoundFact entry, Func<TableIndex?> rows)
    {
        var whole = entry.Fact;
        if (whole.IsMissing) return BoundFact.Missing(name);
        if (whole.IsUnread) return Of(name, entry, new TextValue(whole.Label), whole.Label, isUnread: true);
        if (ReferencePart.Read(name.Part) is not { } parts)
            return Faulty(name, $"'{name.Part}' names no part of {whole.Name}", "write sheet.table[\"row\"].column");
        if (whole.Value is not TableValue table || rows() is not { } index)
            return Faulty(name, $"{whole.Name} is {Kinds.Named(whole.Value)}, which has no part '{parts[0].Name}'", null);
        var reading = TablePartReader.Read(whole, table, index, parts);
        return reading.Value is { } value
            ? Of(name, entry, value, reading.Label, isUnread: false)
            : Faulty(name, reading.Fault!, reading.Hint);
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
