using System.Collections.Immutable;
using System.Text;

namespace Explainers.Parsing.Articles;

/// <summary>
/// A step from an entry to a part of it: <c>["2019"]</c> to some rows of a table, <c>.cars</c> to a column or what is made of one.
/// </summary>
/// <param name="Name">The name of the rows, or the word.</param>
/// <param name="IsRow">Whether it stands in brackets.</param>
internal readonly record struct ReferencePart(string Name, bool IsRow)
{
    /// <summary>Some steps as they are written behind the id of an entry.</summary>
    public static string Text(ImmutableArray<ReferencePart> parts)
    {
        if (parts.IsDefaultOrEmpty) return "";
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (!part.IsRow) text.Append('.').Append(part.Name);
            else text.Append("[\"").Append(part.Name.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)).Append("\"]");
        }
        return text.ToString();
    }

    /// <summary>Reads steps as they are written behind the id of an entry; null for what is none.</summary>
    public static ImmutableArray<ReferencePart>? Read(string text)
    {
        var parts = ImmutableArray.CreateBuilder<ReferencePart>();
        for (var next = 0; next < text.Length;)
        {
            if (ReadOne(text, ref next) is not { } part) return null;
            parts.Add(part);
        }
        return parts.DrainToImmutable();
    }

    /// <summary>Reads the step that begins at an offset, and moves behind it; null where there is none.</summary>
    public static ReferencePart? ReadOne(string text, ref int next)
    {
        if (next >= text.Length || text[next] is not ('.' or '[')) return null;
        return text[next] == '.' ? Word(text, ref next) : Row(text, ref next);
    }

    private static ReferencePart? Word(string text, ref int next)
    {
        var end = next + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
        if (end == next + 1) return null;
        var word = new ReferencePart(text[(next + 1)..end], IsRow: false);
        next = end;
        return word;
    }

    /// <summary>A name in brackets: in quotation marks of either kind, or one word.</summary>
    private static ReferencePart? Row(string text, ref int next)
    {
        var at = next + 1;
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length) return null;
        var name = new StringBuilder();
        if (text[at] is '"' or '\'')
        {
            var quote = text[at++];
            for (; at < text.Length && text[at] != quote; at++)
            {
                if (text[at] == '\\' && at + 1 < text.Length) at++;
                name.Append(text[at]);
            }
            at++;
        }
        else
        {
            for (; at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-'); at++) name.Append(text[at]);
        }
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] != ']' || name.Length == 0) return null;
        next = at + 1;
        return new ReferencePart(name.ToString(), IsRow: true);
    }
}
