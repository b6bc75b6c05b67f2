using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering;

/// <summary>A finished site in memory.</summary>
/// <param name="Files">Every file in ordinal order of path.</param>
/// <param name="Address">The address that it is published at.</param>
public sealed record RenderedSite(ImmutableArray<OutputFile> Files, Uri Address);

/// <summary>A finished file.</summary>
/// <param name="Path">Its path below the output folder, with forward slashes.</param>
/// <param name="Bytes">Its content.</param>
public sealed record OutputFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Which sources made which parts of a page, in order of offset.</summary>
    public ImmutableArray<Origin> Origins { get; init; } = [];

    /// <summary>The facts that it states, recorded while it was made.</summary>
    public ImmutableArray<Fact> States { get; init; } = [];

    /// <summary>The people, places, events and terms that it names without stating more of them.</summary>
    public ImmutableArray<Fact> Names { get; init; } = [];

    /// <summary>The names of the theme's assets that it loads.</summary>
    public ImmutableArray<string> Assets { get; init; } = [];

    /// <summary>Whether it is a page.</summary>
    public bool IsPage => Path.EndsWith(".html", StringComparison.Ordinal);

    /// <summary>Its address, as a path from the site's root.</summary>
    public string Url => Path == "index.html" ? "/" : Path.EndsWith("/index.html", StringComparison.Ordinal) ? $"/{Path[..^"index.html".Length]}" : $"/{Path}";
}
