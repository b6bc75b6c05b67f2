using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Explainers.Binding;
using Explainers.Parsing;
using Explainers.Rendering.Formatting;

namespace Explainers.Rendering.Feeds;

/// <summary>The feed of new and changed explainers, after RFC 4287; its times are those of the content.</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int MostEntries = 30;

    /// <summary>Writes the feed with the articles changed last.</summary>
    public static OutputFile Write(SiteScope scope)
    {
        var newest = scope.Site.Articles
            .OrderByDescending(article => article.Changed?.FirstDay ?? DateOnly.MinValue)
            .ThenBy(article => article.Url, StringComparer.Ordinal)
            .Take(MostEntries)
            .ToImmutableArray();
        return XmlFile.Write(Routes.File(Routes.Feed), xml => Feed(xml, scope, newest));
    }

    private static void Feed(XmlWriter xml, SiteScope scope, ImmutableArray<Article> articles)
    {
        var settings = scope.Site.Settings;
        xml.WriteStartElement("feed", Namespace);
        xml.WriteAttributeString("xml", "lang", null, scope.Site.Language);
        xml.WriteElementString("id", Namespace, scope.Absolute(Routes.Home));
        xml.WriteElementString("title", Namespace, settings.Title);
        xml.WriteElementString("subtitle", Namespace, settings.Description);
        Link(xml, "self", "application/atom+xml", scope.Absolute(Routes.Feed));
        Link(xml, "alternate", "text/html", scope.Absolute(Routes.Home));
        xml.WriteElementString("updated", Namespace, Timestamp(articles.IsEmpty ? null : articles[0].Changed));
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", Namespace, settings.Publisher?.Name ?? settings.Title);
        xml.WriteEndElement();
        foreach (var article in articles) Entry(xml, scope, article);
        xml.WriteEndElement();
    }

    private static void Entry(XmlWriter xml, SiteScope scope, Article article)
    {
        var format = new FactFormatter(scope.Words(article.Language));
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, scope.Absolute(article.Url));
        xml.WriteElementString("title", Namespace, Prose.Text(article.Title, format));
        Link(xml, "alternate", "text/html", scope.Absolute(article.Url));
        if (article.Published is { } published) xml.WriteElementString("published", Namespace, Timestamp(published));
        xml.WriteElementString("updated", Namespace, Timestamp(article.Changed));
        foreach (var topic in article.Topics)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", topic.Id);
            xml.WriteAttributeString("label", topic.Title);
            xml.WriteEndElement();
        }
        xml.WriteElementString("summary", Namespace, Prose.Text(article.Description, format));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string url)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", url);
        xml.WriteEndElement();
    }

    /// <summary>A date as RFC 3339 wants it; an article without a date counts as the beginning of 1970.</summary>
    private static string Timestamp(PartialDate? date) => $"{PartialDate.Of(date?.FirstDay ?? DateOnly.FromDateTime(DateTime.UnixEpoch))}T00:00:00Z";
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
