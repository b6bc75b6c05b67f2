using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Xml;
using CsCheck;
using Explainers.Diagnostics;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>
/// Whatever a writer types anywhere is refused, or stands in every output as one value: no text begins a line, a row, a rule or an
/// element.
/// </summary>
public sealed class HostileTextTests
{
    private const int Columns = 11;

    private static readonly string[] LineFiles = ["_headers", "_redirects", "robots.txt", ".well-known/security.txt"];

    /// <summary>Every key that takes a text of the writer's own, with a value that is fine.</summary>
    private static readonly (string Key, string Fine)[] Keys =
    [
        ("title", "A site"), ("tagline", "About"), ("description", "A site for a test."), ("base_url", "https://t.example/a/"),
        ("language", "en"), ("publisher", "P"),
        ("publisher_url", "https://p.example/"), ("email", "a@t.example"), ("contact", "mailto:a@t.example"),
        ("policy", "https://t.example/policy"), ("expires", "2027-01-01"),
        ("topic", "One"), ("topic_summary", "All."), ("headline", "A question"), ("answer", "An answer."), ("alias", "/old/"),
        ("sentence", "It was so."), ("plain", "so"),
        ("sheet", "A sheet"), ("about", "All of it."), ("source", "Bureau"), ("report", "Report"), ("url", "https://s.example/"),
        ("archived", "https://s.example/a"),
        ("source_language", "en"), ("source_note", "Careful."), ("label", "Price"), ("value", "cheap"), ("note", "Beware."),
        ("person", "Ann Lee"), ("role", "mayor"), ("quote", "We will."), ("organisation", "Council"), ("alias_name", "Hall"),
        ("country", "Utopia"),
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(
        OneOf(
            "\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\v", "\f", "\t", "\0", "\u001b", " ", "\u00a0", "\u200b", "\ufeff",
                "\ufffe", "\ud800", "\udc00", "😀", "א",
            "\u202e", "\"", "'", ",", ";", "<", "</script>", "<!--", "]]>", "&", "&#10;", "=", "+", "-", "@", "＝", "－", "=1+1",
                "-2+3+cmd|' /C calc'!A0", "/*", "*", ":", "#", "?",
            "%0a", "%", "//", "..", "X-Evil: 1", "Contact: x", "/a /b 301", "https://t.example/", "mailto:", "{{", "}}", "- ", ": ", "ü"),
        Gen.String[Gen.Char['a', 'z'], 1, 4]);

    private static readonly Gen<(int Key, string Text)> Planted = Gen
        .Select(Gen.Int[0, Keys.Length - 1], Piece.Array[1, 6].Select(string.Concat));

    private static readonly Dictionary<string, int> Lines = LineFiles
        .ToDictionary(file => file, file => LinesOf(Compile(-1, "").Files, file).Length);

    [Fact]
    public void A_text_is_refused_or_stays_one_value() => Property.Holds(
        Planted,
        1_500,
        planted => Holds(planted.Key, planted.Text),
        planted => $"{Keys[planted.Key].Key}: {Quoted(planted.Text)}");

    [Theory]
    [InlineData("-5", "-5")]
    [InlineData("-1.5,-2.25", "\"-1.5,-2.25\"")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0")]
    [InlineData("=1", "'=1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("\u00a0=1", "'\u00a0=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("\u200b\ufeff=1", "'\u200b\ufeff=1")]
    [InlineData("  \"=1", "\"'  \"\"=1\"")]
    [InlineData("'=1", "''=1")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void A_cell_that_a_spreadsheet_would_compute_is_text(string cell, string written) =>
        Assert.Equal($"{written},x\r\n", Encoding.UTF8.GetString(new Outputs.Data.CsvFile().Row(cell, "x").ToUtf8()));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static bool Holds(int key, string text)
    {
        var compiled = Compile(key, text);
        if (compiled.Findings.Any(finding => finding.Severity == Severity.Error)) return true;
        foreach (var file in compiled.Files)
        {
            if (LineFiles.Contains(file.Path)) Assert.Equal(Lines[file.Path], LinesOf(compiled.Files, file.Path).Length);
            else if (file.Path.EndsWith(".xml", StringComparison.Ordinal)) ReadXml(file);
            else if (Path.GetExtension(file.Path) is ".json" or ".webmanifest") using (JsonDocument.Parse(file.Bytes)) { }
            else if (file.Path.EndsWith(".csv", StringComparison.Ordinal)) Assert.All(Rows(Text(file)), row =>
                Assert.Equal(Columns, row.Count));
        }
        if (Keys[key].Key == "headline") Assert.Equal(
            Typed(text), Typed(Json(compiled.Files, "feed.json").GetProperty("items")[0].GetProperty("title").GetString()!));
        if (Keys[key].Key == "label") Assert.Contains(Rows(Text(File(compiled.Files, "facts/s.csv"))), row => row[1] == text
            || row[1] == $"'{text}");
        if (Keys[key].Key == "sheet") Assert.Equal(text, Json(compiled.Files, "facts/s.json").GetProperty("title").GetString());
        return Rows(Text(File(compiled.Files, "facts/s.csv"))).Count == 5;
    }

    /// <summary>A text without the typographic marks that prose gets.</summary>
    private static string Typed(string text) => text.Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'');

    private static CompileResult Compile(int key, string text)
    {
        var values = Keys.Select((known, i) => (known.Key, Value: Quoted(i == key ? text : known.Fine)))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        var site = $"title: {values["title"]}\ntagline: {values["tagline"]}\ndescription: {values["description"]}\n"
            + $"base_url: {values["base_url"]}\n"
            + $"language: {values["language"]}\n"
            + $"publisher: {{ name: {values["publisher"]}, url: {values["publisher_url"]}, email: {values["email"]} }}\n"
            + $"security: {{ contact: {values["contact"]}, policy: {values["policy"]}, expires: {values["expires"]} }}\n"
            + $"topics: {{ one: {{ title: {values["topic"]}, summary: {values["topic_summary"]} }} }}\n";
        var article = $"---\ntitle: {values["headline"]}\ndescription: {values["answer"]}\ntopics: [one]\nabout: [s]\n"
            + "published: 2026-11-01\n"
            + $"aliases: [{values["alias"]}]\nsummary: [{values["sentence"]}]\n"
            + $"plain: [{values["plain"]}]\n---\n\n{{{{ s.fact }}}}, {{{{ s.ann }}}}\n";
        var sheet = $"title: {values["sheet"]}\nsummary: {values["about"]}\nsource: a\n"
            + $"sources:\n  a: {{ publisher: {values["source"]}, title: {values["report"]}, "
            + $"url: {values["url"]}, "
            + $"archived: {values["archived"]}, language: {values["source_language"]}, note: {values["source_note"]} }}\n"
            + $"facts:\n  fact: {{ label: {values["label"]}, value: {values["value"]}, type: text, note: {values["note"]} }}\n"
            + $"people:\n  ann: {{ name: {values["person"]}, role: {values["role"]} }}\n"
            + $"organisations:\n  body: {{ name: {values["organisation"]}, role: {values["role"]}, part_of: {values["person"]}, "
            + $"country: {values["country"]}, aliases: [{values["alias_name"]}] }}\n"
            + $"quotes:\n  promise: {{ text: {values["quote"]}, speaker: ann }}\n";
        var tree = SourceTree.From([Source("site.yaml", site), Source("articles/one.md", article), Source("facts/s.yaml", sheet)],
            Theme());
        return SiteCompiler.Compile(tree, new CompileOptions(new DateOnly(2026, 11, 23)));
    }

    /// <summary>A text as YAML in double quotation marks, with everything but plain ASCII as an escape.</summary>
    private static string Quoted(string text) => $"\"{string.Concat(text.Select(Escaped))}\"";

    private static string Escaped(char letter) =>
        letter is >= ' ' and <= '~' and not ('"' or '\\') ? letter.ToString() : $"\\u{(int)letter:X4}";

    private static string[] LinesOf(ImmutableArray<OutputFile> site, string path) =>
        Text(File(site, path)).Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], StringSplitOptions.None);

    private static void ReadXml(OutputFile file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file.Bytes.ToArray()));
        while (reader.Read()) Assert.NotEqual("script", reader.Name);
    }

