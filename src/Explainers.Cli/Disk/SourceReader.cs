using System.Collections.Immutable;
using System.Reflection;
using Explainers.Cli.Commands;
using Explainers.Diagnostics;
using Explainers.Parsing.Settings;
using Explainers.Sources;

namespace Explainers.Cli.Disk;

/// <summary>A site as it was read.</summary>
/// <param name="Tree">The files.</param>
/// <param name="Findings">What is wrong with the files of the site themselves; a compile reports it with the rest.</param>
/// <param name="Refusals">What the disk did not give; a compile without it would mislead.</param>
internal sealed record ReadSite(SourceTree Tree, ImmutableArray<Diagnostic> Findings, ImmutableArray<Diagnostic> Refusals);

/// <summary>Reads the folders of a site into a tree of files.</summary>
internal static class SourceReader
{
    /// <summary>The theme's folder where none is named.</summary>
    public const string DefaultTheme = "theme";

    private const string Resource = "theme/";

    /// <summary>Reads input and theme; a folder that was named and is not there, or a file that can not be read, is reported.</summary>
    public static ReadSite Read(SiteRequest request, World world)
    {
        var (input, theme) = Folders(request, world);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var refusals = ImmutableArray.CreateBuilder<Diagnostic>();
        var files = Files(input, request.Input, "--input", findings, refusals);
        var own = request.Theme is null && theme.IsAbsent ? [] : Files(theme, request.Theme ?? DefaultTheme, "--theme", findings, refusals);
        var overridden = own.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var builtIn = BuiltInTheme().Where(file => !overridden.Contains(file.Path));
        return new ReadSite(SourceTree.From(files, own.Concat(builtIn)), findings.ToImmutable(), refusals.ToImmutable());
    }

    /// <summary>The folders that a request names, each within the bounds of the site.</summary>
    public static (SourceFolder Input, SourceFolder Theme) Folders(SiteRequest request, World world)
    {
        SourceFolder? input = null;
        var bounds = new SiteBounds(request, world, () => Allowed(input!));
        input = new SourceFolder(world.Full(request.Input), request.Input, path => SourceKinds.Of(path) != SourceKind.Unread, bounds);
        return (input, new SourceFolder(world.Full(request.Theme ?? DefaultTheme), request.Theme ?? DefaultTheme, _ => true, bounds));
    }

    /// <summary>The folders that site.yaml lets links lead to; a link in its place says nothing of that.</summary>
    private static ImmutableArray<string> Allowed(SourceFolder input)
    {
        var settings = input.Plain(Path.Combine(RealPath.OrTyped(input.Root), SourceKinds.Settings))?.Read().File;
        return settings is null ? [] : SettingsParser.Parse(settings).Value.AllowedLinks;
    }

    private static SourceFile[] Files(
        SourceFolder folder,
        string typed,
        string option,
        ImmutableArray<Diagnostic>.Builder findings, ImmutableArray<Diagnostic>.Builder refusals)
    {
        if (folder.IsAbsent)
        {
            refusals.Add(Catalog.MissingFolder(typed, option));
            return [];
        }
        var found = folder.Find();
        var read = new (SourceFile? File, Diagnostic? Finding, Diagnostic? Refusal)[found.Entries.Length];
        Parallel.For(0, read.Length, i => read[i] = found.Entries[i].Read());
        findings.AddRange(found.Findings.Concat(read.Select(one => one.Finding).OfType<Diagnostic>()));
        refusals.AddRange(found.Refusals.Concat(read.Select(one => one.Refusal).OfType<Diagnostic>()));
        return [.. read.Select(one => one.File).OfType<SourceFile>()];
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
            yield return new SourceFile(path, $"(built-in theme)/{path}", bytes) { IsBuiltIn = true };
        }
    }
}
