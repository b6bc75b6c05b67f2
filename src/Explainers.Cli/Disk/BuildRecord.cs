using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using Explainers.Binding;
using Explainers.Checking;
using Explainers.Diagnostics;
using Explainers.Hosting;
using Explainers.Incremental;
using Explainers.Sources;

namespace Explainers.Cli.Disk;

/// <summary>
/// What the last complete build of an output was made from, and what it gave. While the files of the site, the options and the files of
/// the output are what they were, the next build has nothing to do; otherwise it leaves those files alone that it would write again.
/// </summary>
internal sealed class BuildRecord
{
    private const int KeyLength = 16;
    private readonly byte[] _key;
    private readonly ImmutableArray<KnownFile> _files;
    private readonly BinaryReader _rest;
    private readonly bool _isOfTarget;
    private readonly long _from;
    private readonly long _until;

    private BuildRecord(BinaryReader reader, OutputTarget target)
    {
        (_key, _rest) = (reader.ReadBytes(KeyLength), reader);
        _isOfTarget = reader.ReadString() == target.RealFolder;
        (_from, _until) = (reader.ReadInt64(), reader.ReadInt64());
        _files = Each(reader, static from => new KnownFile(
            from.ReadString(), new FileStamp(from.ReadInt64(), from.ReadInt64()), new Hash128(from.ReadUInt64(), from.ReadUInt64())));
    }

    /// <summary>Reads a record; null where there is none of this output, or another build writes there, or was killed.</summary>
    /// <param name="record">The record, or nothing.</param>
    /// <param name="target">The output.</param>
    public static BuildRecord? Of(ReadOnlyMemory<byte> record, OutputTarget target) =>
        record.IsEmpty || Directory.Exists(target.Full(StagingFolder.Name)) ? null : OrNull(() =>
            new BuildRecord(new BinaryReader(new MemoryStream(record.ToArray()), Encoding.UTF8), target));

    /// <summary>Tells everything that a build depends on from anything else: its files, its options, and where it writes.</summary>
    public static byte[] Key(ReadSite read, CompileOptions options, OutputTarget target)
    {
        var hash = new XxHash128();
        Add(hash, $"{options.Today:O} {options.Address} {options.Drafts} {options.Indexing} {options.Spacing} {target.RealFolder}");
        foreach (var finding in read.Findings) Add(hash, $"{finding.Code} {finding.Span.File?.DisplayPath} {finding.Message}");
        foreach (var file in read.Tree.Input.Concat(read.Tree.Theme))
        {
            Add(hash, $"{file.Path}\n{file.DisplayPath}\n{file.Bytes.Length}");
            hash.Append(file.Bytes.Span);
        }
        return hash.GetCurrentHash();
    }

    /// <summary>What that build gave, if it was of this site and its output is as it left it; otherwise null.</summary>
    /// <param name="tree">The files of the site.</param>
    /// <param name="key">The key of the site.</param>
    /// <param name="listing">What the output holds.</param>
    /// <param name="now">The moment that hours are judged against.</param>
    public CompiledSite? Recall(SourceTree tree, Lazy<byte[]> key, OutputListing listing, DateTimeOffset? now) => OrNull(() =>
    {
        if ((now?.UtcTicks ?? 0) is var ticks && (ticks < _from || ticks >= _until || (ticks == 0) != (_from == 0))) return null;
        var known = _files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return _files.All(file => IsIntact(file, listing))
            && listing.Files.Keys.All(path => known.Contains(path) || OutputOwnership.IsDotPath(path))
            && _key.AsSpan().SequenceEqual(key.Value)
            ? Result(_rest, tree, [.. _files.Select(file => file.Path)])
            : null;
    });

    /// <summary>The files of the output that are as that build left them, by path.</summary>
    public Dictionary<string, KnownFile> Intact(OutputListing listing) =>
        _files.Where(file => IsIntact(file, listing)).ToDictionary(file => file.Path, StringComparer.Ordinal);

