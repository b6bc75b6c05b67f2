using System.Collections.Concurrent;
using System.Text;
using Explainers.Imaging;
using Explainers.Outputs;
using Explainers.Rendering;
using Explainers.Rendering.Images;
using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>A site that is compiled again and again: what each compile hands on takes the place of what an earlier one did.</summary>
internal sealed class IncrementalSite
{
    private static readonly PictureKeys Pictures = new();
    private readonly OutputStore _files = new();
    private bool _isLater;

    /// <summary>The options of most tests; pictures are not drawn, since that is slow.</summary>
    public static CompileOptions Options { get; } =
        new(new DateOnly(2026, 11, 23))
        {
            Now = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero),
            Imaging = SkiaImaging.Instance,
            Pictures = Pictures,
        };

    /// <summary>The database.</summary>
    public SiteDatabase Database { get; } = new();

    /// <summary>The paths of the files that the last compile made.</summary>
    public ConcurrentQueue<string> Made { get; private set; } = new();

    /// <summary>Compiles the site as it is now.</summary>
    public CompiledSite Compile(SourceTree tree, CompileOptions? options = null)
    {
        Made = new ConcurrentQueue<string>();
        Database.Update(tree, options ?? Options);
        var compiled = new Compilation(Database, options ?? Options, Write)
        {
            Holds = _files.Holds,
            IsLater = _isLater,
        }.Run();
        _isLater = true;
        _files.Keep(compiled.Paths);
        return compiled with { Files = _files.Files };

        void Write(OutputFile file)
        {
            Made.Enqueue(file.Path);
            _files.Write(file);
        }
    }

    /// <summary>Compiles the page at an address by itself.</summary>
    public CompiledPage? Page(string url)
    {
        Made = new ConcurrentQueue<string>();
        return CompiledPage.At(Database, _files, url);
    }

    /// <summary>Gives for each picture the key that it is kept under, which says all that it is made from.</summary>
    private sealed class PictureKeys : IPictureCache
    {
        public ReadOnlyMemory<byte> Get(string key, Func<ReadOnlyMemory<byte>> make) => Encoding.UTF8.GetBytes(key);
    }
}
