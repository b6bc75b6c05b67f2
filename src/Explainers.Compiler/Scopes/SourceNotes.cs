using System.Globalization;
using Explainers.Facts;
using Explainers.Parsing.Articles;

namespace Explainers.Scopes;

/// <summary>The sources of a page, numbered from 1 in order of first use, the same source once, and once for each rate.</summary>
internal sealed class SourceNotes
{
    private readonly Dictionary<(string Source, FactId? Rate), SourceEntry> _entries = [];
    private readonly List<SourceEntry> _order = [];
    private readonly Dictionary<string, SourceGroup> _groups = [];
    private int _uses;

    /// <summary>The sources used so far, in order.</summary>
    public IReadOnlyList<SourceEntry> All => _order;

    /// <summary>The sources that one mark names together, in order of first use.</summary>
    public IEnumerable<SourceGroup> Groups => _groups.Values;

    /// <summary>How many uses there are so far.</summary>
    public int Count => _uses;

    /// <summary>Notes a use of a source.</summary>
    /// <returns>The source's entry and the anchor of this use.</returns>
    public (SourceEntry Entry, string Anchor) Use(Citation citation)
    {
        if (!_entries.TryGetValue((citation.Identity, citation.Rate), out var entry))
        {
            entry = new SourceEntry(_order.Count + 1, citation);
            _entries.Add((citation.Identity, citation.Rate), entry);
            _order.Add(entry);
        }
        var anchor = $"{ReservedAnchors.Use}{(++_uses).ToString(CultureInfo.InvariantCulture)}";
        entry.Uses.Add(anchor);
        return (entry, anchor);
    }

    /// <summary>Notes that one mark names several sources.</summary>
    /// <param name="entries">The sources, in order of number.</param>
    /// <returns>The anchor of the popover that shows them together.</returns>
    public string Group(IReadOnlyList<SourceEntry> entries)
    {
        var anchor = ReservedAnchors.Note
            + string.Join('_', entries.Select(entry => entry.Number.ToString(CultureInfo.InvariantCulture)));
        _groups.TryAdd(anchor, new SourceGroup(anchor, entries));
        return anchor;
    }
}

/// <summary>A source of a page.</summary>
/// <param name="Number">Its number on the page.</param>
/// <param name="Citation">The source.</param>
internal sealed record SourceEntry(int Number, Citation Citation)
{
    /// <summary>The anchors of the places that rest on it.</summary>
    public List<string> Uses { get; } = [];

    /// <summary>The anchor of the popover that shows it in place.</summary>
    public string Popover => $"{ReservedAnchors.Note}{Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Its anchor in the list of sources.</summary>
    public string Anchor => $"{ReservedAnchors.Source}{Number.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>Several sources that a mark names together.</summary>
/// <param name="Popover">The anchor of the popover that shows them.</param>
/// <param name="Sources">The sources, in order of number.</param>
internal sealed record SourceGroup(string Popover, IReadOnlyList<SourceEntry> Sources);
