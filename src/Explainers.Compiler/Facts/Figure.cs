using System.Globalization;

namespace Explainers.Facts;

/// <summary>How a writer limits a figure.</summary>
internal enum Approximation
{
    /// <summary>Not at all.</summary>
    Exact,

    /// <summary>about, around, roughly.</summary>
    About,

    /// <summary>nearly, almost.</summary>
    Nearly,

    /// <summary>more than, over.</summary>
    MoreThan,

    /// <summary>less than, fewer than, under.</summary>
    LessThan,

    /// <summary>at least.</summary>
    AtLeast,

    /// <summary>at most, up to.</summary>
    AtMost,
}

/// <summary>A figure as written, so that its digits stay as honest as they were: "7.2 million", "586,412".</summary>
/// <param name="Digits">Sign, digits and decimal point, without grouping.</param>
/// <param name="Scale">thousand, million, billion or trillion, or empty.</param>
/// <param name="Approximation">How it is limited.</param>
internal readonly record struct Figure(string Digits, string Scale, Approximation Approximation)
{
    /// <summary>The words for powers of a thousand, the smallest first.</summary>
    public static readonly string[] Scales = ["thousand", "million", "billion", "trillion"];

    /// <summary>A figure that was computed, as exact as it stands.</summary>
    public static Figure Of(decimal number, Approximation approximation = Approximation.Exact) =>
        new(Plain(number), "", approximation);

    /// <summary>The whole number that it stands for.</summary>
    public decimal Number => Scale.Length == 0 ? Unscaled : Unscaled * Factor;

    /// <summary>The number without the scale. Few digits are read here, since figures are compared often.</summary>
    private decimal Unscaled
    {
        get
        {
            var (whole, places, isBehind) = (0L, 0, false);
            if (Digits.Length is 0 or > FewDigits) return Parsed;
            foreach (var letter in Digits)
            {
                if (letter == '.' && !isBehind) isBehind = true;
                else if (!char.IsAsciiDigit(letter)) return Parsed;
                else (whole, places) = ((whole * 10) + letter - '0', isBehind ? places + 1 : 0);
            }
            return new decimal((int)whole, (int)(whole >> 32), 0, false, (byte)places);
        }
    }

    private decimal Parsed => decimal.Parse(Digits, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>How many digits fit.</summary>
    private const int FewDigits = 17;

    /// <summary>The number for machines: with the digits as written, or spelt out where it has a scale.</summary>
    public string Machine => Scale.Length == 0 ? Digits : Plain(Number);

    /// <summary>The place of the last digit written, as a power of ten: 0 for 586,412, 5 for 7.2 million, -1 for 0.5.</summary>
    public int LastPlace
    {
        get
        {
            var point = Digits.IndexOf('.');
            return (3 * (Array.IndexOf(Scales, Scale) + 1)) - (point < 0 ? 0 : Digits.Length - point - 1);
        }
    }

    /// <summary>
    /// How many digits carry meaning: zeros in front never, zeros at the end of a whole number not, and no figure counts for fewer than
    /// two, so that
    /// 100 km become 62 miles and not 60.
    /// </summary>
    public int SignificantDigits
    {
        get
        {
            var digits = Digits.Replace(".", "", StringComparison.Ordinal).TrimStart('-', '0');
            if (!Digits.Contains('.', StringComparison.Ordinal)) digits = digits.TrimEnd('0');
            return Math.Max(2, digits.Length);
        }
    }

    /// <summary>The figure rounded to a number of significant digits; a long one with few digits takes a scale again.</summary>
    public Figure Rounded(int digits) => Scaled(Rounding.ToDigits(Number, digits)) with { Approximation = Approximation };

    /// <summary>A number with the scale that leaves it few digits: 7400000 is 7.4 million.</summary>
    public static Figure Scaled(decimal number)
    {
        foreach (var scale in Scales.Reverse().SkipLast(1))
        {
            if (Math.Abs(number) >= FactorOf(scale) && Plain(number / FactorOf(scale)) is { Length: <= 5 } scaled)
                return new Figure(scaled, scale, Approximation.Exact);
        }
        return Of(number);
    }

    /// <summary>What a scale multiplies by.</summary>
    public static decimal FactorOf(string scale) => scale switch
    {
        "thousand" => 1_000m,
        "million" => 1_000_000m,
        "billion" => 1_000_000_000m,
        "trillion" => 1_000_000_000_000m,
        _ => 1m,
    };

    private decimal Factor => FactorOf(Scale);

    private static string Plain(decimal number) => (number / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Rounding that keeps a figure as honest as what it was made of.</summary>
internal static class Rounding
{
    /// <summary>Rounds to significant digits, halves away from zero, as newsrooms do.</summary>
    public static decimal ToDigits(decimal number, int digits) =>
        number == 0 ? 0 : ToPlace(number, (int)Math.Floor(Math.Log10((double)Math.Abs(number))) + 1 - digits);

    /// <summary>Rounds at a power of ten: 2 to hundreds, -1 to tenths.</summary>
    public static decimal ToPlace(decimal number, int place)
    {
        if (place <= 0) return Math.Round(number, Math.Min(28, -place), MidpointRounding.AwayFromZero);
        var step = 1m;
        for (var i = 0; i < place; i++) step *= 10;
        return Math.Round(number / step, MidpointRounding.AwayFromZero) * step;
    }
}
