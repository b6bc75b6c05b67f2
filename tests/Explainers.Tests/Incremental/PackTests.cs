using System.Collections;
using System.Reflection;
using System.Text;
using Explainers.Hosting;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Memory;
using Explainers.Sources;

namespace Explainers.Tests.Incremental;

/// <summary>What is read back from a pack of syntax is what was parsed, for every file of the fixture and of the golden sites.</summary>
public sealed class PackTests
{
    private static readonly SourceFile[] Theme = [.. BuiltInTheme.Files()];

    [Fact]
    public void A_site_whose_syntax_comes_from_a_pack_gives_what_a_clean_build_gives()
    {
        var sites = Sites();
        var wrong = new string?[sites.Length];
        Parallel.For(0, sites.Length, i => wrong[i] = Fault(sites[i].Tree) is { } fault ? $"{sites[i].Name}: {fault}" : null);
        Assert.Empty(wrong.OfType<string>());
    }

    [Fact]
    public void Everything_in_a_syntax_comes_back_and_what_was_one_object_is_one_again()
    {
        foreach (var (name, tree) in Sites())
        {
            var (parsed, read) = (new ParseMemory(), new ParseMemory());
            Parser.Parse(tree, parsed);
            using var pack = new MemoryStream();
            parsed.Save(pack);
            read.Load(pack.ToArray());
            Parser.Parse(tree, read);
            object[] before = [.. parsed.Articles.Sound(), .. parsed.Pages.Sound(), .. parsed.Sheets.Sound()];
            object[] after = [.. read.Articles.Sound(), .. read.Pages.Sound(), .. read.Sheets.Sound()];
            Assert.Equal(Compiles.Written(tree) - before.Length, read.Parsed);
            Assert.Equal(before.Length, after.Length);
            Dictionary<object, object> twins = new(ReferenceEqualityComparer.Instance);
            foreach (var (one, other) in before.Zip(after)) AssertSame(one, other, name, twins);
        }
    }

    [Fact]
    public void A_file_that_changes_its_name_its_content_or_how_it_is_read_is_not_taken_for_what_it_was()
    {
        var file = new SourceFile("articles/one.md", "input/articles/one.md", "---\ntitle: One\ndescription: One.\n---\n\nText.\n"u8.ToArray());
        var dialect = new MarkdownDialect(HtmlInMarkdown.Shown);
        var parsed = ArticleParser.Parse(file, ArticleKind.Explainer, dialect);
        using var stream = new MemoryStream();
        SyntaxPack.Empty.Write(stream, [PackedFile.Of(parsed.Value, dialect)]);
        var pack = SyntaxPack.Read(stream.ToArray());
        Assert.NotNull(pack.Article(file, ArticleKind.Explainer, dialect));
        Assert.Null(pack.Article(file, ArticleKind.Explainer, new MarkdownDialect(HtmlInMarkdown.Allowed)));
        Assert.Null(pack.Article(file, ArticleKind.Page, dialect));
        Assert.Null(pack.Article(file with { Path = "articles/two.md" }, ArticleKind.Explainer, dialect));
        Assert.Null(pack.Article(file with { Bytes = "---\ntitle: Two\n---\n"u8.ToArray() }, ArticleKind.Explainer, dialect));
        Assert.Null(pack.Sheet(file, dialect));
    }

    [Fact]
    public void Half_a_character_comes_back_as_it_was()
    {
        var file = new SourceFile("articles/odd.md", "input/articles/odd.md", "---\ntitle: Odd\ndescription: Odd.\n---\n\n{{ plain \"\\uD83D half, \\uD83D\\uDE00 whole\" }}\n"u8.ToArray());
        var dialect = new MarkdownDialect(HtmlInMarkdown.Shown);
        var parsed = ArticleParser.Parse(file, ArticleKind.Explainer, dialect);
        Assert.Empty(parsed.Findings);
        Assert.Contains("\uD83D half, \uD83D\uDE00 whole", Html(parsed.Value), StringComparison.Ordinal);
        using var stream = new MemoryStream();
        SyntaxPack.Empty.Write(stream, [PackedFile.Of(parsed.Value, dialect)]);
        Assert.Equal(Html(parsed.Value), Html(SyntaxPack.Read(stream.ToArray()).Article(file, ArticleKind.Explainer, dialect)!));

        static string Html(ArticleSyntax article) => string.Concat(article.Body.Parts.OfType<HtmlPart>().Select(part => part.Html));
    }

