using System.Collections.Immutable;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;
using Explainers.Hosting;
using Explainers.Sources;

namespace Explainers.Cli.Preview;

/// <summary>
/// The files of a site in memory, brought up to date from the disk file by file. What cannot be read just now stays as it was.
/// </summary>
internal sealed class SourceCache
{
    /// <summary>How long a file that has just been emptied may take to be filled again; the next look takes it as it is.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly SiteRequest _request;
    private readonly CliEnvironment _environment;
    private readonly SourceFile[] _builtIn;
    private CachedFolder _input;
    private CachedFolder _theme;

    /// <summary>Takes the folders of a site; nothing is read yet.</summary>
    public SourceCache(SiteRequest request, CliEnvironment environment)
    {
        (_request, _environment) = (request, environment);
        var (input, theme) = SourceReader.Find(request.Folders(environment));
        (_input, _theme) = (new CachedFolder(input), new CachedFolder(theme));
        _builtIn = [.. BuiltInTheme.Files()];
    }

    /// <summary>The folders on the disk.</summary>
    public IEnumerable<string> Folders => [_input.Root, _theme.Root];

    /// <summary>The files and folders outside of them that links lead to.</summary>
    public IEnumerable<string> Elsewhere => _input.Elsewhere.Concat(_theme.Elsewhere);

    /// <summary>What is wrong with the files themselves.</summary>
    public ImmutableArray<Diagnostic> Findings => [.. _input.Findings, .. _theme.Findings];

    /// <summary>The files as the cache has them.</summary>
    public SourceTree Tree() => SourceTree.From(_input.Files, BuiltInTheme.Under([.. _theme.Files], _builtIn));

    /// <summary>The path on the disk of a file as messages show it, or null for one of the built-in theme.</summary>
    public string? Full(string shown) => _input.Full(shown) ?? _theme.Full(shown);

    /// <summary>Brings what lies at some paths up to date; whole folders where they are folders, or may have been.</summary>
    /// <returns>Whether anything is another than it was.</returns>
    public bool Update(IReadOnlyCollection<string> paths)
    {
        // What links may lead to follows from the settings, which are read anew with everything else.
        var changed = _input.Update(paths) | _theme.Update(paths);
        return paths.Contains(Path.Combine(_input.Root, SourceKinds.Settings)) ? UpdateAll() | changed : changed;
    }

    /// <summary>Brings everything up to date.</summary>
    /// <returns>Whether anything is another than it was.</returns>
    public bool UpdateAll()
    {
        var (input, theme) = SourceReader.Find(_request.Folders(_environment));
        return _input.UpdateAll(input) | _theme.UpdateAll(theme);
    }

    /// <summary>The files of one folder, by their paths below it.</summary>
    private sealed class CachedFolder(SourceFolder folder)
    {
        private readonly SortedDictionary<string, (SourceFile File, SourceEntry Entry)> _files = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, Diagnostic> _faults = new(StringComparer.Ordinal);
        private ImmutableArray<Diagnostic> _found = [];
        private ImmutableArray<string> _targets = [];
        private SourceFolder _folder = folder;

        public string Root => _folder.Root;

        public IEnumerable<string> Elsewhere =>
            RealPath.Of(Root) is { } real ? _targets.Where(target => !RealPath.IsIn(target, real)) : [];

        public IEnumerable<SourceFile> Files => _files.Values.Select(known => known.File);

        public IEnumerable<Diagnostic> Findings => _found.Concat(_faults.Values);

        public string? Full(string shown)
        {
            var start = _folder.Shown("");
            return shown.StartsWith(start, StringComparison.Ordinal) ? Path.Combine(Root, shown[start.Length..]) : null;
        }

        public bool Update(IReadOnlyCollection<string> paths)
        {
            var real = RealPath.Of(Root) ?? Root;
            var own = paths
                .Select(path => RealPath.IsIn(path, Root) ? Path.Join(real, path[Root.Length..]) : path)
                .Where(path => IsTarget(path) || (RealPath.IsIn(path, real) && IsSource(path, real)))
                .ToArray();
            // A file that a link leads to has several paths here.
            var plain = own.Select(path => IsTarget(path) ? null : _folder.Plain(path)).ToArray();
            if (plain.Contains(null)) return UpdateAll(_folder);
            var changed = false;
            foreach (var entry in plain) changed |= Read(entry!);
            return changed;
        }

        public bool UpdateAll(SourceFolder current)
        {
            _folder = current;
            var found = current.Find();
            _targets = found.Targets;
            ImmutableArray<Diagnostic> findings = [.. found.Findings, .. found.Refusals];
            var changed = !findings.Select(Words).SequenceEqual(_found.Select(Words));
            if (changed) _found = findings;
            var there = found.Entries.Select(entry => entry.Below).ToHashSet(StringComparer.Ordinal);
            foreach (var gone in _files.Keys.Concat(_faults.Keys).Where(known => !there.Contains(known)).ToArray())
                changed |= _files.Remove(gone) | _faults.Remove(gone);
            foreach (var entry in found.Entries) changed |= Read(entry);
            return changed;
        }

        private bool IsTarget(string path) => _targets.Any(target => RealPath.IsIn(path, target));

        private static bool IsSource(string path, string root) =>
            path == root || SourceKinds.IsSeen(Path.GetRelativePath(root, path).Replace('\\', '/'));

        private static (string, string) Words(Diagnostic finding) => (finding.Span.File?.DisplayPath ?? "", finding.Message);

        private bool Read(SourceEntry entry)
        {
            var isKnown = _files.TryGetValue(entry.Below, out var known);
            if (isKnown && known.Entry == entry && DateTime.UtcNow - entry.Written > TimeSpan.FromSeconds(2)) return false;
            var (file, finding, refusal) = entry.Read();
            if (file is null) return Fault(entry.Below, finding, refusal);
            if (file.Bytes.IsEmpty && isKnown && DateTime.UtcNow - entry.Written < Pause) return false;
            var isSame = isKnown && known.File.Bytes.Span.SequenceEqual(file.Bytes.Span);
            _files[entry.Below] = (isSame ? known.File : file, entry);
            return _faults.Remove(entry.Below) | !isSame;
        }

        /// <summary>
        /// Notes why a file has no content: one that the disk does not give just now stays as it was, if it is still there.
        /// </summary>
        private bool Fault(string below, Diagnostic? finding, Diagnostic? refusal)
        {
            if (finding is null && _files.ContainsKey(below)) return false;
            var fault = finding ?? refusal!;
            var isNew = !_faults.TryGetValue(below, out var known) || Words(known) != Words(fault);
            _faults[below] = fault;
            return _files.Remove(below) | isNew;
        }
    }
}
