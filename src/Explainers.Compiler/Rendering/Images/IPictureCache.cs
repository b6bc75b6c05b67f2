namespace Explainers.Rendering.Images;

/// <summary>Keeps pictures between compiles; a compile gives the same bytes with any cache and with none.</summary>
public interface IPictureCache
{
    /// <summary>The picture of a key, which says everything that it is made from; one that is not kept is made.</summary>
    /// <param name="key">Small letters and digits.</param>
    /// <param name="make">Makes it; an empty result, for what cannot be made, is not kept.</param>
    ReadOnlyMemory<byte> Get(string key, Func<ReadOnlyMemory<byte>> make);
}

/// <summary>Keeps nothing.</summary>
internal sealed class NoPictureCache : IPictureCache
{
    /// <summary>The only one that is needed.</summary>
    public static readonly NoPictureCache Instance = new();

    private NoPictureCache()
    {
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Get(string key, Func<ReadOnlyMemory<byte>> make) => make();
}
