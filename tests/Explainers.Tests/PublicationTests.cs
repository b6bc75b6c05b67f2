using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>
/// What is not published is in no byte of the output. The site of tests/publication has words of its own in each kind of entry and file:
/// SHOWS… where it is published, WAITS… where only an unpublished article refers to it, and others mention it by chance.
/// Each becomes a mark that nothing else resembles.
/// </summary>
public sealed partial class PublicationTests
{
    private const string Embargo = "published: 2099-01-01";
    private static readonly string Site = Path.Combine(RepositoryRoot.Path, "tests", "publication", "input");
    private const string WaitingPhotograph = "plan.png";

    [Theory]
    [InlineData(Embargo)]
    [InlineData("published: 2026-11-24 01:01 Pacific/Auckland")]
    [InlineData("published: 2026-11-23 12:01 UTC")]
    [InlineData("status: draft")]
    [InlineData("expires: 2026-11-22")]
    public void What_is_not_published_is_in_no_byte_of_the_output(string reason)
    {
        using var marked = new MarkedSite(reason);
        var run = marked.Files.Run("build");
        Assert.Equal(0, run.Status);
        Assert.DoesNotMatch(@"images/(?!chart\.svg)\S+ warning\s+unused-photograph", run.Error);
        Assert.Equal(["alone.number"], UnusedFact().Matches(run.Error).Select(match => match.Groups[1].Value));
        var output = new Output(marked.Files.FilesOf("output"));
        Assert.Empty(marked.Waiting.SelectMany(mark => output.With(mark.Value).Select(path => $"{mark.Key} is in {path}")));
        Assert.DoesNotContain(output.Paths, path => path.Contains(WaitingPhotograph, StringComparison.Ordinal));
        Assert.Empty(marked.Shown.Where(mark => !output.With(mark.Value).Any()).Select(mark => $"{mark.Key} is missing"));
    }

