using System.Collections.Immutable;
using System.Globalization;
using Explainers.Facts;
using Explainers.Facts.Formatting;

namespace Explainers.Graphics;

/// <summary>A scale of numbers with round steps, all written in one form.</summary>
/// <param name="Scale">From numbers to places.</param>
/// <param name="Ticks">The round numbers, with their names.</param>
/// <param name="Unit">What they count, where that is no sign at each; else null.</param>
internal sealed record NumberAxis(Scale Scale, ImmutableArray<(double At, string Name)> Ticks, string? Unit)
{
    /// <summary>From this part of the highest number on, a line may begin above zero.</summary>
    private const double FarFromZero = 0.4;

    /// <summary>Whether zero is on it.</summary>
    public bool HasZero => Scale.Low <= 0 && Scale.High >= 0;

    /// <summary>The width of the longest name.</summary>
    public double NameWidth => Ticks.Max(tick => Frame.WidthOf(tick.Name));

    /// <summary>Makes an axis; zero is on it if it has to be, or if it is not far.</summary>
    /// <param name="numbers">What has to have room on it.</param>
    /// <param name="sample">One of the values, for the unit.</param>
    /// <param name="place">Its beginning and end in the drawing.</param>
    /// <param name="most">How many steps it has at most, about.</param>
    /// <param name="mustHaveZero">Whether lengths stand for the numbers.</param>
    /// <param name="format">Writes the names.</param>
    public static NumberAxis Of(
        IReadOnlyCollection<double> numbers, FactValue sample, (double From, double To) place, int most, bool mustHaveZero,
        FactFormatter format)
    {
        var (low, high) = numbers.Count == 0 ? (0, 1) : (numbers.Min(), numbers.Max());
        var isNear = (low > 0 && low < high * FarFromZero) || (high < 0 && high > low * FarFromZero);
        var (scale, ticks) = Scale.Of(mustHaveZero || isNear ? [.. numbers, 0.0] : numbers, place.From, place.To).Rounded(most);
        var step = ticks.Length > 1 ? ticks[1] - ticks[0] : 1;
        var word = WordFor(ticks.Max(Math.Abs));
        var factor = (double)Figure.FactorOf(word);
        var places = (int)Math.Clamp(-Math.Floor(Math.Log10(step / factor) + 1e-9), 0, 9);
        return new NumberAxis(
            scale,
            [.. ticks.Select(tick => (tick, format.Value(Like(sample, Written(tick / factor, places, word)), FactForm.Short)))],
            sample is QuantityValue { Unit.IsPercent: false } quantity
                ? format.UnitOf(new TableColumn("", "") { Unit = quantity.Unit }) : null);
    }

    /// <summary>The same kind of value with another figure; a unit that is a word is left out.</summary>
    public static FactValue Like(FactValue value, Figure figure) => value switch
    {
        RangeValue range => Like(range.Low, figure),
        MoneyValue money => money with { Figure = figure },
        QuantityValue { Unit.IsPercent: true } share => share with { Figure = figure },
        _ => new NumberValue(figure),
    };

    private static Figure Written(double number, int places, string word) =>
        number == 0
            ? new("0", "", Approximation.Exact)
            : new(number.ToString($"F{places}", CultureInfo.InvariantCulture), word, Approximation.Exact);

    /// <summary>The word that the largest number asks for, and all others take.</summary>
    private static string WordFor(double largest) =>
        Figure.Scales.Skip(1).LastOrDefault(word => largest >= (double)Figure.FactorOf(word)) ?? "";
}
