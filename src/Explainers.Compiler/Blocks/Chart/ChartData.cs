using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Blocks.Chart;

/// <summary>What a chart draws: rows with a name, and one or more figures for each.</summary>
/// <param name="Title">The chart's name.</param>
/// <param name="Names">The names of the rows: words, or dates and moments.</param>
/// <param name="Series">The figures, column by column.</param>
internal sealed record ChartData(string Title, ImmutableArray<FactValue> Names, ImmutableArray<ChartSeries> Series)
{
    /// <summary>What happened in the time that it covers.</summary>
    public ImmutableArray<(FactValue When, string Title)> Events { get; init; } = [];

    /// <summary>Every figure.</summary>
    public IEnumerable<FactValue> Values => Series.SelectMany(series => series.Values).OfType<FactValue>();

    /// <summary>Where all figures lie.</summary>
    public double[] Numbers => [.. Values.Select(Extent.Of).SelectMany(extent => new[] { extent.Low, extent.High })];

    /// <summary>One of its figures, for their unit.</summary>
    public FactValue Sample => Values.First();

    /// <summary>Its name for those who do not see it.</summary>
    public string Alt => Series.Length < 2 ? Title : $"{Title}: {string.Join(", ", Series.Select(series => series.Name))}";
}

/// <summary>A column of figures.</summary>
/// <param name="Name">Its name for readers.</param>
/// <param name="Values">A figure for each row, or null.</param>
internal sealed record ChartSeries(string Name, ImmutableArray<FactValue?> Values);

/// <summary>From where to where a figure goes on an axis.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Limit">How it is limited.</param>
internal readonly record struct Extent(double Low, double High, Approximation Limit)
{
    /// <summary>The middle.</summary>
    public double Middle => (Low + High) / 2;

    /// <summary>Whether it may be lower.</summary>
    public bool IsOpenBelow =>
        Limit is Approximation.LessThan or Approximation.AtMost or Approximation.Nearly or Approximation.About;

    /// <summary>Whether it may be higher.</summary>
    public bool IsOpenAbove => Limit is Approximation.MoreThan or Approximation.AtLeast or Approximation.About;

    /// <summary>The extent of a figure or range.</summary>
    public static Extent Of(FactValue value) => value switch
    {
        RangeValue range => new Extent(Number(range.Low), Number(range.High), range.Approximation),
        MoneyValue money => new Extent(Number(value), Number(value), money.Figure.Approximation),
        QuantityValue quantity => new Extent(Number(value), Number(value), quantity.Figure.Approximation),
        NumberValue number => new Extent(Number(value), Number(value), number.Figure.Approximation),
        _ => new Extent(0, 0, Approximation.Exact),
    };

    private static double Number(FactValue value) => (double)value.Number.GetValueOrDefault();
}

/// <summary>A chart that has its place for everything.</summary>
/// <param name="Height">Its height.</param>
/// <param name="Draw">Draws it.</param>
internal sealed record Layout(double Height, Action<Templating.PageOutput> Draw);
