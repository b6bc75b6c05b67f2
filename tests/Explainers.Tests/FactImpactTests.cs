using System.Globalization;
using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Blocks;
using Explainers.Diagnostics;
using Explainers.Imaging;
using Explainers.Parsing;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Yaml;
using Explainers.Rendering;

namespace Explainers.Tests;

/// <summary>What <c>facts impact</c> predicts is what a change of the fact changes: for every fact of tests/fixture, the fact is changed and the site built again.</summary>
public sealed partial class FactImpactTests
{
    private static readonly Uri Address = new("https://explainers.example/");
    private static readonly RememberedPictures Pictures = new();

    [Fact]
    public void The_prediction_is_exact_for_every_fact_and_no_other_page_is_rendered_again()
    {
        var memory = new CompilerMemory();
        var parsed = Parser.Parse(FixtureSite.Tree(), memory.Parsed).Value;
        var (site, before) = Build(parsed, memory);
        var facts = site.Facts;
        var wrong = new List<string>();
        // The memory holds the site with the fact before changed, so that what that fact had changed is rendered again too, to be as it was.
        var (last, reverted) = (before, Array.Empty<string>());
        foreach (var fact in facts)
        {
            var predicted = FactImpact.Of(fact, site, before).Files.Select(file => file.Path).ToArray();
            var after = Build(With(parsed, fact), memory).Rendered;
            var changed = Changed(before, after);
            if (!predicted.SequenceEqual(changed))
                wrong.Add($"{fact.Name}: changed but not predicted: {string.Join(", ", changed.Except(predicted))}; predicted but not changed: {string.Join(", ", predicted.Except(changed))}");
            var rendered = after.Files.Where(file => file.IsPage).Except(last.Files).Select(file => file.Path).Except(changed).Except(reverted).ToArray();
            if (rendered.Length > 0) wrong.Add($"{fact.Name}: rendered again and the same: {string.Join(", ", rendered)}");
            (last, reverted) = (after, changed);
        }
        Assert.True(facts.Length > 80, "The fixture is not there.");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("7.2 million USD", "50.4 million USD")]
    [InlineData("586,412 sq mi", "4104884 sq mi")]
    [InlineData("1867-03-30", "1880-04-04")]
    [InlineData("37 to 2", "259 to 14")]
    public void A_change_keeps_the_type_and_changes_every_form(string literal, string changed) => Assert.Equal(changed, Text(literal));

    private static (BoundSite Site, RenderedSite Rendered) Build(ParsedSite parsed, CompilerMemory memory)
    {
        var today = new DateOnly(2026, 11, 23);
        var bound = Binder.Bind(parsed, Drafts.Excluded, today, BlockKinds.All, memory.Bound);
        Assert.DoesNotContain(bound.Findings, finding => finding.Severity == Severity.Error);
        var site = bound.Value;
        var rendered = Renderer.Render(site, Address, Indexing.Allowed, Making.OnDemand, SkiaImaging.Instance, Pictures, memory.Pages, today).Value;
        // The search index has every fact in it, so that any change changes all of it; it is in no prediction.
        var pictures = rendered.Later.Where(later => later.Folder != Routes.SearchFiles).SelectMany(later => later.Made.Value.Value);
        return (site, rendered with { Files = [.. rendered.Files.Concat(pictures).OrderBy(file => file.Path, StringComparer.Ordinal)] });
    }

    /// <summary>The paths of what differs; a picture is named by what it is made from, so that one that changed is a file of another name.</summary>
    private static string[] Changed(RenderedSite before, RenderedSite after)
    {
        Assert.Equal(before.Files.Select(file => Unhashed(file.Path)), after.Files.Select(file => Unhashed(file.Path)));
        var kept = after.Files.ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        return [.. before.Files.Where(file => !kept.TryGetValue(file.Path, out var bytes) || !file.Bytes.Span.SequenceEqual(bytes.Span)).Select(file => file.Path)];
    }

    private static string Unhashed(string path) => Picture().Replace(path, "$1");

    private static ParsedSite With(ParsedSite site, Fact fact)
    {
        var sheet = site.Sheets.Single(sheet => sheet.Name == fact.Sheet);
        var entry = sheet.Entries.First(entry => entry.Id.Text == fact.Id);
        var value = With(entry.Value);
        var label = entry.Value is PersonSyntax or PlaceSyntax or TermSyntax or EventSyntax ? $"{entry.Label}, changed" : entry.Label;
        var changed = sheet with { Entries = sheet.Entries.Replace(entry, entry with { Value = value, Label = label, Content = default }) };
        return site with { Sheets = site.Sheets.Replace(sheet, changed) };
    }

    /// <summary>The same kind of value, with another name, figure, date or text in every part that a page could print.</summary>
    private static EntryValueSyntax With(EntryValueSyntax value) => value switch
    {
        LiteralSyntax literal => Literal(literal),
        DisputedSyntax disputed => new DisputedSyntax([.. disputed.Versions.Select(version => version with { Value = Literal(version.Value) })]),
        PersonSyntax person => person with { Name = $"{person.Name}, changed", Role = $"{person.Role}, changed" },
        QuoteSyntax quote => quote with { Text = $"{quote.Text}, changed" },
        EventSyntax happening => happening with { When = happening.When.Text.StartsWith('=') ? happening.When : Scalar(happening.When), Title = $"{happening.Title}, changed" },
        PlaceSyntax place => place with { Name = $"{place.Name}, changed", At = place.At with { Text = "12.5 S 33.25 E" } },
        TermSyntax term => term with { Term = $"{term.Term}, changed" },
        TableSyntax table => table with { Rows = [.. table.Rows.Append(table.Rows[^1]).Select(row => row with { Items = [.. row.Items.Select(cell => Cell((ScalarSyntax)cell))] })] },
        _ => throw new InvalidOperationException(),
    };

    private static LiteralSyntax Literal(LiteralSyntax literal) =>
        literal.IsFormula ? literal with { Text = Formula(literal.Text) } : literal with { Text = literal.Type == "text" ? literal.Text with { Text = $"{literal.Text.Text}, changed" } : Scalar(literal.Text) };

    private static ScalarSyntax Cell(ScalarSyntax cell) => cell.Text.StartsWith('=') ? Formula(cell) : Scalar(cell);

    private static ScalarSyntax Formula(ScalarSyntax formula) => formula with { Text = $"= ({formula.Text[1..]}) * 7" };

    private static ScalarSyntax Scalar(ScalarSyntax scalar) => scalar with { Text = Text(scalar.Text) };

    private static string Text(string text)
    {
        if (!text.Any(char.IsAsciiDigit)) return $"{text}, changed";
        if (Dated().Match(text) is { Success: true } date) return text.Replace(date.Value, Date(date), StringComparison.Ordinal).Replace(Clock(text), "03:17", StringComparison.Ordinal);
        if (Timed().IsMatch(text)) return "03:17";
        return Figures().Replace(text, figure => (decimal.Parse(figure.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 7).ToString(CultureInfo.InvariantCulture));
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

    [GeneratedRegex(@"(?<=^assets/cards/)(.+)\.[0-9a-f]{12}(?=\.png$)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Figures();
}
