namespace Explainers.Incremental;

/// <summary>A query and a key whose value needs itself.</summary>
/// <param name="Query">The name of the query.</param>
/// <param name="Key">The key.</param>
internal readonly record struct CircleMember(string Query, object Key)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Query}({Key})";

    /// <summary>
    /// The members beginning with the smallest, each followed by the one that it reads. A circle has the same members and reads whoever
    /// asked first, so the order is the same too.
    /// </summary>
    public static IReadOnlyList<CircleMember> InOrder(List<CircleMember> members)
    {
        var names = members.ConvertAll(member => member.ToString());
        var first = 0;
        for (var i = 1; i < names.Count; i++)
            if (string.CompareOrdinal(names[i], names[first]) < 0) first = i;
        return [.. members.Skip(first), .. members.Take(first)];
    }
}
