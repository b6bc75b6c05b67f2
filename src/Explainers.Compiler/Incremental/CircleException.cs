namespace Explainers.Incremental;

/// <summary>A value needs itself, and none of the queries on the way says what it is then.</summary>
internal sealed class CircleException(IReadOnlyList<CircleMember> members)
    : InvalidOperationException($"These values need each other: {string.Join(" → ", members)}.")
{
    /// <summary>The members, each followed by the one that it reads.</summary>
    public IReadOnlyList<CircleMember> Members => members;
}

/// <summary>Ends the queries of a circle once it is closed; it never leaves the engine.</summary>
internal sealed class CircleUnwind() : Exception("A circle was closed.");
