using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Explainers.Rendering.Proofreading;
using Explainers.Rendering.Templating;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>
/// Pages that one run of the program remembers for the next, as bytes: all texts once, all questions with the answers that they had, and each page with the numbers of
/// what it asked. Whoever keeps the bytes sees to it that they come back whole, and to the same version of the program.
/// </summary>
internal static class PagePack
{
    private const int Nothing = 0;

    /// <summary>How many bytes of pages are written at most: what is read back in one piece can not have more than two billion.</summary>
    private const long MostBytes = 1_500_000_000;

    /// <summary>Writes what is remembered.</summary>
    public static void Write(Stream stream, PageMemory pages, ProofMemory proofs, MinifyMemory minified)
    {
        var texts = new Texts();
        using var body = new MemoryStream();
        var writer = new BinaryWriter(body);
        var read = proofs.All();
        var kept = pages.Pages.Select(page => (Page: page, Notes: read.GetValueOrDefault(page.File))).Where(page => page.Notes is not null).ToArray();
        var total = 0L;
        kept = [.. kept.TakeWhile(page => (total += page.Page.File.Bytes.Length + (minified.Recall(page.Page.File)?.Bytes.Length ?? 0)) < MostBytes)];
        writer.Write7BitEncodedInt(pages.Questions.Count);
        for (var i = 0; i < pages.Questions.Count; i++)
        {
            writer.Write((byte)pages.Questions[i].Subject);
            writer.Write7BitEncodedInt(texts.Number(pages.Questions[i].Name));
            writer.Write(pages.AnswerTo(i).Value);
        }
        writer.Write7BitEncodedInt(kept.Length);
        foreach (var (page, notes) in kept) Write(writer, page, notes!, minified.Recall(page.File), texts);
        var head = new BinaryWriter(stream);
        head.Write7BitEncodedInt(texts.All.Count);
        foreach (var text in texts.All) head.Write(text);
        head.Flush();
        body.WriteTo(stream);
        foreach (var (page, _) in kept)
        {
            stream.Write(page.File.Bytes.Span);
            if (minified.Recall(page.File) is { } small) stream.Write(small.Bytes.Span);
        }
    }

