using System.Globalization;
using Explainers.Sources;

namespace Explainers.Hosting;

/// <summary>How much of a site is read: beyond any site that people write, and within what a machine has memory for.</summary>
internal static class SourceLimits
{
    /// <summary>How many files and folders a tree may have.</summary>
    public const int Entries = 5_000_000;

    /// <summary>
    /// How many files and folders may lie behind links, counted as often as links are followed: they may lead in circles.
    /// </summary>
    public const int Linked = 200_000;

    /// <summary>
    /// How many files a site may have whose articles are kept in memory; those of a larger one are read when they are asked for.
    /// </summary>
    public const int Kept = 30_000;

    /// <summary>How deep folders may be nested.</summary>
    public const int Depth = 32;

    /// <summary>How many bytes the files of a tree may have together that are kept in memory.</summary>
    public const long Together = 2L << 30;

    private const long Prose = 1 << 20;
    private const long Text = 4 << 20;
    private const long Binary = 50 << 20;
    private const long Public = 256L << 20;

    /// <summary>How many bytes a file may have.</summary>
    public static long Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        _ when SourceKinds.Of(path) == SourceKind.Public => Public,
        _ when SourceKinds.Of(path) == SourceKind.Data => Binary,
        ".md" => Prose,
        ".yaml" or ".yml" or ".sbn-html" or ".css" or ".js" or ".mjs" or ".json" or ".svg" or ".html" or ".xml" or ".txt" => Text,
        _ => Binary,
    };

    /// <summary>A number of bytes as people say it.</summary>
    public static string Shown(long bytes) => bytes >= 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 20):#,0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes");

    /// <summary>How a file becomes small enough.</summary>
    public static string Hint(string path) => SourceKinds.Of(path) switch
    {
        SourceKind.Article or SourceKind.Page => "divide it into several articles",
        SourceKind.Sheet => "divide it into several sheets",
        SourceKind.Public => "put it on a host for large files, and link to it there",
        SourceKind.Data => "leave out rows or columns that the site does not show",
        _ => "save it smaller",
    };
}
