using System.Text;

namespace Explainers.Rendering.Templating;

/// <summary>Escapes text for HTML, in element content and in quoted attributes alike.</summary>
internal static class Escape
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("&<>\"");

    /// <summary>Appends a text, escaped.</summary>
    public static StringBuilder AppendEscaped(this StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var next)
        {
            html.Append(text[..next]).Append(text[next] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(next + 1)..];
        }
        return html.Append(text);
    }
}
