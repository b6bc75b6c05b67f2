namespace Explainers.Proofreading;

/// <summary>
/// Reads HTML as long as it is plain: tags and attributes in the usual forms, nothing that browsers have to mend. It gives up at anything
/// else, which the browser's tokenizer reads.
/// </summary>
/// <param name="text">The page.</param>
/// <param name="notes">Takes note; worth nothing if this gives up.</param>
internal ref struct PlainMarkup(ReadOnlySpan<char> text, IPageNotes notes)
{
    private const int LongestName = 32;
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Reads to the end, and says whether all of it was plain.</summary>
    public bool Read()
    {
        while (_text[_at..].IndexOf('<') is >= 0 and var next)
        {
            _at += next + 1;
            var isPlain = Peek switch
            {
                '/' => EndTag(),
                '!' => Declaration(),
                _ => char.IsAsciiLetter(Peek) && StartTag(),
            };
            if (!isPlain) return false;
        }
        return true;
    }

    private readonly char Peek => _at < _text.Length ? _text[_at] : '\0';

    private bool EndTag()
    {
        _at++;
        if (Name().IsEmpty) return false;
        SkipSpace();
        return Take('>');
    }

    /// <summary>The type of the document, or a comment.</summary>
    private bool Declaration()
    {
        var rest = _text[(_at + 1)..];
        if (rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase)) return SkipTo(rest.IndexOf('>'), 1);
        if (!rest.StartsWith("--")) return false;
        var comment = rest[2..];
        var end = comment.IndexOf("--", StringComparison.Ordinal);
        if (comment.StartsWith(">") || comment.StartsWith("->") || end < 0 || !comment[end..].StartsWith("-->")) return false;
        return SkipTo(2 + end, 3);
    }

    private bool StartTag()
    {
        var offset = _at - 1;
        var name = Lower(Name());
        if (name.IsEmpty) return false;
        var element = new ElementNotes(name, offset, notes);
        var seen = 0L;
        while (true)
        {
            var isSpaced = SkipSpace();
            if (Take('>')) break;
            if (Take('/'))
            {
                if (!Take('>')) return false;
                break;
            }
            if (!isSpaced || !Attribute(ref element, ref seen)) return false;
        }
        element.End();
        return !IsRaw(name) || Raw(name);
    }

    /// <summary>Reads an attribute, of which an element has only one.</summary>
    private bool Attribute(ref ElementNotes element, ref long seen)
    {
        var name = Lower(Name());
        if (name.IsEmpty) return false;
        var value = ReadOnlySpan<char>.Empty;
        if (Take('='))
        {
            var quote = Peek;
            if (quote is not ('"' or '\'')) return false;
            _at++;
            var length = _text[_at..].IndexOf(quote);
            if (length < 0) return false;
            value = _text.Slice(_at, length);
            _at += length + 1;
        }
        else if (Peek is not ('>' or '/' or ' ' or '\n'))
        {
            return false;
        }
        if (!ElementNotes.Reads(name)) return true;
        // The first letter and the length tell those names apart.
        var bit = 1L << (((name[0] - 'a') * 2) + (name.Length % 2));
        if ((seen & bit) != 0 || value.ContainsAny('\r', '\0')) return false;
        seen |= bit;
        if (value.Contains('&')) return Escaped(ref element, name, value);
        element.Attribute(name, value);
        return true;
    }

    /// <summary>Reads a value with the characters that escaping replaces, and no others.</summary>
    private static bool Escaped(ref ElementNotes element, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        var plain = new System.Text.StringBuilder(value.Length);
        while (value.IndexOf('&') is >= 0 and var at)
        {
            plain.Append(value[..at]);
            value = value[at..];
            var (escape, sign) = value switch
            {
                ['&', 'a', 'm', 'p', ';', ..] => ("&amp;", '&'),
                ['&', 'q', 'u', 'o', 't', ';', ..] => ("&quot;", '"'),
                ['&', '#', '3', '9', ';', ..] => ("&#39;", '\''),
                ['&', 'l', 't', ';', ..] => ("&lt;", '<'),
                ['&', 'g', 't', ';', ..] => ("&gt;", '>'),
                _ => ("", '\0'),
            };
            if (escape.Length == 0) return false;
            plain.Append(sign);
            value = value[escape.Length..];
        }
        element.Attribute(name, plain.Append(value).ToString());
        return true;
    }

    private static bool IsRaw(ReadOnlySpan<char> element) =>
        element is "script" or "style" or "title" or "textarea" or "iframe" or "noembed" or "noframes" or "xmp";

    /// <summary>Skips text in which tags are not tags, up to the end tag.</summary>
    private bool Raw(ReadOnlySpan<char> element)
    {
        while (_text[_at..].IndexOf('<') is >= 0 and var next)
        {
            _at += next + 1;
            if (Peek == '!') return false;
            if (Peek != '/' || !_text[(_at + 1)..].StartsWith(element, StringComparison.OrdinalIgnoreCase)) continue;
            _at += 1 + element.Length;
            return Take('>');
        }
        return false;
    }

    /// <summary>The name that begins here; empty if it is too long or has a letter that names seldom have.</summary>
    private ReadOnlySpan<char> Name()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or ':' or '_')) _at++;
        return _at - start <= LongestName ? _text[start.._at] : [];
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> name) =>
        name.ContainsAnyInRange('A', 'Z') ? name.ToString().ToLowerInvariant() : name;

    private bool Take(char sign)
    {
        if (Peek != sign) return false;
        _at++;
        return true;
    }

    private bool SkipSpace()
    {
        var start = _at;
        while (Peek is ' ' or '\n' or '\t') _at++;
        return _at > start;
    }

    /// <summary>Moves past the end of a comment or declaration; false where it has none.</summary>
    private bool SkipTo(int sign, int length)
    {
        if (sign < 0) return false;
        _at += 1 + sign + length;
        return true;
    }
}
