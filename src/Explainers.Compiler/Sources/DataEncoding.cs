using System.Text;

namespace Explainers.Sources;

/// <summary>
/// The encodings of data files. Programs save them in UTF-8, in UTF-16 or in the code page of a country. All offsets count UTF-16 units of
/// a text, so a file becomes UTF-8 before anything else reads it.
/// </summary>
internal static class DataEncoding
{
    /// <summary>The code page of western Europe, which a text that is no Unicode most often has.</summary>
    private const string Usual = "windows-1252";

    /// <summary>
    /// The encodings that a table can declare: those with one byte for each letter, so that columns of lines stay the same.
    /// </summary>
    private static readonly string[] Declared =
    [
        .. Enumerable.Range(1250, 9).Select(page => $"windows-{page}"),
        .. Enumerable.Range(1, 16).Where(part => part is not (10 or 11 or 12 or 14 or 16)).Select(part => $"iso-8859-{part}"),
        "macintosh", "koi8-r", "koi8-u", "ibm437", "ibm850", "ibm852", "ibm866",
    ];

    /// <summary>The names of the encodings that a table can declare.</summary>
    public static IReadOnlyList<string> Names => Declared;

    /// <summary>A data file in UTF-8; a workbook as it is.</summary>
    public static SourceFile Unified(SourceFile file)
    {
        var bytes = file.Bytes;
        if (IsWorkbook(file.Path) || file.FirstInvalidByte() < 0) return file;
        var text = file.LooksLikeUtf16 ? Utf16(bytes.Span)
            : bytes.Span.Contains((byte)0) ? null
            : CodePage(Usual).GetString(bytes.Span);
        return text is null ? file : new SourceFile(file.Path, file.DisplayPath, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Whether a file is a workbook of a spreadsheet.</summary>
    public static bool IsWorkbook(string path) => path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>A text that was read in the usual code page, and is in another.</summary>
    public static string Reread(string text, string encoding)
    {
        var usual = CodePage(Usual);
        var bytes = usual.GetBytes(text);
        return usual.GetString(bytes) == text ? CodePage(encoding).GetString(bytes) : text;
    }

    private static Encoding CodePage(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    private static string Utf16(ReadOnlySpan<byte> bytes)
    {
        var isBigEndian = bytes is [0xFE, 0xFF, ..] or [0, not 0, ..];
        var hasMark = bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];
        return (isBigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(hasMark ? bytes[2..] : bytes);
    }
}
