using Explainers.Incremental;
using Explainers.Parsing.Facts;

namespace Explainers.Facts.Formulas;

/// <summary>An entry with formulas, and the entries that they may name.</summary>
internal sealed record FormulaUse(FactId From, EquatableArray<FactId> To);

/// <summary>A reference in a formula that leads back to the formula itself.</summary>
/// <param name="To">What it names.</param>
/// <param name="Chain">The whole ring: from what it names, back to what it names.</param>
internal sealed record FormulaRing(FactId To, EquatableArray<FactId> Chain);

/// <summary>
/// Finds the formulas that need themselves. Without the references that close a ring, no formula leads back, so that facts can be bound in
/// any order and by any thread, and always give the same values and findings.
/// </summary>
internal static class FormulaRings
{
    /// <summary>
    /// The references that close a ring, by the entries that they stand in; a search from the first formula on, depth first.
    /// </summary>
    public static Dictionary<FactId, EquatableArray<FormulaRing>> Of(IReadOnlyCollection<FormulaUse> formulas)
    {
        var uses = formulas.ToDictionary(use => use.From, use => use.To);
        var (rings, places, done) = (new Dictionary<FactId, List<FormulaRing>>(), new Dictionary<FactId, int>(), new HashSet<FactId>());
        var path = new List<(FactId Fact, int Next)>();
        foreach (var root in formulas)
        {
            if (!done.Contains(root.From)) Open(root.From);
            while (path.Count > 0)
            {
                var (fact, next) = path[^1];
                if (next == uses[fact].Length)
                {
                    path.RemoveAt(path.Count - 1);
                    places.Remove(fact);
                    done.Add(fact);
                    continue;
                }
                path[^1] = (fact, next + 1);
                var to = uses[fact][next];
                if (places.TryGetValue(to, out var first)) Close(fact, to, first);
                else if (uses.ContainsKey(to) && !done.Contains(to)) Open(to);
            }
        }
        return rings.ToDictionary(ring => ring.Key, ring => ring.Value.ToEquatable());

        void Open(FactId fact)
        {
            places.Add(fact, path.Count);
            path.Add((fact, 0));
        }

        void Close(FactId from, FactId to, int first)
        {
            if (!rings.TryGetValue(from, out var own)) rings.Add(from, own = []);
            if (own.All(ring => ring.To != to))
                own.Add(new FormulaRing(to, path.Skip(first).Select(link => link.Fact).Append(to).ToEquatable()));
        }
    }

    /// <summary>The entries of a sheet that have formulas.</summary>
    public static IEnumerable<FormulaUse> In(string sheet, IEnumerable<EntrySyntax> entries) =>
        from entry in entries
        let names = FormulaNames.In(entry.Value).ToArray()
        where names.Length > 0
        select new FormulaUse(
            FactId.Of(sheet, entry.Id.Text),
            names.SelectMany(name => Meant(sheet, name)).Distinct().ToEquatable());

    /// <summary>What a name can mean: an entry of the sheet, one of another sheet, or a column of a table of the sheet.</summary>
    private static IEnumerable<FactId> Meant(string sheet, string name) => name.IndexOf('.') is > 0 and var dot
        ? [new FactId(name), FactId.Of(sheet, name[..dot])]
        : [FactId.Of(sheet, name)];
}
