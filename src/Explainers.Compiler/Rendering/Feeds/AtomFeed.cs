using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Explainers.Binding;
using Explainers.Rendering.Formatting;

namespace Explainers.Rendering.Feeds;

/// <summary>The feed of new and changed explainers, the latest first.</summary>
internal static class AtomFeed
{
    /// <summary>Writes the feed with the articles changed last.</summary>
    public static OutputFile Write(SiteScope scope)
    {
        var newest = scope.Site.Articles
            .OrderByDescending(article => article.Changed?.FirstDay ?? DateOnly.MinValue)
            .ThenBy(article => article.Url, StringComparer.Ordinal)
            .Take(AtomXml.MostEntries)
            .ToImmutableArray();
        var settings = scope.Site.Settings;
        var stated = new HashSet<Fact>();
        var file = AtomXml.Write(scope, Routes.Feed, Routes.Home, settings.Title, settings.Description, newest.FirstOrDefault()?.Changed, xml =>
        {
            foreach (var article in newest) Entry(xml, scope, article, stated);
        });
        return file with { States = [.. stated] };
    }

    private static void Entry(XmlWriter xml, SiteScope scope, Article article, ISet<Fact> stated)
    {
        var format = new FactFormatter(scope.Words(article.Language));
        xml.WriteStartElement("entry", AtomXml.Namespace);
        xml.WriteElementString("id", AtomXml.Namespace, scope.Absolute(article.Url));
        xml.WriteElementString("title", AtomXml.Namespace, Prose.Text(article.Title, format, stated));
        AtomXml.Link(xml, "alternate", "text/html", scope.Absolute(article.Url));
        if (article.Published is { } published) xml.WriteElementString("published", AtomXml.Namespace, AtomXml.Timestamp(published));
        xml.WriteElementString("updated", AtomXml.Namespace, AtomXml.Timestamp(article.Changed));
        foreach (var topic in article.Topics)
        {
            xml.WriteStartElement("category", AtomXml.Namespace);
            xml.WriteAttributeString("term", topic.Id);
            xml.WriteAttributeString("label", topic.Title);
            xml.WriteEndElement();
        }
        xml.WriteElementString("summary", AtomXml.Namespace, Prose.Text(article.Description, format, stated));
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
