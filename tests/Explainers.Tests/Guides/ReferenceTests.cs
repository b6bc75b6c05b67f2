using System.Collections;
using System.Reflection;
using Explainers.Pages;

namespace Explainers.Tests.Guides;

/// <summary>What the guides say of keys, filters, functions, units, blocks and members is what the compiler knows.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Guides = [.. Directory.EnumerateFiles(Guide.Folder, "*.md").Select(Path.GetFileNameWithoutExtension)
        .OfType<string>().Order(StringComparer.Ordinal)];

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
        Assert.Equal(Reference.KeyParts.Concat([
            "blocks", "commands", "errors", "example", "filters", "functions", "types", "units", "warnings",
        ]).Order(StringComparer.Ordinal),
            parts.Order(StringComparer.Ordinal));
    }

    /// <summary>A member that templates can ask for and that the guide lacks, or the other way round, is named here.</summary>
    [Fact]
    public void The_guide_to_themes_lists_what_templates_see()
    {
        var listed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in Guide.Read("themes").Text.Split("\n### ").Skip(1))
        {
            var lines = section.Split('\n');
            listed.Add(lines[0].ToLowerInvariant(), string.Join('\n', lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('`')[1]).Order(StringComparer.Ordinal)));
        }
        var known = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in typeof(Views).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.FieldType.IsGenericType))
        {
            var members = field.GetValue(null)!;
            var readers = (IDictionary)members.GetType().GetProperty("Readers")!.GetValue(members)!;
            known.Add((string)members.GetType().GetProperty("What")!.GetValue(members)!,
                string.Join('\n', readers.Keys.Cast<string>().Order(StringComparer.Ordinal)));
        }
        Assert.Equal(known, listed);
    }
}
