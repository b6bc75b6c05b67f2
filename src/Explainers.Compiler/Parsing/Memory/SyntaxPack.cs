using System.Collections.Immutable;
using Explainers.Incremental.Packs;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Sources;

namespace Explainers.Parsing.Memory;

/// <summary>
/// The syntax of files that one run of the program leaves for the next. A file is recognised by a fingerprint of its path, its content and how it is read; its syntax is
/// read when it is asked for, by any number of threads at once, and costs nothing before. Whoever keeps the bytes sees to it that they come back whole, and to the same
/// version of the program.
/// </summary>
internal sealed class SyntaxPack
{
    /// <summary>A pack without files.</summary>
    public static readonly SyntaxPack Empty = new();

    private readonly Dictionary<Fingerprint, ReadOnlyMemory<byte>> _files = [];

    /// <summary>Takes up a pack: first come the fingerprints of all files with their lengths, and then the files.</summary>
    public static SyntaxPack Read(ReadOnlyMemory<byte> pack)
    {
        var (read, reader) = (new SyntaxPack(), new PackReader(pack));
        var heads = new (Fingerprint Key, int Length)[reader.Number()];
        for (var i = 0; i < heads.Length; i++) heads[i] = (new Fingerprint(reader.Long()), reader.Number());
        foreach (var (key, length) in heads) read._files[key] = reader.Bytes(length);
        return read;
    }

    /// <summary>The syntax of an article or page, or null where the pack has no such file.</summary>
    public ArticleSyntax? Article(SourceFile file, ArticleKind kind, MarkdownDialect dialect) =>
        _files.TryGetValue(PackedFile.KeyOf(file, kind, dialect), out var written) ? PackedArticle.Read(new SyntaxReader(written, file)) : null;

    /// <summary>The syntax of a fact sheet, or null where the pack has no such file.</summary>
    public FactSheetSyntax? Sheet(SourceFile file, MarkdownDialect dialect) =>
        _files.TryGetValue(PackedFile.KeyOf(file, dialect), out var written) ? PackedSheet.Read(new SyntaxReader(written, file)) : null;

    /// <summary>Whether it has these files, and no others.</summary>
    public bool HasJust(ImmutableArray<PackedFile> files) => files.Length == _files.Count && files.All(file => _files.ContainsKey(file.Key));

    /// <summary>Writes a pack of some files; those that this one has are copied.</summary>
    public void Write(Stream stream, ImmutableArray<PackedFile> files)
    {
        var written = new ReadOnlyMemory<byte>[files.Length];
        Parallel.For(0, files.Length, i => written[i] = _files.TryGetValue(files[i].Key, out var known) ? known : files[i].Write());
        var (count, total) = (0, 0L);
        while (count < written.Length && (total += written[count].Length) < PackWriter.MostBytes) count++;
        var heads = new PackWriter();
        heads.Number(count);
        for (var i = 0; i < count; i++)
        {
            heads.Long(files[i].Key.Value);
            heads.Number(written[i].Length);
        }
        stream.Write(heads.Written.Span);
        for (var i = 0; i < count; i++) stream.Write(written[i].Span);
    }
}
