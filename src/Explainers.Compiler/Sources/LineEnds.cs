namespace Explainers.Sources;

/// <summary>
/// The line ends of texts that reach the site as they stand: templates, styles, scripts, drawings. A checkout on Windows must give the same
/// site.
/// </summary>
internal static class LineEnds
{
    private static readonly string[] Texts = [".sbn-html", ".css", ".js", ".json", ".svg", ".yaml", ".txt"];

    /// <summary>The file with LF for each CR LF, if it is a text by its name; lines and columns stay what they are.</summary>
    public static SourceFile Unified(SourceFile file)
    {
        var bytes = file.Bytes.Span;
        if (!Texts.Any(extension => file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) || bytes.IndexOf("\r\n"u8) < 0)
            return file;
        var unified = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n') unified[length++] = bytes[i];
        }
        return new SourceFile(file.Path, file.DisplayPath, unified.AsMemory(0, length));
    }
}
