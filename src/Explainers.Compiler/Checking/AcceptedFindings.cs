using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Yaml;

namespace Explainers.Checking;

/// <summary>Leaves out warnings where writers accept them, and tells of those that they accept for nothing.</summary>
internal sealed class AcceptedFindings
{
    private readonly FindingWeights _weights;
    private readonly ImmutableArray<Acceptance> _all;
    private readonly Dictionary<(string Path, string Code), Places> _places = [];
    private readonly HashSet<Acceptance> _used = [];

    /// <summary>Takes what is accepted.</summary>
    public AcceptedFindings(IEnumerable<Acceptance> accepted, FindingWeights weights)
    {
        (_all, _weights) = ([.. accepted], weights);
        foreach (var one in _all)
        {
            Of(one.Within.File!.Path, one.Code).Add(one);
            if (one.Data is { } data) Of(data, one.Code).Wider ??= one;
        }
    }

    /// <summary>The findings that nobody accepts. An error that is more than a warning cannot be accepted.</summary>
    public ImmutableArray<Diagnostic> Leave(IEnumerable<Diagnostic> findings) =>
        _all.IsEmpty ? [.. findings] : [.. findings.Where(finding => !IsAccepted(finding))];

    /// <summary>
    /// What is accepted for nothing. In a file with an error, nobody knows what it would give, and a warning that is off is given nowhere.
    /// </summary>
    /// <param name="left">The findings that nobody accepts.</param>
    public IEnumerable<Diagnostic> Unused(IReadOnlyCollection<Diagnostic> left)
    {
        if (_all.Length == _used.Count) return [];
        var faulty = left.Where(finding => finding.Severity == Severity.Error && !_weights.AreErrors(finding.Code))
            .Select(finding => finding.Span.File?.Path).ToHashSet();
        return _all.Where(one => !_used.Contains(one) && !faulty.Contains(one.At.File!.Path))
            .Select(one => Catalog.UnusedAccept(one.At, one.Code));
    }

    private bool IsAccepted(Diagnostic finding)
    {
        if (finding.Span.File is not { } file || !_places.TryGetValue((file.Path, finding.Code), out var places)) return false;
        if (places.At(finding.Span.Start) is not { } accepted) return false;
        _used.Add(accepted);
        return finding.Severity == Severity.Warning || _weights.AreErrors(finding.Code);
    }

    private Places Of(string path, string code)
    {
        if (!_places.TryGetValue((path, code), out var places)) _places[(path, code)] = places = new Places();
        return places;
    }

    /// <summary>Where in a file a code is accepted. Entries follow each other, and the whole file is around them.</summary>
    private sealed class Places
    {
        private readonly List<Acceptance> _entries = [];

        /// <summary>What is accepted in the whole file.</summary>
        public Acceptance? Wider { get; set; }

        public void Add(Acceptance one)
        {
            if (one.Within.Start == 0) Wider ??= one;
            else _entries.Add(one);
        }

        public Acceptance? At(int offset)
        {
            var (low, high) = (0, _entries.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_entries[middle].Within.Start <= offset) low = middle + 1;
                else high = middle;
            }
            return low > 0 && offset < _entries[low - 1].Within.End ? _entries[low - 1] : Wider;
        }
    }
}
