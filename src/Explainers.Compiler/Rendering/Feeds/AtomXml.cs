using System.Xml;
using Explainers.Binding;
using Explainers.Parsing;

namespace Explainers.Rendering.Feeds;

/// <summary>What Atom feeds have in common, after RFC 4287; their times are those of the content.</summary>
internal static class AtomXml
{
    /// <summary>The namespace of every element.</summary>
    public const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>How many entries a feed has at most.</summary>
    public const int MostEntries = 30;

    /// <summary>Writes a feed around its entries.</summary>
    /// <param name="site">The site.</param>
    /// <param name="feed">The feed's address.</param>
    /// <param name="page">The page that says the same to people.</param>
    /// <param name="title">Its title.</param>
    /// <param name="subtitle">What it holds.</param>
    /// <param name="updated">When it last changed.</param>
    /// <param name="entries">Writes the entries.</param>
    public static OutputFile Write(SiteScope site, string feed, string page, string title, string subtitle, PartialDate? updated, Action<XmlWriter> entries) =>
        XmlFile.Write(Routes.File(feed), xml =>
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, site.Site.Language);
            xml.WriteElementString("id", Namespace, site.Absolute(page));
            xml.WriteElementString("title", Namespace, title);
            xml.WriteElementString("subtitle", Namespace, subtitle);
            Link(xml, "self", "application/atom+xml", site.Absolute(feed));
            Link(xml, "alternate", "text/html", site.Absolute(page));
            xml.WriteElementString("updated", Namespace, Timestamp(updated));
            xml.WriteStartElement("author", Namespace);
            xml.WriteElementString("name", Namespace, site.Site.Settings.Publisher?.Name ?? site.Site.Settings.Title);
            xml.WriteEndElement();
            entries(xml);
            xml.WriteEndElement();
        });

    /// <summary>Writes a link.</summary>
    public static void Link(XmlWriter xml, string relation, string type, string url)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    /// <summary>A date as RFC 3339 wants it; what has no date counts as the beginning of 1970.</summary>
    public static string Timestamp(PartialDate? date) => $"{PartialDate.Of(date?.FirstDay ?? DateOnly.FromDateTime(DateTime.UnixEpoch))}T00:00:00Z";
}
