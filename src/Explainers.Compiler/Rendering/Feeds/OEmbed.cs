using System.Net;
using Explainers.Binding;
using Explainers.Rendering.Data;

namespace Explainers.Rendering.Feeds;

/// <summary>Says of each fact's card how other sites show it, after oembed.com.</summary>
internal static class OEmbed
{
    private const int Width = 480;
    private const int Height = 240;

    /// <summary>Writes the answer of every card.</summary>
    public static IEnumerable<OutputFile> Write(SiteScope site) => site.Embedded.Select(fact => OutputFile.Deferred(Routes.File(Routes.EmbedData(fact)), () => Write(site, fact)));

    private static OutputFile Write(SiteScope site, Fact fact)
    {
        var title = $"{site.SheetOf(fact).Title}: {fact.Label}";
        var source = WebUtility.HtmlEncode(site.Absolute(Routes.Embed(fact)));
        var name = WebUtility.HtmlEncode(title);
        var html = $"<iframe src=\"{source}\" title=\"{name}\" width=\"{Width}\" height=\"{Height}\" loading=\"lazy\"></iframe>";
        return JsonFile.Write(
            Routes.File(Routes.EmbedData(fact)),
            new EmbedData("1.0", "rich", title, site.Site.Settings.Title, site.Absolute(Routes.Home), html, Width, Height),
            FeedDataJson.Default.EmbedData);
    }
}
