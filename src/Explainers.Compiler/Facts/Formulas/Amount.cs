using Explainers.Incremental;

namespace Explainers.Facts.Formulas;

/// <summary>A number of a unit while it is calculated with, or all numbers from one to another, and how exact it is.</summary>
/// <param name="Number">How many units; of a range, the lower end.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Digits">How many digits carry meaning; <see cref="int.MaxValue"/> for what is exact.</param>
/// <param name="Place">The last place that carries meaning, as a power of ten; <see cref="int.MinValue"/> for what is exact.</param>
/// <param name="Limit">How it is limited.</param>
internal readonly record struct Amount(decimal Number, Unit Unit, int Digits, int Place, Approximation Limit)
{
    private readonly decimal? _high;

    /// <summary>The upper end of a range; of a single number, that.</summary>
    public decimal High
    {
        get => _high ?? Number;
        init => _high = value == Number ? null : value;
    }

    /// <summary>Whether it is a range.</summary>
    public bool IsRange => _high is not null;

    /// <summary>A number without error.</summary>
    public static Amount Exact(decimal number, Unit unit) => new(number, unit, int.MaxValue, int.MinValue, Approximation.Exact);

    /// <summary>A figure as written: its digits count in products, its last place in sums.</summary>
    public static Amount Of(Figure figure, Unit unit) =>
        new(figure.Number, unit, figure.SignificantDigits, figure.LastPlace, figure.Approximation);

    /// <summary>The amount of a value, or null where it is none. What is disputed reaches from its lowest version to its highest.</summary>
    public static Amount? Of(FactValue value) => value switch
    {
        NumberValue number => Of(number.Figure, Unit.None),
        MoneyValue money => Of(money.Figure, Unit.Of(Units.Atom(money.Currency)!)),
        QuantityValue { Unit.IsCalculable: false } => null,
        QuantityValue quantity => Of(quantity.Figure, quantity.Unit),
        DurationValue duration => Of(duration.Total.Figure, duration.Total.Unit),
        RangeValue range => Of(range.Low) is { } low && Of(range.High) is { } high && low.Hull(high) is { } hull
            ? hull with { Limit = range.Approximation == Approximation.Exact ? hull.Limit : range.Approximation }
            : null,
        DisputedValue { Versions.IsEmpty: false } disputed => Hull(disputed.Versions.Select(version => Of(version.Value)).ToEquatable()),
        _ => null,
    };

    /// <summary>Whether two can be added, subtracted and compared.</summary>
    public bool Matches(Amount other) => Unit.Dimensions == other.Unit.Dimensions && Unit.IsPercent == other.Unit.IsPercent;

    /// <summary>The amount in a unit of the same dimensions.</summary>
    public Amount In(Unit unit)
    {
        var (from, to) = (Unit.Factor, unit.Factor);
        if (from == to) return this with { Unit = unit };
        var (low, high) = (Number * from / to, High * from / to);
        return new Amount(low, unit, Digits, Digits == int.MaxValue ? int.MinValue : PlaceOf(low, high, Digits), Limit) { High = high };
    }

    /// <summary>The sum of two that match, exact to the coarser of their last places.</summary>
    public Amount Plus(Amount other)
    {
        var right = other.In(Unit);
        var (low, high, place) = (Number + right.Number, High + right.High, PlaceOfSum(right));
        return new Amount(
            low, Unit, place == int.MinValue ? int.MaxValue : DigitsOf(high == 0 ? low : high, place), place, Joined(right.Limit))
        {
            High = high,
        };
    }

    /// <summary>
    /// The coarser of the last places. But hours and minutes are counted, so that 3 hours and 25 minutes are as exact as the minutes.
    /// </summary>
    private int PlaceOfSum(Amount other)
    {
        const int exact = -6;
        var (finer, coarser) = (Math.Min(Place, other.Place), Math.Max(Place, other.Place));
        return !Unit.IsTime || coarser == int.MinValue ? coarser : Math.Max(finer, exact);
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

    /// <summary>The amount with its sign turned, and so its limit.</summary>
    public Amount Negative() => this with { Number = -High, High = -Number, Limit = Turned(Limit) };

    /// <summary>The amount without its sign.</summary>
    public Amount Absolute() => Number >= 0 ? this
        : High <= 0 ? Negative()
        : this with { Number = 0, High = Math.Max(-Number, High), Limit = Limit == Approximation.Exact ? Limit : Approximation.About };

    /// <summary>By how many per cent this has become another: from 40 to 50 are 25 %, whatever the two are measured in.</summary>
    /// <exception cref="DivideByZeroException">This is zero, or a range that holds it.</exception>
    public Amount ChangeTo(Amount other)
    {
        var difference = other.Plus(Negative());
        var ratio = other.In(Unit).Divided(this);
        var digits = Math.Min(Math.Max(2, difference.Digits), Digits);
        var (low, high) = ((ratio.Number - 1) * 100, (ratio.High - 1) * 100);
        return new Amount(low, Unit.Percent, digits, digits == int.MaxValue ? int.MinValue : PlaceOf(low, high, digits), ratio.Limit)
        {
            High = high,
        };
    }

    /// <summary>The larger of this and another that matches it, or the smaller. Of two ranges, that is a range as well.</summary>
    public Amount Extreme(Amount other, bool isMax)
    {
        var right = other.In(Unit);
        if (!IsRange && !other.IsRange) return right.Number > Number == isMax ? other : this;
        Func<decimal, decimal, decimal> choose = isMax ? Math.Max : Math.Min;
        var (digits, place) = (Math.Min(Digits, right.Digits), Math.Max(Place, right.Place));
        return new Amount(choose(Number, right.Number), Unit, digits, place, Joined(right.Limit)) { High = choose(High, right.High) };
    }

    /// <summary>The product with another, or the quotient for a power of -1, with the fewer of their digits.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero, or a range that holds it.</exception>
    /// <exception cref="OverflowException">The result is too large for a decimal number.</exception>
    public Amount Times(Amount other, int power)
    {
        var left = IsRateOf(other, power) ? this : Plain();
        var right = power > 0 && other.IsRateOf(this, power) ? other : other.Plain();
        var unit = left.Unit.Times(right.Unit, power);
        var product = power > 0 ? left.Multiplied(right) : left.Divided(right);
        var (low, high) = (product.Number, product.High);
        if (unit.Dimensions.Length == 0)
        {
            (low, high) = (low * unit.Factor, high * unit.Factor);
            unit = Unit.None;
        }
        var digits = Math.Min(left.Digits, right.Digits);
        return new Amount(low, unit, digits, digits == int.MaxValue ? int.MinValue : PlaceOf(low, high, digits), product.Limit)
        {
            High = high,
        };
    }

    /// <summary>The value, rounded to what its inputs can bear or to the digits asked for.</summary>
    public FactValue Value(int? digits)
    {
        var low = Typed(Number, digits, Limit);
        if (!IsRange || low.Machine == Typed(High, digits, Limit).Machine) return low;
        return new RangeValue(Typed(Number, digits, Approximation.Exact), Typed(High, digits, Approximation.Exact), Limit);
    }

    private FactValue Typed(decimal number, int? digits, Approximation limit) =>
        Measures.Typed(Figure.Scaled(Rounded(number, digits)) with { Approximation = limit }, Unit);

    /// <summary>A number as exact as the amount is.</summary>
    public decimal Rounded(decimal number, int? digits) => digits is { } wanted ? Rounding.ToDigits(number, wanted)
        : Place == int.MinValue ? number
        : Rounding.ToPlace(number, Place);

    /// <summary>Everything from one amount to another that matches it, or null.</summary>
    private Amount? Hull(Amount other)
    {
        if (!Matches(other)) return null;
        var own = In(other.Unit);
        return new Amount(
            Math.Min(own.Number, other.Number), other.Unit, Math.Max(own.Digits, other.Digits), Math.Min(own.Place, other.Place),
            own.Limit == other.Limit ? own.Limit : Approximation.About)
        {
            High = Math.Max(own.High, other.High),
        };
    }

    private static Amount? Hull(EquatableArray<Amount?> all) => all.Aggregate((hull, next) => (hull, next) switch
    {
        ({ } one, { } other) => one.Hull(other),
        _ => null,
    });

    private Amount Multiplied(Amount other)
    {
        var limit = Joined(other.Limit);
        if (Number < 0 || other.Number < 0) limit = limit == Approximation.Exact ? limit : Approximation.About;
        return Among(
            limit,
            Product(Number, other.Number), Product(Number, other.High), Product(High, other.Number), Product(High, other.High));
    }

    private Amount Divided(Amount other)
    {
        if (other.Number <= 0 && other.High >= 0) throw new DivideByZeroException();
        var limit = Joined(Turned(other.Limit));
        if (Number < 0 || other.Number < 0) limit = limit == Approximation.Exact ? limit : Approximation.About;
        return Among(
            limit,
            Quotient(Number, other.Number), Quotient(Number, other.High), Quotient(High, other.Number), Quotient(High, other.High));
    }

    private Amount Among(Approximation limit, params ReadOnlySpan<decimal> ends)
    {
        var (low, high) = (ends[0], ends[0]);
        foreach (var end in ends) (low, high) = (Math.Min(low, end), Math.Max(high, end));
        return this with { Number = low, High = high, Limit = limit };
    }

    private static decimal Product(decimal left, decimal right)
    {
        var product = left * right;
        return product == 0 && left != 0 && right != 0 ? throw new OverflowException() : product;
    }

    private static decimal Quotient(decimal left, decimal right)
    {
        var quotient = left / right;
        return quotient == 0 && left != 0 ? throw new OverflowException() : quotient;
    }

    /// <summary>Per cent are a hundredth each when they are multiplied with, and so are percentage points.</summary>
    private Amount Plain() => Unit switch
    {
        { IsPercent: true } => Hundredths(this),
        { IsPoints: true } => Hundredths(In(Unit.Points)),
        _ => this,
    };

    private static Amount Hundredths(Amount amount) =>
        amount with { Number = amount.Number / 100, High = amount.High / 100, Unit = Unit.None };

    /// <summary>Whether percentage points stay what they are: twice 5 points are 10, and 10 points in 5 years are 2 a year.</summary>
    private bool IsRateOf(Amount other, int power) => Unit.IsPoints && (other.Unit.Parts.IsEmpty || (power < 0 && other.Unit.IsTime));

    /// <summary>What becomes of a limit when what it limits is taken away, or divided by.</summary>
    private static Approximation Turned(Approximation limit) => limit switch
    {
        Approximation.MoreThan => Approximation.LessThan,
        Approximation.LessThan => Approximation.MoreThan,
        Approximation.AtLeast => Approximation.AtMost,
        Approximation.AtMost => Approximation.AtLeast,
        Approximation.Nearly => Approximation.About,
        _ => limit,
    };

    /// <summary>The limit of a whole whose parts are limited: more than one and at least another are more than both.</summary>
    private Approximation Joined(Approximation other) => (Limit, other) switch
    {
        (Approximation.Exact, _) => other,
        (_, Approximation.Exact) => Limit,
        _ when Limit == other => Limit,
        (Approximation.MoreThan, Approximation.AtLeast) or (Approximation.AtLeast, Approximation.MoreThan) => Approximation.MoreThan,
        (Approximation.LessThan, Approximation.AtMost) or (Approximation.AtMost, Approximation.LessThan) => Approximation.LessThan,
        _ => Approximation.About,
    };

    /// <summary>The place of the last of some digits.</summary>
    public static int PlaceOf(decimal number, int digits) => number == 0 ? 0 : Magnitude(number) + 1 - digits;

    /// <summary>The place of the last of some digits of the end of a range that is nearer to zero.</summary>
    private static int PlaceOf(decimal low, decimal high, int digits) =>
        low == 0 ? PlaceOf(high, digits) : high == 0 ? PlaceOf(low, digits) : Math.Min(PlaceOf(low, digits), PlaceOf(high, digits));

    private static int DigitsOf(decimal number, int place) => number == 0 ? 1 : Math.Max(1, Magnitude(number) + 1 - place);

    private static int Magnitude(decimal number) => (int)Math.Floor(Math.Log10((double)Math.Abs(number)));
}
