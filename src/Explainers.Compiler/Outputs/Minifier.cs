using System.Text;
using Explainers.Rendering;
using NUglify;
using NUglify.Html;

namespace Explainers.Outputs;

/// <summary>
/// Takes space and comments out of finished pages, styles and scripts; what they mean stays, and every tag that was written.
/// </summary>
internal static class Minifier
{
    private static readonly HtmlSettings Html = new()
    {
        RemoveOptionalTags = false,
        RemoveEmptyAttributes = false,
        RemoveAttributeQuotes = false,
        RemoveScriptStyleTypeAttribute = false,
        ShortBooleanAttribute = false,
        DecodeEntityCharacters = false,
        MinifyJs = false,
        MinifyCss = false,
        MinifyCssAttributes = false,
        AttributesCaseSensitive = true,
        TagsCaseSensitive = true,
    };

    /// <summary>Minifies a file; one that the library cannot read, or that is neither page, style nor script, stays as it is.</summary>
    public static OutputFile Minify(OutputFile file)
    {
        UglifyResult? result = Path.GetExtension(file.Path) switch
        {
            ".html" => Uglify.Html(Text(file), Html, file.Path),
            ".css" => Uglify.Css(Text(file), file.Path),
            ".js" => Uglify.Js(Text(file), file.Path),
            _ => null,
        };
        return result is { HasErrors: false, Code: { Length: > 0 } code }
            ? file with { Bytes = Encoding.UTF8.GetBytes(code), Origins = [] }
            : file;
    }

    private static string Text(OutputFile file) => Encoding.UTF8.GetString(file.Bytes.Span);
}
