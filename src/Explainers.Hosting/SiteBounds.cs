using System.Collections.Immutable;

namespace Explainers.Hosting;

/// <summary>
/// Where the files of a site may come from. A change by a stranger can bring a symbolic link, and a build must publish nothing by it that
/// is
/// not the site's: keys, the environment of the build, what other programs keep. So links may lead to the folder that holds the input, to
/// the
/// theme that was named, and to folders that <c>allow_links</c> names.
/// </summary>
internal sealed class SiteBounds
{
    private static readonly ImmutableArray<string> OfSystem =
    [
        "/proc", "/sys", "/dev", "/run", "/etc", "/boot", "/var/run", "/private/etc", "/private/var/run",
        .. new[] { Environment.GetFolderPath(Environment.SpecialFolder.Windows) }.Where(folder => folder.Length > 0),
    ];

    /// <summary>The name of the file that marks a folder as the output of a build.</summary>
    public const string OutputMarker = ".explainers";

    /// <summary>What to do about a link to something that is never part of a site.</summary>
    public const string Removing = "remove it, or put a copy there of what the site needs";

    private const string Sharing =
        "put a copy there; 'allow_links' in site.yaml can name a folder beside the site that several sites share";
    private readonly string _site;
    private readonly ImmutableArray<string> _roots;
    private readonly ImmutableArray<string> _kept;
    private readonly Lazy<ImmutableArray<string>> _allowed;

    /// <summary>Takes the folders of a site.</summary>
    /// <param name="folders">Names them.</param>
    /// <param name="allowed">Gives the folders that site.yaml names, once they are needed.</param>
    public SiteBounds(SiteFolders folders, Func<IEnumerable<string>> allowed)
    {
        var input = folders.Full(folders.Input);
        _site = SiteOf(input);
        _roots = [Real(input), Real(folders.Full(folders.Theme ?? SourceReader.DefaultTheme))];
        // What is not named lies in the folder of the site, or it is not the site's.
        if (folders.Theme is null && !RealPath.IsIn(_roots[1], _site)) _roots = [_roots[0]];
        if (!folders.IsInputNamed && !RealPath.IsIn(_roots[0], _site)) _roots = _roots.RemoveAt(0);
        _kept = [.. folders.Written.Select(folder => Real(folders.Full(folder)))];
        _allowed = new Lazy<ImmutableArray<string>>(() =>
            [.. allowed().Select(folder => Real(Path.GetFullPath(folder, _site))).Where(IsAllowable)]);
    }

    /// <summary>Why nothing may be read from where a link leads, in words that follow "leads", and what to do; null where it may.</summary>
    /// <param name="name">The name of the link.</param>
    /// <param name="real">Where it leads, without links.</param>
    /// <param name="isFolder">Whether that is a folder.</param>
    public (string Where, string Hint)? Refusal(string name, string real, bool isFolder)
    {
        var what = isFolder ? "a folder" : "a file";
        if (_roots.Append(_site).Any(root => RealPath.IsIn(root, real))) return ("to a folder that holds the site", Removing);
        if (Home(real) is not { } home) return ($"out of the folder of the site, to {what}", IsOfSystem(real) ? Removing : Sharing);
        if (Path.GetRelativePath(home, real).Split(Path.DirectorySeparatorChar).Any(part => part[0] == '.' && part != "."))
            return ($"to {what} whose path has a name that begins with a dot", Removing);
        if (IsKept(real, home)) return ($"to {what} that the tool writes itself", Removing);
        if (isFolder || _roots.Contains(home) || Format(name) == Format(real)) return null;
        return ("to a file of another kind", "a link has the same ending as the file that it leads to");
    }

    /// <summary>Whether a folder is one that the tool writes: the output, or a cache.</summary>
    public bool IsKept(string folder) => _kept.Contains(folder) || File.Exists(Path.Combine(folder, OutputMarker));

    /// <summary>Whether a path lies in the input or in the theme.</summary>
    public bool IsInRoots(string real) => _roots.Any(root => RealPath.IsIn(real, root));

    private bool IsKept(string real, string home)
    {
        for (var folder = real; folder is not null && folder != home; folder = Path.GetDirectoryName(folder))
            if (IsKept(folder)) return true;
        return false;
    }

    /// <summary>The innermost of the site's folders that a path lies in, or null.</summary>
    private string? Home(string real) =>
        _roots.Append(_site).FirstOrDefault(folder => RealPath.IsIn(real, folder))
        ?? _allowed.Value.FirstOrDefault(folder => RealPath.IsIn(real, folder));

    /// <summary>
    /// Whether site.yaml may name a folder: not one that holds the site, nor one of the system, nor one kept out of sight.
    /// </summary>
    private bool IsAllowable(string folder) =>
        !RealPath.IsIn(_site, folder)
        && !IsOfSystem(folder)
        && Path.GetRelativePath(_site, folder).Split(Path.DirectorySeparatorChar).All(part => part == ".." || part[0] is not ('.' or '_'));

    private static bool IsOfSystem(string path) => OfSystem.Any(system => RealPath.IsIn(path, system));

    /// <summary>The format that a name says. A link and its target say the same, so that no link passes a key off as an article.</summary>
    private static string Format(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".yml" => ".yaml",
        ".jpeg" => ".jpg",
        var extension => extension,
    };

    /// <summary>
    /// The folder that holds the input; the input itself where it is a repository, or where a home or a whole disk holds it.
    /// </summary>
    private static string SiteOf(string input)
    {
        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(input));
        var isOwn = above is null || Path.Exists(Path.Combine(input, ".git")) || Path.GetDirectoryName(above) is null
            || above == Path.TrimEndingDirectorySeparator(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        return Real(isOwn ? input : above!);
    }

    private static string Real(string path) => RealPath.Of(Path.TrimEndingDirectorySeparator(path)) ?? path;
}
