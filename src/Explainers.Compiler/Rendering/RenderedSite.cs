using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Rendering.Templating;
using Explainers.Sources;

namespace Explainers.Rendering;

/// <summary>A finished site in memory.</summary>
/// <param name="Files">Every file in ordinal order of path.</param>
/// <param name="Address">The address that it is published at.</param>
internal sealed record RenderedSite(ImmutableArray<OutputFile> Files, Uri Address)
{
    /// <summary>Files that are made when somebody asks for them, and are not among the others; none in a site that is made whole.</summary>
    public ImmutableArray<LaterFiles> Later { get; init; } = [];
}

/// <summary>Files whose names are not known before they are made: pictures, and the search index.</summary>
/// <param name="Folder">The path from the site's root that all of them begin with.</param>
/// <param name="Made">Makes them, once.</param>
internal sealed record LaterFiles(string Folder, Lazy<Diagnosed<ImmutableArray<OutputFile>>> Made);

/// <summary>A finished file, or one that is finished as soon as its content is asked for.</summary>
public sealed record OutputFile
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ImmutableArray<string> _states = [];
    private readonly ImmutableArray<string> _names = [];
    private readonly Lazy<OutputFile>? _made;

    /// <summary>A finished file.</summary>
    /// <param name="path">Its path below the output folder, with forward slashes.</param>
    /// <param name="bytes">Its content.</param>
    internal OutputFile(string path, ReadOnlyMemory<byte> bytes) => (Path, _bytes) = (path, bytes);

    private OutputFile(string path, Lazy<OutputFile> made) => (Path, _made) = (path, made);

    /// <summary>A file that is made when its content is asked for.</summary>
    internal static OutputFile Deferred(string path, Func<OutputFile> make) => new(path, new Lazy<OutputFile>(make));

    /// <summary>Its path below the output folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Its content.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get => _made?.Value.Bytes ?? _bytes;
        internal init => (_bytes, _made) = (value, null);
    }

    /// <summary>Which sources made which parts of a page, in order of offset.</summary>
    internal ImmutableArray<Origin> Origins { get; init; } = [];

    /// <summary>The names of the facts that it states, recorded while it was made.</summary>
    internal ImmutableArray<string> States
    {
        get => _made?.Value.States ?? _states;
        init => _states = value;
    }

    /// <summary>The names of the people, places, events and terms that it names without stating more of them.</summary>
    internal ImmutableArray<string> Names
    {
        get => _made?.Value.Names ?? _names;
        init => _names = value;
    }

    /// <summary>The names of the theme's assets that it loads.</summary>
    internal ImmutableArray<string> Assets { get; init; } = [];

    /// <summary>The file that a page is about, or null where it gathers several.</summary>
    internal SourceFile? Source { get; init; }

    /// <summary>Whether it is a page.</summary>
    public bool IsPage => Path.EndsWith(".html", StringComparison.Ordinal);

    /// <summary>Its address, as a path from the site's root.</summary>
    public string Url => field ??= Path == "index.html" ? "/" : Path.EndsWith("/index.html", StringComparison.Ordinal) ? $"/{Path[..^"index.html".Length]}" : $"/{Path}";

    /// <inheritdoc />
    public bool Equals(OutputFile? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