    [Theory]
    [InlineData(Embargo, "--today", "2099-01-01")]
    [InlineData(Embargo, "--drafts")]
    [InlineData("status: draft", "--drafts")]
    [InlineData("expires: 2026-11-22", "--drafts")]
    [InlineData("expires: 2026-11-22", "--today", "2026-11-22")]
    public void When_it_is_published_all_of_it_is_there(string reason, params string[] arguments)
    {
        using var marked = new MarkedSite(reason);
        Assert.Equal(0, marked.Files.Run(["build", .. arguments]).Status);
        var output = new Output(marked.Files.FilesOf("output"));
        var all = marked.Shown.Concat(marked.Waiting);
        Assert.Empty(all.Where(mark => !output.With(mark.Value).Any()).Select(mark => $"{mark.Key} is missing"));
        Assert.Contains(output.Paths, path => path.Contains(WaitingPhotograph, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("status: draft", "--drafts")]
    [InlineData(Embargo, "--today", "2099-01-01")]
    public void A_build_takes_nothing_unpublished_from_a_cache_or_an_old_output(string reason, params string[] everything)
    {
        using var marked = new MarkedSite(reason);
        Assert.Equal(0, marked.Files.Run(["build", .. everything]).Status);
        Assert.Equal(0, marked.Files.Run("build").Status);
        using var clean = new MarkedSite(reason);
        Assert.Equal(0, clean.Files.Run("build", "--no-cache").Status);
        Assert.Equal(clean.Files.FilesOf("output"), marked.Files.FilesOf("output"));
    }

    [Fact]
    public async Task A_build_takes_nothing_unpublished_from_a_preview()
    {
        using var marked = new MarkedSite("status: draft");
        await using (var preview = await Previewing.StartAsync(marked.Files.Folder))
        {
            var page = await preview.TextAsync($"/later-{marked.Waiting["WAITSslug"]}/");
            Assert.Contains(marked.Waiting["WAITStitle"], page, StringComparison.Ordinal);
            Assert.Contains(marked.Waiting["WAITSfact"], await preview.TextAsync("/facts/ceasefire/"), StringComparison.Ordinal);
        }
        Assert.Equal(0, marked.Files.Run("build").Status);
        using var clean = new MarkedSite("status: draft");
        Assert.Equal(0, clean.Files.Run("build", "--no-cache").Status);
        Assert.Equal(clean.Files.FilesOf("output"), marked.Files.FilesOf("output"));
    }

    [Fact]
    public void A_memory_of_everything_changes_nothing()
    {
        using var marked = new MarkedSite("status: draft");
        var tree = SourceTree.From(Below(marked, "input"), Below(marked, "theme"));
        var site = new Incremental.IncrementalSite();
        foreach (var drafts in new[] { Drafts.Included, Drafts.Excluded, Drafts.Included, Drafts.Excluded })
        {
            var options = Incremental.IncrementalSite.Options with { Drafts = drafts };
            Assert.Null(Incremental.Compiles.Difference(site.Compile(tree, options), new Incremental.IncrementalSite()
                .Compile(tree, options)));
        }
    }

    private static IEnumerable<SourceFile> Below(MarkedSite site, string folder) =>
        site.Files.FilesOf(folder).Select(file => new SourceFile(file.Key, $"{folder}/{file.Key}", file.Value));

    [GeneratedRegex(@"no article or page states\s*'([^']+)'")]
    private static partial Regex UnusedFact();

    /// <summary>The site with marks for its words.</summary>
    private sealed partial class MarkedSite : IDisposable
    {
        private readonly Dictionary<string, string> _marks = new(StringComparer.Ordinal);

        /// <summary>Makes the site.</summary>
        /// <param name="reason">The line of front matter that keeps the waiting articles back.</param>
        public MarkedSite(string reason)
        {
            Files = Scratch.CopyOf(Path.Combine(RepositoryRoot.Path, "theme"));
            foreach (var (path, bytes) in Scratch.Files(Site))
            {
                var target = Path.Combine(Files.Folder, "input", Marked(path));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                if (path.EndsWith(".png", StringComparison.Ordinal))
                {
                    File.WriteAllBytes(target, bytes);
                    continue;
                }
                var text = Marked(Encoding.UTF8.GetString(bytes));
                File.WriteAllText(target, text.Replace("@STATUS@", reason, StringComparison.Ordinal));
            }
        }

        /// <summary>The folder.</summary>
        public Scratch Files { get; }

        /// <summary>The marks of what waits, by their words.</summary>
        public Dictionary<string, string> Waiting => new(_marks.Where(mark => mark.Key.StartsWith("WAITS", StringComparison.Ordinal)));

        /// <summary>The marks of what is published, by their words.</summary>
        public Dictionary<string, string> Shown => new(_marks.Where(mark => mark.Key.StartsWith("SHOWS", StringComparison.Ordinal)));

        /// <inheritdoc />
        public void Dispose() => Files.Dispose();

        private string Marked(string text) => Word().Replace(text, match =>
        {
            if (!_marks.TryGetValue(match.Value, out var mark)) _marks.Add(match.Value, mark = Mark(_marks.Count));
            return mark;
        });

        /// <summary>
        /// Sixteen letters. The first four tell marks apart. The search index leaves out what a word shares with the one before,
        /// so it has the other twelve.
        /// </summary>
        private static string Mark(int number)
        {
            var mark = new StringBuilder();
            var start = (number + 1) * 2_477 % 456_976;
            for (var i = 0; i < 4; i++, start /= 26) mark.Append((char)('a' + (start % 26)));
            for (var (i, state) = (0, (ulong)number + 7); i < 12; i++)
            {
                state = (state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
                mark.Append((char)('a' + (int)((state >> 33) % 26)));
            }
            return mark.ToString();
        }

        [GeneratedRegex("(WAITS|SHOWS)[a-z]+")]
        private static partial Regex Word();
    }

    /// <summary>Every byte of some files and every letter of their paths; what is compressed is inflated.</summary>
    private sealed class Output(SortedDictionary<string, byte[]> files)
    {
        private readonly (string Path, string Text)[] _texts =
            [.. files.Select(file => (file.Key, $"{file.Key}\n{Encoding.Latin1.GetString(Inflated(file.Key, file.Value))}"))];

        /// <summary>The paths.</summary>
        public IEnumerable<string> Paths => files.Keys;

        /// <summary>The paths of the files that have a mark.</summary>
        public IEnumerable<string> With(string mark) =>
            _texts.Where(file => file.Text.Contains(mark[4..], StringComparison.OrdinalIgnoreCase)).Select(file => file.Path);

        private static byte[] Inflated(string path, byte[] bytes)
        {
            if (!path.EndsWith(".bin", StringComparison.Ordinal)) return bytes;
            using var inflated = new MemoryStream();
            using (var deflate = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress)) deflate.CopyTo(inflated);
            return inflated.ToArray();
        }
    }
}
