using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Rendering;
using Explainers.Tests.Incremental;

namespace Explainers.Tests;

/// <summary>
/// What <c>facts impact</c> predicts is what a change of the fact changes: for every fact of tests/fixture, the fact is changed and the
/// site built again.
/// </summary>
public sealed partial class FactImpactTests
{
    [Fact]
    public void The_prediction_is_exact_for_every_fact_and_no_other_page_is_rendered_again()
    {
        var (tree, site) = (FixtureSite.Tree(), new IncrementalSite());
        var before = site.Compile(tree);
        Assert.DoesNotContain(before.Findings, finding => finding.Severity == Severity.Error);
        var facts = Ask(site, view => view.Facts.ToArray());
        var predictions = facts.ToDictionary(fact => fact.Name, fact => Ask(site, view => view.Impact(fact).Files));
        var entries = site.Database.Engine.Demand(reads => facts.ToDictionary(
            fact => fact.Name, fact => site.Database.Binding.Facts.Entries.Get(reads, fact.Sheet)!), TestContext.Current.CancellationToken);
        var wrong = new List<string>();
        // The site was last compiled with the fact before changed, so that what that fact had changed is rendered again too.
        var reverted = Array.Empty<string>();
        foreach (var fact in facts)
        {
            var after = site.Compile(FactEdit.Of(tree, entries[fact.Name], fact));
            var changed = Changed(before, after);
            if (!predictions[fact.Name].SequenceEqual(changed))
                wrong.Add($"{fact.Name}: changed but not predicted: {string.Join(", ", changed.Except(predictions[fact.Name]))}; "
                    + $"predicted but not changed: {string.Join(", ", predictions[fact.Name].Except(changed))}");
            var rendered = site.Made.Where(path => path.EndsWith(".html", StringComparison.Ordinal)).Except(changed)
                .Except(reverted).ToArray();
            if (rendered.Length > 0) wrong.Add($"{fact.Name}: rendered again and the same: {string.Join(", ", rendered)}");
            reverted = changed;
        }
        Assert.True(facts.Length > 80, "The fixture is not there.");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("7.2 million USD", "50.4 million USD")]
    [InlineData("586,412 sq mi", "4104884 sq mi")]
    [InlineData("1867-03-30", "1880-04-04")]
    [InlineData("37 to 2", "259 to 14")]
    public void A_change_keeps_the_type_and_changes_every_form(string literal, string changed) =>
        Assert.Equal(changed, FactEdit.Text(literal));

    private static T Ask<T>(IncrementalSite site, Func<FactsView, T> question) =>
        site.Database.Engine.Demand(reads => question(new FactsView(site.Database, reads)));

    /// <summary>
    /// The paths of what differs; a picture is named by what it is made from, so that one that changed is a file of another name.
    /// </summary>
    private static string[] Changed(CompiledSite before, CompiledSite after)
    {
        // The search index has every fact in it, so that any change changes all of it; it is in no prediction.
        OutputFile[] earlier = [.. Compared(before)], later = [.. Compared(after)];
        Assert.Equal(earlier.Select(file => Unhashed(file.Path)), later.Select(file => Unhashed(file.Path)));
        var kept = later.ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        return [.. earlier.Where(file => !kept.TryGetValue(file.Path, out var bytes) || !file.Bytes.Span.SequenceEqual(bytes.Span))
            .Select(file => file.Path)];
    }

    private static IEnumerable<OutputFile> Compared(CompiledSite site) =>
        site.Files.Where(file => !file.Url.StartsWith(Routes.SearchFiles, StringComparison.Ordinal));

    private static string Unhashed(string path) => Picture().Replace(path, "$1");

    [GeneratedRegex(@"(?<=^assets/cards/)(.+)\.[0-9a-f]{12}(?=\.png$)")]
    private static partial Regex Picture();
}
