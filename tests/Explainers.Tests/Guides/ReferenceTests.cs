namespace Explainers.Tests.Guides;

/// <summary>What the guides say of keys, filters, functions, units, blocks and members is what the compiler knows.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Guides = [.. Directory.EnumerateFiles(Guide.Folder, "*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names() => [.. Guides];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_made_from_tables_is_as_the_tables_are(string name)
    {
        var guide = Guide.Read(name);
        foreach (var part in guide.Parts().ToArray()) guide.Expect(part, Reference.Of(part));
        guide.Save();
    }

    [Fact]
    public void Every_table_stands_in_one_guide()
    {
        var parts = Guides.SelectMany(name => Guide.Read(name).Parts()).ToArray();
        Assert.Equal(Reference.KeyParts.Concat(["blocks", "filters", "functions", "types", "units"]).Order(StringComparer.Ordinal), parts.Order(StringComparer.Ordinal));
    }
}
