using System.Collections.Immutable;
using System.Text.Json;
using Explainers.Diagnostics;

namespace Explainers.Tests;

/// <summary>
/// What 'explainers explain' says is so: each example is taken from Explanations.md, laid over the site of tests/explanations, and
/// compiled.
/// </summary>
public sealed class ExplanationTests
{
    /// <summary>Codes that no text of a writer brings about, and why.</summary>
    private static readonly Dictionary<string, string> WithoutExample = new(StringComparer.Ordinal)
    {
        ["missing-template"] = "The tool brings its theme along; CatalogTests compiles without one.",
        ["misplaced-link"] = "It takes a link on the disk; Hostile.LinkTests makes some.",
        ["not-a-file"] = "It takes a pipe on the disk; Hostile.SpecialFileTests makes one.",
        ["too-large"] = "It takes more text than an example has; Hostile.SpecialFileTests makes it.",
        ["tool-fault"] = "It takes a compiler that fails; Hostile.PreviewFaultTests brings one.",
        ["unreadable-file"] = "It takes a disk that refuses; a test below does with a link that leads nowhere.",
    };

    /// <summary>Findings that come along with a code, and cannot be had without it.</summary>
    private static readonly Dictionary<string, string> Companions = new(StringComparer.Ordinal)
    {
        ["low-coverage"] = "unbound-figure",
    };

    /// <summary>Warnings of things that an example has no room to use.</summary>
    private static readonly ImmutableArray<string> OfThingsUnused = ["unused-author", "unused-fact", "unused-photograph", "unused-source"];

    public static TheoryData<string> Codes() => [.. Catalog.Codes];

    public static TheoryData<string> Warnings() => [.. Catalog.Codes.Where(code => Catalog.Explain(code)!.Severity == Severity.Warning)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_wrong_gives_the_code_and_what_is_right_gives_nothing(string code)
    {
        var examples = Example.Of(Catalog.Explain(code)!);
        Assert.Equal(WithoutExample.ContainsKey(code), examples.IsEmpty);
        foreach (var example in examples)
        {
            var found = Found(example, OfThingsUnused.Remove(code)).Distinct().Order(StringComparer.Ordinal);
            string[] expected = example.IsWrong ? [code, .. Companions.Where(pair => pair.Key == code).Select(pair => pair.Value)] : [];
            Assert.True(expected.SequenceEqual(found),
                $"{code}: expected [{string.Join(", ", expected)}], found [{string.Join(", ", found)}] of\n"
                + $"{string.Join('\n', example.Fragments)}");
        }
        if (!examples.IsEmpty) Assert.Equal([true, false], examples.Select(example => example.IsWrong).Distinct());
    }

    [Theory]
    [MemberData(nameof(Warnings))]
    public void A_warning_is_turned_off_as_its_explanation_says(string code)
    {
        Assert.Contains($"    findings:\n      {code}: off\n", Catalog.Explain(code)!.TurningOff, StringComparison.Ordinal);
        foreach (var example in Example.Of(Catalog.Explain(code)!)
            .Where(example => example.IsWrong)) Assert.Empty(Found(example, OfThingsUnused.Union([code])));
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_a_file_that_the_disk_does_not_give()
    {
        using var site = new Scratch();
        site.Run("new", "site", ".");
        File.CreateSymbolicLink(Path.Combine(site.Folder, "input", "articles", "gone.md"), Path.Combine(site.Folder, "nowhere.md"));
        var run = site.Run("check");
        Assert.Equal(2, run.Status);
        Assert.StartsWith("error unreadable-file: input/articles/gone.md cannot be read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_page_names_code_and_severity_and_ends_with_how_to_turn_it_off()
    {
        using var site = new Scratch();
        foreach (var explanation in Catalog.Codes.Select(code => Catalog.Explain(code)!))
        {
            var run = site.Run("explain", explanation.Code);
            Assert.Equal(0, run.Status);
            Assert.StartsWith($"{(explanation.Severity == Severity.Error ? "error" : "warning")} {explanation.Code}: ", run.Output,
                StringComparison.Ordinal);
            Assert.EndsWith($"\n\n{explanation.TurningOff}\n", run.Output, StringComparison.Ordinal);
            Assert.True(explanation.Text.Length > 150, $"{explanation.Code} is explained in too few words.");
            AssertFits(run.Output);
        }
    }

    [Fact]
    public void Without_a_code_every_code_is_listed_with_a_line_of_its_own()
    {
        using var site = new Scratch();
        var list = site.Run("explain").Output;
        Assert.All(Catalog.Codes, code =>
            Assert.Matches($"(?m)^  {code} +{System.Text.RegularExpressions.Regex.Escape(Catalog.Explain(code)!.Summary)}$", list));
        AssertFits(list);
    }

    [Fact]
    public void The_severity_of_a_code_is_that_of_its_message() =>
        Assert.Equal(CatalogTests.Messages(), Catalog.Codes.Select(code => (code, Catalog.Explain(code)!.Severity)));

    private static void AssertFits(string text) =>
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, $"'{line}' is longer than 80 columns."));

    private static IEnumerable<string> Found(Example example, IEnumerable<string> silent)
    {
        using var site = new ExampleSite(example, silent);
        using var json = JsonDocument.Parse(site.Run().Output);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()!)];
    }
}
