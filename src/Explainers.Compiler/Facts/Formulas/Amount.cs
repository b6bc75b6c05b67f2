namespace Explainers.Facts.Formulas;

/// <summary>A number of a unit while it is calculated with, and how exact it is.</summary>
/// <param name="Number">How many units.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Digits">How many digits carry meaning; <see cref="int.MaxValue"/> for what is exact.</param>
/// <param name="Place">The last place that carries meaning, as a power of ten; <see cref="int.MinValue"/> for what is exact.</param>
/// <param name="Limit">How it is limited.</param>
internal readonly record struct Amount(decimal Number, Unit Unit, int Digits, int Place, Approximation Limit)
{
    /// <summary>A number without error.</summary>
    public static Amount Exact(decimal number, Unit unit) => new(number, unit, int.MaxValue, int.MinValue, Approximation.Exact);

    /// <summary>A figure as written: its digits count in products, its last place in sums.</summary>
    public static Amount Of(Figure figure, Unit unit) =>
        new(figure.Number, unit, figure.SignificantDigits, figure.LastPlace, figure.Approximation);

    /// <summary>The amount of a value, or null where it is no single number.</summary>
    public static Amount? Of(FactValue value) => value switch
    {
        NumberValue number => Of(number.Figure, Unit.None),
        MoneyValue money => Of(money.Figure, Unit.Of(Units.Atom(money.Currency)!)),
        QuantityValue { Unit.Single.Offset: not 0 } => null,
        QuantityValue quantity => Of(quantity.Figure, quantity.Unit),
        DurationValue duration => Of(duration.Total.Figure, duration.Total.Unit),
        _ => null,
    };

    /// <summary>Whether two can be added, subtracted and compared.</summary>
    public bool Matches(Amount other) => Unit.Dimensions == other.Unit.Dimensions && Unit.IsPercent == other.Unit.IsPercent;

    /// <summary>The amount in a unit of the same dimensions.</summary>
    public Amount In(Unit unit)
    {
        var (from, to) = (Unit.Factor, unit.Factor);
        if (from == to) return this with { Unit = unit };
        var number = Number * from / to;
        return this with { Number = number, Unit = unit, Place = Digits == int.MaxValue ? int.MinValue : PlaceOf(number, Digits) };
    }

    /// <summary>The sum of two that match, exact to the coarser of their last places.</summary>
    public Amount Plus(Amount other)
    {
        var right = other.In(Unit);
        var (number, place) = (Number + right.Number, Math.Max(Place, right.Place));
        return new Amount(number, Unit, place == int.MinValue ? int.MaxValue : DigitsOf(number, place), place, Joined(right.Limit));
    }

    /// <summary>
    /// The sum with another, or the difference, where the units allow it. Percentages differ by percentage points, which can be added to a
    /// percentage; a percentage taken from such a difference leaves one.
    /// </summary>
    public Amount? Plus(Amount other, char sign)
    {
        var right = sign == '+' ? other : other.Negative();
        if (Matches(other)) return Unit.IsPercent && sign == '-' ? Plus(right).AsPoints() : Plus(right);
        return (Unit, other.Unit) switch
        {
            ({ IsPercent: true }, { IsPoints: true }) => Plus(right.In(Unit.Points) with { Unit = Unit }),
            ({ IsPoints: true }, { IsPercent: true }) when sign == '+' => (In(Unit.Points) with { Unit = other.Unit }).Plus(right),
            ({ IsPoints: true }, { IsPercent: true }) => In(Unit.Points).Plus(right with { Unit = Unit.Points }),
            _ => null,
        };
    }

    /// <summary>Percentage points. They count two digits at least, so that a rise from 40 % to 45 % is one by 13 %, not by 10 %.</summary>
    private Amount AsPoints() => this with { Unit = Unit.Points, Digits = Math.Max(2, Digits) };

    /// <summary>The amount with its sign turned.</summary>
    public Amount Negative() => this with { Number = -Number, Limit = Limit == Approximation.Exact ? Limit : Approximation.About };

    /// <summary>The product with another, or the quotient for a power of -1, with the fewer of their digits.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The result is too large for a decimal number.</exception>
    public Amount Times(Amount other, int power)
    {
        var left = IsRateOf(other, power) ? this : Plain();
        var right = power > 0 && other.IsRateOf(this, power) ? other : other.Plain();
        var unit = left.Unit.Times(right.Unit, power);
        var number = power > 0 ? left.Number * right.Number : left.Number / right.Number;
        if (number == 0 && left.Number != 0 && right.Number != 0) throw new OverflowException();
        if (unit.Dimensions.Length == 0)
        {
            number *= unit.Factor;
            unit = Unit.None;
        }
        var digits = Math.Min(left.Digits, right.Digits);
        var limit = power > 0 || right.Limit == Approximation.Exact ? left.Joined(right.Limit) : Approximation.About;
        return new Amount(number, unit, digits, digits == int.MaxValue ? int.MinValue : PlaceOf(number, digits), limit);
    }

    /// <summary>The value, rounded to what its inputs can bear or to the digits asked for.</summary>
    public FactValue Value(int? digits)
    {
        var number = digits is { } wanted ? Rounding.ToDigits(Number, wanted)
            : Place == int.MinValue ? Number
            : Rounding.ToPlace(Number, Place);
        return Measures.Typed(Figure.Scaled(number) with { Approximation = Limit }, Unit);
    }

    /// <summary>Per cent are a hundredth each when they are multiplied with, and so are percentage points.</summary>
    private Amount Plain() => Unit switch
    {
        { IsPercent: true } => this with { Number = Number / 100, Unit = Unit.None },
        { IsPoints: true } => In(Unit.Points) with { Number = Number * Unit.Factor / 100, Unit = Unit.None },
        _ => this,
    };

    /// <summary>Whether percentage points stay what they are: twice 5 points are 10, and 10 points in 5 years are 2 a year.</summary>
    private bool IsRateOf(Amount other, int power) => Unit.IsPoints && (other.Unit.Parts.IsEmpty || (power < 0 && other.Unit.IsTime));

    /// <summary>The limit of a whole whose parts are limited.</summary>
    private Approximation Joined(Approximation other) =>
        Limit == Approximation.Exact ? other : other == Approximation.Exact || other == Limit ? Limit : Approximation.About;

    /// <summary>The place of the last of some digits.</summary>
    public static int PlaceOf(decimal number, int digits) => number == 0 ? 0 : Magnitude(number) + 1 - digits;

    private static int DigitsOf(decimal number, int place) => number == 0 ? 1 : Math.Max(1, Magnitude(number) + 1 - place);

    private static int Magnitude(decimal number) => (int)Math.Floor(Math.Log10((double)Math.Abs(number)));
}
