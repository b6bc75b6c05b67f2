using System.Text.RegularExpressions;
using Explainers.Facts.Literals;

namespace Explainers.Facts.Tables;

/// <summary>The unit in the name of a column, as files have it: "Length (km)", "Costs in EUR million", "Umsatz [Mio. €]".</summary>
/// <param name="Name">The name without it.</param>
/// <param name="Unit">The unit, or null for a word that multiplies alone.</param>
/// <param name="Scale">thousand, million, billion or trillion, or empty.</param>
internal sealed partial record HeadUnit(string Name, Unit? Unit, string Scale)
{
    private static readonly (string Word, string Scale)[] Scales =
    [
        ("thousand", "thousand"), ("thousands", "thousand"), ("tsd.", "thousand"), ("tsd", "thousand"), ("'000", "thousand"),
        ("1000", "thousand"), ("1,000", "thousand"), ("million", "million"), ("millions", "million"), ("mio.", "million"),
        ("mio", "million"), ("mn", "million"), ("mill.", "million"), ("billion", "billion"), ("billions", "billion"), ("bn", "billion"),
        ("mrd.", "billion"),
        ("mrd", "billion"), ("milliarden", "billion"), ("millionen", "million"), ("tausend", "thousand"), ("trillion", "trillion"),
    ];

    /// <summary>The unit in a name, or null where it has none that is known.</summary>
    public static HeadUnit? Of(string head)
    {
        var match = Behind().Match(head);
        if (!match.Success) return null;
        var words = match.Groups["unit"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "in").ToList();
        var scale = "";
        for (var i = 0; i < words.Count && scale.Length == 0; i++)
        {
            scale = Scales.FirstOrDefault(known => known.Word.Equals(words[i], StringComparison.OrdinalIgnoreCase)).Scale ?? "";
            if (scale.Length > 0) words.RemoveAt(i);
        }
        var name = match.Groups["name"].Value.Trim();
        if (words.Count == 0) return scale.Length > 0 ? new HeadUnit(name, null, scale) : null;
        var text = string.Join(' ', words);
        if (text.Length == 1 && FigureReader.IsSign(text[0])) text = Currencies.CodeOf(text[0]) ?? text;
        return Facts.Unit.Read(text, Nouns.Refused) is { } unit ? new HeadUnit(name, unit, scale) : null;
    }

    [GeneratedRegex(@"^(?<name>.*?\S)(?:\s*\((?<unit>[^()]+)\)|\s*\[(?<unit>[^\[\]]+)\]|,?\s+in\s+(?<unit>.+))$")]
    private static partial Regex Behind();
}