    /// <summary>Takes up what was remembered; pages of files that are gone are forgotten.</summary>
    /// <param name="pack">The bytes.</param>
    /// <param name="tree">The files as they are now.</param>
    /// <param name="pages">Takes the pages.</param>
    /// <param name="proofs">Takes what was read in them.</param>
    /// <param name="minified">Takes their minified forms.</param>
    public static void Read(ReadOnlyMemory<byte> pack, SourceTree tree, PageMemory pages, ProofMemory proofs, MinifyMemory minified)
    {
        var files = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var file in tree.Input.Concat(tree.Theme)) files.TryAdd(file.DisplayPath, file);
        var reader = new PackReader(pack);
        var texts = new string[reader.Number()];
        for (var i = 0; i < texts.Length; i++) texts[i] = reader.Text();
        var questions = new (Question Question, Fingerprint Answer)[reader.Number()];
        for (var i = 0; i < questions.Length; i++) questions[i] = (new Question((Subject)reader.Byte(), texts[reader.Number()]), new Fingerprint(reader.Long()));
        var heads = new PageEntry[reader.Number()];
        for (var i = 0; i < heads.Length; i++) heads[i] = PageEntry.Read(ref reader, texts);
        var records = new List<PageRecord>(heads.Length);
        var notes = new List<KeyValuePair<OutputFile, PageNotes>>(heads.Length);
        foreach (var head in heads)
        {
            var (bytes, small) = (reader.Bytes(head.Length), head.SmallLength < 0 ? default : reader.Bytes(head.SmallLength));
            if (head.File(bytes, files) is not { } file) continue;
            records.Add(new PageRecord(file, [], head.Head, head.Questions, [.. head.Questions.Select(question => questions[question].Answer)]));
            notes.Add(KeyValuePair.Create(file, head.Notes));
            if (head.SmallLength >= 0) minified.Keep(file, file with { Bytes = small, Origins = [] });
        }
        pages.Load(questions.Select(question => question.Question), records);
        proofs.Load(notes);
    }

    private static void Write(BinaryWriter writer, PageRecord page, PageNotes notes, OutputFile? small, Texts texts)
    {
        var file = page.File;
        writer.Write7BitEncodedInt(texts.Number(file.Path));
        writer.Write(page.Head.Value);
        writer.Write7BitEncodedInt(file.Bytes.Length);
        writer.Write7BitEncodedInt(small is null ? Nothing : small.Bytes.Length + 1);
        writer.Write7BitEncodedInt(file.Source is { } source ? texts.Number(source.DisplayPath) + 1 : Nothing);
        writer.Write(notes.IsFaulty);
        Numbers(page.Questions);
        writer.Write7BitEncodedInt(file.Origins.Length);
        foreach (var (offset, span) in file.Origins)
        {
            writer.Write7BitEncodedInt(offset);
            writer.Write7BitEncodedInt(span.File is { } origin ? texts.Number(origin.DisplayPath) + 1 : Nothing);
            writer.Write7BitEncodedInt(span.Start);
            writer.Write7BitEncodedInt(span.Length);
        }
        foreach (var list in new[] { file.States, file.Names, file.Assets, notes.Ids, notes.Paths }) Numbers([.. list.Select(texts.Number)]);
        Numbers([.. notes.Anchors.SelectMany(anchor => new[] { texts.Number(anchor.Path!), texts.Number(anchor.Anchor) })]);

        void Numbers(ImmutableArray<int> numbers)
        {
            writer.Write7BitEncodedInt(numbers.Length);
            foreach (var number in numbers) writer.Write7BitEncodedInt(number);
        }
    }

    /// <summary>Texts with a number each.</summary>
    private sealed class Texts
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

        public List<string> All { get; } = [];

        public int Number(string text)
        {
            if (_numbers.TryGetValue(text, out var number)) return number;
            _numbers.Add(text, All.Count);
            All.Add(text);
            return All.Count - 1;
        }
    }

    /// <summary>What stands of a page before the bytes of all pages.</summary>
    private sealed record PageEntry(string Path, Fingerprint Head, int Length, int SmallLength, string? Source, ImmutableArray<int> Questions, PageNotes Notes)
    {
        private ImmutableArray<(int Offset, string? File, int Start, int Length)> Origins { get; init; }

        private ImmutableArray<string> States { get; init; }

        private ImmutableArray<string> Names { get; init; }

        private ImmutableArray<string> Assets { get; init; }

        public static PageEntry Read(ref PackReader reader, string[] texts)
        {
            var path = texts[reader.Number()];
            var head = new Fingerprint(reader.Long());
            var (length, small, source) = (reader.Number(), reader.Number() - 1, reader.Number());
            var isFaulty = reader.Byte() != 0;
            var questions = reader.Numbers();
            var origins = new (int, string?, int, int)[reader.Number()];
            for (var i = 0; i < origins.Length; i++)
            {
                var (offset, file) = (reader.Number(), reader.Number());
                origins[i] = (offset, file == Nothing ? null : texts[file - 1], reader.Number(), reader.Number());
            }
            var (states, names, assets) = (List(ref reader), List(ref reader), List(ref reader));
            var (ids, paths, anchors) = (List(ref reader), List(ref reader), List(ref reader));
            var targets = ImmutableArray.CreateRange(Enumerable.Range(0, anchors.Length / 2).Select(i => new Target(anchors[2 * i], anchors[(2 * i) + 1])));
            return new PageEntry(path, head, length, small, source == Nothing ? null : texts[source - 1], questions, new PageNotes(ids, paths, targets, isFaulty))
            {
                Origins = [.. origins],
                States = states,
                Names = names,
                Assets = assets,
            };

            ImmutableArray<string> List(ref PackReader reader) => [.. reader.Numbers().Select(number => texts[number])];
        }

        /// <summary>The page, or null where a file that made a part of it is gone.</summary>
        public OutputFile? File(ReadOnlyMemory<byte> bytes, Dictionary<string, SourceFile> files)
        {
            if ((Source is not null && !files.ContainsKey(Source)) || Origins.Any(origin => origin.File is not null && !files.ContainsKey(origin.File))) return null;
            return new OutputFile(Path, bytes)
            {
                Origins = [.. Origins.Select(origin => new Origin(origin.Offset, new FileSpan(origin.File is null ? null : files[origin.File], origin.Start, origin.Length)))],
                States = States,
                Names = Names,
                Assets = Assets,
                Source = Source is null ? null : files[Source],
            };
        }
    }

    /// <summary>Reads a pack from start to end.</summary>
    private struct PackReader(ReadOnlyMemory<byte> pack)
    {
        private int _at;

        public byte Byte() => pack.Span[_at++];

        public int Number()
        {
            var (number, shift) = (0, 0);
            while (true)
            {
                var part = pack.Span[_at++];
                number |= (part & 0x7F) << shift;
                if (part < 0x80) return number;
                shift += 7;
            }
        }

        public ulong Long()
        {
            var number = BinaryPrimitives.ReadUInt64LittleEndian(pack.Span[_at..]);
            _at += sizeof(ulong);
            return number;
        }

        public string Text() => Encoding.UTF8.GetString(Bytes(Number()).Span);

        public ReadOnlyMemory<byte> Bytes(int length)
        {
            var bytes = pack.Slice(_at, length);
            _at += length;
            return bytes;
        }

        public ImmutableArray<int> Numbers()
        {
            var numbers = new int[Number()];
            for (var i = 0; i < numbers.Length; i++) numbers[i] = Number();
            return [.. numbers];
        }
    }
}
