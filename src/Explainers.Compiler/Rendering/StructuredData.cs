using System.Buffers;
using System.Text;
using System.Text.Json;
using Explainers.Binding;
using Explainers.Parsing.Facts;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering;

/// <summary>What a page says to machines, in the vocabulary of schema.org as JSON-LD.</summary>
internal static class StructuredData
{
    /// <summary>An explainer: what it says, when, who published it, and what was corrected.</summary>
    public static Html Article(Article article, PageScope page) => new(html =>
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes)) Write(json, article, page);
        // The writer escapes angle brackets, so that nothing in it can end the element.
        html.Append("<script type=\"application/ld+json\">").Append(Encoding.UTF8.GetString(bytes.WrittenSpan)).Append("</script>");
    });

    private static void Write(Utf8JsonWriter json, Article article, PageScope page)
    {
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "NewsArticle");
        json.WriteString("headline", page.Text(article.Title));
        json.WriteString("description", page.Text(article.Description));
        json.WriteString("inLanguage", article.Language);
        json.WriteString("url", page.Site.Absolute(article.Url));
        if (article.Published is { } published) json.WriteString("datePublished", published.ToString());
        if (article.Changed is { } changed) json.WriteString("dateModified", changed.ToString());
        if (page.Site.Site.Settings.Publisher is { } publisher)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            json.WriteString("name", publisher.Name);
            if (publisher.Url is { } url) json.WriteString("url", url);
            json.WriteEndObject();
        }
        Corrections(json, article, page);
        json.WriteEndObject();
    }

    private static void Corrections(Utf8JsonWriter json, Article article, PageScope page)
    {
        var corrections = article.States
            .SelectMany(fact => fact.Changes.Select(change => (Fact: fact, Change: change)))
            .Where(change => change.Change.Kind == ChangeKind.Correction)
            .ToArray();
        if (corrections.Length == 0) return;
        json.WriteStartArray("correction");
        foreach (var (fact, change) in corrections)
        {
            json.WriteStartObject();
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("datePublished", change.Date.ToString());
            json.WriteString("text", page.Words.Fill(
                "correction_text",
                ("label", fact.Label),
                ("was", page.Format.Value(change.Was, FactForm.Whole)),
                ("is", page.Format.Value(page.Stated(fact), FactForm.Whole)),
                ("why", page.Text(change.Why) ?? "")));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
