using System.Buffers;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using Explainers.Rendering;

namespace Explainers.Proofreading;

/// <summary>Reads a finished page.</summary>
internal static class PageReader
{
    /// <summary>Reads a page from start to end with a browser's tokenizer.</summary>
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

    /// <summary>
    /// Reads a page whose markup is plain, which takes a fraction of the time. If it is not, this returns false, and what was noted counts
    /// for nothing.
    /// </summary>
    public static bool TryReadPlain(OutputFile page, IPageNotes notes)
    {
        var text = ArrayPool<char>.Shared.Rent(page.Bytes.Length);
        try
        {
            return new PlainMarkup(text.AsSpan(0, Encoding.UTF8.GetChars(page.Bytes.Span, text)), notes).Read();
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
            ShouldEmitAttribute = static (ref _, name) => ElementNotes.Reads(name.Span),
        };
        while (true)
        {
            ref var token = ref tokenizer.GetStructToken();
            if (token.Type == HtmlTokenType.EndOfFile) return;
            if (token.Type != HtmlTokenType.StartTag) continue;
            var name = token.Name.ToString();
            var element = new ElementNotes(name, token.Position.Index, notes);
            for (var i = 0; i < token.Attributes.Count; i++)
            {
                var attribute = token.Attributes[i];
                element.Attribute(attribute.Name.Memory.Span, attribute.Value.Memory.Span);
            }
            element.End();
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
}
