using System.IO.Compression;
using System.Text;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Tables;
using Explainers.Sources;
using Explainers.Tests.Incremental;

namespace Explainers.Tests;

/// <summary>Data files of every encoding and notation are read, and a table has a limit.</summary>
public sealed class DataFileTests
{
    private const string Cities =
        "Stadt;Einwohner;Fläche in km²\n\"Köln; Stadt\nam Rhein\";1.084.831;405,02\nMünchen;1.512.491;310,70\n";

    public static TheoryData<string> Encodings() => ["utf-8", "bom", "utf-16le", "utf-16be", "utf-16 without a mark", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_is_read_in_every_encoding_that_programs_save(string encoding)
    {
        var bytes = encoding switch
        {
            "bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Cities)],
            "utf-16le" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Cities)],
            "utf-16be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Cities)],
            "utf-16 without a mark" => Encoding.Unicode.GetBytes(Cities),
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Cities),
            _ => Encoding.UTF8.GetBytes(Cities),
        };
        var table = Table(Read("cities.csv", bytes));
        Assert.Equal(["stadt", "einwohner", "flaeche"], table.Columns.Select(column => column.Id));
        Assert.Equal("Fläche", table.Columns[2].Label);
        Assert.Equal(["Köln; Stadt\nam Rhein", "1084831", "405.02 km²"], table.Rows[0].Select(cell => cell.Machine));
        Assert.Equal(["München", "1512491", "310.70 km²"], table.Rows[1].Select(cell => cell.Machine));
    }

    [Fact]
    public void An_encoding_of_one_byte_for_each_letter_can_be_declared()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes("Miasto,Liczba\nŁódź,672185\n");
        var spec = new TableSpec("facts/a.csv", []) { Encoding = "windows-1250" };
        Assert.Equal("Łódź", Table(Read("a.csv", bytes, spec)).Rows[0][0].Machine);
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2\n")]
    [InlineData("a|b\r\n1|2\r\n")]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n")]
    [InlineData("a;b;\r1;2;\r")]
    [InlineData("\"a\",\"b\"\n\n \"1\" , 2 \n,\n")]
    public void A_file_tells_what_divides_its_cells(string text)
    {
        var table = Table(Read("a.csv", Encoding.UTF8.GetBytes(text)));
        Assert.Equal(["a", "b"], table.Columns.Select(column => column.Label));
        Assert.Equal(["1", "2"], table.Rows.Single().Select(cell => cell.Machine.Trim('"')));
    }

    [Theory]
    [InlineData("1234.5", '.', "1234.5")]
    [InlineData("1,234.5", '.', "1234.5")]
    [InlineData("1.234,5", ',', "1234.5")]
    [InlineData("12 301", ',', "12301")]
    [InlineData("12\u202F301,5", ',', "12301.5")]
    [InlineData("1'539'275", '.', "1539275")]
    [InlineData("12,34,567", '.', "1234567")]
    [InlineData("-  23", ',', "-23")]
    [InlineData("−0.5", '.', "-0.5")]
    [InlineData("+7", '.', "7")]
    [InlineData(".5", '.', "0.5")]
    [InlineData("007", '.', "7")]
    [InlineData("1,23", '.', null)]
    [InlineData("1.2.3", '.', null)]
    [InlineData("1,2345", '.', null)]
    [InlineData("12.", '.', "12")]
    [InlineData("", '.', null)]
    [InlineData("-", '.', null)]
    [InlineData(".", '.', null)]
    public void A_number_is_read_in_the_notation_of_its_file(string text, char mark, string? digits) =>
        Assert.Equal(digits, new Notation(mark).TryRead(text, out var read) ? read : null);

    [Fact]
    public void A_table_has_at_most_a_million_cells()
    {
        var most = new StringBuilder("a,b\n");
        for (var i = 0; i < 499_999; i++) most.Append("1,2\n");
        Assert.Empty(Read("a.csv", Encoding.UTF8.GetBytes(most.ToString())).Findings);
        most.Append("1,2\n");
        Assert.Equal(["too-large"], Codes(Read("a.csv", Encoding.UTF8.GetBytes(most.ToString()))));
    }

    [Fact]
    public void A_wrong_cell_of_a_workbook_is_named_and_its_hidden_sheets_are_passed_over()
    {
        var reading = Read(
            "a.xlsx",
            Workbook(),
            new TableSpec("facts/a.xlsx", [new ColumnSpec("year") { Type = "year" }, new ColumnSpec("cars") { Type = "number" }]));
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("invalid-value", "B3: 'many' is not a number, such as 1234.5"), (finding.Code, finding.Message));
        Assert.False(finding.Span.IsKnown);
        Assert.Equal(["2019", "12"], reading.Table!.Rows[0].Select(cell => cell.Machine));
        var other = Read("a.xlsx", Workbook(), new TableSpec("facts/a.xlsx", []) { Sheet = "Dta" });
        Assert.Equal("did you mean 'Data'?", Assert.Single(other.Findings).Hint);
    }

    [Fact]
    public void Bytes_of_any_sort_never_throw()
    {
        foreach (var name in new[] { "a.csv", "a.json", "a.xlsx", "a.tsv" })
        {
            for (var seed = 0; seed < 200; seed++)
            {
                var bytes = name == "a.xlsx" ? Workbook() : Encoding.UTF8.GetBytes(name == "a.json" ? "[{\"a\":1,\"b\":[2]},[3]]" : Cities);
                var random = new Random(seed);
                for (var i = 0; i < 1 + (seed % 5); i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                _ = Read(name, seed % 7 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            }
        }
    }

    [Theory]
    [InlineData("Canton,Population,Growth\nZürich,\"1,539,275\",1.2%\nTotal,\"1,539,275\",\n", "total: \"Total\"", "growth: percentage")]
    [InlineData(
        "A title;;\nCanton;Kosten (Mio. €);Tag\nBern;1,25;30.03.2019\nGenf;2,5;31.03.2019\nSource: x;;\n",
        "head_row: 2\n    last_row: 4",
        "unit: \"EUR\", scale: million")]
    [InlineData("country,year,co2\nFR,2019,1.5\nFR,2020,1.4\nIT,2019,2.5\n", "key: [country, year]", "year: year")]
    public void A_sheet_that_is_made_from_a_file_compiles(string text, string first, string second)
    {
        using var site = new Scratch();
        site.Run("new", "site", ".");
        site.Write("canton.csv", text);
        var run = site.Run(
            "new", "sheet", "swiss-data", "--from", "canton.csv", "--title", "Swiss data", "--publisher", "Office", "--url",
            "https://example.net/");
        Assert.Equal((0, "input/facts/swiss-data.yaml\ninput/facts/canton.csv\n"), (run.Status, run.Output));
        Assert.Contains(first, site.Read("input/facts/swiss-data.yaml"), StringComparison.Ordinal);
        Assert.Contains(second, site.Read("input/facts/swiss-data.yaml"), StringComparison.Ordinal);
        Assert.Equal(0, site.Run("check").Status);
    }

    [Fact]
    public void A_file_with_numbers_that_can_be_two_asks_which_is_meant()
    {
        using var site = new Scratch();
        site.Run("new", "site", ".");
        site.Write("input/facts/a.csv", "Class;Sold\nSingle;1.234\nWeek;5.678\n");
        var run = site.Run("new", "sheet", "sold", "--from", "input/facts/a.csv");
        Assert.Equal(2, run.Status);
        Assert.Contains("hint: say '--decimal point' or '--decimal comma'", run.Error, StringComparison.Ordinal);
        run = site.Run("new", "sheet", "sold", "--from", "input/facts/a.csv", "--decimal", "comma");
        Assert.Equal((0, "input/facts/sold.yaml\n"), (run.Status, run.Output));
        Assert.Contains("decimal: comma", site.Read("input/facts/sold.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_a_cell_changes_what_the_impact_of_its_table_says_and_nothing_else_is_rendered()
    {
        var site = new IncrementalSite();
        var before = site.Compile(Ferry("2019,1310"));
        Assert.DoesNotContain(before.Findings, finding => finding.Severity == Severity.Error);
        var predicted = site.Database.Engine.Demand(reads =>
        {
            var view = new FactsView(site.Database, reads);
            return view.Impact(view.Fact(new FactId("ferry.yearly[\"2019\"].cars"))).Files;
        }, TestContext.Current.CancellationToken);
        var after = site.Compile(Ferry("2019,1311"));
        string[] changed = [.. after.Files.Where(file => !before.Files.Any(old => old.Path == file.Path
            && old.Bytes.Span.SequenceEqual(file.Bytes.Span)) && !file.Path.StartsWith("search/", StringComparison.Ordinal))
            .Select(file => file.Path)];
        Assert.Contains("cell/index.html", changed);
        Assert.Contains("facts/ferry/yearly.csv", changed);
        Assert.Contains("computed/index.html", changed);
        Assert.Empty(changed.Except(predicted));
        Assert.DoesNotContain("other/index.html", changed);
        Assert.DoesNotContain("other/index.html", site.Made);
    }

    [Fact]
    public void The_table_of_a_draft_is_not_published()
    {
        using var site = new Scratch();
        site.Write("input/site.yaml", "title: A\ndescription: B.\nbase_url: https://example.org/\n");
        site.Write("input/facts/secret.yaml", "title: S\nsource: none\ntables:\n  t: { file: t.csv, note: Ours. }\n");
        site.Write("input/facts/t.csv", "Year,Cars\n2019,4711\n");
        const string article = "title: D\ndescription: D.\n---\n\n{{ secret.t[\"2019\"].cars }}\n";
        site.Write("input/articles/draft.md", $"---\nstatus: draft\n{article}");
        Assert.Equal(0, site.Run("build").Status);
        Assert.DoesNotContain(site.FilesOf("output"), file => file.Key.Contains("secret", StringComparison.Ordinal)
            || Encoding.UTF8.GetString(file.Value).Contains("4711", StringComparison.Ordinal));
        site.Write("input/articles/draft.md", $"---\n{article}");
        Assert.Equal(0, site.Run("build").Status);
        Assert.Contains("facts/secret/t.csv", site.FilesOf("output").Keys);
    }

    private static SourceTree Ferry(string line) => SourceTree.From(
        new (string Path, string Text)[]
        {
            ("site.yaml", "title: A\ndescription: B.\nbase_url: https://example.org/\n"),
            ("facts/ferry.csv", $"Year,Cars\n2018,1204\n{line}\n"),
            ("facts/ferry.yaml", "title: Ferry\nsource: a\nsources: { a: { publisher: P, title: T } }\n"
                + "facts: { all: '= sum(yearly.cars)' }\ntables: { yearly: { file: ferry.csv } }\n"),
            ("articles/cell.md", "---\ntitle: C\ndescription: C.\n---\n\n{{ ferry.yearly[\"2019\"].cars }}\n"),
            ("articles/computed.md", "---\ntitle: C\ndescription: C.\n---\n\n{{ ferry.all }}\n"),
            ("articles/other.md", "---\ntitle: O\ndescription: O.\n---\n\n{{ ferry.yearly[\"2018\"].cars }}\n"),
        }.Select(file => new SourceFile(file.Path, $"input/{file.Path}", Encoding.UTF8.GetBytes(file.Text))),
        FixtureSite.Tree().Theme);

    private static TableReading Read(string name, byte[] bytes, TableSpec? spec = null)
    {
        var file = SourceTree.From([new SourceFile($"facts/{name}", name, bytes)], []).Input[0];
        return TableReader.Read(file, spec ?? new TableSpec(file.Path, []));
    }

    private static TableValue Table(TableReading reading)
    {
        Assert.Empty(reading.Findings);
        return reading.Table!;
    }

    private static IEnumerable<string> Codes(TableReading reading) => reading.Findings.Select(finding => finding.Code);

    /// <summary>A workbook with a hidden sheet and one of three rows.</summary>
    private static byte[] Workbook()
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Put("xl/workbook.xml", $"<workbook {main}><sheets><sheet name=\"Notes\" state=\"hidden\" sheetId=\"1\" r:id=\"a\"/>"
                + "<sheet name=\"Data\" sheetId=\"2\" r:id=\"b\"/></sheets></workbook>");
            Put("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"b\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
            Put("xl/worksheets/sheet1.xml", $"<worksheet {main}><sheetData/></worksheet>");
            Put("xl/worksheets/sheet2.xml", $"<worksheet {main}><sheetData><row r=\"1\">"
                + "<c r=\"A1\" t=\"inlineStr\"><is><t>Year</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>Cars</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>2019</v></c><c r=\"B2\"><v>12</v></c>"
                + "</row><row r=\"3\"><c r=\"A3\"><v>2020</v></c><c r=\"B3\" t=\"str\"><v>many</v></c></row></sheetData></worksheet>");

            void Put(string name, string text)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }
}
