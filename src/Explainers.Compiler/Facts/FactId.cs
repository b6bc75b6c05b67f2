namespace Explainers.Facts;

/// <summary>
/// The name that articles and formulas use for a fact or another entry, <c>alaska_purchase.price</c>, or for a part of one,
/// <c>tunnel.traffic["2019"].cars</c>.
/// </summary>
/// <param name="Name">Sheet and id with a dot between them, and the steps to the part.</param>
internal readonly record struct FactId(string Name)
{
    /// <summary>Names an entry of a sheet.</summary>
    public static FactId Of(string sheet, string id) => new($"{sheet}.{id}");

    /// <summary>The identifier of its sheet; empty where the name has none.</summary>
    public string Sheet => Name[..Math.Max(0, Name.IndexOf('.', StringComparison.Ordinal))];

    /// <summary>Its id in the sheet, with the steps to the part.</summary>
    public string Id => Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>The entry that it is, or is a part of.</summary>
    public FactId Entry => Behind < Name.Length ? new FactId(Name[..Behind]) : this;

    /// <summary>The steps from the entry to the part; empty for an entry.</summary>
    public string Part => Name[Behind..];

    /// <summary>Where the id of the entry ends.</summary>
    private int Behind
    {
        get
        {
            var dot = Name.IndexOf('.', StringComparison.Ordinal);
            var length = dot < 0 ? -1 : Name.AsSpan(dot + 1).IndexOfAny('.', '[');
            return length < 0 ? Name.Length : dot + 1 + length;
        }
    }

    /// <summary>Names in ordinal order.</summary>
    internal static IComparer<FactId> Order { get; } = Comparer<FactId>.Create(static (one, other) =>
        string.CompareOrdinal(one.Name, other.Name));

    /// <inheritdoc />
    public override string ToString() => Name;
}
