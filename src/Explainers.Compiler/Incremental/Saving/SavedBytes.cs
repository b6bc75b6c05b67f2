namespace Explainers.Incremental;

/// <summary>
/// Gives bytes of a saved graph, which may be larger than one piece of memory. They stay valid and unchanged as long as the engine lives.
/// </summary>
/// <param name="offset">Where they begin.</param>
/// <param name="length">How many.</param>
internal delegate ReadOnlyMemory<byte> SavedBytes(long offset, int length);
