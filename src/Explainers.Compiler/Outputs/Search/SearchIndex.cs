using System.Collections.Immutable;
using System.IO.Hashing;
using Explainers.Binding;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Search;

/// <summary>
/// Writes the search index in small files, of which a query needs a few: words with the entries they stand in, words in both directions for
/// finding those that were meant, and the entries as results show them. All lie in a folder that is named by a hash of them, so that they
/// can be kept for ever; one file with a fixed name says which folder that is, and which file holds what.
/// </summary>
internal static class SearchIndex
{
    /// <summary>How long a file of words and postings is before it is compressed, unless one word alone is longer.</summary>
    private const int PostingBytes = 6_000;

    /// <summary>How long a list of words is before it is compressed.</summary>
    private const int ListBytes = 9_000;

    /// <summary>How long a file of results is before it is compressed.</summary>
    private const int ResultBytes = 2_400;

    /// <summary>A word shorter than this is not corrected, so that it is in no list.</summary>
    private const int ShortestListed = 4;

    /// <summary>Writes the index.</summary>
    /// <param name="entries">Everything that a search can find.</param>
    /// <param name="site">The site.</param>
    public static IEnumerable<OutputFile> Write(ImmutableArray<SearchEntry> entries, SiteScope site)
    {
        var words = WordIndex.Of(entries);
        var (firsts, postings) = Cut(words, word => word.Text, PostingBytes, (shard, word) =>
        {
            shard.Word(word.Text);
            shard.Postings(word, entries.Length);
        });
        var listed = words.Select(word => word.Text).Where(word => word.Length >= ShortestListed && !word.Any(char.IsSurrogate))
            .ToImmutableArray();
        var (beginnings, forward) = Cut(listed, word => word, ListBytes, (shard, word) => shard.Word(word));
        var (endings, backward) = Cut(
            [.. listed.Select(Reversed).Order(StringComparer.Ordinal)],
            word => word,
            ListBytes,
            (shard, word) => shard.Word(word));
        var (kinds, results) = Results(entries);
        var shards = Named("words", postings).Concat(Named("beginnings", forward)).Concat(Named("endings", backward))
            .Concat(Named("results", results)).ToImmutableArray();
        var packed = new byte[shards.Length][];
        for (var i = 0; i < shards.Length; i++) packed[i] = shards[i].Shard.Deflated();
        var folder = Hash(packed);
        var manifest = new SearchData(
            site.Link(Routes.SearchFolder(folder)), entries.Length, [.. kinds], [.. firsts], [.. beginnings], [.. endings]);
        return
        [
            .. shards.Zip(packed).Select(file => new OutputFile(Routes.File(Routes.SearchShard(folder, file.First.Name)), file.Second)),
            new OutputFile(Routes.File(Routes.SearchManifest), JsonFile.Line(manifest, SearchDataJson.Default.SearchData)),
        ];
    }

    private static IEnumerable<(string Name, ShardWriter Shard)> Named(string kind, IEnumerable<ShardWriter> shards) =>
        shards.Select((shard, i) => ($"{kind}-{i}", shard));

    /// <summary>Cuts a sorted list into files of about equal length.</summary>
    /// <returns>The first word of each, and the files.</returns>
    private static (List<string> Firsts, List<ShardWriter> Shards) Cut<T>(
        ImmutableArray<T> items,
        Func<T, string> word,
        int bytes,
        Action<ShardWriter, T> write)
    {
        var (firsts, shards) = (new List<string>(), new List<ShardWriter>());
        foreach (var item in items)
        {
            if (shards.Count == 0 || shards[^1].Length >= bytes)
            {
                firsts.Add(word(item));
                shards.Add(new ShardWriter());
            }
            write(shards[^1], item);
        }
        return (firsts, shards);
    }

    /// <summary>The entries as results show them, in files of as many entries of one kind as make a file of a useful size.</summary>
    private static (List<KindFiles> Kinds, List<ShardWriter> Shards) Results(ImmutableArray<SearchEntry> entries)
    {
        var (kinds, shards) = (new List<KindFiles>(), new List<ShardWriter>());
        var first = 0;
        foreach (var kind in entries.GroupBy(entry => entry.Kind))
        {
            var records = kind.Select(Record).ToArray();
            var each = Math.Clamp((int)(ResultBytes / records.Average(record => record.Length)), 1, records.Length);
            kinds.Add(new KindFiles(kind.Key, first, each, shards.Count));
            foreach (var chunk in records.Chunk(each))
            {
                var shard = new ShardWriter();
                shard.Text("["u8);
                for (var i = 0; i < chunk.Length; i++)
                {
                    if (i > 0) shard.Text(","u8);
                    shard.Text(chunk[i]);
                }
                shard.Text("]"u8);
                shards.Add(shard);
            }
            first += records.Length;
        }
        return (kinds, shards);
    }

    private static byte[] Record(SearchEntry entry) => JsonFile.Line(
        entry.Context is { } context ? [entry.Url, entry.Title, entry.Text, context] : [entry.Url, entry.Title, entry.Text],
        SearchDataJson.Default.StringArray);

    private static string Reversed(string word)
    {
        var letters = word.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }

    private static string Hash(byte[][] files)
    {
        var hash = new XxHash3();
        foreach (var file in files) hash.Append(file);
        return Convert.ToHexStringLower(hash.GetCurrentHash())[..12];
    }
}
