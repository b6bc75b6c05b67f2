using System.Collections.Immutable;
using Explainers.Incremental.Packs;
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

    /// <summary>Writes what is remembered.</summary>
    public static void Write(Stream stream, PageMemory pages, ProofMemory proofs, MinifyMemory minified)
    {
        var (texts, head, body) = (new PackTexts(), new PackWriter(), new PackWriter());
        var read = proofs.All();
        var kept = pages.Pages.Select(page => (Page: page, Notes: read.GetValueOrDefault(page.File))).Where(page => page.Notes is not null).ToArray();
        var total = 0L;
        kept = [.. kept.TakeWhile(page => (total += page.Page.File.Bytes.Length + (minified.Recall(page.Page.File)?.Bytes.Length ?? 0)) < PackWriter.MostBytes)];
        body.Number(pages.Questions.Count);
        for (var i = 0; i < pages.Questions.Count; i++)
        {
            body.Byte((byte)pages.Questions[i].Subject);
            body.Number(texts.Number(pages.Questions[i].Name));
            body.Long(pages.AnswerTo(i).Value);
        }
        body.Number(kept.Length);
        foreach (var (page, notes) in kept) Write(body, page, notes!, minified.Recall(page.File), texts);
        texts.Write(head);
        stream.Write(head.Written.Span);
        stream.Write(body.Written.Span);
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
        var texts = reader.Texts();
        var questions = new (Question Question, Fingerprint Answer)[reader.Number()];
        for (var i = 0; i < questions.Length; i++) questions[i] = (new Question((Subject)reader.Byte(), texts[reader.Number()]), new Fingerprint(reader.Long()));
        var heads = new PageEntry[reader.Number()];
        for (var i = 0; i < heads.Length; i++) heads[i] = PageEntry.Read(reader, texts);
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

    private static void Write(PackWriter writer, PageRecord page, PageNotes notes, OutputFile? small, PackTexts texts)
    {
        var file = page.File;
        writer.Number(texts.Number(file.Path));
        writer.Long(page.Head.Value);
        writer.Number(file.Bytes.Length);
        writer.Number(small is null ? Nothing : small.Bytes.Length + 1);
        writer.Number(file.Source is { } source ? texts.Number(source.DisplayPath) + 1 : Nothing);
        writer.Flag(notes.IsFaulty);
        writer.Numbers(page.Questions);
        writer.Number(file.Origins.Length);
        foreach (var (offset, span) in file.Origins)
        {
            writer.Number(offset);
            writer.Number(span.File is { } origin ? texts.Number(origin.DisplayPath) + 1 : Nothing);
            writer.Number(span.Start);
            writer.Number(span.Length);
        }
        foreach (var list in new[] { file.States, file.Names, file.Assets, notes.Ids, notes.Paths }) writer.Numbers([.. list.Select(texts.Number)]);
        writer.Numbers([.. notes.Anchors.SelectMany(anchor => new[] { texts.Number(anchor.Path!), texts.Number(anchor.Anchor) })]);
    }

    /// <summary>What stands of a page before the bytes of all pages.</summary>
    private sealed record PageEntry(string Path, Fingerprint Head, int Length, int SmallLength, string? Source, ImmutableArray<int> Questions, PageNotes Notes)
    {
        private ImmutableArray<(int Offset, string? File, int Start, int Length)> Origins { get; init; }

        private ImmutableArray<string> States { get; init; }

        private ImmutableArray<string> Names { get; init; }

        private ImmutableArray<string> Assets { get; init; }

        public static PageEntry Read(PackReader reader, string[] texts)
        {
            var path = texts[reader.Number()];
            var head = new Fingerprint(reader.Long());
            var (length, small, source) = (reader.Number(), reader.Number() - 1, reader.Number());
            var isFaulty = reader.Flag();
            var questions = reader.Numbers();
            var origins = new (int, string?, int, int)[reader.Number()];
            for (var i = 0; i < origins.Length; i++)
            {
                var (offset, file) = (reader.Number(), reader.Number());
                origins[i] = (offset, file == Nothing ? null : texts[file - 1], reader.Number(), reader.Number());
            }
            var (states, names, assets) = (List(reader), List(reader), List(reader));
            var (ids, paths, anchors) = (List(reader), List(reader), List(reader));
            var targets = ImmutableArray.CreateRange(Enumerable.Range(0, anchors.Length / 2).Select(i => new Target(anchors[2 * i], anchors[(2 * i) + 1])));
            return new PageEntry(path, head, length, small, source == Nothing ? null : texts[source - 1], questions, new PageNotes(ids, paths, targets, isFaulty))
            {
                Origins = [.. origins],
                States = states,
                Names = names,
                Assets = assets,
            };

            ImmutableArray<string> List(PackReader reader) => [.. reader.Numbers().Select(number => texts[number])];
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
}
