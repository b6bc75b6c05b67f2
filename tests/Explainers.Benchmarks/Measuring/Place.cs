namespace Explainers.Benchmarks.Measuring;

/// <summary>A file system to measure on.</summary>
internal sealed record Place(string Name, string Folder)
{
    private const string RamFolder = "/dev/shm";

    /// <summary>Finds the places asked for; the one in memory is left out, and told, where the machine has none.</summary>
    public static IReadOnlyList<Place> Find(IEnumerable<string> names, Action<string> tell)
    {
        var found = new List<Place>();
        foreach (var name in names)
        {
            if (name == "ram" && !Directory.Exists(RamFolder))
                tell($"No measurement in memory: there is no {RamFolder}.");
            else
                found.Add(Make(name, name == "ram" ? RamFolder : Path.GetTempPath()));
        }

        return found;
    }

    /// <summary>Whether the files lie in memory, so that nothing has to be flushed between two runs.</summary>
    public bool InMemory => Name.Contains("tmpfs", StringComparison.Ordinal);

    private static Place Make(string name, string parent) => new(
        $"{name} ({new DriveInfo(parent).DriveFormat})",
        Path.Combine(parent, $"explainers-benchmarks-{Environment.ProcessId}"));
}
