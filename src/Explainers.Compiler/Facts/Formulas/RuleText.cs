namespace Explainers.Facts.Formulas;

/// <summary>Values in messages about rules, as a sheet would have them.</summary>
internal static class RuleText
{
    /// <summary>A value in words: "about 7.2 million USD".</summary>
    public static string Of(FactValue value) => value switch
    {
        NumberValue number => Figure(number.Figure, ""),
        MoneyValue money => Figure(money.Figure, $" {money.Currency}"),
        QuantityValue quantity => Figure(quantity.Figure, $" {quantity.Unit.Text}"),
        RangeValue range => $"{Limit(range.Approximation)}{Of(range.Low)} to {Of(range.High)}",
        DurationValue duration => Limit(duration.Approximation) + string.Join(' ', duration.Parts.Select(part => Of(part))),
        DisputedValue disputed => string.Join(" or ", disputed.Versions.Select(version => Of(version.Value))),
        DateValue date => Limit(date.Approximation) + date.Machine,
        _ => value.Machine,
    };

    private static string Figure(Figure figure, string unit)
    {
        var point = figure.Digits.IndexOf('.', StringComparison.Ordinal);
        var (whole, fraction) = point < 0 ? (figure.Digits, "") : (figure.Digits[..point], figure.Digits[point..]);
        for (var i = whole.Length - 3; i > (whole[0] == '-' ? 1 : 0); i -= 3) whole = whole.Insert(i, ",");
        return $"{Limit(figure.Approximation)}{whole}{fraction}{(figure.Scale.Length == 0 ? "" : $" {figure.Scale}")}{unit}";
    }

    private static string Limit(Approximation limit) => limit switch
    {
        Approximation.About => "about ",
        Approximation.Nearly => "nearly ",
        Approximation.MoreThan => "more than ",
        Approximation.LessThan => "less than ",
        Approximation.AtLeast => "at least ",
        Approximation.AtMost => "up to ",
        _ => "",
    };
}
