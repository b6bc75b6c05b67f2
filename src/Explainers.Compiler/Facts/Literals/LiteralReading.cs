using Explainers.Diagnostics;

namespace Explainers.Facts.Literals;

/// <summary>What a reader made of a literal: a value, or why it is none, or neither where the literal is none of its business.</summary>
/// <param name="Value">The value, or null.</param>
/// <param name="Expected">What was expected, in the words of a message: "a day of the calendar".</param>
/// <param name="Hint">How to mend it.</param>
internal readonly record struct LiteralReading(FactValue? Value, string? Expected, string? Hint)
{
    /// <summary>The literal is of another kind.</summary>
    public static readonly LiteralReading NotMine;

    /// <summary>Whether the reader has decided: the literal is its own, well written or not.</summary>
    public bool IsDecided => Value is not null || Expected is not null;

    /// <summary>A value.</summary>
    public static LiteralReading Of(FactValue value) => new(value, null, null);

    /// <summary>A literal that means to be of a kind, and is not.</summary>
    public static LiteralReading Refused(string expected, string? hint = null) => new(null, expected, hint);

    /// <summary>A literal that means to be of a kind, with the spelling that was most likely meant.</summary>
    public static LiteralReading Near(string expected, string? nearest, string? otherwise = null) =>
        new(null, expected, Catalog.DidYouMean(nearest) ?? otherwise);
}
