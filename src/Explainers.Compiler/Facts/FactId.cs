namespace Explainers.Facts;

/// <summary>The name that articles and formulas use for a fact or another entry: <c>alaska_purchase.price</c>.</summary>
/// <param name="Name">Sheet and id, with a dot between them.</param>
internal readonly record struct FactId(string Name)
{
    /// <summary>Names an entry of a sheet.</summary>
    public static FactId Of(string sheet, string id) => new($"{sheet}.{id}");

    /// <summary>The identifier of its sheet; empty where the name has none.</summary>
    public string Sheet => Name[..Math.Max(0, Name.IndexOf('.', StringComparison.Ordinal))];

    /// <summary>Its id in the sheet.</summary>
    public string Id => Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>Names in ordinal order.</summary>
    internal static IComparer<FactId> Order { get; } = Comparer<FactId>.Create(static (one, other) =>
        string.CompareOrdinal(one.Name, other.Name));

    /// <inheritdoc />
    public override string ToString() => Name;
}
