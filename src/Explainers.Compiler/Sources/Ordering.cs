using System.Collections.Immutable;

namespace Explainers.Sources;

/// <summary>Puts a list in order, and tries first whether the places that its things had the last time are still right: what is in order already costs a comparison each.</summary>
/// <typeparam name="T">A thing.</typeparam>
/// <param name="order">The order; equal things stay in the order that they are given in.</param>
internal sealed class Ordering<T>(Comparison<T> order)
{
    private int[] _places = [];

    /// <summary>The things in order.</summary>
    public ImmutableArray<T> Sort(ImmutableArray<T> things)
    {
        if (_places.Length != things.Length || !IsOrdered(things))
        {
            _places = [.. Enumerable.Range(0, things.Length)];
            Array.Sort(_places, (one, other) => Compare(things, one, other));
        }
        var sorted = ImmutableArray.CreateBuilder<T>(things.Length);
        foreach (var place in _places) sorted.Add(things[place]);
        return sorted.MoveToImmutable();
    }

    private bool IsOrdered(ImmutableArray<T> things)
    {
        for (var i = 1; i < _places.Length; i++)
            if (Compare(things, _places[i - 1], _places[i]) > 0) return false;
        return true;
    }

    private int Compare(ImmutableArray<T> things, int one, int other) => order(things[one], things[other]) is var difference and not 0 ? difference : one - other;
}
