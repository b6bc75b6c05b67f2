using System.Net;
using System.Text;
using Explainers.Binding;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Hosting;

/// <summary>A page at an old address that leads to the new one, for hosts that cannot be told.</summary>
internal static class RedirectPage
{
    /// <summary>Whether a browser reads what a host gives for an address as a page: a folder, or a file that is one by its name.</summary>
    public static bool IsServed(string from) => from.EndsWith('/') || from.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        || from.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    /// <summary>The path of its file, as a disk has it: without escapes.</summary>
    public static string PathOf(string from) => Routes.File(Uri.UnescapeDataString(from));

    /// <summary>Writes the page.</summary>
    public static OutputFile Write(SiteScope scope, string from)
    {
        var to = scope.Site.Aliases.First(alias => alias.From == from).To;
        var language = scope.Site.Language;
        var (title, url) = (WebUtility.HtmlEncode(scope.Strings(language)["moved"]), WebUtility.HtmlEncode(scope.Absolute(to)));
        var text = $"""
            <!doctype html>
            <html lang="{WebUtility.HtmlEncode(language)}">
            <meta charset="utf-8">
            <title>{title}</title>
            <meta name="robots" content="noindex">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="refresh" content="0; url={WebUtility.HtmlEncode(scope.Link(to))}">
            <link rel="canonical" href="{url}">
            <p><a href="{WebUtility.HtmlEncode(scope.Link(to))}">{title}</a></p>
            </html>

            """;
        return new OutputFile(PathOf(from), Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
    }
}
