using System.Collections.Concurrent;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>Indexes of a site by names and addresses, which are good for the next compile where what they follow from is the same.</summary>
internal sealed class IndexMemory
{
    private ConcurrentDictionary<string, string[]> _related = new(StringComparer.Ordinal);
    private Dictionary<string, List<string>> _statedBy = [];
    private readonly Lock _lock = new();
    private Fingerprint _company;
    private Fingerprint _states;

    /// <summary>The addresses of the articles closest to each, as far as somebody has asked.</summary>
    /// <param name="company">What articles are related by.</param>
    public ConcurrentDictionary<string, string[]> Related(Fingerprint company)
    {
        if (_company != company) (_company, _related) = (company, new(StringComparer.Ordinal));
        return _related;
    }

    /// <summary>The addresses of the articles and pages that state a fact, by its name.</summary>
    /// <param name="states">Which facts each states.</param>
    /// <param name="make">Makes the index.</param>
    public Dictionary<string, List<string>> StatedBy(Fingerprint states, Func<Dictionary<string, List<string>>> make)
    {
        // Files that are made later ask from other threads, on behalf of compiles that are over.
        lock (_lock)
        {
            if (_states != states) (_states, _statedBy) = (states, make());
            return _statedBy;
        }
    }
}
