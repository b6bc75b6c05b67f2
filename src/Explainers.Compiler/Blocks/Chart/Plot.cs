using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>The axes of a chart with figures from the bottom up.</summary>
/// <param name="Axis">The axis of figures.</param>
/// <param name="Left">Where the plot begins.</param>
/// <param name="Right">Where it ends.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Bottom">Its lower edge.</param>
/// <param name="Frame">The drawing's frame.</param>
internal sealed record Plot(NumberAxis Axis, double Left, double Right, double Top, double Bottom, Frame Frame)
{
    /// <summary>Makes a plot.</summary>
    /// <param name="numbers">The figures.</param>
    /// <param name="sample">One of the values, for the unit.</param>
    /// <param name="frame">The drawing's frame.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="right">What room is left free at the right.</param>
    /// <param name="mustHaveZero">Whether lengths stand for the figures.</param>
    /// <param name="page">The page.</param>
    public static Plot Of(
        IReadOnlyCollection<double> numbers, FactValue sample, Frame frame, double top, double right, bool mustHaveZero, PageScope page)
    {
        var height = frame == Frame.Narrow ? 200.0 : 260.0;
        var first = top + Frame.LineHeight + 12;
        var axis = NumberAxis.Of(numbers, sample, (first + height, first), 5, mustHaveZero, page.Format);
        return new Plot(axis, axis.NameWidth + 8, frame.Width - Math.Max(6, right), first, first + height, frame);
    }

    /// <summary>The height of the drawing with the names below the plot.</summary>
    public double Height => Bottom + 26 + (Axis.HasZero ? 0 : Frame.LineHeight + 4);

    /// <summary>The place of a figure.</summary>
    public double Y(double number) => Axis.Scale.At(number);

    /// <summary>Draws the lines of the axis, and says so where it does not begin at zero.</summary>
    public void DrawGrid(PageOutput html, PageScope page)
    {
        foreach (var (at, name) in Axis.Ticks)
            html.Line(at == 0 ? "axis" : "grid", Left, Y(at), Right, Y(at)).Text("", Left - 6, Y(at) + 4.5, "end", name);
        if (Axis.Unit is { } unit) html.Text("quiet", 0, Top - 15, "start", unit);
        if (!Axis.HasZero) html.Text("quiet", 0, Height - 4, "start", page.Strings["axis_not_zero"]);
    }

    /// <summary>Draws the lines of both axes, where figures run across, too.</summary>
    public void DrawAcross(PageOutput html, NumberAxis across)
    {
        foreach (var (at, name) in Axis.Ticks)
            html.Line(at == 0 ? "axis" : "grid", Left, Y(at), Right, Y(at)).Text("", Left - 6, Y(at) + 4.5, "end", name);
        foreach (var (at, name) in across.Ticks)
            html.Line(at == 0 ? "axis" : "grid", across.Scale.At(at), Top, across.Scale.At(at), Bottom)
                .Text("", across.Scale.At(at), Bottom + 18, "middle", name);
    }

    /// <summary>Names times below the plot; those that would run into the one before are left out.</summary>
    public void DrawTimes(PageOutput html, TimeScale x, PageScope page)
    {
        var free = double.MinValue;
        foreach (var (at, name) in x.Ticks(page.Format, Frame == Frame.Narrow ? 5 : 8))
        {
            var half = Frame.WidthOf(name) / 2;
            var middle = Math.Clamp(at, half, Frame.Width - half);
            html.Line("axis", at, Bottom, at, Bottom + 4);
            if (middle - half < free) continue;
            html.Text("", middle, Bottom + 18, "middle", name);
            free = middle + half + 8;
        }
    }
}

/// <summary>What happened, above a plot: a line down to its foot at the time of each, with words on top.</summary>
internal sealed class EventMarks
{
    private readonly ImmutableArray<(double At, double Left, int Row, ImmutableArray<string> Lines)> _marks;

    /// <summary>Finds places for events.</summary>
    public EventMarks(ChartData data, TimeScale x, Frame frame)
    {
        var marks = ImmutableArray.CreateBuilder<(double, double, int, ImmutableArray<string>)>();
        var free = new List<double>();
        foreach (var (when, title) in data.Events)
        {
            var at = x.At(when).From;
            var lines = Frame.Wrapped(title, frame.Width * (frame == Frame.Narrow ? 0.6 : 0.4));
            var width = lines.Max(Frame.WidthOf);
            var left = Math.Max(0, Math.Min(at + 4, frame.Width - width));
            var row = free.FindIndex(end => end < left);
            if (row < 0 || row + lines.Length > free.Count || !free.Skip(row).Take(lines.Length).All(end => end < left))
                row = free.Count;
            for (var i = 0; i < lines.Length; i++)
            {
                if (row + i == free.Count) free.Add(0);
                free[row + i] = left + width + 10;
            }
            marks.Add((at, left, row, lines));
        }
        _marks = marks.ToImmutable();
        Height = free.Count * Frame.LineHeight;
    }

    /// <summary>The room that the words take above the plot.</summary>
    public double Height { get; }

    /// <summary>Draws lines and words.</summary>
    public void Draw(PageOutput html, double top, double bottom)
    {
        foreach (var (at, left, row, lines) in _marks)
        {
            html.Line("event", at, top + (row * Frame.LineHeight), at, bottom);
            for (var i = 0; i < lines.Length; i++)
                html.Text("halo", left, top + ((row + i) * Frame.LineHeight) + 12, "start", lines[i]);
        }
    }
}
