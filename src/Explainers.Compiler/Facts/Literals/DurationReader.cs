using System.Collections.Immutable;

namespace Explainers.Facts.Literals;

/// <summary>Reads spans of time in two or more units: "2 hours 45 minutes", "1 h 30 min", "2 hours and 45 minutes".</summary>
internal static class DurationReader
{
    /// <summary>Reads a literal that consists of pairs of a figure and a unit of time, the larger unit first.</summary>
    public static LiteralReading Read(string text)
    {
        var (rest, limit) = FigureReader.Limit(text);
        var words = rest.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "and").ToArray();
        if (words.Length < 4 || words.Length % 2 != 0) return LiteralReading.NotMine;
        var parts = ImmutableArray.CreateBuilder<QuantityValue>();
        for (var i = 0; i < words.Length; i += 2)
        {
            if (FigureReader.Read($"{words[i]} {words[i + 1]}", null).Value is not QuantityValue { Unit: { IsTime: true } unit } part)
                return LiteralReading.NotMine;
            var follows = parts.Count == 0 || (parts[^1].Unit.Dimensions == unit.Dimensions && parts[^1].Unit.Factor > unit.Factor);
            if (!follows) return LiteralReading.Refused("a span of time", "put the larger unit first, each unit once: 2 hours 45 minutes");
            parts.Add(part);
        }
        return LiteralReading.Of(new DurationValue(parts.ToImmutable(), limit));
    }
}
