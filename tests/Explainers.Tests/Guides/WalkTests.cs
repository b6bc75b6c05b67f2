namespace Explainers.Tests.Guides;

/// <summary>The guides that lead through work at the command line do what they say, from the first block to the last.</summary>
public sealed class WalkTests
{
    [Theory]
    [InlineData("first-explainer", 11, "my-site/output/what-did-alaska-cost/index.html", "<ol class=\"timeline\">")]
    [InlineData("themes", 6, "my-site/output/how-high-is-denali/index.html", "<ul class=\"big-number\">")]
    [InlineData("desk", 9, "my-site/output/what-comes-next/index.html", "Not before its hour.")]
    [InlineData("authors", 3, "my-site/output/authors/m-lindholt/index.html", "Science editor")]
    [InlineData("hosting", 5, "my-site/output/index.html", "https://desk.example/jobs")]
    [InlineData("install", 3, "my-site/.vscode/schemas/fact-sheet.schema.json", "\"facts\"")]
    [InlineData("messages", 2, "my-site/input/articles/how-high-is-denali.md", "denali.hieght")]
    [InlineData("deploy", 5, "my-site/output/_headers", "X-Robots-Tag: noindex")]
    public async Task A_guide_leads_where_it_says(string name, int commands, string file, string shown)
    {
        using var scratch = new Scratch();
        Assert.True(await new Walk(Guide.Read(name), scratch).GoAsync() >= commands, $"{name} runs fewer commands than it did.");
        Assert.Contains(shown, scratch.Read(file), StringComparison.Ordinal);
    }
}
