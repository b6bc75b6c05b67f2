using System.Globalization;
using Explainers.Hosting;

namespace Explainers.Example;

/// <summary>
/// Compiles a site with the library: <c>dotnet run -- SITE OUTPUT DAY</c>. For social cards and scaled photographs, reference
/// Explainers.Imaging and set <c>Imaging = SkiaImaging.Instance</c> in the options.
/// </summary>
public static class Program
{
    /// <summary>Compiles a site and writes its files.</summary>
    public static int Main(string[] arguments)
    {
        var read = SourceReader.Read(new SiteFolders("input") { Start = arguments[0], Written = [arguments[1]] });
        var options = new CompileOptions(DateOnly.Parse(arguments[2], CultureInfo.InvariantCulture))
        {
            Reading = [.. read.Findings, .. read.Refusals],
        };
        var site = SiteCompiler.Compile(read.Tree, options);
        foreach (var finding in site.Findings) Console.Error.WriteLine($"{finding.Span.File}: {finding.Code}: {finding.Message}");
        if (site.HasErrors) return 1;
        foreach (var file in site.Files)
        {
            var path = Path.Combine(arguments[1], file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes.Span);
        }
        return 0;
    }
}