    /// <summary>The rows of a file after RFC 4180, and nothing else.</summary>
    private static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>>();
        for (var at = 0; at < text.Length;)
        {
            var row = new List<string>();
            while (true)
            {
                row.Add(Cell(text, ref at));
                if (text[at++] == ',') continue;
                Assert.Equal('\r', text[at - 1]);
                Assert.Equal('\n', text[at++]);
                break;
            }
            rows.Add(row);
        }
        return rows;
    }

    private static string Cell(string text, ref int at)
    {
        var cell = new StringBuilder();
        if (text[at] != '"')
        {
            while (text[at] is not (',' or '\r' or '\n')) cell.Append(text[at++]);
            return cell.ToString();
        }
        for (at++; text[at] != '"' || text[at + 1] == '"'; at++)
        {
            if (text[at] == '"') at++;
            cell.Append(text[at]);
        }
        at++;
        return cell.ToString();
    }

    private static JsonElement Json(ImmutableArray<OutputFile> site, string path) => JsonDocument.Parse(File(site, path).Bytes).RootElement;

    private static OutputFile File(ImmutableArray<OutputFile> site, string path) => site.Single(file => file.Path == path);

    private static string Text(OutputFile file) => Encoding.UTF8.GetString(file.Bytes.Span);

    private static SourceFile Source(string path, string text) => new(path, path, Encoding.UTF8.GetBytes(text));

    private static IEnumerable<SourceFile> Theme()
    {
        yield return Source("strings/en.yaml", "source_number: Source {number}\nmonths: a b c d e f g h i j k l\n");
        foreach (var name in new[] { "frame", "article", "home", "page", "topics", "topic", "facts", "sheet", "sources", "corrections",
            "people", "person", "organisations", "organisation", "404", "search" })
            yield return Source($"layouts/{name}.sbn-html", name == "frame" ? "{{ main }}" : name);
    }
}
