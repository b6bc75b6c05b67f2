using System.Collections.Immutable;
using System.Text;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Naming;

/// <summary>Sees to it that files which keep their names in the site can have them on every system, and beside one another.</summary>
internal static class PortableNames
{
    /// <summary>Checks the names of pictures, of files that are published as they are, and of the theme's files.</summary>
    public static ImmutableArray<Diagnostic> Check(SourcePaths input, SourcePaths theme)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        Check(input.Where(file => SourceKinds.Of(file.Path) is SourceKind.Image or SourceKind.Public), findings);
        Check(theme, findings);
        Collide(theme, findings);
        return findings.ToImmutable();
    }

    private static void Check(IEnumerable<SourcePath> files, ImmutableArray<Diagnostic>.Builder findings)
    {
        foreach (var file in files)
        {
            foreach (var part in file.Path.Split('/'))
            {
                if (!Devices.Check(FileSpan.StartOf(file.File), part, findings)) continue;
                if (Fault(part) is { } fault) findings.Add(Catalog.UnportableName(FileSpan.StartOf(file.File), part, fault));
            }
        }
    }

    private static string? Fault(string part) =>
        part[^1] is '.' or ' ' ? "Windows drops a dot or space at the end of a name"
        : part.Any(char.IsControl) ? "it has a control character"
        : null;

    /// <summary>Reports files whose paths differ in nothing that macOS and Windows tell apart.</summary>
    /// <remarks>Pictures and pages are told apart by their addresses.</remarks>
    private static void Collide(IEnumerable<SourcePath> files, ImmutableArray<Diagnostic>.Builder findings)
    {
        var taken = new Dictionary<string, SourcePath>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var path = Ascii.IsValid(file.Path) ? file.Path : Composed(file.Path);
            if (taken.TryAdd(path, file)) continue;
            var (own, other) = file.File.IsBuiltIn ? (taken[path].File, file.File) : (file.File, taken[path].File);
            findings.Add(Catalog.CollidingName(FileSpan.StartOf(own), own.Path, other.Path));
        }
    }

    private static string Composed(string path)
    {
        try
        {
            return path.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // The name is no Unicode text; it is like no other.
            return path;
        }
    }
}
