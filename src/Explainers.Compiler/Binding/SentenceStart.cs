using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Parsing.Articles;

namespace Explainers.Binding;

/// <summary>
/// Tells whether a reference begins a sentence: at the start of a paragraph, heading, item, title or note, or behind the end of another
/// sentence. Cells of tables hold no sentences.
/// </summary>
internal static class SentenceStart
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" >/\n\r\t");

    private const string Signs = "\"'“”‘’„‚«»‹›()[]¿¡*_";

    /// <summary>Words whose point ends no sentence.</summary>
    private static readonly FrozenSet<string> Shortened = FrozenSet.ToFrozenSet(
        [
            "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "rev", "hon", "mt", "no", "nos", "vs",
            "approx", "ca", "cf", "etc", "inc", "ltd", "co", "corp", "jr", "sr", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
            "sept", "oct", "nov", "dec", "fig", "vol", "pp", "est", "max", "min", "nr", "abs", "art", "bzw", "evtl", "ggf", "inkl", "rd",
            "sog", "str", "usw", "vgl", "zzgl", "mio", "mrd", "tsd", "bio",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Tags that a sentence runs through.</summary>
    private static readonly FrozenSet<string> Inline =
        FrozenSet.ToFrozenSet(
            ["a", "em", "strong", "b", "i", "u", "s", "del", "ins", "mark", "sub", "sup", "span", "abbr", "q", "cite", "br"]);

    /// <summary>Whether one of some parts begins a sentence.</summary>
    public static bool Is(ImmutableArray<BodyPart> parts, int at)
    {
        var (isSpaced, isInTag) = (false, false);
        for (var i = at - 1; i >= 0; i--)
        {
            if (parts[i] is MarkPart or LinkPart or NoteMarkPart) continue;
            if (parts[i] is not (HtmlPart or TextPart))
                return !isInTag && parts[i] is SectionPart or SectionEndPart or TableEndPart or TaskPart or NotePart;
            var text = parts[i] is HtmlPart html ? html.Html : ((TextPart)parts[i]).Text;
            if (Read(text, parts[i] is HtmlPart, ref isSpaced, ref isInTag) is { } answer) return answer;
        }
        return !isInTag;
    }

    /// <summary>What a text before the reference says, read from its end; null where only what is before it can tell.</summary>
    private static bool? Read(string text, bool isHtml, ref bool isSpaced, ref bool isInTag)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var letter = text[i];
            if (isInTag || (isHtml && letter == '>'))
            {
                isInTag = true;
                var start = text.LastIndexOf('<', i);
                if (start < 0) return null;
                isInTag = false;
                if (BlockAt(text.AsSpan(start, i - start + 1)) is { } answer) return answer;
                i = start;
            }
            else if (char.IsWhiteSpace(letter)) isSpaced = true;
            else if (letter is '.' or '!' or '?' or '…') return isSpaced && (letter != '.' || EndsSentence(text.AsSpan(0, i)));
            else if (!Signs.Contains(letter, StringComparison.Ordinal)) return false;
        }
        return null;
    }

    /// <summary>Whether a tag begins a block that holds sentences; null for one among words.</summary>
    private static bool? BlockAt(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart("</");
        var end = name.IndexOfAny(NameEnds);
        if (end >= 0) name = name[..end];
        if (Inline.Contains(name.ToString())) return null;
        return name is not ("td" or "th" or "code" or "pre");
    }

    /// <summary>Whether a point behind a text ends a sentence, and shortens no word: "a.m." and initials leave that open.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.')) start--;
        var word = text[start..];
        if (word.IsEmpty) return true;
        if (char.IsDigit(word[^1])) return !char.IsDigit(word[0]) || word.Length > 2;
        return word.Length > 1 && !word.Contains('.') && !Shortened.Contains(word.ToString());
    }
}
