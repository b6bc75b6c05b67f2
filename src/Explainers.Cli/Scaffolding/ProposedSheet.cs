using System.Collections.Immutable;
using System.Text;
using Explainers.Checking.Prose;

namespace Explainers.Cli.Scaffolding;

/// <summary>Writes the sheet that an article proposes, and the article with references to it.</summary>
internal static class ProposedSheet
{
    /// <summary>The sheet: each entry below the sentence that states it.</summary>
    public static string Sheet(string title, string article, ImmutableArray<FactProposal> proposals)
    {
        var text = new StringBuilder();
        text.Append($"# Proposed from {article}: what it states, each entry below its sentence.\n");
        text.Append("# Give each entry a label and a source: take away the # before the lines below, and name what it rests on.\n");
        text.Append($"title: {Quoted(title)}\n# source: report\n# sources:\n");
        text.Append("#   report: { publisher: \"…\", title: \"…\", url: \"https://…\", accessed: 2026-01 }\n");
        Entries(text, "facts", [.. proposals.Where(proposal => proposal.Speaker is null)]);
        Entries(text, "quotes", [.. proposals.Where(proposal => proposal.Speaker is not null)]);
        return text.ToString();
    }

    /// <summary>An article with references in place of its figures; nothing else of it changes.</summary>
    /// <param name="text">The article.</param>
    /// <param name="edits">What stands where, in any order.</param>
    public static string Article(string text, IEnumerable<(int Start, int Length, string Words)> edits)
    {
        var (written, done) = (new StringBuilder(), 0);
        foreach (var (start, length, words) in edits.OrderBy(edit => edit.Start))
        {
            if (start < done) continue;
            written.Append(text, done, start - done).Append(words);
            done = start + length;
        }
        return written.Append(text, done, text.Length - done).ToString();
    }

    private static void Entries(StringBuilder text, string key, ImmutableArray<FactProposal> proposals)
    {
        if (proposals.IsEmpty) return;
        text.Append($"{key}:\n");
        var last = "";
        foreach (var proposal in proposals)
        {
            if (proposal.Sentence != last) text.Append($"  # {proposal.Sentence}\n");
            last = proposal.Sentence;
            text.Append($"  {proposal.Id}: {{ ");
            if (proposal.Speaker is { } speaker) text.Append($"text: {Quoted(proposal.Literal)}, speaker: {Quoted(speaker)}");
            else
            {
                text.Append($"label: {Quoted(proposal.Label)}, value: {Quoted(proposal.Literal)}");
                if (proposal.IsText) text.Append(", type: text");
            }
            text.Append(" }\n");
        }
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
