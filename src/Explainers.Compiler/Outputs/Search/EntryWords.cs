using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Incremental.Packs;
using Explainers.Parsing.Articles;

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

/// <summary>
/// Reads one entry, and writes which words stand in it, and where. Words are in ordinal order; each has its field, how many characters it
/// shares with the one before, and the rest.
/// </summary>
internal sealed class EntryWords
{
    private const int Several = 3;
    private const int MostShared = 31;
    private readonly Dictionary<string, (Field Field, int Count)> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Field Field, int Count)>.AlternateLookup<ReadOnlySpan<char>> _byLetters;
    private readonly WordReader _reader;
    private Field _field = Field.Title;
    private int _inTitle;

    private EntryWords()
    {
        _byLetters = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        _reader = new WordReader(Take);
    }

    /// <summary>Takes a word with its field; the word is only valid during the call.</summary>
    public delegate void Taker(ReadOnlySpan<char> word, Field field);

    /// <summary>The words of an entry that has nothing but what a result shows.</summary>
    public static EquatableArray<byte> Of(SearchEntry entry)
    {
        var words = new EntryWords();
        words.Read(entry);
        return words.Written();
    }

    /// <summary>The words of an article or page.</summary>
    public static EquatableArray<byte> Of(SearchEntry entry, Article article, BoundSite site, FactFormatter format)
    {
        var words = new EntryWords();
        words.Read(entry);
        words.Read(article, site, format);
        return words.Written();
    }

    /// <summary>Reads words that were written.</summary>
    public static void Read(EquatableArray<byte> words, Taker take)
    {
        var reader = new PackReader(words.Items.AsMemory());
        Span<char> word = stackalloc char[WordReader.MostCharacters];
        while (reader.Left > 0)
        {
            var head = reader.Byte();
            var shared = head >> 3;
            take(word[..(shared + reader.Text(word[shared..]))], (Field)(head & 7));
        }
    }

    private void Read(SearchEntry entry)
    {
        _reader.Text(entry.Title);
        _field = Field.Text;
        if (entry.Context is { } context) _reader.Text(context);
        _reader.Text(entry.Text);
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
            else if (part is FactPart { Context: < InlineContext.PlainText } fact)
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
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_byLetters, word, out _);
        known = ((Field)Math.Max((byte)known.Field, (byte)_field), known.Count + 1);
    }

    private EquatableArray<byte> Written()
    {
        var title = _inTitle switch { 1 => Field.WholeTitle, 2 or 3 => Field.ShortTitle, < 7 => Field.Title, _ => Field.LongTitle };
        var words = _words.Keys.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        var (writer, before) = (new PackWriter(), "");
        foreach (var word in words)
        {
            var (field, count) = _words[word];
            if (field == Field.Title) field = title;
            else if (field == Field.Body && count >= Several) field = Field.Often;
            var shared = Math.Min(MostShared, word.AsSpan().CommonPrefixLength(before));
            writer.Byte((byte)((shared << 3) | (byte)field));
            writer.Text(word.AsSpan(shared));
            before = word;
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(writer.Written.ToArray());
    }
}
