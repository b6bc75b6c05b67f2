using System.Collections.Immutable;
using System.Text;

namespace Explainers.Graphics;

/// <summary>A width that a drawing is laid out for. Drawings with text are made for each, and the style sheet shows one of them.</summary>
/// <param name="Name">The class of its drawings.</param>
/// <param name="Width">Its width, in units of a drawing.</param>
internal sealed record Frame(string Name, double Width)
{
    /// <summary>The size of text.</summary>
    public const double TextSize = 13;

    /// <summary>From one line of text to the next.</summary>
    public const double LineHeight = 16;

    /// <summary>A phone.</summary>
    public static readonly Frame Narrow = new("narrow", 340);

    /// <summary>The column of an article on a desktop.</summary>
    public static readonly Frame Wide = new("wide", 640);

    /// <summary>Every width that drawings are laid out for.</summary>
    public static readonly ImmutableArray<Frame> All = [Narrow, Wide];

    /// <summary>How wide a text is at most, about.</summary>
    public static double WidthOf(string text) => (text.Length * TextSize * 0.57) + 4;

    /// <summary>Words in lines that are no wider than a width, unless one word is.</summary>
    public static ImmutableArray<string> Wrapped(string text, double width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && WidthOf($"{line} {word}") > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        lines.Add(line.ToString());
        return lines.ToImmutable();
    }

    /// <summary>Places for labels on a line, each as near to its own as the others allow.</summary>
    /// <param name="wanted">Where they would stand alone.</param>
    /// <param name="low">The first place that there is.</param>
    /// <param name="high">The last.</param>
    public static double[] Spread(IReadOnlyList<double> wanted, double low, double high)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToArray();
        var places = wanted.ToArray();
        var free = low;
        foreach (var i in order)
        {
            places[i] = Math.Max(places[i], free);
            free = places[i] + LineHeight;
        }
        free = high;
        foreach (var i in order.Reverse())
        {
            places[i] = Math.Min(places[i], free);
            free = places[i] - LineHeight;
        }
        return places;
    }
}

/// <summary>What is taken up in a drawing.</summary>
internal readonly record struct Area(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The place of a line of text that begins, is in the middle or ends at a point.</summary>
    public static Area OfText(double x, double y, string anchor, string text, double scale = 1)
    {
        var width = Frame.WidthOf(text) * scale;
        var left = anchor switch { "start" => x, "end" => x - width, _ => x - (width / 2) };
        return new Area(left, y - (Frame.TextSize * scale), left + width, y + (Frame.TextSize * scale / 4));
    }

    /// <summary>Whether it lies in a drawing of a size.</summary>
    public bool IsInside(double width, double height) => Left >= 1 && Top >= 1 && Right <= width - 1 && Bottom <= height - 1;

    /// <summary>Whether two share a point.</summary>
    public bool Overlaps(Area other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
