using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using Explainers.Parsing.Text;

namespace Explainers.Parsing.Articles;

/// <summary>Reads HTML in Markdown for the values of its attributes, some of which are addresses. Comments and text have none.</summary>
internal static class RawAddresses
{
    /// <summary>Reads a piece of HTML.</summary>
    /// <param name="html">The piece.</param>
    /// <param name="take">Takes each value.</param>
    public static void Read(string html, Action<string> take)
    {
        if (!html.Contains(ImageAddresses.Folder, StringComparison.Ordinal)) return;
        using var source = new TextSource(new CharArrayTextSource(html.ToCharArray(), html.Length));
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        while (true)
        {
            ref var token = ref tokenizer.GetStructToken();
            if (token.Type == HtmlTokenType.EndOfFile) return;
            if (token.Type != HtmlTokenType.StartTag) continue;
            for (var i = 0; i < token.Attributes.Count; i++) take(token.Attributes[i].Value.ToString());
        }
    }
}
