namespace Explainers.Benchmarks.Growth;

internal static partial class Dimensions
{
    private const string InText = "text";

    /// <summary>Texts that parsers find hard: each sign may be tried against all that follow.</summary>
    private static IEnumerable<Dimension> OfText() =>
    [
        Text("entities", 8_000, 128_000, "&amp;"),
        Text("entities in paragraphs", 8_000, 64_000, "&amp; &copy;\n\n"),
        Text("entities that are none", 8_000, 64_000, "&foo;"),
        Text("setext underlines", 8_000, 64_000, "a\n=\n"),
        Text("setext underlines in one paragraph", 8_000, 64_000, "a\n= b\n"),
        Text("HTML inline", 8_000, 64_000, "<b>x</b> "),
        Text("HTML in blocks", 8_000, 64_000, "<div>x</div>\n\n"),
        Text("HTML in one block", 8_000, 64_000, "<div>x</div>\n"),
        Text("HTML inline, allowed", 8_000, 64_000, "<b>x</b> ", allowsHtml: true),
        Text("HTML in blocks, allowed", 8_000, 64_000, "<div>x</div>\n\n", allowsHtml: true),
        Text("HTML in one block, allowed", 8_000, 64_000, "<div>x</div>\n", allowsHtml: true),
        Text("tags without an end, allowed", 8_000, 64_000, "<b>x", allowsHtml: true),
        Text("'{{' without an end", 10_000, 160_000, "{{ "),
        Text("'{{' without an end, in paragraphs", 10_000, 80_000, "{{ a\n\n"),
        Text("single braces", 10_000, 160_000, "{ a } "),
        Text("single opening braces", 10_000, 160_000, "{a "),
        Text("single closing braces", 10_000, 160_000, "}} a "),
        Text("'[a]('", 10_000, 160_000, "[a]("),
        Text("'[a](' in paragraphs", 10_000, 80_000, "[a](\n\n"),
        Text("'['", 10_000, 320_000, "["),
        Text("']'", 10_000, 320_000, "]"),
        Text("'![a]('", 10_000, 160_000, "![a]("),
        Text("'[a][b]'", 10_000, 80_000, "[a][b] "),
        Text("'<?'", 10_000, 160_000, "<?"),
        Text("'<!A'", 10_000, 160_000, "<!A"),
        Text("'<!--'", 10_000, 160_000, "<!--"),
        Text("'<a'", 10_000, 160_000, "<a "),
        Text("'<![CDATA['", 10_000, 80_000, "<![CDATA["),
        new(InText, "growing backticks", 400, 1_200, (site, n) => site.Article("a", Each(n, i => $"{new string('`', i)} a", " "))),
        Text("single backticks", 10_000, 160_000, "` a "),
        Text("'**'", 10_000, 160_000, "**a "),
        Text("'**a**'", 10_000, 80_000, "**a** "),
        Text("'*a _b'", 10_000, 80_000, "*a _b "),
        Text("'~~a'", 10_000, 80_000, "~~a "),
        Text("'^' and '~'", 10_000, 160_000, "a^b~c "),
        Text("'\\'", 10_000, 160_000, "\\a "),
        Text("quotation marks", 10_000, 160_000, "\"a "),
        Text("apostrophes", 10_000, 160_000, "a'a "),
        Text("dashes and dots", 10_000, 80_000, "a -- b... "),
        Text("bare addresses", 4_000, 32_000, "https://example.com/a "),
        Text("'<https://'", 4_000, 32_000, "<https://example.com/a> "),
        Text("'www.'", 8_000, 64_000, "www.a "),
        Text("'@'", 8_000, 64_000, "a@b.c "),
        Text("nested lists", 50, 400, "- "),
        Text("items of a list", 8_000, 64_000, "- a\n"),
        Text("items of a loose list", 8_000, 64_000, "- a\n\n"),
        Text("numbered items", 8_000, 64_000, "1. a\n"),
        Text("lists of one item", 8_000, 64_000, "- a\n\nb\n\n"),
        Text("quoted lines", 8_000, 64_000, "> a\n"),
        Text("quotations of one line", 8_000, 64_000, "> a\n\nb\n\n"),
        Text("'>'", 50, 400, "> "),
        Text("rules", 8_000, 128_000, "---\n\n"),
        Text("fences without an end", 8_000, 64_000, "```\na\n\n"),
        Text("lines of code", 8_000, 64_000, "    a\n"),
        new(InText, "rows of a table of Markdown", 4_000, 32_000, (site, n) =>
            site.Article("a", $"| a | b |\n|---|---|\n{Times(n, "| c | d |\n")}")),
        new(InText, "columns of a table of Markdown", 1_000, 8_000, (site, n) => site.Article("a",
            $"|{Times(n, " a |")}\n|{Times(n, "---|")}\n|{Times(n, " b |")}\n")),
        Text("tables of Markdown", 2_000, 16_000, "| a | b |\n|---|---|\n| c | d |\n\n"),
        Text("lines with a '|'", 4_000, 32_000, "a | b\n"),
        new(InText, "footnotes", 2_000, 16_000, (site, n) =>
            site.Article("a", $"{Lines(n, i => $"a[^{i}]")}\n\n{Each(n, i => $"[^{i}]: b\n")}")),
        Text("the same footnote", 2_000, 16_000, "a[^1] ", "\n\n[^1]: b\n"),
        new(InText, "definitions of links", 2_000, 16_000, (site, n) =>
            site.Article("a", $"{Lines(n, i => $"[a{i}]")}\n\n{Each(n, i => $"[a{i}]: start.md", "\n\n")}")),
        new(InText, "uses of one long link definition", 500, 16_000, (site, n) => site.Article("a",
            $"{Lines(n, _ => "[a]")}\n\n[a]: start.md#{Times(n, "x")}\n")),
        Text("definitions of links that are none", 4_000, 128_000, "[a]: \n"),
        Text("attributes of headings", 4_000, 32_000, "## a {.known}\n\n"),
        Text("'#'", 8_000, 64_000, "# a\n"),
        new(InText, "findings on one line, as JSON", 2_000, 32_000, (site, n) =>
            site.Article("a", "Words.", $"topics: [{Each(n, i => $"topic{i}", ", ")}]"))
        {
            Command = ["check", "--no-cache", "--format", "json"],
        },
        Text("a bar and spaces", 20_000, 160_000, " ", "|", begin: "|"),
        Text("spaces", 50_000, 400_000, " "),
        Text("spaces and a letter", 50_000, 200_000, " ", "a"),
        Text("line ends", 50_000, 400_000, "\n"),
        Text("lines of a paragraph", 20_000, 160_000, "a\n"),
        Text("hard breaks", 20_000, 160_000, "a  \n"),
        Text("letters of one word", 50_000, 400_000, "a"),
        Text("digits", 50_000, 400_000, "7"),
        Text("digits and commas", 20_000, 160_000, "777,"),
        Text("years", 4_000, 32_000, "1999 "),
        Text("dates", 4_000, 32_000, "May 1, "),
        Text("number words", 4_000, 32_000, "twenty "),
        Text("hyphens", 20_000, 160_000, "a-"),
        Text("capitals", 8_000, 64_000, "The Old "),
        Text("combining marks", 50_000, 200_000, "\u0301"),
        Text("control characters", 2_000, 32_000, "\u0001 "),
        Text("right-to-left marks", 2_000, 32_000, "\u202E "),
        Text("form feeds", 8_000, 64_000, "a\f"),
        Text("tabs", 20_000, 160_000, "\ta\n"),
        new(InText, "lists of words that a figure counts", 1_000, 8_000, (site, n) => site.Article("a", $"three {Times(n, "old, ")} men")),
    ];

    private static Dimension Text(
        string name, int start, int most, string text, string end = "", bool allowsHtml = false, string begin = "") =>
        new(InText, name, start, most, (site, n) =>
        {
            if (allowsHtml) site.Setting("allow_html: true");
            site.Article("a", begin + Times(n, text) + end);
        });
}
