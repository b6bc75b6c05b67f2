using System.Collections;

namespace Explainers.Incremental;

/// <summary>Follows reads backwards. Nodes know only what they read, so all reads are turned around first.</summary>
internal static class ReaderSearch
{
    /// <summary>The keys of a query that depend on a node.</summary>
    public static List<TKey> Find<TKey, T>(NodeList nodes, Node from, Query<TKey, T> by) where TKey : notnull, IEquatable<TKey>
    {
        var (starts, readers) = TurnAround(nodes);
        var found = new List<TKey>();
        var seen = new BitArray(nodes.Last + 1);
        var open = new Stack<int>([from.Id]);
        while (open.TryPop(out var id))
        {
            for (var i = starts[id]; i < starts[id + 1]; i++)
            {
                if (seen[readers[i]]) continue;
                seen[readers[i]] = true;
                open.Push(readers[i]);
                if (nodes[readers[i]] is Node<TKey> node && node.Store == by) found.Add(node.Key);
            }
        }
        return found;
    }

    /// <summary>The readers of node n are those from the n-th start to the next.</summary>
    private static (long[] Starts, int[] Readers) TurnAround(NodeList nodes)
    {
        var starts = new long[nodes.Last + 2];
        foreach (var (_, read) in All(nodes)) starts[read + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var (next, readers) = (starts.AsSpan(0, nodes.Last + 1).ToArray(), new int[starts[^1]]);
        foreach (var (reader, read) in All(nodes)) readers[next[read]++] = reader;
        return (starts, readers);
    }

    private static IEnumerable<(int Reader, int Read)> All(NodeList nodes)
    {
        for (var id = 1; id <= nodes.Last; id++)
        {
            foreach (var read in nodes.Find(id)?.Reads ?? []) yield return (id, ReadIds.Id(read));
        }
    }
}
