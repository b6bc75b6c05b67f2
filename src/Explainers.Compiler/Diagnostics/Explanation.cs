namespace Explainers.Diagnostics;

/// <summary>What a code means, at length: a section of Explanations.md.</summary>
/// <param name="Code">The code: <c>unknown-fact</c>.</param>
/// <param name="Severity">How bad such a finding is where site.yaml says nothing of it.</param>
/// <param name="Summary">What it is, in a few words.</param>
/// <param name="Text">What it means, with a wrong and a right example, in lines of at most 80 columns.</param>
internal sealed record Explanation(string Code, Severity Severity, string Summary, string Text)
{
    /// <summary>How to turn it off, or that nobody can.</summary>
    public string TurningOff => Severity == Severity.Error
        ? "An error cannot be turned off: while there is one, nothing is written."
        : $"""
           A warning can be turned off for the whole site. In site.yaml:

               findings:
                 {Code}: off

           With 'error' in place of 'off', it stops the build. For one fact, source,
           sheet or article alone, write 'accept: {Code}' there.
           """.ReplaceLineEndings("\n");

    /// <summary>All of it, as a page for a terminal.</summary>
    public string Page => $"{Word} {Code}: {Summary}\n\n{Text}\n\n{TurningOff}\n";

    private string Word => Severity == Severity.Error ? "error" : "warning";

    /// <summary>Reads the sections of Explanations.md: a heading with the code, a line with severity and summary, the text.</summary>
    internal static IEnumerable<Explanation> Read(string markdown) =>
        markdown.ReplaceLineEndings("\n").Split("\n## ").Skip(1).Select(Section);

    private static Explanation Section(string section)
    {
        var parts = section.Split("\n\n", 3);
        var summary = parts[1].Split(": ", 2);
        return new Explanation(parts[0], Enum.Parse<Severity>(summary[0]), summary[1], parts[2].Trim());
    }
}
