namespace Explainers.Incremental;

/// <summary>
/// A recorded read: the number of the node, and above it the durability that its value had. As long as no input of that durability
/// changes, the node need not be looked at.
/// </summary>
internal static class ReadIds
{
    /// <summary>How many nodes there may be.</summary>
    public const int MostNodes = (1 << Bits) - 1;

    private const int Bits = 29;

    /// <summary>The number of the node.</summary>
    public static int Id(int read) => read & MostNodes;

    /// <summary>The durability that its value had.</summary>
    public static Durability DurabilityOf(int read) => (Durability)(read >> Bits);

    /// <summary>A read of a value with a durability.</summary>
    public static int With(int read, Durability durability) => Id(read) | ((int)durability << Bits);
}
