using System.Collections.Immutable;

namespace Explainers.Graphics;

/// <summary>From numbers to places on a line.</summary>
/// <param name="Low">The number at its beginning.</param>
/// <param name="High">The number at its end, always higher.</param>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end.</param>
internal readonly record struct Scale(double Low, double High, double From, double To)
{
    /// <summary>The place of a number.</summary>
    public double At(double number) => From + ((number - Low) / (High - Low) * (To - From));

    /// <summary>A scale for some numbers; where they are all the same, with some room around them.</summary>
    public static Scale Of(IEnumerable<double> numbers, double from, double to)
    {
        var (low, high) = (double.MaxValue, double.MinValue);
        foreach (var number in numbers) (low, high) = (Math.Min(low, number), Math.Max(high, number));
        if (low > high) (low, high) = (0, 1);
        var room = low == high ? Math.Max(1, Math.Abs(low) / 10) : 0;
        return new Scale(low - room, high + room, from, to);
    }

    /// <summary>The same scale, from one round number to another, and the round numbers between.</summary>
    public (Scale Scale, ImmutableArray<double> Ticks) Rounded(int most)
    {
        var step = Step((High - Low) / most);
        var first = (long)Math.Floor(Low / step);
        var last = (long)Math.Ceiling(High / step);
        return (
            this with { Low = first * step, High = last * step },
            [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, 10))]);
    }

    /// <summary>The next of 1, 2, 5, 10, 20 … that is not smaller.</summary>
    private static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5])
            if (factor * power >= least * 0.999) return factor * power;
        return 10 * power;
    }
}
