using System.Collections.Frozen;
using System.Text;

namespace Explainers.Parsing.Pictures;

/// <summary>
/// Checks that a style of a drawing loads nothing: it may use functions that only compute, and refer to parts of the drawing.
/// </summary>
internal static class SvgStyle
{
    private static readonly FrozenSet<string> Rules = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "media", "supports", "keyframes", "-webkit-keyframes", "font-face", "property", "layer",
            "container");

    private static readonly FrozenSet<string> Functions = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, """
        rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark var calc min max clamp matrix matrix3d translate translatex
        translatey translatez translate3d scale scalex scaley scalez scale3d rotate rotatex rotatey rotatez rotate3d skew skewx skewy
        perspective cubic-bezier steps linear blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
        circle ellipse inset polygon path rect not is where has nth-child nth-last-child nth-of-type nth-last-of-type lang dir local and
        or
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A style without comments, and what is wrong with it, as the end of a sentence; null for nothing.</summary>
    public static (string Clean, string? What) Check(string style)
    {
        var clean = WithoutComments(style);
        // An escape can spell any word, so that no check of words would hold.
        if (clean.Contains('\\', StringComparison.Ordinal)) return (clean, "has a backslash in a style");
        for (var at = clean.AsSpan().IndexOfAny('(', '@'); at >= 0; at = Next(clean, at + 1))
        {
            if (clean[at] == '@')
            {
                var rule = Name(clean, at + 1);
                if (!Rules.Contains(rule)) return (clean, $"has the rule '@{rule}' in a style");
            }
            else if (NameBefore(clean, at) is { Length: > 0 } function && !Functions.Contains(function)
                && !IsReference(function, clean.AsSpan(at + 1)))
            {
                return (clean, $"has '{function}(' in a style, which can load something");
            }
        }
        return (clean, null);
    }

    private static int Next(string style, int from) => style.AsSpan(from).IndexOfAny('(', '@') is >= 0 and var next ? from + next : -1;

    /// <summary>Whether a function is a reference to a part of the drawing.</summary>
    private static bool IsReference(string function, ReadOnlySpan<char> argument) =>
        function.Equals("url", StringComparison.OrdinalIgnoreCase) && argument.TrimStart().TrimStart("\"'").StartsWith('#');

    private static string Name(string style, int start)
    {
        var end = start;
        while (end < style.Length && IsOfName(style[end])) end++;
        return style[start..end];
    }

    private static string NameBefore(string style, int end)
    {
        var start = end;
        while (start > 0 && IsOfName(style[start - 1])) start--;
        return style[start..end];
    }

    private static bool IsOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '_';

    /// <summary>A comment parts words, so that a space takes its place.</summary>
    private static string WithoutComments(string style)
    {
        var start = style.IndexOf("/*", StringComparison.Ordinal);
        if (start < 0) return style;
        var clean = new StringBuilder();
        var at = 0;
        for (; start >= 0; start = style.IndexOf("/*", at, StringComparison.Ordinal))
        {
            clean.Append(style, at, start - at).Append(' ');
            at = style.IndexOf("*/", start + 2, StringComparison.Ordinal) is >= 0 and var end ? end + 2 : style.Length;
        }
        return clean.Append(style, at, style.Length - at).ToString();
    }
}
