using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Explainers.Tests.Guides;

/// <summary>
/// The examples of a guide compile: a block of YAML is a sheet, or the file named above it; a block of Markdown behind it is an article
/// that uses it; a block of text behind that is what readers read, or, right behind the sheet, what the tool says of it. Where no such text
/// follows, the tool has nothing to say.
/// </summary>
public sealed partial class ExampleTests
{
    private const string Settings =
        "title: A site\ndescription: A site of examples.\nbase_url: https://example.org/\nfindings: { unused-fact: off, unused-source: off, unused-data: off }\n";
    private const string Sheet = "input/facts/example.yaml";
    private const string Article = "input/articles/example.md";

    /// <summary>The elements with what readers read in a row: paragraphs, plain lists, tables with a caption.</summary>
    private const string Texts = "p, ul:not([class]) > li, dl:not([class]) > *, caption.beneath, table:has(.beneath) td";

    [Theory]
    [InlineData("fact-sheets", 20)]
    [InlineData("articles", 5)]
    [InlineData("data-and-rules", 33)]
    [InlineData("embeds-and-services", 6)]
    [InlineData("charts-and-maps", 10)]
    public void Examples_compile_and_give_what_the_guide_says(string name, int least)
    {
        var guide = Guide.Read(name);
        var blocks = guide.Blocks();
        var shown = new List<(GuideBlock Block, string Found)>();
        for (int start = 0, next; start < blocks.Count; start = next)
        {
            next = start + 1;
            while (next < blocks.Count && blocks[next].Heading == blocks[start].Heading
                && (blocks[next].Language != "yaml" || blocks[next].File is not null)) next++;
            shown.AddRange(Try([.. blocks.Take(next).Skip(start)]));
        }
        foreach (var (block, found) in Enumerable.Reverse(shown)) guide.Expect(block, found);
        guide.Save();
        Assert.True(blocks.Count >= least, $"{name} has only {blocks.Count} examples.");
    }

    /// <summary>Compiles one example, which may use its sheet in several articles, one after the other.</summary>
    private static IEnumerable<(GuideBlock Block, string Found)> Try(GuideBlock[] blocks)
    {
        using var site = new Scratch();
        site.Write("input/site.yaml", Settings);
        var findings = "";
        foreach (var block in blocks)
        {
            switch (block)
            {
                case { File: { } file }: site.Write(file, block.Text); break;
                case { Language: "yaml" }: site.Write(Sheet, Whole(block.Text)); break;
                case { Language: "markdown" }:
                    site.Write(Article, block.Text.StartsWith("---", StringComparison.Ordinal) ? block.Text
                    : $"---\ntitle: An example\ndescription: An example.\n---\n\n{block.Text}"); break;
                case { Language: "text" } when findings.Length > 0: yield return (block, Said(findings)); findings = ""; continue;
                case { Language: "text" }: yield return (block, Read(site)); continue;
                default: Assert.Fail($"Nothing checks the block in line {block.Line}."); break;
            }
            Assert.True(findings.Length == 0,
                $"The block before line {block.Line} gives findings that the guide does not show:\n{findings}");
            var run = site.Run("build");
            if (!run.Error.Contains("; no findings;", StringComparison.Ordinal)) findings = run.Error;
        }
        Assert.True(findings.Length == 0, $"The block in line {blocks[^1].Line} gives findings that the guide does not show:\n{findings}");
    }

    /// <summary>A sheet with the title and the source that an example need not repeat.</summary>
    private static string Whole(string yaml)
    {
        var title = TopKey("title").IsMatch(yaml) ? "" : "title: An example\n";
        var source = TopKey("sources?").IsMatch(yaml) ? ""
            : "source: office\nsources: { office: { publisher: An office, title: A record } }\n";
        return yaml + title + source;
    }

    private static Regex TopKey(string name) => new($"^{name}:", RegexOptions.Multiline);

    /// <summary>The findings without the summary of the run.</summary>
    private static string Said(string error) => $"{Summary().Replace(error, "").TrimEnd('\n')}\n";

    /// <summary>What readers read in the body of the article, without the numbers of sources; a line for each paragraph.</summary>
    private static string Read(Scratch site)
    {
        var body = new HtmlParser().ParseDocument(site.Read("output/example/index.html")).QuerySelector(".body")!;
        foreach (var note in body.QuerySelectorAll(".notes, .anchor").ToArray()) note.Remove();
        return string.Concat(body.QuerySelectorAll(Texts).Select(paragraph => Spaces().Replace(paragraph.TextContent, " ").Trim())
            .Where(text => text.Length > 0).Select(text => text + "\n"));
    }

    [GeneratedRegex(@"^\d+ pages?, \d+ files?;.*\n(   .*\n)*", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
