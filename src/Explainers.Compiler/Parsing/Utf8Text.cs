using System.Buffers;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing;

/// <summary>Decodes files, and keeps out of them what no page or feed may hold.</summary>
internal static class Utf8Text
{
    private const char Replacement = '\uFFFD';
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [
            .. Enumerable.Range(0, 32).Concat(Enumerable.Range(0x7F, 33)).Select(code => (char)code).Except(['\t', '\n', '\r']),
            '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\uFFFE', '\uFFFF',
        ]);

    /// <summary>The file's text, or null, with a finding, where its bytes are not UTF-8; control characters are reported and replaced one for one.</summary>
    public static string? Of(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var bad = file.FirstInvalidByte();
        if (bad < 0) return Clean(file.Text, at => new FileSpan(file, at, 1), findings);
        findings.Add(Catalog.NotUtf8(file, bad));
        return null;
    }

    /// <summary>A text without control characters; the first is reported where it stands.</summary>
    public static string Clean(string text, Func<int, FileSpan> place, ImmutableArray<Diagnostic>.Builder findings)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0) return text;
        findings.Add(Catalog.ControlCharacter(place(first), text[first]));
        return string.Create(text.Length, text, static (clean, dirty) =>
        {
            dirty.CopyTo(clean);
            for (var i = 0; i < clean.Length; i++)
            {
                if (Suspects.Contains(clean[i])) clean[i] = Replacement;
            }
        });
    }
}
