using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>
/// A site that is compiled again and again, each time by another run of the program, which goes on from what the last one saved.
/// </summary>
internal sealed class RestartedSite
{
    private const string Build = "a build";
    private readonly OutputStore _files = new();
    private byte[] _saved = [];

    /// <summary>What was done for the values of the last compile, by the names of queries.</summary>
    public Dictionary<string, QueryCounts> Counts { get; private set; } = [];

    /// <summary>Compiles the site as it is now.</summary>
    public CompiledSite Compile(SourceTree tree, CompileOptions? options = null)
    {
        var site = new SiteDatabase();
        if (_saved.Length > 0) site.Engine.Load(_saved, Build);
        site.Update(tree, options ?? IncrementalSite.Options);
        var compiled = new Compilation(site, options ?? IncrementalSite.Options, _files.Write) { Holds = _files.Holds }.Run();
        _files.Keep(compiled.Paths);
        var stream = new MemoryStream();
        if (_saved.Length > 0 && site.Engine.CanSaveChanges)
        {
            stream.Write(_saved);
            site.Engine.SaveChanges(stream);
        }
        else
        {
            site.Engine.Save(stream, Build);
        }
        _saved = stream.ToArray();
        Counts = Enumerable.Range(1, site.Engine.Nodes.Last).Select(site.Engine.Nodes.Find).OfType<Node>().Select(node => node.Store).Distinct()
            .ToDictionary(store => store.Name, site.Engine.CountsOf);
        return compiled with { Files = _files.Files };
    }
}
