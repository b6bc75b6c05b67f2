namespace Explainers.Rendering.Memory;

/// <summary>What was minified of each file, by the file itself.</summary>
internal sealed class MinifyMemory
{
    private Dictionary<OutputFile, OutputFile> _small = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether the last compile minified something.</summary>
    public bool HasNews { get; private set; }

    /// <summary>The minified form of a file, or null.</summary>
    public OutputFile? Recall(OutputFile file) => _small.GetValueOrDefault(file);

    /// <summary>Keeps the minified form of a file.</summary>
    public void Keep(OutputFile file, OutputFile small) => _small[file] = small;

    /// <summary>Keeps the minified forms of some files, and forgets all others.</summary>
    public void Keep(IEnumerable<KeyValuePair<OutputFile, OutputFile>> files)
    {
        var small = new Dictionary<OutputFile, OutputFile>(files, ReferenceEqualityComparer.Instance);
        HasNews = small.Keys.Any(file => file.IsPage && !_small.ContainsKey(file));
        _small = small;
    }
}
