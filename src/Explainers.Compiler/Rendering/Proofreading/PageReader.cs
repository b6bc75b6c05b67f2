using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Explainers.Rendering.Proofreading;

/// <summary>Reads a finished page with a browser's tokenizer.</summary>
internal static class PageReader
{
    /// <summary>Notes the ids, links and images of a page.</summary>
    public static PageOutline Read(OutputFile page)
    {
        var text = Encoding.UTF8.GetChars(page.Bytes.ToArray());
        var notes = new Notes();
        using var source = new TextSource(new CharArrayTextSource(text, text.Length));
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            SkipDataText = true,
            SkipScriptText = true,
            SkipRawText = true,
            SkipComments = true,
            SkipRCDataText = true,
            SkipPlaintext = true,
        };
        while (true)
        {
            ref var token = ref tokenizer.GetStructToken();
            if (token.Type == HtmlTokenType.EndOfFile) break;
            if (token.Type != HtmlTokenType.StartTag) continue;
            var name = token.Name.ToString();
            notes.Add(name, ref token);
            tokenizer.State = Content(name) ?? tokenizer.State;
        }
        return new PageOutline(page, notes.Ids, notes.Links.DrainToImmutable(), notes.RepeatedIds.DrainToImmutable(), notes.BareImages.DrainToImmutable());
    }

    /// <summary>How the content of an element is read, where tags in it are not tags.</summary>
    private static HtmlParseMode? Content(string element) => element switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => null,
    };

    private sealed class Notes
    {
        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        public ImmutableArray<Mention>.Builder Links { get; } = ImmutableArray.CreateBuilder<Mention>();

        public ImmutableArray<Mention>.Builder RepeatedIds { get; } = ImmutableArray.CreateBuilder<Mention>();

        public ImmutableArray<Mention>.Builder BareImages { get; } = ImmutableArray.CreateBuilder<Mention>();

        public void Add(string element, ref StructHtmlToken token)
        {
            var offset = token.Position.Index;
            var (source, hasAlternative) = ("", false);
            for (var i = 0; i < token.Attributes.Count; i++)
            {
                var attribute = token.Attributes[i];
                var value = attribute.Value.ToString();
                switch (attribute.Name.ToString())
                {
                    case "id" when !Ids.Add(value): RepeatedIds.Add(new Mention(value, offset)); break;
                    case "href": Links.Add(new Mention(value, offset)); break;
                    case "src":
                        source = value;
                        Links.Add(new Mention(value, offset));
                        break;
                    case "alt": hasAlternative = value.Length > 0; break;
                }
            }
            if (element == "img" && !hasAlternative) BareImages.Add(new Mention(source, offset));
        }
    }
}