    /// <summary>Writes the record of a build that is complete.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="compiled">What the build gave.</param>
    /// <param name="key">The key of the site.</param>
    /// <param name="target">The output.</param>
    /// <param name="now">The moment that hours were judged against.</param>
    /// <param name="intact">The files that the build found intact. Those whose content it would not change it has left alone.</param>
    public static void Write(
        Stream stream, CompiledSite compiled, ReadOnlySpan<byte> key, OutputTarget target, Dictionary<string, KnownFile> intact,
        DateTimeOffset? now)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(key);
        writer.Write(target.RealFolder);
        writer.Write(now?.UtcTicks ?? 0);
        writer.Write(now is not null && compiled.Next is [var next, ..] ? next.At.UtcTicks : long.MaxValue);
        var files = intact.Count == 0 ? OutputListing.Of(target.RealFolder).Files : null;
        writer.Write(compiled.Paths.Length);
        foreach (var i in Enumerable.Range(0, compiled.Paths.Length).OrderBy(i => compiled.Paths[i], StringComparer.Ordinal))
        {
            var stamp = files is not null ? files.GetValueOrDefault(compiled.Paths[i])
                : intact.TryGetValue(compiled.Paths[i], out var known) && known.Content == compiled.Contents[i] ? known.Stamp
                : FileStamp.Of(new FileInfo(target.Full(compiled.Paths[i])));
            writer.Write(compiled.Paths[i]);
            writer.Write(stamp.Length);
            writer.Write(stamp.Written);
            writer.Write(compiled.Contents[i].High);
            writer.Write(compiled.Contents[i].Low);
        }
        writer.Write(compiled.Coverage.Rows.Length);
        foreach (var row in compiled.Coverage.Rows)
        {
            writer.Write(row.File);
            writer.Write(row.Bound);
            writer.Write(row.Figures);
        }
        writer.Write(compiled.Unpublished.Length);
        foreach (var article in compiled.Unpublished)
        {
            writer.Write(article.Path);
            writer.Write(article.Slug);
            writer.Write((byte)article.Reason);
        }
        writer.Write(compiled.Next.Length);
        foreach (var coming in compiled.Next)
        {
            writer.Write(coming.At.UtcTicks);
            writer.Write(coming.HasHour);
            writer.Write((byte)coming.Kind);
            writer.Write(coming.Name);
            writer.Write(coming.File);
            writer.Write(coming.Detail);
        }
        writer.Write(compiled.Findings.Length);
        foreach (var finding in compiled.Findings) Write(writer, finding);
    }

    private bool IsIntact(KnownFile file, OutputListing listing) =>
        _isOfTarget && listing.Files.TryGetValue(file.Path, out var stamp) && stamp == file.Stamp;

    /// <summary>What cannot be read is built again.</summary>
    private static T? OrNull<T>(Func<T?> read) where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Write(BinaryWriter writer, Diagnostic finding)
    {
        writer.Write(finding.Code);
        writer.Write((byte)finding.Severity);
        writer.Write(finding.Span.File?.DisplayPath ?? "");
        writer.Write(finding.Span.Start);
        writer.Write(finding.Span.Length);
        writer.Write(finding.Message);
        writer.Write(finding.Hint ?? "");
    }

    private static CompiledSite Result(BinaryReader reader, SourceTree tree, ImmutableArray<string> paths)
    {
        var rows = Each(reader, static from => new CoverageRow(from.ReadString(), from.ReadInt32(), from.ReadInt32()));
        var unpublished = Each(reader, static from =>
            new UnpublishedArticle(
                from.ReadString(),
                from.ReadString(),
                (UnpublishedReason)from.ReadByte(),
                new ArticleDates(null, null, null)));
        var next = Each(reader, static from => new Appointment(
            new DateTimeOffset(from.ReadInt64(), TimeSpan.Zero), from.ReadBoolean(), (AppointmentKind)from.ReadByte(), from.ReadString(),
            from.ReadString(), from.ReadString()));
        Dictionary<string, SourceFile>? files = null;
        var findings = Each(reader, from =>
        {
            var (code, severity, path) = (from.ReadString(), (Severity)from.ReadByte(), from.ReadString());
            files ??= tree.Input.Concat(tree.Theme).DistinctBy(file => file.DisplayPath, StringComparer.Ordinal)
                .ToDictionary(file => file.DisplayPath, StringComparer.Ordinal);
            var span = new FileSpan(files.GetValueOrDefault(path), from.ReadInt32(), from.ReadInt32());
            var (message, hint) = (from.ReadString(), from.ReadString());
            return new Diagnostic(code, severity, span, message, hint.Length == 0 ? null : hint);
        });
        return new CompiledSite(new Coverage(rows), paths, unpublished, findings) { Next = next };
    }

    private static ImmutableArray<T> Each<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = reader.ReadInt32(); left > 0; left--) items.Add(read(reader));
        return items.ToImmutable();
    }

    private static void Add(XxHash128 hash, string text) => hash.Append(Encoding.UTF8.GetBytes(text + "\n"));
}

/// <summary>A file of the output as a build left it.</summary>
/// <param name="Path">Its path, with forward slashes.</param>
/// <param name="Stamp">Its length and time.</param>
/// <param name="Content">What tells its content from any other.</param>
internal sealed record KnownFile(string Path, FileStamp Stamp, Hash128 Content);

/// <summary>What shows that a file was written again.</summary>
internal readonly record struct FileStamp(long Length, long Written)
{
    /// <summary>The stamp of a file; the default for one that is gone.</summary>
    public static FileStamp Of(FileInfo file) => file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks) : default;
}
