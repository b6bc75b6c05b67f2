using System.Text;
using Explainers.Imaging;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>A site that is compiled with nothing that draws or scales pictures.</summary>
public sealed class WithoutImagingTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public void It_has_no_cards_photographs_in_one_size_and_no_broken_reference()
    {
        var without = Compile(new CompileOptions(Day));
        Assert.DoesNotContain(without.Findings, finding => finding.Severity == Diagnostics.Severity.Error);
        var files = without.Files;
        Assert.DoesNotContain(files, file => file.Path.StartsWith("assets/cards/", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.Path.StartsWith("assets/images/", StringComparison.Ordinal));
        var pages = files.Where(file => file.IsPage).Select(file => Encoding.UTF8.GetString(file.Bytes.Span)).ToArray();
        Assert.All(pages, page => Assert.DoesNotContain("assets/cards/", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.DoesNotContain("srcset", page, StringComparison.Ordinal));
        Assert.Contains(pages, page => page.Contains("images/base/field.jpg", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Path == "images/base/field.jpg");
    }

    [Fact]
    public void One_site_serves_compiles_with_it_and_without()
    {
        var site = new Incremental.IncrementalSite();
        CompileOptions[] options = [new(Day) { Imaging = SkiaImaging.Instance }, new(Day), new(Day) { Imaging = SkiaImaging.Instance }];
        foreach (var one in options) Assert.Equal(Contents(Compile(one).Files), Contents(site.Compile(Tree(), one).Files));
    }

    private static IEnumerable<(string, string)> Contents(System.Collections.Immutable.ImmutableArray<Rendering.OutputFile> files) =>
        files.Select(file => (file.Path, Convert.ToHexString(file.Bytes.Span)));

    private static CompileResult Compile(CompileOptions options) => SiteCompiler.Compile(Tree(), options);

    private static SourceTree Tree()
    {
        var input = Files(Path.Combine(RepositoryRoot.Path, "tests", "sites", "photographs", "input"))
            .Select(file => file.Path == "site.yaml"
                ? new SourceFile(file.Path, file.Path, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Bytes.Span) + "social_cards: true\n"))
                : file);
        return SourceTree.From(input, Files(FixtureSite.Theme));
    }

    private static IEnumerable<SourceFile> Files(string folder) =>
        Scratch.Files(folder).Select(file => new SourceFile(file.Key, file.Key, file.Value));
}
