using System.IO.Hashing;
using System.Text;
using Explainers.Binding;
using Explainers.Scopes;

namespace Explainers.Outputs.Feeds;

/// <summary>
/// What feeds and their entries are known by. Readers of feeds show an entry as new when its id is another, so that no id has the address
/// in it, which changes with a slug, a host and a folder. An id is a number made from what stays.
/// </summary>
internal static class FeedIds
{
    /// <summary>
    /// The id of an article: made from the id in its front matter, or else from the address that it had first, and the day on which it was
    /// published.
    /// </summary>
    public static string Of(ArticleHead article) => Made("article", article.Lasting, article.Published?.Day.ToString("O") ?? "");

    /// <summary>The id of a change of a fact.</summary>
    public static string Of(FactChange change) => Made("change", change.Anchor, "");

    /// <summary>The id of a feed: made from the page that it belongs to, and what site.yaml says that feeds are known by.</summary>
    public static string Of(SiteScope site, Feed feed) =>
        Made("feed", feed.Page, site.Site.Settings.FeedId ?? site.Site.Settings.BaseUrl.TrimEnd('/'));

    /// <summary>A name of RFC 9562 that is made from texts: version 8, whose bits are ours.</summary>
    private static string Made(string kind, string name, string among)
    {
        var hash = XxHash128.Hash(Encoding.UTF8.GetBytes($"explainers {kind}\n{name}\n{among}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }
}
