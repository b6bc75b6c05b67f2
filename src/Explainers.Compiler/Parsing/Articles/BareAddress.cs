using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>An address that is typed among words, and is a link to itself.</summary>
internal sealed class BareAddressInline : LeafInline
{
    /// <summary>The address as it is typed.</summary>
    public required string Text { get; init; }

    /// <summary>Where it leads.</summary>
    public required string Url { get; init; }
}

/// <summary>
/// Finds addresses as GitHub does: from <c>https://</c>, <c>http://</c> or <c>www.</c> on, or round an <c>@</c>, without the punctuation
/// behind them. It stops at the sign that only addresses have, and takes what is before it back from the text.
/// </summary>
internal sealed partial class BareAddressParser : InlineParser
{
    private const int Longest = 2_000;
    private const int LongestName = 64;
    private const string Trailing = "?!.,:*_~'\";=";

    /// <summary>Makes the parser.</summary>
    public BareAddressParser() => OpeningCharacters = [':', '.', '@'];

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not LiteralInline before || !ReferenceEquals(before.Content.Text, slice.Text)
            || before.Content.End + 1 != slice.Start || before is OverflowInline) return false;
        var (start, prefix) = Start(slice, before.Content.Start);
        if (start < 0 || !MayBegin(slice.Text, start)) return false;
        var end = slice.CurrentChar == '@' ? EndOfMail(slice) : End(slice, start);
        if (end <= slice.Start) return false;
        var text = ReferencePipes.Show(slice.Text[start..end]);
        var url = prefix + text;
        if (slice.CurrentChar != '@' && !Host().IsMatch(url)) return false;
        var cut = slice.Start - start;
        before.Content.End -= cut;
        before.Span.End -= cut;
        if (before.Content.IsEmpty) before.Remove();
        processor.Inline = new BareAddressInline
        {
            Text = text,
            Url = url,
            Span = new SourceSpan(
                processor.GetSourcePosition(start, out var line, out var column), processor.GetSourcePosition(end - 1)),
            Line = line,
            Column = column,
        };
        slice.Start = end;
        return true;
    }

    /// <summary>Where an address begins whose sign is here, or -1, and what is missing before it.</summary>
    private static (int Start, string Prefix) Start(StringSlice slice, int first)
    {
        var before = slice.Text.AsSpan(first, slice.Start - first);
        switch (slice.CurrentChar)
        {
            case ':' when slice.PeekChar() == '/' && slice.PeekChar(2) == '/':
                if (before.EndsWith("https", StringComparison.OrdinalIgnoreCase)) return (slice.Start - 5, "");
                return before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? (slice.Start - 4, "") : (-1, "");
            case '.':
                return before.EndsWith("www", StringComparison.OrdinalIgnoreCase) ? (slice.Start - 3, "https://") : (-1, "");
            case '@':
                var start = before.Length;
                while (start > 0 && before.Length - start <= LongestName && IsInName(before[start - 1])) start--;
                return start == before.Length || before.Length - start > LongestName ? (-1, "") : (first + start, "mailto:");
            default:
                return (-1, "");
        }
    }

    private static bool IsInName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '+';

    /// <summary>Whether an address may begin here: not inside a word or another address.</summary>
    private static bool MayBegin(string text, int start)
    {
        if (start == 0) return true;
        var before = text[start - 1];
        if (before == '=') return start > 1 && text[start - 2] == '=';
        return !(char.IsLetterOrDigit(before) && before < '\u2E80') && before is not ('/' or '.' or '@' or '-' or '+' or ':' or '&' or '?'
            or '#' or '%');
    }

    /// <summary>Where an address ends, or -1.</summary>
    private static int End(StringSlice slice, int start)
    {
        var (text, end) = (slice.Text, start);
        var limit = Math.Min(slice.End + 1, start + Longest);
        var (open, close, squares) = (0, 0, 0);
        for (; end < limit && !Ends(text[end]); end++)
        {
            if (text[end] == '[') squares++;
            if (text[end] == ']' && --squares < 0) break;
            if (text[end] == '(') open++;
            if (text[end] == ')') close++;
        }
        if (end == start + Longest) return -1;
        return Trimmed(text, start, end, close - open);
    }

    /// <summary>Takes the punctuation behind an address off.</summary>
    private static int Trimmed(string text, int start, int end, int surplus)
    {
        while (end > start)
        {
            var last = text[end - 1];
            if (last == ';' && Entity().Match(text, start, end - start) is { Success: true } entity) end = entity.Index;
            else if (Trailing.Contains(last, StringComparison.Ordinal) || (last > '\u007f' && IsPunctuation(last))) end--;
            else if (last == ')' && surplus-- > 0) end--;
            else break;
        }
        return end;
    }

    private static bool Ends(char letter) => letter is '<' or '>' or '`' or '|' or '"'
        || char.IsWhiteSpace(letter) || char.IsControl(letter)
        || letter is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFF0F' or >= '\uFF1A' and <= '\uFF1F';

    private static bool IsPunctuation(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.ClosePunctuation
        or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.OtherPunctuation
        or UnicodeCategory.DashPunctuation;

    private static int EndOfMail(StringSlice slice)
    {
        var end = slice.Start + 1;
        while (end <= slice.End && end - slice.Start < 256 && (char.IsAsciiLetterOrDigit(slice.Text[end]) || slice.Text[end] is '.' or '-'))
            end++;
        while (slice.Text[end - 1] is '.' or '-') end--;
        return MailHost().IsMatch(slice.Text.AsSpan(slice.Start + 1, Math.Max(0, end - slice.Start - 1))) ? end : -1;
    }

    /// <summary>A host has a point, and no part of it is empty.</summary>
    [GeneratedRegex(
        @"^https?://(?!www\.[^./?#:]+(?:[/?#:]|$))(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}-]{2,}(?::[0-9]+)?(?:[/?#]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Host();

    [GeneratedRegex(@"^(?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}$")]
    private static partial Regex MailHost();

    [GeneratedRegex(@"&[A-Za-z0-9]{1,30};$", RegexOptions.RightToLeft)]
    private static partial Regex Entity();
}
