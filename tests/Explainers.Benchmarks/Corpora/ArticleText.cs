using System.Text;

namespace Explainers.Benchmarks.Corpora;

/// <summary>
/// Writes the Markdown of one article: about 700 words, six headings, a list, a table, five inline facts and seven typed figures.
/// </summary>
internal sealed class ArticleText(Prng random, Article article, Dialect dialect, Lexicon? lexicon)
{
    private static readonly string[] _headings =
    [
        "Why did it happen?", "Who decided?", "What did it cost?", "What changes for residents?", "What do critics say?",
        "How was it done?", "What comes next?", "Where does the money come from?", "What we do not know", "How we know this",
    ];

    private static readonly string[] _factLeads =
    [
        "The figure in the records is", "The council gives it as", "In the board's own papers it is", "According to the survey it was",
        "The last report puts it at",
    ];

    private readonly Prose _prose = new(random, lexicon);
    private readonly TypedFigures _typed = new(new Prng((ulong)article.Index ^ 0x7F16), article);
    private readonly StringBuilder _text = new();

    /// <summary>Writes the whole text.</summary>
    public string Write()
    {
        var headings = random.PickSeveral(_headings, 6);
        Paragraph(3, FactSentence(0), "");
        Section(headings[0], 1);
        List();
        Section(headings[1], 2);
        Heading("###", headings[2]);
        Paragraph(3, "", LinkSentence(0));
        Section(headings[3], 3);
        Table();
        Section(headings[4], 4);
        Heading("##", headings[5]);
        Paragraph(3, "", LinkSentence(1));
        return _text.ToString();
    }

    private void Section(string heading, int fact)
    {
        Heading("##", heading);
        Paragraph(2, FactSentence(fact), "");
        Paragraph(2, "", "");
    }

    private void Heading(string level, string words) => _text.Append($"{level} {words}\n\n");

    private void Paragraph(int sentences, string middle, string last)
    {
        var all = Enumerable.Range(0, sentences).Select(_ => _prose.Sentence()).ToList();
        if (middle.Length > 0)
            all.Insert(1, middle);
        if (middle.Length + last.Length > 0)
            all.Add(_typed.Sentence());
        if (last.Length > 0)
            all.Add(last);
        _text.AppendJoin(' ', all).Append("\n\n");
    }

    private string FactSentence(int index) =>
        $"{random.Pick(_factLeads)} {dialect.Fact(article.InlineFacts[index])}, and *nobody* in {article.Place} disputes it.";

    private string LinkSentence(int index) =>
        $"Another page tells [how a neighbor did it]({dialect.ArticleAddress(article.Links[index])}) with less money.";

    private void List()
    {
        for (var i = 0; i < 5; i++)
            _text.Append($"- **{_prose.Noun()}**: {_prose.Clause()}\n");
        _text.Append('\n');
    }

    private void Table()
    {
        _text.Append("| Part | State | Owner |\n|---|---|---|\n");
        for (var i = 0; i < 5; i++)
            _text.Append($"| {_prose.Noun()} | {_prose.Adjective()} | {_prose.Noun()} |\n");
        _text.Append('\n');
    }
}
