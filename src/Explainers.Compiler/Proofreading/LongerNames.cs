namespace Explainers.Proofreading;

/// <summary>
/// Addresses whose last part holds a shorter name, found without a look at all of them: <c>/denali/</c> leads to
/// <c>/how-high-is-denali/</c>.
/// </summary>
internal sealed class LongerNames
{
    /// <summary>Shorter names are part of too many.</summary>
    private const int ShortestName = 4;

    /// <summary>Longer ends of names are not kept.</summary>
    private const int LongestEnd = 60;

    private static readonly Comparer<(string End, string Address)> _order = Comparer<(string End, string Address)>.Create(Compare);
    private readonly (string End, string Address)[] _ends;

    /// <summary>Takes the addresses.</summary>
    public LongerNames(IEnumerable<string> addresses)
    {
        _ends = [.. addresses.Distinct(StringComparer.Ordinal).SelectMany(Ends)];
        Array.Sort(_ends, _order);
    }

    /// <summary>
    /// An address in the same folder whose name has the words of this one's, or null; of several, one that ends with them.
    /// </summary>
    public string? Holding(string address)
    {
        var (folder, name) = Parts(address);
        if (name.Length < ShortestName) return null;
        var wanted = Key(address, folder, name);
        var at = Array.BinarySearch(_ends, (wanted, ""), _order);
        if (at < 0) at = ~at;
        return at < _ends.Length && _ends[at].End.StartsWith(wanted, StringComparison.Ordinal) ? _ends[at].Address : null;
    }

    /// <summary>The name from each of its words on.</summary>
    private static IEnumerable<(string End, string Address)> Ends(string address)
    {
        var (folder, name) = Parts(address);
        for (var at = 0; at < name.Length; at = name.IndexOf('-', at) is >= 0 and var dash ? dash + 1 : name.Length)
            yield return (Key(address, folder, name.Substring(at, Math.Min(LongestEnd, name.Length - at))), address);
    }

    /// <summary>What addresses have in common that may be meant for each other: their folder, and whether they end with a slash.</summary>
    private static string Key(string address, string folder, string end) => $"{(address.EndsWith('/') ? '/' : ' ')}{folder} {end}";

    private static (string Folder, string Name) Parts(string address)
    {
        var folder = address[..(address.TrimEnd('/').LastIndexOf('/') + 1)];
        return (folder, address[folder.Length..].Trim('/'));
    }

    private static int Compare((string End, string Address) one, (string End, string Address) other) =>
        string.CompareOrdinal(one.End, other.End) is not 0 and var ends ? ends : string.CompareOrdinal(one.Address, other.Address);
}
