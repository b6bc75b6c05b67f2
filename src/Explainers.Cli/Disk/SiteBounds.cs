using System.Collections.Immutable;
using Explainers.Cli.Commands;

namespace Explainers.Cli.Disk;

/// <summary>
/// Where the files of a site may come from. A change by a stranger can bring a symbolic link, and a build must publish nothing by it that is not the site's: keys, the environment of
/// the build, what other programs keep. So links may lead to the folder that holds the input, to the theme that was named, and to folders that <c>allow_links</c> names.
/// </summary>
internal sealed class SiteBounds
{
    private static readonly ImmutableArray<string> OfSystem =
        ["/proc", "/sys", "/dev", "/run", "/etc", "/boot", "/var/run", "/private/etc", "/private/var/run", .. new[] { Environment.GetFolderPath(Environment.SpecialFolder.Windows) }.Where(folder => folder.Length > 0)];

    private readonly string _site;
    private readonly ImmutableArray<string> _roots;
    private readonly ImmutableArray<string> _kept;
    private readonly Lazy<ImmutableArray<string>> _allowed;

    /// <summary>Takes the folders of a site.</summary>
    /// <param name="request">Names them.</param>
    /// <param name="world">Knows where relative paths begin.</param>
    /// <param name="allowed">Gives the folders that site.yaml names, once they are needed.</param>
    public SiteBounds(SiteRequest request, World world, Func<IEnumerable<string>> allowed)
    {
        var input = world.Full(request.Input);
        _site = SiteOf(input);
        _roots = [Real(input), Real(world.Full(request.Theme ?? SourceReader.DefaultTheme))];
        // What is not named lies in the folder of the site, or it is not the site's.
        if (request.Theme is null && !RealPath.IsIn(_roots[1], _site)) _roots = [_roots[0]];
        if (!request.IsInputNamed && !RealPath.IsIn(_roots[0], _site)) _roots = _roots.RemoveAt(0);
        _kept = [.. new[] { request.Output, request.Cache }.Where(folder => !string.IsNullOrEmpty(folder)).Select(folder => Real(world.Full(folder!)))];
        _allowed = new Lazy<ImmutableArray<string>>(() => [.. allowed().Select(folder => Real(Path.GetFullPath(folder, _site))).Where(IsAllowable)]);
    }

    /// <summary>Why nothing may be read from where a link leads, in words that follow "leads"; null where it may.</summary>
    /// <param name="name">The name of the link.</param>
    /// <param name="real">Where it leads, without links.</param>
    /// <param name="isFolder">Whether that is a folder.</param>
    public string? Refusal(string name, string real, bool isFolder)
    {
        var what = isFolder ? "a folder" : "a file";
        if (_roots.Append(_site).Any(root => RealPath.IsIn(root, real))) return "to a folder that holds the site";
        if (Home(real) is not { } home) return $"out of the folder of the site, to {what}";
        if (Path.GetRelativePath(home, real).Split(Path.DirectorySeparatorChar).Any(part => part[0] == '.' && part != ".")) return $"to {what} whose path has a name that begins with a dot";
        if (IsKept(real, home)) return $"to {what} that the tool writes itself";
        return isFolder || _roots.Contains(home) || IsOfOneKind(name, real) ? null : "to a file of another kind";
    }

    /// <summary>Whether a folder is one that the tool writes: the output, or a cache.</summary>
    public bool IsKept(string folder) => _kept.Contains(folder) || File.Exists(Path.Combine(folder, OutputOwnership.Marker));

    /// <summary>Whether a path lies in the input or in the theme.</summary>
    public bool IsInRoots(string real) => _roots.Any(root => RealPath.IsIn(real, root));

    private bool IsKept(string real, string home)
    {
        for (var folder = real; folder is not null && RealPath.IsIn(folder, home) && folder != home; folder = Path.GetDirectoryName(folder))
            if (IsKept(folder)) return true;
        return false;
    }

    /// <summary>The innermost of the site's folders that a path lies in, or null.</summary>
    private string? Home(string real) =>
        _roots.Append(_site).FirstOrDefault(folder => RealPath.IsIn(real, folder)) ?? _allowed.Value.FirstOrDefault(folder => RealPath.IsIn(real, folder));

    /// <summary>Whether site.yaml may name a folder: none that holds the site, none of the system's, and none that is kept out of sight.</summary>
    private bool IsAllowable(string folder) =>
        !RealPath.IsIn(_site, folder)
        && !OfSystem.Any(system => RealPath.IsIn(folder, system))
        && Path.GetRelativePath(_site, folder).Split(Path.DirectorySeparatorChar).All(part => part == ".." || part[0] is not ('.' or '_'));

    /// <summary>Whether the names of a link and of what it leads to say the same format, so that a link cannot pass a key off as an article.</summary>
    private static bool IsOfOneKind(string link, string real) => Format(link) == Format(real);

    private static string Format(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".yml" => ".yaml",
        ".jpeg" => ".jpg",
        var extension => extension,
    };

    /// <summary>The folder that holds the input; the input itself where that is a repository of its own, or what holds it is a home or a whole disk.</summary>
    private static string SiteOf(string input)
    {
        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(input));
        var isOwn = above is null || Path.Exists(Path.Combine(input, ".git")) || Path.GetDirectoryName(above) is null
            || above == Path.TrimEndingDirectorySeparator(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
        return Real(isOwn ? input : above!);
    }

    private static string Real(string path) => RealPath.Of(Path.TrimEndingDirectorySeparator(path)) ?? path;
}
