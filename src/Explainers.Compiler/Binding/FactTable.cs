using System.Collections.Immutable;
using Explainers.Binding.Formulas;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>All entries of all sheets while they are bound: each as soon as a formula asks for it, and once.</summary>
internal sealed class FactTable
{
    /// <summary>Through how many computed facts a formula may lead.</summary>
    public const int DepthLimit = 100;

    private readonly ImmutableArray<Diagnostic>.Builder _findings;
    private readonly Dictionary<string, Slot> _slots;
    private readonly Dictionary<string, Gaps> _gaps;
    private readonly List<Slot> _open = [];
    private readonly ImmutableArray<(FactSheetSyntax Syntax, SheetSources Sources, ImmutableArray<Slot> Slots)> _sheets;
    private readonly Dictionary<FactSheetSyntax, FactSheet> _unchanged;
    private readonly Dictionary<string, NearestIndex> _near = new(StringComparer.Ordinal);

    /// <summary>Takes the sheets; an id that a sheet gives twice is reported, and the first stands.</summary>
    /// <param name="sheets">The sheets as written.</param>
    /// <param name="unchanged">Those that have been bound already.</param>
    /// <param name="findings">Takes what is found.</param>
    public FactTable(ImmutableArray<FactSheetSyntax> sheets, Dictionary<FactSheetSyntax, FactSheet> unchanged, ImmutableArray<Diagnostic>.Builder findings)
    {
        (_unchanged, _findings) = (unchanged, findings);
        _slots = new(sheets.Sum(sheet => sheet.Entries.Length), StringComparer.Ordinal);
        _gaps = sheets
            .DistinctBy(sheet => sheet.Name, StringComparer.Ordinal)
            .ToDictionary(sheet => sheet.Name, sheet => sheet.Gaps, StringComparer.Ordinal);
        _sheets = [.. sheets.Select(sheet =>
        {
            var sources = new SheetSources(sheet, findings);
            return (sheet, sources, Slots(sheet, sources));
        })];
    }

    /// <summary>Binds every entry.</summary>
    public ImmutableArray<FactSheet> Bind() =>
    [
        .. _sheets.Select(sheet => _unchanged.GetValueOrDefault(sheet.Syntax) ?? new FactSheet(
            sheet.Syntax.Name,
            sheet.Syntax.Title?.Text ?? Labels.Of(sheet.Syntax.Name),
            sheet.Syntax.Summary,
            [.. sheet.Syntax.Aliases.Select(alias => alias.Text)],
            sheet.Sources.All,
            [.. sheet.Slots.Select(Bound)],
            FileSpan.StartOf(sheet.Syntax.File)) { Gaps = sheet.Syntax.Gaps }),
    ];

    /// <summary>The sheets with an entry that could not be given its value, whoever is to blame.</summary>
    public IEnumerable<FactSheetSyntax> Lacking => _sheets.Where(sheet => sheet.Slots.Any(slot => !slot.HasValue)).Select(sheet => sheet.Syntax);

    /// <summary>The fact that a formula names; one that does not exist, that has no value or that leads back is reported, and gives null.</summary>
    /// <param name="reference">The name; the sheet's is empty for the formula's own.</param>
    /// <param name="sheet">The sheet that the formula stands in.</param>
    public Fact? Find(ReferenceSyntax reference, string sheet)
    {
        var name = reference.Sheet.Length == 0 ? $"{sheet}.{reference.Id}" : reference.Name;
        if (!_slots.TryGetValue(name, out var slot))
        {
            var owner = reference.Sheet.Length == 0 ? sheet : reference.Sheet;
            if (_gaps.GetValueOrDefault(owner)?.Hold(reference.Id) != true)
                _findings.Add(Catalog.UnknownFact(reference.Span, name, Nearest(owner, reference.Id ?? "")));
            return null;
        }
        if (_open.IndexOf(slot) is >= 0 and var first)
        {
            _findings.Add(Catalog.CircularFact(reference.Span, _open.Skip(first).Append(slot).Select(link => link.Name)));
            return null;
        }
        if (_open.Count >= DepthLimit)
        {
            _findings.Add(Catalog.NotComputable(reference.Span, $"this leads through more than {DepthLimit} computed facts", "shorten the chain"));
            return null;
        }
        var fact = Bound(slot);
        return slot.HasValue ? fact : null;
    }

