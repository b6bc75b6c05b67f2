using System.Collections.Immutable;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Explainers.BrowserTests.Inspecting;

/// <summary>An element that breaks a rule of accessibility.</summary>
internal sealed record Violation(string Rule, string Help, string Selector);

/// <summary>Runs axe in a page, through the developer tools, which a content security policy does not bind.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    // Run here and not by the package's own call, which opens a second tab for each run and takes three times as long. Half the time goes
    // into the two rules of contrast, which
    // look at the same elements: the enhanced one leaves those to the other whose contrast is below 4.5 (3 where the text is large). Here
    // it takes them too, and the other is off.
    private const string Run = """
        async tags => {
            const contrast = { contrastRatio: { normal: { minThreshold: 0 }, large: { minThreshold: 0 } } };
            const result = await axe.run(document, {
                runOnly: tags,
                resultTypes: ['violations'],
                rules: { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: true }, 'identical-links-same-purpose': { enabled: true } },
                checks: { 'color-contrast-enhanced': { options: contrast } },
            });
            return result.violations.flatMap(rule => rule.nodes.map(node => [rule.id, rule.help, node.target.join(' ')]));
        }
        """;

    private const string RunTargets = """
        async () => {
            const result = await axe.run(document, { runOnly: { type: 'rule', values: ['target-size'] }, resultTypes: ['violations'] });
            return result.violations.flatMap(rule => rule.nodes.map(node => [rule.id, rule.help, node.target.join(' ')]));
        }
        """;

    /// <summary>Gives every violation on the page that a tab shows.</summary>
    public static Task<ImmutableArray<Violation>> RunAsync(IPage tab) => RunAsync(tab, Run, Tags);

    /// <summary>Gives the targets on the page that are too small and too close to another.</summary>
    public static Task<ImmutableArray<Violation>> TargetsAsync(IPage tab) => RunAsync(tab, RunTargets, null);

    private static async Task<ImmutableArray<Violation>> RunAsync(IPage tab, string run, string[]? tags)
    {
        await tab.EvaluateAsync(Script);
        var violations = await tab.EvaluateAsync<string[][]>(run, tags);
        return [.. violations.Select(violation => new Violation(violation[0], violation[1], violation[2]))];
    }
}
