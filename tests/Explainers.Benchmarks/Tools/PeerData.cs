using System.Globalization;
using System.Text;
using Explainers.Benchmarks.Corpora;

namespace Explainers.Benchmarks.Tools;

/// <summary>Writes a fact sheet as the YAML data file that Hugo and Eleventy read, with every value formatted beforehand.</summary>
internal static class PeerData
{
    /// <summary>Gives the text of the data file.</summary>
    public static string Write(Sheet sheet)
    {
        var text = new StringBuilder(
            $"id: {sheet.Id}\nslug: {sheet.Slug}\ntitle: {sheet.Title}\nsummary: {sheet.Summary}\nsources:\n");
        foreach (var source in sheet.Sources)
        {
            text.Append($"  {source.Id}:\n    publisher: {source.Publisher}\n    title: {source.Title}\n");
            text.Append($"    url: {source.Url}\n    date: \"{source.Date}\"\n    shown: {Shown(source.Date)}\n");
        }

        text.Append("facts:\n");
        foreach (var fact in sheet.Facts)
        {
            text.Append($"  {fact.Id}:\n    label: {fact.Label}\n    text: \"{fact.Text}\"\n    value: \"{fact.Machine}\"\n");
            text.Append($"    source: {fact.Source}\n");
            if (fact.Markup == FactMarkup.Time)
                text.Append("    time: true\n");
            if (fact.AsOf is { } day)
                text.Append($"    as_of: \"{day}\"\n");
        }

        return text.ToString();
    }

    /// <summary>Gives the key facts of an article as front matter.</summary>
    public static string KeyFacts(Article article) => string.Concat(
        article.KeyFacts.Select(name => $"  - {{ sheet: {name.Sheet}, fact: {name.Fact} }}\n"));

    private static string Shown(string date) => DateOnly
        .ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        .ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
}
