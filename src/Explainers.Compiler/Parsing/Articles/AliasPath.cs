using System.Buffers;
using System.Globalization;
using System.Text;
using Explainers.Diagnostics;

namespace Explainers.Parsing.Articles;

/// <summary>Reads the old addresses of a page: paths of this site, in the one spelling that a list of redirects takes.</summary>
internal static class AliasPath
{
    /// <summary>Hosts cut off longer lines.</summary>
    private const int Longest = 500;

    private static readonly SearchValues<char> Literal =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()+,;=@");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The path from the site's root, in ASCII: <c>/old-page/</c> for a page, <c>/2019/post.html</c> for a file. Null for a text that
    /// is no path, or that a host would read as a pattern.
    /// </summary>
    public static string? Of(string text)
    {
        if (text.Length > Longest || text.StartsWith("//", StringComparison.Ordinal)) return null;
        var isFolder = text.EndsWith('/');
        var segments = (text.StartsWith('/') ? text[1..] : text).Split('/').ToList();
        if (isFolder) segments.RemoveAt(segments.Count - 1);
        var path = new StringBuilder("/");
        foreach (var segment in segments)
        {
            if (Decoded(segment) is not { Length: > 0 } name || name is "." or ".." || !name.EnumerateRunes().All(IsPlain)) return null;
            if (path.Length == 1 && name.Equals(".netlify", StringComparison.OrdinalIgnoreCase)) return null;
            foreach (var rune in name.EnumerateRunes())
                path.Append(rune.IsAscii && Literal.Contains((char)rune.Value) ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
            path.Append('/');
        }
        if (!isFolder && segments.Count > 0 && segments[^1].Contains('.', StringComparison.Ordinal)) path.Length--;
        return path.ToString();
    }

    /// <summary>What to write instead of a text that is no path, or null where that is not known.</summary>
    public static string? Hint(string text) =>
        text.Contains("/.netlify/", StringComparison.OrdinalIgnoreCase) ? "the host keeps /.netlify/ for itself" : Catalog.Slashes(text);

    /// <summary>Whether a character stands for itself: '*' and ':' begin patterns, '?' and '#' what follows a path.</summary>
    private static bool IsPlain(Rune rune) => rune.Value switch
    {
        ' ' => true,
        '/' or '\\' or '*' or ':' or '?' or '#' or '%' => false,
        _ => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned),
    };

    /// <summary>A part of a path without its per cent signs, or null where they stand for no text.</summary>
    private static string? Decoded(string segment)
    {
        if (segment.Contains(' ', StringComparison.Ordinal)) return null;
        if (!segment.Contains('%', StringComparison.Ordinal)) return segment;
        var bytes = new List<byte>(segment.Length);
        for (var at = 0; at < segment.Length; at++)
        {
            if (segment[at] != '%')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(segment, at, 1));
                continue;
            }
            if (at + 2 >= segment.Length || !byte.TryParse(segment.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture, out var value)) return null;
            bytes.Add(value);
            at += 2;
        }
        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
