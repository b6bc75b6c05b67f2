using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>
/// The prose guard on the labelled sentences of tests/prose: in a sentence, [u|…] is a figure that no fact gives, [r|…] one that a fact gives, and [c|…] one
/// that contradicts a fact; what has no mark is a trap.
/// </summary>
public sealed partial class ProseTests(ITestOutputHelper output)
{
    /// <summary>The rules were made with the first set in view; the second was written by somebody who knew neither.</summary>
    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    public void The_guard_finds_what_editors_find_and_little_else(string set)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "prose", set);
        var sentences = File.ReadAllLines(Path.Combine(folder, "sentences.txt")).Where(line => line.Length > 0 && line[0] != '#')
            .Select(Labelled.Read).ToImmutableArray();
        var traps = sentences.Count(sentence => sentence.Marks.IsEmpty);
        var found = Find(sentences, folder);
        output.WriteLine($"{set} set: {sentences.Length} sentences, {traps} of them without a figure");
        output.WriteLine("rule                marked  reported  right  precision  recall");
        var unbound = Score("unbound-figure", sentences, found, _ => true, _ => true);
        Score("retyped-fact", sentences, found, mark => mark.Kind == 'r', finding => finding.Code == "retyped-fact");
        var contradicted = Score("contradicted-fact", sentences, found, mark => mark.Kind == 'c', finding =>
            finding.Code == "contradicted-fact");
        Assert.True(sentences.Length >= 200 && traps * 3 >= sentences.Length);
        Assert.True(unbound.Recall >= 0.95 && unbound.Precision >= 0.9,
            $"unbound-figure: precision {unbound.Precision}, recall {unbound.Recall}");
        Assert.True(contradicted.Precision >= 0.95 && contradicted.Recall >= 0.8,
            $"contradicted-fact: precision {contradicted.Precision}, recall {contradicted.Recall}");
    }

    /// <summary>Counts by overlap: a mark is found where some finding touches it, a finding is right where it touches some mark.</summary>
    private (double Precision, double Recall) Score(
        string rule, ImmutableArray<Labelled> sentences, ImmutableArray<ImmutableArray<Found>> found, Func<Mark, bool> isMarked,
            Func<Found, bool> isReported)
    {
        var (marked, hit, reported, right) = (0, 0, 0, 0);
        for (var i = 0; i < sentences.Length; i++)
        {
            var marks = sentences[i].Marks.Where(isMarked).ToArray();
            var findings = found[i].Where(isReported).ToArray();
            marked += marks.Length;
            reported += findings.Length;
            hit += marks.Count(mark => findings.Any(finding => Touch(mark, finding)));
            right += findings.Count(finding => marks.Any(mark => Touch(mark, finding)));
            foreach (var mark in marks.Where(mark => !findings.Any(finding => Touch(mark, finding))))
                output.WriteLine($"    missed by {rule}: {sentences[i].Text[mark.Start..mark.End]} in: {sentences[i].Text}");
            foreach (var finding in findings.Where(finding => !marks.Any(mark => Touch(mark, finding))))
                output.WriteLine($"    wrong in {rule}: {sentences[i].Text[finding.Start..finding.End]} in: {sentences[i].Text}");
        }
        var (precision, recall) = (right / (double)reported, hit / (double)marked);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{rule,-18} {marked,7} {reported,9} {right,6} {precision,10:0.000} {recall,7:0.000}"));
        return (precision, recall);
    }

    private static bool Touch(Mark mark, Found finding) => finding.Start < mark.End && finding.End > mark.Start;

    /// <summary>Compiles every sentence as a paragraph of one article about the set's sheets.</summary>
    private static ImmutableArray<ImmutableArray<Found>> Find(ImmutableArray<Labelled> sentences, string folder)
    {
        var sheets = Directory.GetFiles(Path.Combine(folder, "facts"));
        var text = new StringBuilder(
            $"---\ntitle: Sentences\ndescription: Sentences of the labelled set.\nabout: [{string.Join(", ", sheets.Select(Path.GetFileNameWithoutExtension))}]\n---\n");
        var starts = new int[sentences.Length];
        for (var i = 0; i < sentences.Length; i++)
        {
            starts[i] = text.Append('\n').Length;
            text.Append(sentences[i].Text).Append('\n');
        }
        var files = sheets
            .Select(path => new SourceFile($"facts/{Path.GetFileName(path)}", path, File.ReadAllBytes(path)))
            .Append(new SourceFile("articles/sentences.md", "articles/sentences.md", Encoding.UTF8.GetBytes(text.ToString())));
        var findings = SiteCompiler.Compile(SourceTree.From(files, []), new CompileOptions(new DateOnly(2026, 11, 23))).Findings
            .Where(finding => finding.Code is "unbound-figure" or "retyped-fact" or "contradicted-fact"
                && finding.Span.File!.Path.EndsWith(".md", StringComparison.Ordinal))
            .ToArray();
        return [.. starts.Select((start, i) => findings
            .Where(finding => finding.Span.Start >= start && finding.Span.Start <= start + sentences[i].Text.Length)
            .Select(finding => new Found(finding.Code, finding.Span.Start - start, finding.Span.End - start))
            .ToImmutableArray())];
    }

    private sealed record Found(string Code, int Start, int End);

    private sealed record Mark(char Kind, int Start, int End);

    private sealed partial record Labelled(string Text, ImmutableArray<Mark> Marks)
    {
        public static Labelled Read(string line)
        {
            var (text, marks, done) = (new StringBuilder(), ImmutableArray.CreateBuilder<Mark>(), 0);
            foreach (Match match in Marked().Matches(line))
            {
                text.Append(line, done, match.Index - done);
                marks.Add(new Mark(match.Groups[1].Value[0], text.Length, text.Length + match.Groups[2].Length));
                text.Append(match.Groups[2].Value);
                done = match.Index + match.Length;
            }
            return new Labelled(text.Append(line, done, line.Length - done).ToString(), marks.ToImmutable());
        }

        [GeneratedRegex(@"\[([urc])\|([^\]]+)\]")]
        private static partial Regex Marked();
    }
}