    /// <summary>What is wrong with a site that is compiled with a pack, or null; what is saved after it is the same pack.</summary>
    private static string? Fault(SourceTree tree)
    {
        var first = new CompilerMemory();
        var clean = Compiles.Compile(tree, first);
        var second = Compiles.AfterAnotherRun(first, MemoryPart.Syntax);
        var packed = Compiles.Compile(tree, second);
        if (second.HasNews(MemoryPart.Syntax)) return "the pack lacks something";
        if (!Saved(first).SequenceEqual(Saved(second))) return "another pack comes after it";
        return Compiles.Difference(packed, clean, readsIndex: true);
    }

    private static byte[] Saved(CompilerMemory memory)
    {
        using var saved = new MemoryStream();
        memory.Save(MemoryPart.Syntax, saved);
        return saved.ToArray();
    }

    private static (string Name, SourceTree Tree)[] Sites() =>
    [
        ("the fixture", Tree(Scratch.Files(FixtureSite.Input).Select(file => ($"input/{file.Key}", file.Value)))),
        .. Directory.EnumerateDirectories(GoldenSites.Sites).Select(folder => (Path.GetFileName(folder), Tree(Scratch.Files(folder).Select(file => (file.Key, file.Value))))),
        .. Directory.EnumerateFiles(GoldenSites.Sites, $"*{GoldenCase.Extension}").Select(path => (Path.GetFileName(path), Tree(GoldenCase.Read(path).Files.Select(file => (file.Key, Encoding.UTF8.GetBytes(file.Value)))))),
    ];

    private static SourceTree Tree(IEnumerable<(string Path, byte[] Bytes)> files)
    {
        SourceFile[] all = [.. files.Select(file => new SourceFile(file.Path, file.Path, file.Bytes))];
        SourceFile[] own = [.. Below("theme/")];
        return SourceTree.From(Below("input/"), own.Concat(Theme.ExceptBy(own.Select(file => file.Path), file => file.Path)));

        IEnumerable<SourceFile> Below(string folder) =>
            all.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && SourceReader.IsSource(file.Path)).Select(file => file with { Path = file.Path[folder.Length..] });
    }

    private static void AssertSame(object? one, object? other, string where, Dictionary<object, object> twins)
    {
        Assert.True(one?.GetType() == other?.GetType(), where);
        if (one is null || other is null) return;
        if (one is string or SourceFile || (one.GetType().IsValueType && one is not IEnumerable))
        {
            Assert.True(one.Equals(other), $"{where}: {one} has become {other}");
        }
        else if (one is IEnumerable list)
        {
            object?[] items = [.. list], others = [.. (IEnumerable)other];
            Assert.True(items.Length == others.Length, where);
            for (var i = 0; i < items.Length; i++) AssertSame(items[i], others[i], $"{where}[{i}]", twins);
        }
        else if (twins.TryGetValue(one, out var twin) | twins.TryGetValue(other, out var same))
        {
            Assert.True(ReferenceEquals(twin, other) && ReferenceEquals(same, one), $"{where} is shared otherwise");
        }
        else
        {
            (twins[one], twins[other]) = (other, one);
            foreach (var member in Members(one.GetType())) AssertSame(member.GetValue(one), member.GetValue(other), $"{where}.{member.Name}", twins);
        }
    }

    private static IEnumerable<FieldInfo> Members(Type? type) =>
        type is null ? [] : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(Members(type.BaseType));
}
