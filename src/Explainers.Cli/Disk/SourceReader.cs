using System.Collections.Immutable;
using System.Reflection;
using Explainers.Cli.Commands;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Cli.Disk;

/// <summary>Reads the folders of a site into a tree of files.</summary>
internal static class SourceReader
{
    /// <summary>The theme's folder where none is named.</summary>
    public const string DefaultTheme = "theme";

    private const string Resource = "theme/";

    /// <summary>Reads input and theme; a folder that was named and is not there, or a file that can not be read, is reported.</summary>
    public static Diagnosed<SourceTree> Read(SiteRequest request, World world)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var input = Folder(request.Input, "--input", world, findings);
        var own = request.Theme is null && !Directory.Exists(world.Full(DefaultTheme)) ? [] : Folder(request.Theme ?? DefaultTheme, "--theme", world, findings);
        var overridden = own.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var builtIn = BuiltInTheme().Where(file => !overridden.Contains(file.Path));
        return new Diagnosed<SourceTree>(SourceTree.From(input, own.Concat(builtIn)), findings.ToImmutable());
    }

    private static SourceFile[] Folder(string folder, string option, World world, ImmutableArray<Diagnostic>.Builder findings)
    {
        var root = world.Full(folder);
        if (!Directory.Exists(root))
        {
            findings.Add(Catalog.MissingFolder(folder, option));
            return [];
        }
        var paths = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Below: Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/')))
            .Where(path => IsSource(path.Below))
            .OrderBy(path => path.Below, StringComparer.Ordinal)
            .ToArray();
        var shown = World.Shown(folder).TrimEnd('/');
        var files = new SourceFile?[paths.Length];
        var failures = new Diagnostic?[paths.Length];
        Parallel.For(0, paths.Length, i => (files[i], failures[i]) = File(paths[i].Full, paths[i].Below, $"{shown}/{paths[i].Below}"));
        findings.AddRange(failures.OfType<Diagnostic>());
        return [.. files.OfType<SourceFile>()];
    }

    private static (SourceFile? File, Diagnostic? Failure) File(string full, string path, string shown)
    {
        try
        {
            return (new SourceFile(path, shown, System.IO.File.ReadAllBytes(full)), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, Catalog.UnreadableFile(shown, exception.Message));
        }
    }

    /// <summary>Files and folders whose name begins with an underscore or a dot are left out.</summary>
    public static bool IsSource(string path) => path.Split('/').All(part => part[0] is not ('_' or '.'));

    /// <summary>The theme that is part of the tool.</summary>
    public static IEnumerable<SourceFile> BuiltInTheme()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var path = name[Resource.Length..].Replace('\\', '/');
            yield return new SourceFile(path, $"(built-in theme)/{path}", bytes);
        }
    }
}
