using System.Xml;
using Explainers.Binding;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Feeds;

/// <summary>The list of pages for search engines, after sitemaps.org; dates of change are those of the content.</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Writes the addresses of pages, with the dates of their last change.</summary>
    public static OutputFile Write(SiteScope scope, IEnumerable<(string Url, PublicationDate? Changed)> pages) =>
        XmlFile.Write(Routes.File(Routes.Sitemap), xml => Write(xml, scope, pages));

    private static void Write(XmlWriter xml, SiteScope scope, IEnumerable<(string Url, PublicationDate? Changed)> pages)
    {
        xml.WriteStartElement("urlset", Namespace);
        foreach (var (url, when) in pages.OrderBy(page => page.Url, StringComparer.Ordinal))
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, scope.Absolute(url));
            if (when is { } changed) xml.WriteElementString("lastmod", Namespace, changed.ToString());
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
