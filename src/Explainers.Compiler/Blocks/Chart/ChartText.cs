using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>Words and figures in charts.</summary>
internal static class ChartText
{
    private const double Swatch = 10;
    private const double KeyGap = 18;

    /// <summary>A figure on a chart: short, and without a unit that the chart names once.</summary>
    public static string Label(FactValue value, PageScope page) => page.Format.Value(
        value switch
        {
            RangeValue range => range with { Low = Bare(range.Low), High = Bare(range.High) },
            _ => Bare(value),
        },
        FactForm.Short);

    /// <summary>The same kind of figure with another number, such as a sum.</summary>
    public static string Label(FactValue sample, double number, PageScope page) =>
        page.Format.Value(NumberAxis.Like(sample, Figure.Scaled(Math.Round((decimal)number, 6))), FactForm.Short);

    /// <summary>What a mark says to those who point at it.</summary>
    public static string Title(ChartData data, int row, int series, PageScope page)
    {
        var name = page.Format.Value(data.Names[row], FactForm.Whole);
        var value = page.Format.Value(data.Series[series].Values[row]!, FactForm.Whole);
        return data.Series.Length > 1 ? $"{name}, {data.Series[series].Name}: {value}" : $"{name}: {value}";
    }

    /// <summary>The name of a row.</summary>
    public static string Name(ChartData data, int row, PageScope page) => page.Format.Value(data.Names[row], FactForm.Whole);

    /// <summary>What the figures count, where that stands once above them; else null.</summary>
    public static string? Unit(ChartData data, PageScope page) =>
        (data.Sample is RangeValue range ? range.Low : data.Sample) is QuantityValue { Unit.IsPercent: false } quantity
            ? page.Format.UnitOf(new TableColumn("", "") { Unit = quantity.Unit }) : null;

    /// <summary>The class of a series, which gives its colour.</summary>
    public static string Colour(int series) => $"s{series + 1}";

    /// <summary>How high a key of colours is; nothing for one.</summary>
    public static double KeyHeight(IReadOnlyList<string> names, Frame frame) =>
        names.Count < 2 ? 0 : (Key(names, frame)[^1].Y + 1) * 20;

    /// <summary>Draws what each colour stands for.</summary>
    public static void DrawKey(PageOutput html, IReadOnlyList<string> names, Frame frame, double top)
    {
        if (names.Count < 2) return;
        foreach (var (i, x, line) in Key(names, frame))
        {
            var y = top + (line * 20);
            html.Box($"mark {Colour(i)}", x, y + 2, Swatch, Swatch).Text("", x + Swatch + 5, y + 12, "start", names[i]);
        }
    }

    private static FactValue Bare(FactValue value) =>
        value is QuantityValue { Unit.IsPercent: false } quantity ? new NumberValue(quantity.Figure) : value;

    private static ImmutableArray<(int Index, double X, double Y)> Key(IReadOnlyList<string> names, Frame frame)
    {
        var places = ImmutableArray.CreateBuilder<(int, double, double)>();
        var (x, line) = (0.0, 0);
        for (var i = 0; i < names.Count; i++)
        {
            var width = Swatch + 5 + Frame.WidthOf(names[i]);
            if (x > 0 && x + width > frame.Width) (x, line) = (0, line + 1);
            places.Add((i, x, line));
            x += width + KeyGap;
        }
        return places.ToImmutable();
    }
}
