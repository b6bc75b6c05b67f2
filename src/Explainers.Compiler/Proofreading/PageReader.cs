using System.Buffers;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using Explainers.Rendering;

namespace Explainers.Proofreading;

/// <summary>Takes note of what stands in a page.</summary>
internal interface IPageNotes
{
    /// <summary>An element bears an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="offset">Where the element begins, in UTF-16 units.</param>
    void Id(string id, int offset);

    /// <summary>An element leads to an address, or loads what is there.</summary>
    void Link(string address, int offset);

    /// <summary>An element loads what is at an address and shows or runs it.</summary>
    /// <param name="element">The element.</param>
    /// <param name="address">The address.</param>
    /// <param name="offset">Where the element begins, in UTF-16 units.</param>
    void Load(string element, string address, int offset);

    /// <summary>An image has no text alternative: neither words nor an empty text, which says that it is decoration.</summary>
    void BareImage(string address, int offset);
}

/// <summary>Reads a finished page with a browser's tokenizer.</summary>
internal static class PageReader
{
    /// <summary>Reads a page from start to end.</summary>
    public static void Read(OutputFile page, IPageNotes notes)
    {
        var text = ArrayPool<char>.Shared.Rent(page.Bytes.Length);
        try
        {
            Read(text, Encoding.UTF8.GetChars(page.Bytes.Span, text), notes);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private static void Read(char[] text, int length, IPageNotes notes)
    {
        using var source = new TextSource(new CharArrayTextSource(text, length));
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipDataText = true,
            SkipScriptText = true,
            SkipRawText = true,
            SkipComments = true,
            SkipRCDataText = true,
            SkipPlaintext = true,
            ShouldEmitAttribute = static (ref _, name) =>
                name.Span is "id" or "href" or "xlink:href" or "src" or "srcset" or "poster" or "data" or "background" or "alt"
                    or "popovertarget",
        };
        while (true)
        {
            ref var token = ref tokenizer.GetStructToken();
            if (token.Type == HtmlTokenType.EndOfFile) return;
            if (token.Type != HtmlTokenType.StartTag) continue;
            var name = token.Name.ToString();
            Note(name, ref token, notes);
            tokenizer.State = Content(name) ?? tokenizer.State;
        }
    }

    /// <summary>How the content of an element is read, where tags in it are not tags.</summary>
    private static HtmlParseMode? Content(string element) => element switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => null,
    };

    private static void Note(string element, ref StructHtmlToken token, IPageNotes notes)
    {
        var offset = token.Position.Index;
        var (source, hasAlternative) = ("", false);
        for (var i = 0; i < token.Attributes.Count; i++)
        {
            var attribute = token.Attributes[i];
            var value = attribute.Value.ToString();
            switch (attribute.Name.Memory.Span)
            {
                case "id": notes.Id(value, offset); break;
                case "href" or "xlink:href" when element is "image" or "use" or "feimage": notes.Load(element, value, offset); break;
                case "href": notes.Link(value, offset); break;
                case "src":
                    source = value;
                    notes.Link(value, offset);
                    notes.Load(element, value, offset);
                    break;
                case "srcset":
                    foreach (var candidate in Candidates(value)) notes.Load(element, candidate, offset);
                    break;
                case "poster" or "background": notes.Load(element, value, offset); break;
                case "data" when element == "object": notes.Load(element, value, offset); break;
                case "popovertarget": notes.Link($"#{value}", offset); break;
                case "alt": hasAlternative = true; break;
            }
        }
        if (element == "img" && !hasAlternative) notes.BareImage(source, offset);
    }

    /// <summary>The addresses of a list of pictures in several sizes.</summary>
    private static IEnumerable<string> Candidates(string list)
    {
        const string Spaces = " \t\r\n\f";
        for (var at = 0; at < list.Length;)
        {
            while (at < list.Length && (Spaces.Contains(list[at], StringComparison.Ordinal) || list[at] == ',')) at++;
            var start = at;
            while (at < list.Length && !Spaces.Contains(list[at], StringComparison.Ordinal)) at++;
            if (at == start) yield break;
            var address = list[start..at];
            yield return address.TrimEnd(',');
            if (!address.EndsWith(',')) at = list.IndexOf(',', at) is >= 0 and var next ? next : list.Length;
        }
    }
}
