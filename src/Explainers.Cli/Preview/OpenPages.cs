using System.Collections.Immutable;

namespace Explainers.Cli.Preview;

/// <summary>The pages that browsers show now, and whom to tell of changes.</summary>
internal sealed class OpenPages
{
    private readonly Lock _lock = new();
    private ImmutableList<(string Url, Action Changed)> _pages = [];

    /// <summary>The addresses of the pages, each once.</summary>
    public IEnumerable<string> Addresses => Volatile.Read(ref _pages).Select(page => page.Url).Distinct(StringComparer.Ordinal);

    /// <summary>Adds a page.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="changed">Is told when there may be something new.</param>
    /// <returns>Takes it away again.</returns>
    public IDisposable Open(string url, Action changed)
    {
        var page = (url, changed);
        lock (_lock) _pages = _pages.Add(page);
        return new Closing(() =>
        {
            lock (_lock) _pages = _pages.Remove(page);
        });
    }

    /// <summary>Tells all pages.</summary>
    public void Tell()
    {
        foreach (var (_, changed) in Volatile.Read(ref _pages)) changed();
    }

    private sealed class Closing(Action close) : IDisposable
    {
        public void Dispose() => close();
    }
}
