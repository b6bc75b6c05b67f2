using System.Collections;

namespace Explainers.Incremental;

/// <summary>Forgets nodes that nobody needs.</summary>
internal static class Sweeper
{
    /// <summary>Keeps what was verified in a revision or later, inputs that are set, and all that these depend on.</summary>
    public static void Sweep(NodeList nodes, List<Store> stores, int revision, Action<Node> release)
    {
        var kept = new BitArray(nodes.Last + 1);
        var open = new Stack<Node>();
        for (var id = 1; id <= nodes.Last; id++)
            if (nodes.Find(id) is { } node && IsWanted(node, revision)) Visit(node);
        while (open.TryPop(out var node))
        {
            foreach (var read in node.Reads ?? []) Visit(nodes[ReadIds.Id(read)]);
        }
        foreach (var store in stores) store.Keep(node => kept[node.Id]);
        for (var id = 1; id <= nodes.Last; id++)
        {
            if (kept[id] || nodes.Find(id) is not { } node) continue;
            release(node);
            nodes.Remove(node);
        }

        void Visit(Node node)
        {
            if (kept[node.Id]) return;
            kept[node.Id] = true;
            open.Push(node);
        }
    }

    /// <summary>An input counts as verified for ever, so whether it is set decides.</summary>
    private static bool IsWanted(Node node, int revision) =>
        node.VerifiedAt == int.MaxValue ? node.Is(NodeState.Present) : node.VerifiedAt >= revision && node.VerifiedAt > 0;
}
