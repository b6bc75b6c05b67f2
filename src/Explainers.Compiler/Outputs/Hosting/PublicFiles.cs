using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Outputs.Hosting;

/// <summary>The files of <c>public/</c>, which keep their bytes and get the addresses that their paths say.</summary>
internal static class PublicFiles
{
    /// <summary>Those that have an address of their own; of the others, who has it is reported.</summary>
    /// <param name="paths">All files of the folder, below the input folder.</param>
    /// <param name="own">The paths of all other files of the site, below the output folder.</param>
    /// <param name="at">The start of a file.</param>
    public static Diagnosed<EquatableArray<string>> Of(
        EquatableArray<string> paths, IEnumerable<string> own, Func<string, FileSpan> at)
    {
        var (kept, findings) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<Diagnostic>());
        var owners = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var folders = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in own) Take(path, $"the file {path}");
        foreach (var path in paths)
        {
            var url = Routes.Public(path);
            if (Owner(url) is { } owner)
                findings.Add(Catalog.UrlConflict(at(path), url, owner, "rename this file, or move it to another folder of public/"));
            else
            {
                kept.Add(path);
                Take(url[1..], path);
            }
        }
        return new Diagnosed<EquatableArray<string>>(kept.ToImmutable(), findings.ToImmutable());

        void Take(string path, string owner)
        {
            owners.TryAdd(Key(path), owner);
            for (var cut = path.LastIndexOf('/'); cut > 0 && folders.Add(path[..cut]); cut = path.LastIndexOf('/', cut - 1))
            {
                // Every folder above is one on the disk, so that no file can have its name.
            }
        }

        string? Owner(string url)
        {
            if (owners.TryGetValue(Key(url[1..]), out var same)) return same;
            if (folders.Contains(url[1..])) return "a folder of the site";
            for (var cut = url.LastIndexOf('/'); cut > 0; cut = url.LastIndexOf('/', cut - 1))
                if (owners.TryGetValue(url[..cut], out var file) && !folders.Contains(url[1..cut])) return file;
            return null;
        }
    }

    /// <summary>What two spellings of one address have in common.</summary>
    private static string Key(string path) => RouteTable.Key(OutputFile.UrlOf(path));
}
