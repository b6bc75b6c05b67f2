using System.Reflection.PortableExecutable;

namespace Explainers.Benchmarks.Modules;

/// <summary>Prints which rooms of a compiled assembly use which, read from its signatures and its code.</summary>
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
        foreach (var path in paths) Print(path);
        return 0;
    }

    private static void Print(string path)
    {
        using var stream = File.OpenRead(path);
        using var assembly = new PEReader(stream);
        var uses = new TypeUses(assembly).Read();
        var types = uses.Keys.CountBy(type => type.Namespace).ToDictionary(StringComparer.Ordinal);
        var edges = uses
            .SelectMany(use => use.Value.Select(used => (From: use.Key.Namespace, To: used.Namespace)))
            .Where(edge => edge.From != edge.To)
            .ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        foreach (var (room, count) in types.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var used = edges[room].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            var shown = used.Select(to => Short(to) + (edges[to].Contains(room) ? "*" : ""));
            Console.WriteLine($"{Short(room)} ({count}) -> {string.Join(", ", shown)}");
        }
        var mutual = edges.Sum(from => from.Distinct(StringComparer.Ordinal).Count(to => edges[to].Contains(from.Key))) / 2;
        var all = edges.Sum(from => from.Distinct(StringComparer.Ordinal).Count());
        Console.WriteLine($"{types.Count} rooms, {all} edges, {mutual} pairs that use each other (*)");
    }

    private static string Short(string name) => name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..] : name;
}
