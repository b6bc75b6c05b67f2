using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Explainers.Parsing.Templates;

namespace Explainers.Parsing.Articles;

/// <summary>The quotation marks of a language, for <c>"…"</c> and <c>'…'</c>.</summary>
internal sealed record QuotationMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    /// <summary>Those of English, for a language that the theme has no marks for.</summary>
    public static readonly QuotationMarks English = new("“", "”", "‘", "’");

    /// <summary>Those of a language of the theme.</summary>
    public static QuotationMarks Of(StringsSyntax strings) => new(
        strings.Texts.GetValueOrDefault("open_quote", English.Open),
        strings.Texts.GetValueOrDefault("close_quote", English.Close),
        strings.Texts.GetValueOrDefault("open_inner_quote", English.InnerOpen),
        strings.Texts.GetValueOrDefault("close_inner_quote", English.InnerClose));

    /// <summary>What is printed for a mark.</summary>
    public string this[TypographicMark mark] => mark switch
    {
        TypographicMark.OpenQuote => Open,
        TypographicMark.CloseQuote => Close,
        TypographicMark.OpenInnerQuote => InnerOpen,
        TypographicMark.CloseInnerQuote => InnerClose,
        TypographicMark.Apostrophe => "’",
        TypographicMark.Prime => "′",
        TypographicMark.DoublePrime => "″",
        TypographicMark.EnDash => "–",
        TypographicMark.EmDash => "—",
        _ => "…",
    };

    /// <summary>A text with its marks in place.</summary>
    public string Set(string text) =>
        SmartPunctuation.Changes(text) is { IsEmpty: false } changes ? Set(text, 0, changes, 0, out _) : text;

    /// <summary>A piece of a text with its marks in place.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="start">The offset of the piece in the text.</param>
    /// <param name="changes">The changes to the text.</param>
    /// <param name="first">The first change that can belong to the piece.</param>
    /// <param name="next">The first change that can belong to the next one.</param>
    public string Set(ReadOnlySpan<char> piece, int start, ImmutableArray<PunctuationChange> changes, int first, out int next)
    {
        next = first;
        while (next < changes.Length && changes[next].Start < start) next++;
        var set = new DefaultInterpolatedStringHandler(0, 0);
        var done = 0;
        for (; next < changes.Length && changes[next] is var change && change.Start < start + piece.Length; next++)
        {
            var at = change.Start - start;
            if (at + change.Length > piece.Length) continue;
            set.AppendFormatted(piece[done..at]);
            set.AppendLiteral(this[change.Mark]);
            done = at + change.Length;
        }
        set.AppendFormatted(piece[done..]);
        return set.ToStringAndClear();
    }
}
