using System.Globalization;
using Explainers.Facts;
using NodaTime;

namespace Explainers.Checking.Prose;

/// <summary>Finds times of day: "11:26", "4:45 a.m.", "8 a.m.", "7.30 pm", "0130 GMT", "10.30 local time", "six o'clock".</summary>
internal sealed class TimeFinder(TokenText text, Traps traps)
{
    private static readonly (string Form, char Half)[] Halves =
        [("a.m.", 'a'), ("p.m.", 'p'), ("am", 'a'), ("pm", 'p'), ("a.m", 'a'), ("p.m", 'p')];

    /// <summary>The time that begins at a token, or null.</summary>
    public (TypedFigure Figure, int Next)? At(int i)
    {
        if (text.IsNumber(i) && (Digits(i) ?? Clock(i)) is { } clock) return clock;
        if (!text.IsNumber(i) && !text.IsIn(i, Vocabulary.Numbers)) return null;
        if (text.IsNumber(i) && !IsHour(i + 1) && !text.Is(i + 1, "in")) return null;
        if (NumberReader.Read(text, i) is not { Scale: "" } number || number.Unscaled is < 1 or > 24) return null;
        if (IsHour(number.Next)) return Spoken(i, number.Next + 1);
        return text.Is(number.Next, "in") && text.Is(number.Next + 1, "the")
            && (text.IsLower(number.Next + 2, "morning", "afternoon") || text.IsLower(number.Next + 2, "evening"))
            ? Spoken(i, number.Next + 3)
            : null;

        (TypedFigure, int) Spoken(int from, int next) =>
            (new TypedFigure(FigureKind.Time, text[from].Start, text[next - 1].End, null), next);
    }

    private bool IsHour(int i) => text.Is(i, "o'clock") || text.Is(i, "o’clock");

    /// <summary>Four digits, or two and two behind a point, before a zone: "0130 GMT", "10.30 local time".</summary>
    private (TypedFigure, int)? Digits(int i)
    {
        var typed = text.Span(i);
        var isZoned = text.IsIn(i + 1, FigureWords.Zones) || (text.Is(i + 1, "local") && text.Is(i + 2, "time"));
        if (!isZoned || typed.Contains(',')) return null;
        var point = typed.IndexOf('.');
        if (point < 0 ? typed.Length != 4 : typed.Length - point != 3) return null;
        var hours = typed[..(point < 0 ? 2 : point)];
        if (!int.TryParse(hours, CultureInfo.InvariantCulture, out var hour) || hour > 23) return null;
        if (!int.TryParse(typed[^2..], CultureInfo.InvariantCulture, out var minute) || minute > 59) return null;
        return (new TypedFigure(FigureKind.Time, text[i].Start, text[i].End, new TimeValue(new LocalTime(hour, minute))), i + 1);
    }

    private (TypedFigure Figure, int Next)? Clock(int i)
    {
        var hasMinutes = Joined(i, ':') && text[i + 2].Length == 2;
        var last = hasMinutes ? Joined(i + 2, ':') ? i + 4 : i + 2 : i;
        var half = Half(text[last].End, out var end);
        if ((!hasMinutes && half == '\0') || traps.IsNamed(i)) return null;
        var next = last + 1;
        while (next < text.Count && text[next].Start < end) next++;
        var parts = text.Span(i).ToString().Split('.');
        var minute = hasMinutes ? int.Parse(text.Span(i + 2)) : parts.Length == 2 && parts[1].Length == 2 ? int.Parse(parts[1]) : 0;
        if (!int.TryParse(parts[0], out var hour) || hour > 24 || minute > 59) return null;
        if (half != '\0') hour = (hour % 12) + (half == 'p' ? 12 : 0);
        var value = hour < 24 ? new TimeValue(new LocalTime(hour, minute)) : null;
        return (new TypedFigure(FigureKind.Time, text[i].Start, Math.Max(end, text[last].End), value), next);
    }

    /// <summary>Whether a sign and a number follow a token without white space.</summary>
    private bool Joined(int i, char sign) =>
        text.Is(i + 1, sign) && !text[i + 1].IsSpaced && text.IsNumber(i + 2) && !text[i + 2].IsSpaced;

    /// <summary>The half of the day behind an hour: a or p, or the null character.</summary>
    private char Half(int offset, out int end)
    {
        var prose = text.Text;
        var at = offset < prose.Length && prose[offset] is ' ' or '\u00A0' or '\u202F' ? offset + 1 : offset;
        end = offset;
        if (at == prose.Length || prose[at] is not ('a' or 'A' or 'p' or 'P')) return '\0';
        foreach (var (form, half) in Halves)
        {
            if (!prose.AsSpan(at).StartsWith(form, StringComparison.OrdinalIgnoreCase)) continue;
            if (at + form.Length < prose.Length && char.IsLetterOrDigit(prose[at + form.Length])) continue;
            end = at + form.Length;
            return half;
        }
        return '\0';
    }
}
