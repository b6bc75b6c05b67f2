namespace Explainers.Benchmarks.Modules;

/// <summary>Prints which rooms of compiled assemblies use which.</summary>
internal static class ModuleGraph
{
    private const string Root = "Explainers.";

    /// <summary>Prints a line for each namespace: how many types it has, what it uses, and what it forms a circle with.</summary>
    /// <param name="paths">The assemblies.</param>
    /// <param name="tell">Takes messages for people.</param>
    public static int Run(string[] paths, Action<string> tell)
    {
        if (paths.Length == 0 || !paths.All(File.Exists))
        {
            tell("modules ASSEMBLY…: say which compiled assemblies to read, such as Explainers.Compiler.dll.");
            return 2;
        }
        foreach (var path in paths) Print(new RoomGraph(path, room => room));
        return 0;
    }

    private static void Print(RoomGraph graph)
    {
        foreach (var (room, count) in graph.Types)
        {
            var shown = graph.UsedBy(room).Select(to => Short(to) + (graph.UsedBy(to).Contains(room) ? "*" : ""));
            Console.WriteLine($"{Short(room)} ({count}) -> {string.Join(", ", shown)}");
        }
        var edges = graph.Types.Keys.Sum(room => graph.UsedBy(room).Count);
        foreach (var circle in graph.Circles()) Console.WriteLine($"circle: {string.Join(", ", circle.Select(Short))}");
        Console.WriteLine($"{graph.Types.Count} rooms, {edges} edges, {graph.Pairs.Count()} pairs that use each other (*)");
    }

    private static string Short(string name) => name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..] : name;
}
