using System.Collections.Immutable;
using System.Globalization;

namespace Explainers.Cli.Preview;

/// <summary>Makes addresses that open an editor at a place in a file.</summary>
/// <param name="pattern">The address, with <c>{file}</c>, <c>{line}</c> and <c>{column}</c> in it, or the name of an editor.</param>
internal sealed class EditorLink(string pattern)
{
    /// <summary>The editor that links open where none is named.</summary>
    public const string Usual = "vscode";

    private static readonly ImmutableArray<(string Name, string Pattern)> Known =
    [
        (Usual, "vscode://file/{file}:{line}:{column}"),
        ("vscodium", "vscodium://file/{file}:{line}:{column}"),
        ("cursor", "cursor://file/{file}:{line}:{column}"),
        ("zed", "zed://file/{file}:{line}:{column}"),
        ("jetbrains", "idea://open?file={file}&line={line}&column={column}"),
        ("textmate", "txmt://open?url=file:///{file}&line={line}&column={column}"),
    ];

    private readonly string _pattern = Known.FirstOrDefault(editor => editor.Name == pattern).Pattern ?? pattern;

    /// <summary>The names of the editors that are known.</summary>
    public static IEnumerable<string> Names => Known.Select(editor => editor.Name);

    /// <summary>Whether a text is the name of an editor or an address that says where the file goes.</summary>
    public static bool IsPattern(string text) =>
        Names.Contains(text) || (text.Contains("{file}", StringComparison.Ordinal) && text.Contains(':', StringComparison.Ordinal));

    /// <summary>The address of a place.</summary>
    /// <param name="path">The file's path on the disk.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    public string Of(string path, int line, int column)
    {
        var file = string.Join('/', path.Replace('\\', '/').TrimStart('/').Split('/').Select(Uri.EscapeDataString))
            .Replace("%3A", ":", StringComparison.Ordinal);
        // "vscode://file/" has the slash that a path begins with; an address that takes the path as a value needs it.
        var rooted = path.StartsWith('/') && !_pattern.Contains("/{file}", StringComparison.Ordinal) ? "/" + file : file;
        return _pattern
            .Replace("{file}", rooted, StringComparison.Ordinal)
            .Replace("{line}", line.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{column}", column.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
