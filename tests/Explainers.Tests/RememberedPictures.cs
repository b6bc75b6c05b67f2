using System.Collections.Concurrent;
using Explainers.Rendering.Images;

namespace Explainers.Tests;

/// <summary>Keeps pictures in memory, for tests that build a site again and again.</summary>
internal sealed class RememberedPictures : IPictureCache
{
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _pictures = new(StringComparer.Ordinal);

    public ReadOnlyMemory<byte> Get(string key, Func<ReadOnlyMemory<byte>> make) => _pictures.GetOrAdd(key, _ => make());
}
