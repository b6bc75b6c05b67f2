using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>
/// Writes words. An abbreviation in capitals may be a term of a sheet, which is explained where a body first uses it: it stays a hole until
/// the sheets are known.
/// </summary>
internal sealed partial class BodyWords : HtmlObjectRenderer<LiteralInline>
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, LiteralInline obj)
    {
        var body = (BodyRenderer)renderer;
        var text = obj.Content.AsSpan();
        if (!body.IsProse || !HasCapitals(text))
        {
            body.WriteEscape(text);
            return;
        }
        var done = 0;
        foreach (var match in Abbreviation().EnumerateMatches(text))
        {
            var word = text.Slice(match.Index, match.Length);
            if (!HasCapitals(word) || !_seen.Add(word.ToString())) continue;
            body.WriteEscape(text[done..match.Index]);
            body.Add(new AbbreviationPart(word.ToString(), body.Span(obj)));
            done = match.Index + match.Length;
        }
        body.WriteEscape(text[done..]);
    }

    /// <summary>Whether a text has two capitals side by side.</summary>
    private static bool HasCapitals(ReadOnlySpan<char> text)
    {
        var before = false;
        foreach (var letter in text)
        {
            var isCapital = char.IsUpper(letter);
            if (isCapital && before) return true;
            before = isCapital;
        }
        return false;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_.-])\p{Lu}[\p{Lu}\p{Nd}-]{0,13}[\p{Lu}\p{Nd}](?![\p{L}\p{N}_])")]
    private static partial Regex Abbreviation();
}
