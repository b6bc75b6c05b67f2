using System.Collections.Immutable;
using Explainers.Parsing.Templates;
using Explainers.Scopes;

namespace Explainers.Outputs.Images;

/// <summary>A text of a card, which can be broken into lines at any size.</summary>
internal sealed class CardParagraph
{
    private const string Ellipsis = "…";
    private const float Rounding = 0.001f;
    private const float ClauseBonus = 0.06f;
    private readonly CardWriting _writing;
    private readonly ImmutableArray<Piece> _pieces;

    /// <summary>Prepares a text.</summary>
    public CardParagraph(CardTextSyntax style, CardFont font, string text, CardWriting writing)
    {
        (Style, Font, _writing) = (style, font, writing);
        _pieces = [.. LineBreaker.Pieces(text).Select(Measured)];
    }

    /// <summary>How it looks.</summary>
    public CardTextSyntax Style { get; }

    /// <summary>Its font.</summary>
    public CardFont Font { get; }

    /// <summary>Its lines at a size, or null where they are too many or a word is too long.</summary>
    public ImmutableArray<string>? Lines(float size, float width)
    {
        var room = width / size;
        if (_pieces.Any(piece => piece.Visible > room)) return null;
        var lines = Broken(_pieces, room);
        if (lines.Length > Style.Lines) return null;
        if (Style.IsBalanced && lines.Length > 1) lines = Balanced(room, lines.Length);
        return lines;
    }

    /// <summary>Its lines at a size, with long words broken and what is too much left out.</summary>
    public ImmutableArray<string> Cut(float size, float width)
    {
        var room = width / size;
        ImmutableArray<Piece> pieces = [.. _pieces.SelectMany(piece => piece.Visible > room ? Split(piece.Text, room) : [piece])];
        var lines = Broken(pieces, room);
        if (lines.Length <= Style.Lines) return lines;
        var last = LineBreaker.Characters(lines[Style.Lines - 1]).ToList();
        while (last.Count > 0 && Font.Shape(string.Concat(last).TrimEnd() + Ellipsis, _writing).Width > room) last.RemoveAt(last.Count - 1);
        return [.. lines[..(Style.Lines - 1)], string.Concat(last).TrimEnd(' ', ',', ';', ':', '–', '—') + Ellipsis];
    }

    /// <summary>The glyphs of a line.</summary>
    public ShapedText Shape(string line) => Font.Shape(line, _writing);

    /// <summary>
    /// The breaks that make a number of lines most alike in length; a line that ends with a sign of punctuation may differ more.
    /// </summary>
    private ImmutableArray<string> Balanced(float room, int lines)
    {
        var count = _pieces.Length;
        var (cost, from) = (new float[lines + 1, count + 1], new int[lines + 1, count + 1]);
        for (var line = 0; line <= lines; line++)
        {
            for (var end = 0; end <= count; end++)
            {
                cost[line, end] = line == 0 && end == 0 ? 0 : float.PositiveInfinity;
                for (var start = end - 1; line > 0 && start >= 0 && Width(start, end) is var width && width <= room + Rounding; start--)
                {
                    var sum = cost[line - 1, start]
                        + (width * width) - (end < count && EndsClause(_pieces[end - 1].Text) ? room * room * ClauseBonus : 0);
                    if (sum < cost[line, end]) (cost[line, end], from[line, end]) = (sum, start);
                }
            }
        }
        var broken = new string[lines];
        for (int line = lines, end = count; line > 0; end = from[line, end], line--)
            broken[line - 1] = string.Concat(_pieces[from[line, end]..end].Select(piece => piece.Text)).TrimEnd();
        return [.. broken];
    }

    private float Width(int start, int end) => _pieces[start..(end - 1)].Sum(piece => piece.Width) + _pieces[end - 1].Visible;

    private static bool EndsClause(string text) => text.TrimEnd() is [.., ':' or ';' or ',' or '.' or '?' or '!' or '–' or '—'];

    private static ImmutableArray<string> Broken(ImmutableArray<Piece> pieces, float room)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var (line, width) = ("", 0f);
        foreach (var piece in pieces)
        {
            if (line.Length > 0 && width + piece.Visible > room)
            {
                lines.Add(line.TrimEnd());
                (line, width) = ("", 0);
            }
            line += piece.Text;
            width += piece.Width;
        }
        lines.Add(line.TrimEnd());
        return lines.ToImmutable();
    }

    private IEnumerable<Piece> Split(string word, float room)
    {
        var part = "";
        foreach (var character in LineBreaker.Characters(word))
        {
            if (part.Length > 0 && Font.Shape(part + character, _writing).Width > room)
            {
                yield return Measured(part);
                part = "";
            }
            part += character;
        }
        yield return Measured(part);
    }

    private Piece Measured(string text)
    {
        var visible = Font.Shape(text.TrimEnd(), _writing).Width;
        return new Piece(text, visible, Font.Shape(text, _writing).Width);
    }

    /// <summary>A piece that stays on one line.</summary>
    /// <param name="Text">The piece with the spaces behind it.</param>
    /// <param name="Visible">Its width in sizes without them.</param>
    /// <param name="Width">Its width in sizes with them.</param>
    private readonly record struct Piece(string Text, float Visible, float Width);
}
