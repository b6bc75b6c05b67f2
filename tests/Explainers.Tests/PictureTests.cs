using System.Globalization;
using System.Text;
using CsCheck;
using Explainers.Diagnostics;
using Explainers.Graphics;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>
/// Whatever figures, dates and places a sheet has, pictures of them have places on the page, and no picture is an exception.
/// </summary>
public sealed class PictureTests
{
    private static readonly SourceFile[] Theme =
        [.. Scratch.Files(FixtureSite.Theme).Select(file => new SourceFile(file.Key, file.Key, file.Value))];

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int[-5, 5].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Long[-999_999_999_999, 999_999_999_999].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Double[-1, 1].Select(number => number.ToString("0.#########", CultureInfo.InvariantCulture)));

    private static readonly Gen<string> When = Gen.OneOf(
        Gen.Int[1, 9999].Select(year => year.ToString("0000", CultureInfo.InvariantCulture)),
        Gen.Select(Gen.Int[1900, 2100], Gen.Int[1, 12], Gen.Int[1, 28], (year, month, day) => $"{year}-{month:00}-{day:00}"),
        Gen.Select(Gen.Int[1, 28], Gen.Int[0, 23], (day, hour) => $"2025-08-{day:00} {hour:00}:30 America/Anchorage"));

    private static readonly Gen<string> Point = Gen.Select(
        Gen.OneOf(Gen.Const(0), Gen.Const(90), Gen.Int[0, 90]), Gen.OneOf(Gen.Const(0), Gen.Const(180), Gen.Int[0, 180]),
            Gen.Bool, Gen.Bool,
        (latitude, longitude, isNorth, isEast) => $"{latitude} {(isNorth ? 'N' : 'S')} {longitude} {(isEast ? 'E' : 'W')}");

    [Fact]
    public void Charts_have_a_place_for_every_number() => Property.Holds(
        Gen.Select(When, Number, Number).List[1, 12],
        60,
        rows => Drawn(
            "{{ chart s.t }}",
            "tables:\n  t:\n    label: T\n    columns: [When, A, B]\n    rows:\n",
            rows.Select(row => $"      - [\"{row.Item1}\", {row.Item2}, {row.Item3}]\n")));

    [Fact]
    public void Ranges_have_a_place_for_every_version() => Property.Holds(
        Gen.Select(Gen.OneOf("", "about ", "more than ", "less than "), Number).List[2, 6],
        60,
        versions => Drawn(
            "{{ ranges s.f }}",
            "facts:\n  f:\n    label: F\n    disputed:\n",
            versions.Select(version => $"      - {{ value: \"{version.Item1}{version.Item2}\", source: a }}\n")));

    [Fact]
    public void Maps_and_distances_have_a_place_for_every_point() => Property.Holds(
        Point.List[2, 6],
        60,
        points => Drawn(
            "{{ map s }}\n\n{{ distance s }}",
            "places:\n",
            points.Select((point, i) => $"  p{i}: {{ name: P {i}, at: \"{point}\" }}\n")));

    [Fact]
    public void Lines_of_time_have_a_place_for_every_event() => Property.Holds(
        When.List[4, 12],
        60,
        events => Drawn("{{ timeline s }}", "events:\n", events.Select((date, i) => $"  - {{ title: E {i}, date: \"{date}\" }}\n")));

    /// <summary>
    /// The map draws no border where the United Nations see none (General Assembly resolution 68/262), and still draws the one beside it.
    /// </summary>
    [Fact]
    public void No_border_parts_Crimea_from_Ukraine()
    {
        Assert.DoesNotContain(World.Known.Borders, line => line.All(point => IsNear(point, 46, 34.5, 2)));
        Assert.Contains(World.Known.Borders, line => line.Any(point => IsNear(point, 48.5, 39.5, 1)));

        static bool IsNear(SpherePoint point, double latitude, double longitude, double degrees) =>
            point.Dot(SpherePoint.At(latitude, longitude)) > Math.Cos(degrees * Math.PI / 180);
    }

    /// <summary>Builds an article with some blocks, and looks at its numbers; null where something was refused.</summary>
    private static bool? Drawn(string blocks, string head, IEnumerable<string> entries)
    {
        SourceFile[] input =
        [
            File("site.yaml", "title: T\ndescription: D\nbase_url: https://x.example/\n"),
            File("facts/s.yaml",
                $"title: S\nsource: a\nsources: {{ a: {{ publisher: P, title: T, url: \"https://a.example/\" }} }}\n{head}{string.Concat(entries)}"),
            File("articles/a.md", $"---\ntitle: A\ndescription: D.\n---\n{blocks}\n"),
        ];
        var compiled = SiteCompiler.Compile(SourceTree.From(input, Theme), new CompileOptions(new DateOnly(2026, 11, 23)));
        if (compiled.Findings.Any(finding => finding.Severity == Severity.Error)) return null;
        var page = Encoding.UTF8.GetString(compiled.Files.Single(file => file.Url == "/a/").Bytes.Span);
        Assert.Contains("<figure class=\"picture\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", page, StringComparison.Ordinal);
        return true;
    }

    private static SourceFile File(string path, string text) => new(path, path, Encoding.UTF8.GetBytes(text));
}
