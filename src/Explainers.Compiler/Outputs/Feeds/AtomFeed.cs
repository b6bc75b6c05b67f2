using System.Text;
using System.Xml;
using Explainers.Binding;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Feeds;

/// <summary>Writes feeds as Atom, after RFC 4287.</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>Writes a feed.</summary>
    public static OutputFile Write(SiteScope site, Feed feed) => XmlFile.Write(Routes.File(feed.Atom), xml =>
    {
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, site.Site.Language);
        Element(xml, "id", FeedIds.Of(site, feed));
        Element(xml, "title", feed.Title);
        Element(xml, "subtitle", feed.Description);
        Link(xml, "self", "application/atom+xml", site.Absolute(feed.Atom));
        Link(xml, "alternate", "text/html", site.Absolute(feed.Page));
        Element(xml, "updated", feed.Updated);
        Author(xml, feed.Author ?? new FeedAuthor(site.Site.Settings.Publisher?.Name ?? site.Site.Settings.Title, null));
        foreach (var entry in feed.Entries) Entry(xml, entry, site.Site.Language);
        xml.WriteEndElement();
    }) with
    { States = feed.States };

    private static void Entry(XmlWriter xml, FeedEntry entry, string language)
    {
        xml.WriteStartElement("entry", Namespace);
        if (entry.Language != language) xml.WriteAttributeString("xml", "lang", null, entry.Language);
        Element(xml, "id", entry.Id);
        Element(xml, "title", entry.Title);
        Link(xml, "alternate", "text/html", entry.Url);
        if (entry.Published is { } published) Element(xml, "published", published);
        Element(xml, "updated", entry.Updated);
        foreach (var author in entry.Authors) Author(xml, author);
        foreach (var topic in entry.Topics)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", topic.Id);
            xml.WriteAttributeString("label", topic.Title);
            xml.WriteEndElement();
        }
        Element(xml, "summary", entry.Summary);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, FeedAuthor author)
    {
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", author.Name);
        if (author.Url is { } url) Element(xml, "uri", url);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    private static void Link(XmlWriter xml, string relation, string type, string url)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }
}

/// <summary>Writes an XML file, indented and in UTF-8.</summary>
internal static class XmlFile
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    /// <summary>Writes a file with one root element.</summary>
    public static OutputFile Write(string path, Action<XmlWriter> root)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings)) root(xml);
        bytes.WriteByte((byte)'\n');
        return new OutputFile(path, bytes.ToArray());
    }
}
