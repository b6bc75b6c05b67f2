using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Hosting;

/// <summary>A folder of a site as it was found.</summary>
/// <param name="Entries">The files that may be read.</param>
/// <param name="Findings">What is wrong with links, and with how much there is.</param>
/// <param name="Refusals">What the disk did not give.</param>
/// <param name="Targets">The files and folders that links lead to.</param>
internal sealed record FoundFiles(
    ImmutableArray<SourceEntry> Entries,
    ImmutableArray<Diagnostic> Findings,
    ImmutableArray<Diagnostic> Refusals,
    ImmutableArray<string> Targets);

/// <summary>Finds the files of a site's folder: each link is followed as far as the site goes, and nothing is opened.</summary>
/// <param name="root">The folder, as a full path.</param>
/// <param name="shown">The folder as messages show it.</param>
/// <param name="isPart">Whether something reads the file at a path below it.</param>
/// <param name="bounds">Where files may come from.</param>
internal sealed class SourceFolder(string root, string shown, Func<string, bool> isPart, SiteBounds bounds)
{
    private readonly SiteBounds _bounds = bounds;
    private readonly string _shown = TypedPath.Shown(shown).TrimEnd('/');

    /// <summary>The folder, as a full path.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(root);

    /// <summary>Whether there is no such folder.</summary>
    public bool IsAbsent => !Directory.Exists(Root);

    /// <summary>The path as messages show it of what lies at a path below the folder.</summary>
    public string Shown(string below) => $"{_shown}/{below}";

    /// <summary>Looks through the whole folder.</summary>
    public FoundFiles Find() => new Search(this).Run();

    /// <summary>The file at a path, where no link leads to it; null where only a look through the whole folder can tell.</summary>
    /// <param name="path">The path, as one below the folder without links.</param>
    public SourceEntry? Plain(string path)
    {
        if (RealPath.Of(Root) is not { } real || !RealPath.IsIn(path, real) || path.Length == real.Length) return null;
        var (below, file) = (Path.GetRelativePath(real, path), new FileInfo(path));
        if (!file.Exists || RealPath.Of(path) != path || below.Split(Path.DirectorySeparatorChar).Length > SourceLimits.Depth) return null;
        return Entry(file, below.Replace(Path.DirectorySeparatorChar, '/'));
    }

    private SourceEntry Entry(FileInfo file, string below) =>
        new(below, Shown(below), file.FullName, file.Length, file.LastWriteTimeUtc, isPart(below));

    /// <summary>One look through the folder.</summary>
    private sealed class Search(SourceFolder owner)
    {
        private readonly ImmutableArray<SourceEntry>.Builder _entries = ImmutableArray.CreateBuilder<SourceEntry>();
        private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();
        private readonly ImmutableArray<Diagnostic>.Builder _refusals = ImmutableArray.CreateBuilder<Diagnostic>();
        private readonly SortedSet<string> _targets = new(StringComparer.Ordinal);
        private readonly List<string> _above = [];
        private int _seen;
        private int _linked;
        private int _links;
        private long _bytes;
        private long _articles;

        public FoundFiles Run()
        {
            var real = RealPath.Of(owner.Root);
            if (real is null || !Directory.Exists(real)) return new FoundFiles([], [], [], []);
            if (!owner._bounds.IsInRoots(real)) Refuse("", "out of the folder of the site, to a folder");
            else Folder(new DirectoryInfo(real), "");
            _entries.Sort((one, other) => string.CompareOrdinal(one.Below, other.Below));
            return new FoundFiles(_entries.ToImmutable(), _findings.ToImmutable(), _refusals.ToImmutable(), [.. _targets]);
        }

        private bool IsEnough => _seen > SourceLimits.Entries || _linked > SourceLimits.Linked || KeptBytes > SourceLimits.Together;

        /// <summary>A large site does not keep its articles.</summary>
        private long KeptBytes => _entries.Count > SourceLimits.Kept ? _bytes : _bytes + _articles;

