namespace Explainers.Tests.Guides;

/// <summary>The guides that lead through work at the command line do what they say, from the first block to the last.</summary>
public sealed class WalkTests
{
    [Theory]
    [InlineData("first-explainer", 10)]
    [InlineData("themes", 0)]
    [InlineData("deploy", 0)]
    public void A_guide_leads_where_it_says(string name, int commands)
    {
        using var scratch = new Scratch();
        Assert.True(new Walk(Guide.Read(name), scratch).Go() >= commands, $"{name} runs fewer commands than it did.");
    }
}
