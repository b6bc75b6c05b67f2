using System.CommandLine.Parsing;
using System.Globalization;
using Explainers.Facts;
using Explainers.Facts.Literals;

namespace Explainers.Cli.Commands;

/// <summary>Reads moments of the command line, as front matter writes them or as in ISO 8601.</summary>
internal static class Moments
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>The moment that an option names.</summary>
    public static DateTimeOffset? Read(ArgumentResult argument)
    {
        var text = argument.Tokens[^1].Value;
        if (Of(text) is { } moment) return moment;
        argument.AddError($"--now takes a moment such as 2026-11-23T09:00+01:00 or \"2026-11-23 09:00 Europe/Berlin\", not '{text}'.");
        return null;
    }

    /// <summary>The moment that a text names, or null.</summary>
    public static DateTimeOffset? Of(string text)
    {
        var offset = text.EndsWith('Z') ? $"{text[..^1]}+00:00" : text;
        if (DateTimeOffset.TryParseExact(offset, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return moment;
        return LiteralReader.Read(text, null).Value is MomentValue written ? written.Moment.ToDateTimeOffset() : null;
    }

    /// <summary>A moment in UTC as machines read it.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment in UTC.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
