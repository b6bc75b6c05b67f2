using System.Reflection.PortableExecutable;

namespace Explainers.Benchmarks.Modules;

/// <summary>Which rooms of a compiled assembly use which, read from its signatures and its code.</summary>
internal sealed class RoomGraph
{
    private const string Root = "Explainers";
    private readonly Dictionary<string, SortedSet<string>> _uses = new(StringComparer.Ordinal);

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="roomOf">The room of a namespace: the namespace itself, or one that contains it.</param>
    public RoomGraph(string path, Func<string, string> roomOf)
    {
        using var stream = File.OpenRead(path);
        using var assembly = new PEReader(stream);
        foreach (var (type, used) in new TypeUses(assembly).Read().Where(use => IsOurs(use.Key.Namespace)))
        {
            var room = roomOf(type.Namespace);
            Types[room] = Types.GetValueOrDefault(room) + 1;
            if (!_uses.TryGetValue(room, out var uses)) _uses.Add(room, uses = new(StringComparer.Ordinal));
            if (!Libraries.TryGetValue(room, out var libraries)) Libraries.Add(room, libraries = new(StringComparer.Ordinal));
            uses.UnionWith(used.Where(other => IsOurs(other.Namespace)).Select(other => roomOf(other.Namespace)).Where(to => to != room));
            libraries.UnionWith(used.Where(other => !IsOurs(other.Namespace)).Select(other => other.Namespace.Split('.')[0]));
        }
        foreach (var other in _uses.Values) other.IntersectWith(_uses.Keys);
    }

    /// <summary>The rooms, with the number of types of each.</summary>
    public SortedDictionary<string, int> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The first parts of the namespaces of others that each room uses.</summary>
    public Dictionary<string, SortedSet<string>> Libraries { get; } = new(StringComparer.Ordinal);

    /// <summary>The rooms that one uses.</summary>
    public IReadOnlyCollection<string> UsedBy(string room) => _uses[room];

    /// <summary>Two rooms that use each other, each pair once.</summary>
    public IEnumerable<(string One, string Other)> Pairs =>
        from use in _uses
        from to in use.Value
        where string.CompareOrdinal(use.Key, to) < 0 && _uses[to].Contains(use.Key)
        select (use.Key, to);

    /// <summary>Sets of rooms of which each uses, directly or through others, every other.</summary>
    public IEnumerable<string[]> Circles()
    {
        var reached = _uses.Keys.ToDictionary(room => room, Reached, StringComparer.Ordinal);
        return reached.Keys
            .Where(room => reached[room].Contains(room))
            .Select(room => reached[room].Where(other => reached[other].Contains(room)).Order(StringComparer.Ordinal).ToArray())
            .DistinctBy(circle => circle[0]);
    }

    private HashSet<string> Reached(string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var room))
            foreach (var next in _uses[room].Where(reached.Add)) open.Push(next);
        return reached;
    }

    private static bool IsOurs(string name) => name == Root || name.StartsWith($"{Root}.", StringComparison.Ordinal);
}