        private void Folder(DirectoryInfo folder, string below)
        {
            _above.Add(folder.FullName);
            foreach (var entry in List(folder, below))
            {
                var path = below.Length == 0 ? entry.Name : $"{below}/{entry.Name}";
                if (!SourceKinds.IsSeen(path)) continue;
                _seen++;
                if (_links > 0) _linked++;
                if (IsEnough)
                {
                    _findings.Add(TooMuch());
                    break;
                }
                See(entry, path);
                if (IsEnough) break;
            }
            _above.RemoveAt(_above.Count - 1);
        }

        private string Most =>
            _linked > SourceLimits.Linked ? $"{SourceLimits.Linked:N0} files behind links"
            : _seen > SourceLimits.Entries ? $"{SourceLimits.Entries:N0} files"
            : SourceLimits.Shown(SourceLimits.Together);

        private Diagnostic TooMuch() => Catalog.TooLarge(
            SourceEntry.At("", owner._shown),
            $"this folder has more than {Most}, so the rest of it is not read",
            "look for links that lead to the same folder again and again");

        private FileSystemInfo[] List(DirectoryInfo folder, string below)
        {
            try
            {
                return folder.GetFileSystemInfos();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _refusals.Add(Catalog.UnreadableFile(below.Length == 0 ? owner._shown : owner.Shown(below), SourceEntry.Why(exception)));
                return [];
            }
        }

        private void See(FileSystemInfo entry, string below)
        {
            try
            {
                // Most entries are no links, which their attributes say as soon as their length is known.
                if ((entry.Attributes & FileAttributes.ReparsePoint) != 0 && entry.LinkTarget is not null) FollowCounted(entry, below);
                else if (entry is DirectoryInfo folder) Enter(folder, below);
                else Take((FileInfo)entry, below);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _refusals.Add(Catalog.UnreadableFile(owner.Shown(below), SourceEntry.Why(exception)));
            }
        }

        private void FollowCounted(FileSystemInfo link, string below)
        {
            _links++;
            try
            {
                Follow(link, below);
            }
            finally
            {
                _links--;
            }
        }

        private void Take(FileInfo file, string below)
        {
            var entry = owner.Entry(file, below);
            if (entry.IsPart && !SourceReader.IsPublic(below) && entry.Length <= SourceLimits.Of(below))
            {
                if (SourceReader.IsArticle(below)) _articles += entry.Length;
                else _bytes += entry.Length;
            }
            _entries.Add(entry);
        }

        private void Enter(DirectoryInfo folder, string below)
        {
            if (_above.Count >= SourceLimits.Depth)
            {
                var what = $"folders are nested more than {SourceLimits.Depth} deep here, so this one is not read";
                _findings.Add(Catalog.TooLarge(At(below), what, "nest them less deep"));
            }
            else if (_above.Contains(folder.FullName) || owner._bounds.IsKept(folder.FullName))
            {
                Refuse(below, "to a folder that is read already, or that the tool writes itself");
            }
            else
            {
                Folder(folder, below);
            }
        }

        private void Follow(FileSystemInfo link, string below)
        {
            var real = RealPath.Of(link.FullName);
            if (real is null || !Path.Exists(real))
            {
                var why = real is null ? "the link leads in a circle" : "the link leads nowhere";
                _refusals.Add(Catalog.UnreadableFile(owner.Shown(below), why));
                return;
            }
            var isFolder = Directory.Exists(real);
            if (isFolder && _above.Contains(real)) Refuse(below, "back to a folder that it lies in");
            else if (owner._bounds.Refusal(link.Name, real, isFolder) is { } refusal) Refuse(below, refusal.Where, refusal.Hint);
            else if (isFolder) Enter(Target(new DirectoryInfo(real)), below);
            else Take(Target(new FileInfo(real)), below);
        }

        private T Target<T>(T entry) where T : FileSystemInfo
        {
            _targets.Add(entry.FullName);
            return entry;
        }

        private void Refuse(string below, string where, string hint = SiteBounds.Removing) =>
            _findings.Add(Catalog.MisplacedLink(At(below), where, hint));

        private FileSpan At(string below) => SourceEntry.At(below, below.Length == 0 ? owner._shown : owner.Shown(below));
    }
}
