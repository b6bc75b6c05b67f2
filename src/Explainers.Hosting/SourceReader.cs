using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Settings;
using Explainers.Sources;

namespace Explainers.Hosting;

/// <summary>A site as it was read.</summary>
/// <param name="Tree">The files.</param>
/// <param name="Findings">What is wrong with the files of the site themselves; a compile reports it with the rest.</param>
/// <param name="Refusals">What the disk did not give; a compile without it would mislead.</param>
public sealed record ReadSite(SourceTree Tree, ImmutableArray<Diagnostic> Findings, ImmutableArray<Diagnostic> Refusals);

/// <summary>Reads the folders of a site into a tree of files.</summary>
public static class SourceReader
{
    /// <summary>The theme's folder where none is named.</summary>
    public const string DefaultTheme = "theme";

    /// <summary>Reads input and theme; a folder that was named and is not there, or a file that cannot be read, is reported.</summary>
    /// <param name="folders">Where the site lies.</param>
    public static ReadSite Read(SiteFolders folders)
    {
        var (input, theme) = Find(folders);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var refusals = ImmutableArray.CreateBuilder<Diagnostic>();
        var files = Files(input, folders.Input, "--input", findings, refusals);
        var own = folders.Theme is null && theme.IsAbsent ? [] : Files(theme, folders.Theme ?? DefaultTheme, "--theme", findings, refusals);
        return new ReadSite(
            SourceTree.From(files, BuiltInTheme.Under(own, BuiltInTheme.Files())) with { IsLarge = files.Length > SourceLimits.Kept },
            findings.ToImmutable(),
            refusals.ToImmutable());
    }

    /// <summary>The folders of a site, each within its bounds.</summary>
    internal static (SourceFolder Input, SourceFolder Theme) Find(SiteFolders folders)
    {
        SourceFolder? input = null;
        var bounds = new SiteBounds(folders, () => Allowed(input!));
        input = new SourceFolder(folders.Full(folders.Input), folders.Input, path => SourceKinds.Of(path) != SourceKind.Unread, bounds);
        var theme = folders.Theme ?? DefaultTheme;
        return (input, new SourceFolder(folders.Full(theme), theme, _ => true, bounds));
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
        var isLarge = found.Entries.Length > SourceLimits.Kept;
        Parallel.For(0, read.Length, i => read[i] = found.Entries[i].Read(IsLater(found.Entries[i].Below)));
        findings.AddRange(found.Findings.Concat(read.Select(one => one.Finding).OfType<Diagnostic>()));
        refusals.AddRange(found.Refusals.Concat(read.Select(one => one.Refusal).OfType<Diagnostic>()));
        return [.. read.Select(one => one.File).OfType<SourceFile>()];

        bool IsLater(string path) => IsPublic(path) || (isLarge && IsArticle(path));
    }

    /// <summary>Whether a file is one of those that a large site does not keep in memory.</summary>
    internal static bool IsArticle(string path) => SourceKinds.Of(path) is SourceKind.Article or SourceKind.Page;

    /// <summary>Whether a file is published as it is; it is read when it is written, and never kept in memory.</summary>
    internal static bool IsPublic(string path) => SourceKinds.Of(path) == SourceKind.Public;
}
