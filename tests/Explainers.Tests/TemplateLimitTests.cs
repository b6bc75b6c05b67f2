using System.Text;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>A template that never ends, takes all memory or recurses is one finding at its place; an honest one may be long.</summary>
public sealed class TemplateLimitTests
{
    public static TheoryData<string, string> Endless() => new()
    {
        { "while", "{{ while true }}{{ end }}" },
        { "a range", "{{ for i in 1..1000000000 }}{{ end }}" },
        { "the size of a range", "{{ (1..1000000000) | array.size }}" },
        { "a sorted range", "{{ (1..1000000000) | array.sort | array.size }}" },
        { "nested loops", "{{ for i in 1..10000; for j in 1..10000; end; end }}" },
        { "a text that doubles", "{{ s = 'aaaaaaaa'; for i in 1..40; s = s + s; end }}" },
        { "a text that is captured", "{{ for i in 1..100000000; 'aaaa'; end }}" },
        { "padding", "{{ 'x' | string.pad_left 999999999 }}" },
        { "repetition", "{{ 'x' * 999999999 }}" },
        { "replacement", "{{ s = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'; for i in 1..20; s = string.replace s 'a' s; end }}" },
        { "many texts", "{{ a = []; s = 'x'; for i in 1..19; s = s + s; end; for i in 1..5000; a = a | array.add (s + i); end; a.size }}" },
        { "a list that doubles", "{{ a = [1]; for i in 1..40; a = a + a; end; a.size }}" },
        { "a list that grows", "{{ a = [1]; for i in 1..900000; a = array.add a i; end; a.size }}" },
        { "a list with a far place", "{{ a = [1] | array.insert_at 999999999 1; a.size }}" },
        { "a list that is repeated", "{{ [1, 2, 3] * 999999999 | array.size }}" },
        { "a number that squares", "{{ x = 3; for i in 1..64; x = x * x; end; x }}" },
        { "a number that is shifted", "{{ 1 << 1000000000 }}" },
        { "a function", "{{ func f(n); ret f(n - 1) + f(n - 1); end; f 1000 }}" },
        { "a function that calls itself twice", "{{ func f(n); if n < 1; ret 1; end; ret (f(n - 1)) + (f(n - 1)); end; f 60 }}" },
        { "a function with parentheses", $"{{{{ func f(n); ret {new string('(', 200)}f(n - 1){new string(')', 200)}; end; f 90 }}}}" },
        { "a partial", "{{ include \"self\" }}" },
        { "a long page", "{{ s = 'aaaaaaaaaaaaaaaa'; for i in 1..12; s = s + s; end; for i in 1..100000; s; end }}" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public void A_template_without_end_is_one_finding(string name, string template)
    {
        var finding = Assert.Single(Compile(template).Findings);
        Assert.True(finding is { Code: "template-error", Span.IsKnown: true }, $"{name}: {finding.Code} {finding.Message}");
        Assert.DoesNotContain("Limit", finding.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Deep() => new()
    {
        { "parentheses", $"{{{{ {new string('(', 20_000)}1{new string(')', 20_000)} }}}}" },
        { "signs", $"{{{{ {new string('-', 50_000)}1 }}}}" },
        { "a sum", $"{{{{ 1{Times(" + 1", 50_000)} }}}}" },
        { "lists", $"{{{{ {new string('[', 20_000)}{new string(']', 20_000)} }}}}" },
        { "members", $"{{{{ a{Times(".a", 50_000)} }}}}" },
        { "pipes", $"{{{{ 1{Times(" | math.abs", 50_000)} }}}}" },
        { "calls", $"{{{{ {Times("string.size ", 50_000)} }}}}" },
        { "conditions", Times("{{ if true }}", 20_000) + Times("{{ end }}", 20_000) },
        { "other conditions", "{{ if false }}" + Times("{{ else if false }}", 20_000) + "{{ end }}" },
        { "choices", $"{{{{ {Times("true ? 1 : ", 20_000)}1 }}}}" },
        { "functions", Times("{{ func f }}", 20_000) + Times("{{ end }}", 20_000) },
        { "braces", new string('{', 100_000) },
        { "two megabytes", new string('x', 2_000_000) },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void A_template_that_nests_or_grows_without_end_is_not_read(string name, string template) =>
        Assert.Contains(Compile(template).Findings, finding => finding.Code == "template-syntax" && name.Length > 0);

    [Fact]
    public void A_long_page_is_whole()
    {
        const string line = "<p>A line of the template itself, which no template function has made, and which is long.</p>";
        var compiled = Compile($"<i>{{{{ for i in 1..30000 }}}}{line}{{{{ i }}}}\n{{{{ end }}}}</i>");
        Assert.Empty(compiled.Findings);
        var page = Encoding.UTF8.GetString(compiled.Files.Single(file => file.Path == "index.html").Bytes.Span);
        Assert.Equal(30_000, page.Split(line).Length - 1);
        Assert.EndsWith("</i>", page, StringComparison.Ordinal);
    }

    private static string Times(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static CompileResult Compile(string frame)
    {
        const string settings = "title: T\ndescription: D.\nbase_url: https://t.example/\n";
        string[] layouts = ["home", "page", "topics", "topic", "facts", "sheet", "sources", "corrections", "404"];
        var theme = layouts.Select(name => File($"layouts/{name}.sbn-html", name))
            .Append(File("layouts/frame.sbn-html", frame))
            .Append(File("partials/self.sbn-html", "{{ include \"self\" }}"));
        return SiteCompiler.Compile(
            SourceTree.From([File("site.yaml", settings)], theme), new CompileOptions(new DateOnly(2026, 11, 23)));
    }

    private static SourceFile File(string path, string text) => new(path, path, Encoding.UTF8.GetBytes(text));
}
