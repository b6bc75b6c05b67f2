using System.Buffers;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Text;

/// <summary>Decodes files, and keeps out of them what no page or feed may hold.</summary>
internal static class Utf8Text
{
    private const char Replacement = '\uFFFD';
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [
            .. Enumerable.Range(0, 32).Concat(Enumerable.Range(0x7F, 33)).Select(code => (char)code).Except(['\t', '\n', '\r']),
            '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\uFFFE', '\uFFFF',
        ]);

    /// <summary>
    /// The file's text, or null, with a finding, where its bytes are not UTF-8; control characters are reported and replaced one for one.
    /// </summary>
    public static string? Of(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var (text, bad) = file.Decoded();
        if (text is not null) return Clean(text, at => new FileSpan(file, at, 1), findings);
        findings.Add(Catalog.NotUtf8(file, bad));
        return null;
    }

    /// <summary>A text without control characters; the first is reported where it stands.</summary>
    public static string Clean(string text, Func<int, FileSpan> place, ImmutableArray<Diagnostic>.Builder findings)
    {
        var first = FirstBad(text, 0);
        if (first < 0) return text;
        findings.Add(Catalog.ControlCharacter(place(first), text[first]));
        return string.Create(text.Length, text, static (clean, dirty) =>
        {
            dirty.CopyTo(clean);
            for (var at = FirstBad(dirty, 0); at >= 0; at = FirstBad(dirty, at + 1)) clean[at] = Replacement;
        });
    }

    /// <summary>
    /// Where the next character is that no page or feed may hold: a control character, or half of a pair; negative for none.
    /// </summary>
    public static int FirstBad(string text, int from)
    {
        var bad = text.AsSpan(from).IndexOfAny(Suspects);
        var end = bad < 0 ? text.Length : from + bad;
        for (var at = Surrogate(text, from, end); at >= 0; at = Surrogate(text, at + 2, end))
            if (!char.IsHighSurrogate(text[at]) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return at;
        return bad < 0 ? -1 : end;
    }

    private static int Surrogate(string text, int from, int end) =>
        from < end && text.AsSpan(from, end - from).IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at ? from + at : -1;
}