    /// <summary>An entry by its name, as written, or null.</summary>
    public EntrySyntax? Entry(string name) => _slots.GetValueOrDefault(name)?.Entry;

    private ImmutableArray<Slot> Slots(FactSheetSyntax sheet, SheetSources sources)
    {
        var slots = ImmutableArray.CreateBuilder<Slot>(sheet.Entries.Length);
        var known = _unchanged.GetValueOrDefault(sheet)?.Facts;
        LineMap? lines = null;
        foreach (var entry in sheet.Entries)
        {
            // What has been bound without a finding has one fact for each entry, with its value.
            var fact = known is { } facts ? facts[slots.Count] : null;
            var slot = new Slot(fact?.Name ?? $"{sheet.Name}.{entry.Id.Text}", sheet, sources, entry) { Fact = fact, HasValue = fact is not null };
            if (_slots.TryAdd(slot.Name, slot)) slots.Add(slot);
            else _findings.Add(Catalog.DuplicateFact(entry.Id.Span, entry.Id.Text, LineOf(_slots[slot.Name].Entry)));
        }
        return slots.DrainToImmutable();

        int LineOf(EntrySyntax first) => (lines ??= new LineMap(sheet.File.Text)).At(first.Id.Span.Start).Line;
    }

    /// <summary>The fact that a name was most likely meant to be: one of its sheet, where there is such a sheet.</summary>
    private string? Nearest(string sheet, string id)
    {
        var (prefix, name) = _gaps.ContainsKey(sheet) ? ($"{sheet}.", id) : ("", $"{sheet}.{id}");
        if (!_near.TryGetValue(prefix, out var known))
        {
            var names = _slots.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length..]);
            _near[prefix] = known = new NearestIndex(names);
        }
        return known.To(name) is { } nearest ? prefix + nearest : null;
    }

    /// <summary>Binds an entry, after those that its formulas name, however long the chain; rings are left to <see cref="Find"/>.</summary>
    private Fact Bound(Slot slot)
    {
        if (slot.Fact is not null || _open.Count > 0) return Alone(slot);
        var (path, seen) = (new Stack<(Slot Slot, bool IsLeft)>([(slot, false)]), new HashSet<Slot>());
        while (path.TryPop(out var next))
        {
            var inputs = next.Slot.Fact is null ? Named(next.Slot) : [];
            if (next.IsLeft && inputs.All(input => input.Fact is not null)) Alone(next.Slot);
            if (next.IsLeft || !seen.Add(next.Slot)) continue;
            path.Push((next.Slot, true));
            foreach (var input in inputs.Where(input => input.Fact is null)) path.Push((input, false));
        }
        return Alone(slot);
    }

    /// <summary>The entries that an entry's formulas may name.</summary>
    private IEnumerable<Slot> Named(Slot slot) => FormulaNames
        .In(slot.Entry.Value)
        .Select(name => _slots.GetValueOrDefault(name.Contains('.', StringComparison.Ordinal) ? name : $"{slot.Sheet.Name}.{name}"))
        .OfType<Slot>();

    private Fact Alone(Slot slot)
    {
        if (slot.Fact is not null) return slot.Fact;
        _open.Add(slot);
        var binder = new EntryBinder(this, slot.Sheet, slot.Sources, _findings);
        (slot.Fact, slot.HasValue) = binder.Bind(slot.Entry);
        _open.RemoveAt(_open.Count - 1);
        return slot.Fact;
    }

    private sealed class Slot(string name, FactSheetSyntax sheet, SheetSources sources, EntrySyntax entry)
    {
        public string Name { get; } = name;

        public FactSheetSyntax Sheet { get; } = sheet;

        public SheetSources Sources { get; } = sources;

        public EntrySyntax Entry { get; } = entry;

        public Fact? Fact { get; set; }

        public bool HasValue { get; set; }
    }
}

/// <summary>Names for readers that nobody has written.</summary>
internal static class Labels
{
    /// <summary>An id as words: "price_per_acre" is "Price per acre".</summary>
    public static string Of(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ');
}
