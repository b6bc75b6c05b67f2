using System.Buffers;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Text;

/// <summary>Decodes files, and keeps out of them what no page or feed may hold.</summary>
internal static class Utf8Text
{
    private const char Replacement = '\uFFFD';

    /// <summary>ASCII without control characters, which is most of most texts and quickly passed over.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create(['\t', '\n', '\r', .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    /// <summary>
    /// The file's text, or null, with a finding, where its bytes are not UTF-8; control characters are reported and replaced one for one.
    /// </summary>
    public static string? Of(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var (text, bad) = file.Decoded();
        if (text is not null) return FirstBad(text, 0) is >= 0 and var at ? Clean(text, new FileSpan(file, at, 1), findings) : text;
        findings.Add(Catalog.NotUtf8(file, bad));
        return null;
    }

    /// <summary>A text without control characters; the first is reported at a place.</summary>
    public static string Clean(string text, FileSpan place, ImmutableArray<Diagnostic>.Builder findings)
    {
        var first = FirstBad(text, 0);
        if (first < 0) return text;
        findings.Add(Catalog.ControlCharacter(place, text[first]));
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
        for (var at = from; text.AsSpan(at).IndexOfAnyExcept(Plain) is >= 0 and var next;)
        {
            // Letters beyond ASCII come in words.
            for (at += next; at < text.Length && !char.IsBetween(text[at], ' ', '~'); at++)
            {
                if (IsControl(text[at])) return at;
                if (!char.IsSurrogate(text[at])) continue;
                if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return at;
                at++;
            }
        }
        return -1;
    }

    private static bool IsControl(char letter) => letter is (< ' ' and not ('\t' or '\n' or '\r'))
        or (>= '\u007F' and <= '\u009F') or (>= '\u202A' and <= '\u202E') or '\uFFFE' or '\uFFFF';
}
