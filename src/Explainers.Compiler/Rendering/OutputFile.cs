using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;

namespace Explainers.Rendering;

/// <summary>A finished file.</summary>
public sealed record OutputFile
{
    /// <summary>Takes its path and its content.</summary>
    internal OutputFile(string path, ReadOnlyMemory<byte> bytes) => (Path, Bytes) = (path, bytes);

    /// <summary>Its path below the output folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Its content; none for a page that could not be rendered.</summary>
    public ReadOnlyMemory<byte> Bytes { get; internal init; }

    /// <summary>The facts that it states, recorded while it was made.</summary>
    internal EquatableArray<FactId> States { get; init; }

    /// <summary>The people, organisations, places, events and terms that it names without stating more of them.</summary>
    internal EquatableArray<FactId> Names { get; init; }

    /// <summary>The names of the theme's assets that it loads.</summary>
    internal EquatableArray<string> Assets { get; init; }

    /// <summary>The file that a page is about, as messages show it, or null where it gathers several.</summary>
    internal string? Source { get; init; }

    /// <summary>What was found while it was made.</summary>
    internal EquatableArray<Diagnostic> Findings { get; init; }

    /// <summary>Whether a template was stopped that would not have come to an end.</summary>
    internal bool IsEndless { get; init; }

    /// <summary>Which sources made which parts of a page, in order of offset; none for one that is minified.</summary>
    internal ImmutableArray<Origin> Origins { get; init; } = [];

    /// <summary>Whether it is a page.</summary>
    public bool IsPage => Path.EndsWith(".html", StringComparison.Ordinal);

    /// <summary>Its address, as a path from the site's root.</summary>
    public string Url => UrlOf(Path);

    /// <summary>Tells it from any other: its content, and what was recorded while it was made.</summary>
    internal Hash128 Hash
    {
        get
        {
            var hash = new XxHash128();
            hash.Append(Bytes.Span);
            foreach (var fact in States) Add(hash, fact.Name);
            foreach (var fact in Names) Add(hash, fact.Name);
            foreach (var asset in Assets) Add(hash, asset);
            Add(hash, Path);
            foreach (var finding in Findings)
                Add(hash, $"{finding.Code} {finding.Span.File?.DisplayPath} {finding.Span.Start} {finding.Message}");
            foreach (var (offset, span) in Origins) hash.Append(MemoryMarshal.AsBytes<int>([offset, span.Start, span.Length]));
            var value = hash.GetCurrentHashAsUInt128();
            return new Hash128((ulong)(value >> 64), (ulong)value);
        }
    }

    /// <summary>The address of a file, as a path from the site's root.</summary>
    internal static string UrlOf(string path) => path == "index.html" ? "/"
        : path.EndsWith("/index.html", StringComparison.Ordinal) ? $"/{path[..^"index.html".Length]}" : $"/{path}";

    private static void Add(XxHash128 hash, string text)
    {
        hash.Append(MemoryMarshal.AsBytes("\n".AsSpan()));
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <inheritdoc />
    public bool Equals(OutputFile? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path);
}
