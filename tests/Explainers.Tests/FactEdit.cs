using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>Changes a fact in its sheet: another name, figure, date or text in every part that a page could print.</summary>
internal static partial class FactEdit
{
    /// <summary>A site with a fact changed.</summary>
    public static SourceTree Of(SourceTree tree, SheetEntries sheet, Fact fact)
    {
        var entry = sheet[fact.Id]!;
        var (file, text) = (sheet.Syntax.File, sheet.Syntax.File.Text);
        var end = sheet.Entries.Select(other => other.Id.Span.Start).Where(start => start > entry.Id.Span.Start)
            .DefaultIfEmpty(text.Length).Min();
        foreach (var (start, length, changed) in Edits(entry, text, end).OrderByDescending(edit => edit.Start))
            text = string.Concat(text.AsSpan(0, start), changed, text.AsSpan(start + length));
        var edited = new SourceFile(file.Path, file.DisplayPath, Encoding.UTF8.GetBytes(text));
        return new SourceTree([.. tree.Input.Select(other => other.Path == file.Path ? edited : other)], tree.Theme);
    }

    private static IEnumerable<(int Start, int Length, string Text)> Edits(EntrySyntax entry, string text, int end)
    {
        if (entry.Value is PlaceSyntax place) yield return (place.At.Span.Start, place.At.Span.Length, "12.5 S 33.25 E");
        foreach (var scalar in Scalars(entry.Value))
            yield return (scalar.Span.Start, scalar.Span.Length, Requoted(text.Substring(scalar.Span.Start, scalar.Span.Length), scalar));
        foreach (var words in Words(entry, text).Distinct())
        {
            var at = text.IndexOf(words, entry.Id.Span.Start, end - entry.Id.Span.Start, StringComparison.Ordinal);
            if (at >= 0) yield return (at + words.Length, 0, " changed");
        }
    }

    private static string Requoted(string written, ScalarSyntax scalar) =>
        written.Replace(scalar.Text, scalar.Text.StartsWith('=') ? $"= ({scalar.Text[1..]}) * 7" : Text(scalar.Text),
            StringComparison.Ordinal);

    private static IEnumerable<ScalarSyntax> Scalars(EntryValueSyntax value) => value switch
    {
        LiteralSyntax literal => [literal.Text],
        DisputedSyntax disputed => disputed.Versions.Select(version => version.Value.Text),
        EventSyntax happening => happening.When.Text.StartsWith('=') ? [] : [happening.When],
        TableSyntax table => table.Rows.SelectMany(row => row.Items).OfType<ScalarSyntax>(),
        _ => [],
    };

    /// <summary>The texts of an entry, but for a title that its id is made from.</summary>
    private static IEnumerable<string> Words(EntrySyntax entry, string text) => entry.Value switch
    {
        ActorSyntax actor => actor.Names.Concat(actor.Roles).Select(dated => dated.Text.Text),
        QuoteSyntax quote => [quote.Text],
        EventSyntax happening when text.AsSpan(entry.Id.Span.Start).StartsWith(entry.Id.Text) => [happening.Title],
        PlaceSyntax place => [place.Name],
        TermSyntax term => [term.Term],
        _ => [],
    };

    /// <summary>Another value of the same kind.</summary>
    public static string Text(string text)
    {
        if (!text.Any(char.IsAsciiDigit)) return $"{text}, changed";
        if (Dated().Match(text) is { Success: true } date) return text.Replace(date.Value, Date(date), StringComparison.Ordinal)
            .Replace(Clock(text), "03:17", StringComparison.Ordinal);
        if (Timed().IsMatch(text)) return "03:17";
        return Figures().Replace(text, figure =>
            (decimal.Parse(figure.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 7)
            .ToString(CultureInfo.InvariantCulture));
    }

    private static string Clock(string text) => Timed().Match(text) is { Success: true } clock ? clock.Value : "\0";

    /// <summary>Thirteen years later, in another month and on another day, at the same precision.</summary>
    private static string Date(Match date)
    {
        var year = int.Parse(date.Groups[1].Value, CultureInfo.InvariantCulture) + 13;
        var month = date.Groups[2].Success ? $"-{(int.Parse(date.Groups[2].Value, CultureInfo.InvariantCulture) % 12) + 1:00}" : "";
        var day = date.Groups[3].Success ? $"-{(int.Parse(date.Groups[3].Value, CultureInfo.InvariantCulture) % 27) + 1:00}" : "";
        return $"{year}{month}{day}";
    }

    [GeneratedRegex(@"\b(1\d{3}|20\d{2})(?:-(\d\d)(?:-(\d\d))?)?\b(?![,.]\d| (?!\d\d:)[A-Za-z])")]
    private static partial Regex Dated();

    [GeneratedRegex(@"\b\d\d?:\d\d\b")]
    private static partial Regex Timed();

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Figures();
}
