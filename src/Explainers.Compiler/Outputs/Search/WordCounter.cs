using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Parsing.Articles;
using Explainers.Scopes;

namespace Explainers.Outputs.Search;

/// <summary>Where in an entry a word stands, from where it tells least to where it tells most.</summary>
internal enum Field : byte
{
    /// <summary>Once or twice in the body.</summary>
    Body,

    /// <summary>Three times or more in the body.</summary>
    Often,

    /// <summary>In a heading, the description, or beside the title.</summary>
    Text,

    /// <summary>In a title of seven words or more.</summary>
    LongTitle,

    /// <summary>In a title of four to six words.</summary>
    Title,

    /// <summary>In a title of two or three words.</summary>
    ShortTitle,

    /// <summary>It is the title.</summary>
    WholeTitle,
}

/// <summary>A word in an entry.</summary>
/// <param name="Word">The number of the word.</param>
/// <param name="Entry">The number of the entry.</param>
/// <param name="Field">Where it tells most.</param>
/// <param name="Count">How often it stands in the body.</param>
internal record struct Posting(int Word, int Entry, Field Field, int Count);

/// <summary>Reads some entries, and notes which words stand in each of them, and where.</summary>
internal sealed class WordCounter
{
    private const int Several = 3;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byLetters;
    private readonly List<int> _seenAt = [];
    private readonly WordReader _reader;
    private int _entry;
    private int _first;
    private Field _field;
    private int _inTitle;

    /// <summary>Begins with no words.</summary>
    public WordCounter()
    {
        _byLetters = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        _reader = new WordReader(Take);
    }

    /// <summary>The words by number.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The postings in order of entry.</summary>
    public List<Posting> Postings { get; } = [];

    /// <summary>Reads an entry.</summary>
    public void Read(SearchEntry entry, int number, SiteScope site)
    {
        (_entry, _first, _inTitle) = (number, Postings.Count, 0);
        _field = Field.Title;
        _reader.Text(entry.Title);
        var title = _inTitle switch { 1 => Field.WholeTitle, 2 or 3 => Field.ShortTitle, < 7 => Field.Title, _ => Field.LongTitle };
        _field = Field.Text;
        if (entry.Context is { } context) _reader.Text(context);
        _reader.Text(entry.Text);
        if (entry.Article is { } article)
            Read(site.Site.Article(article), site.Site, new FactFormatter(site.Strings(site.Site.Head(article).Language)));
        foreach (ref var posting in CollectionsMarshal.AsSpan(Postings)[_first..])
        {
            if (posting.Field == Field.Title) posting.Field = title;
            else if (posting.Field == Field.Body && posting.Count >= Several) posting.Field = Field.Often;
        }
    }

    private void Read(Article article, BoundSite site, FactFormatter format)
    {
        foreach (var heading in article.Headings) _reader.Text(heading.Text);
        _field = Field.Body;
        foreach (var sentence in article.Summary) Text(sentence, site, format);
        foreach (var fact in article.KeyFacts) Fact(site.Fact(fact), format);
        foreach (var part in article.Body)
        {
            if (part is HtmlPart html) _reader.Html(html.Html);
            else if (part is FactPart { Context: not InlineContext.PlainText } fact)
                _reader.Text(format.Value(site.Fact(fact.Fact).Value, fact.Format));
            else if (part is BoundBlockPart block)
                foreach (var shown in block.Facts) Fact(site.Fact(shown), format);
        }
    }

    private void Text(ImmutableArray<BodyPart> parts, BoundSite site, FactFormatter format)
    {
        foreach (var part in parts)
        {
            if (part is TextPart text) _reader.Text(text.Text);
            else if (part is FactPart fact) _reader.Text(format.Value(site.Fact(fact.Fact).Value, fact.Format));
        }
    }

    private void Fact(Fact fact, FactFormatter format)
    {
        _reader.Text(fact.Label);
        _reader.Text(format.Value(fact.Value, FactForm.Whole));
    }

    private void Take(ReadOnlySpan<char> word)
    {
        if (_field == Field.Title) _inTitle++;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_byLetters, word, out var isKnown);
        if (!isKnown)
        {
            number = Words.Count;
            Words.Add(word.ToString());
            _seenAt.Add(-1);
        }
        var at = _seenAt[number];
        if (at < _first)
        {
            _seenAt[number] = Postings.Count;
            Postings.Add(new Posting(number, _entry, _field, 1));
            return;
        }
        ref var posting = ref CollectionsMarshal.AsSpan(Postings)[at];
        posting.Count++;
        if (_field > posting.Field) posting.Field = _field;
    }
}
