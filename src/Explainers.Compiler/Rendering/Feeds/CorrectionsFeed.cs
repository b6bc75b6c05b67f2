using Explainers.Binding;
using Explainers.Parsing.Facts;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Pages;

namespace Explainers.Rendering.Feeds;

/// <summary>The feed of corrections and updates.</summary>
internal static class CorrectionsFeed
{
    /// <summary>Writes the feed with the latest changes.</summary>
    public static OutputFile Write(SiteScope site)
    {
        var words = site.Words(site.Site.Language);
        var format = new FactFormatter(words);
        var stated = new HashSet<Fact>();
        var changes = site.Changes.Take(AtomXml.MostEntries).ToArray();
        var title = $"{site.Site.Settings.Title} – {words["corrections"]}";
        var file = AtomXml.Write(site, Routes.CorrectionsFeed, Routes.Corrections, title, words["corrections_description"], changes.FirstOrDefault()?.Change.Date, xml =>
        {
            foreach (var (fact, change) in changes)
            {
                stated.Add(fact);
                xml.WriteStartElement("entry", AtomXml.Namespace);
                xml.WriteElementString("id", AtomXml.Namespace, $"{site.Absolute(Routes.Corrections)}#{FactChange.Anchor(fact, change)}");
                xml.WriteElementString("title", AtomXml.Namespace, $"{words[change.Kind == ChangeKind.Correction ? "correction" : "update"]}: {fact.Label}");
                AtomXml.Link(xml, "alternate", "text/html", site.Absolute(fact.Url));
                xml.WriteElementString("updated", AtomXml.Namespace, AtomXml.Timestamp(change.Date));
                xml.WriteElementString("summary", AtomXml.Namespace, words.Fill(
                    "correction_text",
                    ("label", fact.Label),
                    ("was", format.Value(change.Was, FactForm.Whole)),
                    ("is", format.Value(fact.Value, FactForm.Whole)),
                    ("why", Prose.Text(site.Site.Texts[change.Why], format, stated))));
                xml.WriteEndElement();
            }
        });
        return file with { States = [.. stated] };
    }
}
