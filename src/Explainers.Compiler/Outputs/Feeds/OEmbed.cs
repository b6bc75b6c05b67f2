using System.Net;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Feeds;

/// <summary>Says how other sites embed a fact, after oembed.com.</summary>
internal static class OEmbed
{
    private const int Width = 480;
    private const int Height = 240;

    /// <summary>Writes the answer for a fact.</summary>
    public static OutputFile Write(SiteScope site, FactId fact)
    {
        var title = $"{site.SheetOf(fact).Title}: {site.Site.Head(fact).Label}";
        var source = WebUtility.HtmlEncode(site.Absolute(Routes.Embed(fact)));
        var name = WebUtility.HtmlEncode(title);
        var html = $"<iframe src=\"{source}\" title=\"{name}\" width=\"{Width}\" height=\"{Height}\" loading=\"lazy\"></iframe>";
        return JsonFile.Write(
            Routes.File(Routes.EmbedData(fact)),
            new EmbedData("1.0", "rich", title, site.Site.Settings.Title, site.Absolute(Routes.Home), html, Width, Height),
            FeedDataJson.Default.EmbedData);
    }
}
