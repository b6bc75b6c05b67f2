using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Parsing.Articles;

namespace Explainers.Cli.Desk;

/// <summary>A sentence of an article as readers see it.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Facts">The facts that it states.</param>
internal sealed record Stated(string Text, ImmutableArray<FactId> Facts);

/// <summary>Reads an article as sentences, each with the facts that it states.</summary>
internal sealed partial class ArticleText
{
    private readonly BoundSite _site;
    private readonly FactFormatter _format;
    private readonly StringBuilder _text = new();
    private readonly List<(int At, FactId Fact)> _facts = [];
    private readonly ImmutableArray<Stated>.Builder _sentences = ImmutableArray.CreateBuilder<Stated>();
    private bool _isInTag;
    private string _tag = "";

    private ArticleText(BoundSite site, FactFormatter format) => (_site, _format) = (site, format);

    /// <summary>The sentences of an article: title, description, summary and body.</summary>
    public static ImmutableArray<Stated> Of(Article article, BoundSite site, FactFormatter format)
    {
        var reader = new ArticleText(site, format);
        foreach (var line in new IEnumerable<BodyPart>[] { article.Head.Title, article.Head.Description }.Concat(article.Summary.Select(
            sentence => (IEnumerable<BodyPart>)sentence)))
        {
            reader.Read(line);
            reader.End();
        }
        reader.Read(article.Body);
        reader.End();
        return reader._sentences.DrainToImmutable();
    }

    private void Read(IEnumerable<BodyPart> parts)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case TextPart text: _text.Append(text.Text); break;
                case HtmlPart html: Html(html.Html); break;
                case FactPart fact when !_isInTag: Fact(fact); break;
                case BoundBlockPart or Parsing.Articles.TablePart or TableEndPart or SectionPart or SectionEndPart: End(); break;
                default: break;
            }
        }
    }

    private void Fact(FactPart fact)
    {
        _facts.Add((_text.Length, fact.Fact));
        _text.Append(_format.Among(_site.Fact(fact.Fact).Value, fact.Format));
    }

    /// <summary>Adds the text of HTML. A tag may go on in the next piece, behind the address of its link.</summary>
    private void Html(string html)
    {
        var plain = new StringBuilder();
        foreach (var letter in html)
        {
            if (_isInTag)
            {
                _isInTag = letter != '>';
                if (_isInTag) _tag += letter;
                else if (!Inline().IsMatch(_tag))
                {
                    _text.Append(WebUtility.HtmlDecode(plain.ToString()));
                    plain.Clear();
                    End();
                }
            }
            else if (letter == '<')
            {
                (_isInTag, _tag) = (true, "");
            }
            else
            {
                plain.Append(letter);
            }
        }
        _text.Append(WebUtility.HtmlDecode(plain.ToString()));
    }

    /// <summary>Ends a paragraph, and takes its sentences.</summary>
    private void End()
    {
        var text = _text.ToString();
        var start = 0;
        foreach (var end in Between().EnumerateMatches(text))
        {
            Take(text, start, end.Index);
            start = end.Index + end.Length;
        }
        Take(text, start, text.Length);
        _text.Clear();
        _facts.Clear();
    }

    private void Take(string text, int start, int end)
    {
        var sentence = Plain(text[start..end]);
        if (sentence.Length > 0)
            _sentences.Add(new Stated(
                sentence,
                [.. _facts.Where(fact => fact.At >= start && fact.At < Math.Max(end, start + 1)).Select(fact => fact.Fact).Distinct()]));
    }

    /// <summary>A text whose spaces are all of one kind.</summary>
    public static string Plain(string text) => Space().Replace(text, " ").Trim();

    /// <summary>Tags within a line of text.</summary>
    [GeneratedRegex(@"^/?(?:a|abbr|b|bdi|cite|code|data|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time)\b")]
    private static partial Regex Inline();

    /// <summary>What stands between two sentences: an abbreviation of one letter ends none.</summary>
    [GeneratedRegex(@"(?<=(?<!\b\p{L})[.!?…][""”’»)\]]*)\s+(?=[""“‘«(\[]?[\p{Lu}\p{N}])")]
    private static partial Regex Between();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
