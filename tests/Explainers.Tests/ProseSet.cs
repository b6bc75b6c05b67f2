using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>A labelled set of sentences, and what the guard finds in each. How a set is written says tests/prose/README.md.</summary>
internal sealed partial record ProseSet(ImmutableArray<LabelledSentence> Sentences, ImmutableArray<ImmutableArray<FoundFigure>> Found)
{
    private static readonly string[] Codes =
        ["unbound-figure", "retyped-fact", "contradicted-fact", "misquoted", "misspelt-name", "contradicted-role"];

    /// <summary>Reads a set and compiles it: every text is an article, every sentence a paragraph.</summary>
    /// <param name="folder">The folder of the set, with the sheets in "facts".</param>
    public static ProseSet Read(string folder)
    {
        var sheets = Directory.GetFiles(Path.Combine(folder, "facts")).Order(StringComparer.Ordinal).ToArray();
        var texts = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(path => Text.Read(path, sheets)).ToArray();
        var files = Directory.GetFiles(folder, "site.yaml")
            .Select(path => new SourceFile("site.yaml", path, File.ReadAllBytes(path)))
            .Concat(sheets.Select(path => new SourceFile($"facts/{Path.GetFileName(path)}", path, File.ReadAllBytes(path))))
            .Concat(texts.Select(text => new SourceFile(text.Path, text.Path, Encoding.UTF8.GetBytes(text.Article))));
        var findings = SiteCompiler.Compile(SourceTree.From(files, []), new CompileOptions(new DateOnly(2026, 11, 23))).Findings
            .Where(finding => Codes.Contains(finding.Code)).ToLookup(finding => finding.Span.File!.Path);
        return new ProseSet(
            [.. texts.SelectMany(text => text.Sentences)],
            [.. texts.SelectMany(text => text.Starts.Select((start, i) => findings[text.Path]
                .Where(finding => finding.Span.Start >= start && finding.Span.Start <= start + text.Sentences[i].Text.Length)
                .Select(finding => new FoundFigure(finding.Code, finding.Span.Start - start, finding.Span.End - start, finding.Message))
                .ToImmutableArray()))]);
    }

    private sealed record Text(string Path, string Article, ImmutableArray<LabelledSentence> Sentences, ImmutableArray<int> Starts)
    {
        public static Text Read(string path, string[] sheets)
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(path);
            var names = sheets.Select(System.IO.Path.GetFileNameWithoutExtension).ToArray();
            var about = names.Contains(name) ? name : string.Join(", ", names);
            ImmutableArray<LabelledSentence> sentences = [.. File.ReadAllLines(path)
                .Where(line => line.Length > 0 && line[0] != '#').Select(LabelledSentence.Read)];
            var article = new StringBuilder(
                $"---\ntitle: Sentences\ndescription: Sentences of the labelled set.\nabout: [{about}]\n---\n");
            var starts = ImmutableArray.CreateBuilder<int>(sentences.Length);
            foreach (var sentence in sentences)
            {
                starts.Add(article.Append('\n').Length);
                article.Append(sentence.Text).Append('\n');
            }
            return new Text($"articles/{name}.md", article.ToString(), sentences, starts.ToImmutable());
        }
    }
}

/// <summary>What the guard found in a sentence.</summary>
internal sealed record FoundFigure(string Code, int Start, int End, string Message);

/// <summary>What an editor marked in a sentence: its kind, and the fact that it states or contradicts, where the label says which.</summary>
internal sealed record LabelledFigure(char Kind, string Fact, int Start, int End)
{
    /// <summary>Whether a finding is about it.</summary>
    public bool Touches(FoundFigure finding) => finding.Start < End && finding.End > Start;
}

/// <summary>A sentence with the marks of an editor.</summary>
internal sealed partial record LabelledSentence(string Text, ImmutableArray<LabelledFigure> Marks)
{
    /// <summary>Reads a line; one that begins with an asterisk was changed by us.</summary>
    public static LabelledSentence Read(string line)
    {
        var (text, marks) = (new StringBuilder(), ImmutableArray.CreateBuilder<LabelledFigure>());
        var done = line.StartsWith("* ", StringComparison.Ordinal) ? 2 : 0;
        foreach (Match match in Marked().Matches(line))
        {
            text.Append(line, done, match.Index - done);
            var (kind, fact, words) = (match.Groups[1].Value[0], match.Groups[2].Value, match.Groups[3].Value);
            marks.Add(new LabelledFigure(kind, fact, text.Length, text.Length + words.Length));
            text.Append(words);
            done = match.Index + match.Length;
        }
        return new LabelledSentence(text.Append(line, done, line.Length - done).ToString(), marks.ToImmutable());
    }

    [GeneratedRegex(@"\[([urcqsno])(?::([a-z_0-9]+))?\|([^\]]+)\]")]
    private static partial Regex Marked();
}
