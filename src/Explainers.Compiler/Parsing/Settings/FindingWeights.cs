using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Settings;

/// <summary>How much warnings weigh: site.yaml makes errors of some, and turns others off.</summary>
/// <param name="Levels">The codes that it names, each with its level.</param>
internal sealed record FindingWeights(EquatableArray<(string Code, string Level)> Levels)
{
    /// <summary>The weights that the settings ask for.</summary>
    public static FindingWeights Of(SettingsSyntax settings) =>
        new(settings.Findings.Select(level => (level.Key.Text, ((ScalarSyntax)level.Value).Text)).ToEquatable());

    /// <summary>The findings as they weigh here, without those that are turned off. To weigh them twice changes nothing.</summary>
    public IEnumerable<Diagnostic> Weigh(IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            var level = finding.Severity == Severity.Error ? null : LevelOf(finding.Code);
            if (level != "off") yield return level == "error" ? finding with { Severity = Severity.Error } : finding;
        }
    }

    /// <summary>Whether site.yaml makes errors of the warnings with a code.</summary>
    public bool AreErrors(string code) => LevelOf(code) == "error";

    private string? LevelOf(string code)
    {
        foreach (var (named, level) in Levels)
            if (named == code) return level;
        return null;
    }
}
