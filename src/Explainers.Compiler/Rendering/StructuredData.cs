using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering;

/// <summary>What a page says to machines, in the vocabulary of schema.org as JSON-LD.</summary>
internal static class StructuredData
{
    /// <summary>An explainer: what it says, when, on what sources, of whom, and what was corrected; for a page about the site, only where it stands.</summary>
    public static Html Article(Article article, PageScope page) => Element(json =>
    {
        if (article.Head.Kind == ArticleKind.Explainer) Explainer(json, article, page);
        var topic = article.Head.Topics.Select(page.Site.Site.Topic).FirstOrDefault();
        Trail(json, page, topic is null ? null : (topic.Title, topic.Url), (page.Text(article.Head.Title), article.Url));
    });

    /// <summary>A fact sheet: a dataset with its two files.</summary>
    public static Html Sheet(FactSheet sheet, PageScope page) => Element(json =>
    {
        Thing(json, "Dataset", sheet.Title, page.Site.Absolute(sheet.Url), () =>
        {
            json.WriteString("description", page.OptionalText(page.Site.Site.Summary(sheet.Name)) ?? sheet.Title);
            json.WriteBoolean("isAccessibleForFree", true);
            json.WriteString("inLanguage", page.Site.Site.Language);
            Publisher(json, page);
            Each(json, "distribution", [("application/json", Routes.SheetJson(sheet.Name)), ("text/csv", Routes.SheetCsv(sheet.Name))], file =>
            {
                json.WriteString("@type", "DataDownload");
                json.WriteString("encodingFormat", file.Item1);
                json.WriteString("contentUrl", page.Site.Absolute(file.Item2));
            });
        });
        Trail(json, page, (page.Words["facts"], Routes.Facts), (sheet.Title, sheet.Url));
    });

    /// <summary>The site: its name, who publishes it, and where it can be searched.</summary>
    public static Html Site(PageScope page) => Element(json =>
    {
        var settings = page.Site.Site.Settings;
        Thing(json, "WebSite", settings.Title, page.Site.Absolute(Routes.Home), () =>
        {
            if (settings.Tagline is { } tagline) json.WriteString("alternateName", tagline);
            json.WriteString("description", settings.Description);
            json.WriteString("inLanguage", page.Site.Site.Language);
            Publisher(json, page);
            if (!page.Site.HasSearch) return;
            json.WriteStartObject("potentialAction");
            json.WriteString("@type", "SearchAction");
            json.WriteString("target", page.Site.Absolute($"{Routes.Search}?q={{query}}"));
            json.WriteEndObject();
        });
    });

    /// <summary>A person: name and roles.</summary>
    public static Html Person(Person person, PageScope page) => Element(json =>
    {
        Thing(json, "Person", person.Name, page.Site.Absolute(person.Url), () =>
        {
            var roles = person.Entries.Select(entry => (page.Stated(entry) as PersonValue)?.Role).OfType<string>().Distinct().ToImmutableArray();
            if (!roles.IsEmpty) json.WriteString("jobTitle", string.Join("; ", roles));
        });
        Trail(json, page, (page.Words["people"], Routes.People), (person.Name, person.Url));
    });

    /// <summary>Events with their dates and places.</summary>
    public static Html Events(IEnumerable<FactId> events, PageScope page) => Element(json =>
    {
        foreach (var fact in events)
        {
            Thing(json, "Event", page.Named(fact), page.Site.Absolute(page.HeadOf(fact).Url), () =>
            {
                var happening = (EventValue)page.Stated(fact);
                json.WriteString("startDate", happening.Machine);
                if (page.Mentioned(happening.PlaceFact, happening.Place) is { } place) Inside(json, "location", "Place", place);
            });
        }
    });

    /// <summary>Places with their coordinates.</summary>
    public static Html Places(IEnumerable<FactId> places, PageScope page) => Element(json =>
    {
        foreach (var fact in places)
        {
            Thing(json, "Place", page.Named(fact), page.Site.Absolute(page.HeadOf(fact).Url), () =>
            {
                var at = ((PlaceValue)page.Stated(fact)).At;
                json.WriteNumber("latitude", at.Latitude);
                json.WriteNumber("longitude", at.Longitude);
            });
        }
    });

    private static void Explainer(Utf8JsonWriter json, Article article, PageScope page) =>
        Thing(json, "BackgroundNewsArticle", null, page.Site.Absolute(article.Url), () =>
        {
            json.WriteString("headline", page.Text(article.Head.Title));
            json.WriteString("description", page.Text(article.Head.Description));
            json.WriteString("inLanguage", article.Head.Language);
            json.WriteBoolean("isAccessibleForFree", true);
            if (page.Card() is { } card) json.WriteString("image", page.Site.Absolute(card.Url));
            json.WriteNumber("wordCount", article.Words);
            if (article.Head.Published is { } published) json.WriteString("datePublished", published.ToString());
            if (article.Head.Changed is { } changed) json.WriteString("dateModified", changed.ToString());
            Publisher(json, page);
            Covered(json, article, page);
            Each(json, "about", [.. article.About.Select(page.Site.Site.Sheet)], sheet => Described(json, "Dataset", sheet.Title, page.Site.Absolute(sheet.Url)));
            Each(json, "mentions", [.. article.States.Select(page.HeadOf).Where(head => head.Kind is EntryKind.Person or EntryKind.Place)], head => Described(
                json,
                head.Kind == EntryKind.Person ? "Person" : "Place",
                page.Named(head.Name),
                page.Site.Absolute(page.Site.PersonOf(head.Name)?.Url ?? head.Url)));
            Each(json, "citation", [.. article.States.SelectMany(fact => page.Fact(fact).Sourcing.Citations).DistinctBy(citation => citation.Identity)], citation => Cited(json, citation));
            Corrections(json, article, page);
            if (article.Headings.FirstOrDefault(heading => heading.Kind == CardKind.Method) is { } method)
            {
                json.WriteStartObject("backstory");
                Described(json, "CreativeWork", method.Text, $"{page.Site.Absolute(article.Url)}#{method.Id}");
                json.WriteEndObject();
            }
        });

    /// <summary>The span of time that the article's dates lie in.</summary>
    private static void Covered(Utf8JsonWriter json, Article article, PageScope page)
    {
        var days = article.Uses
            .Where(use => !use.IsInWords)
            .Select(use => use.Fact)
            .Distinct()
            .Select(fact => (Fact: fact, Day: Day(page.Fact(fact).Value)))
            .Where(dated => dated.Day is not null)
            .OrderBy(dated => dated.Day!.Value.FirstDay)
            .ToArray();
        if (days.Length == 0) return;
        page.Stated(days[0].Fact);
        page.Stated(days[^1].Fact);
        json.WriteString("temporalCoverage", days.Length == 1 ? $"{days[0].Day}" : $"{days[0].Day}/{days[^1].Day}");
    }

    private static Parsing.PartialDate? Day(FactValue value) => value switch
    {
        DateValue date => date.Date,
        MomentValue { Moment: var moment } => new Parsing.PartialDate(moment.Year, moment.Month, moment.Day),
        EventValue happening => Day(happening.When),
        _ => null,
    };

    private static void Cited(Utf8JsonWriter json, Citation citation)
    {
        json.WriteString("@type", "CreativeWork");
        json.WriteString("name", citation.Title);
        if (citation.Url is { } url) json.WriteString("url", url);
        if (citation.Date is { } date) json.WriteString("datePublished", date.ToString());
        Inside(json, "publisher", "Organization", citation.Publisher);
    }

    private static void Publisher(Utf8JsonWriter json, PageScope page)
    {
        var settings = page.Site.Site.Settings;
        json.WriteStartObject("publisher");
        Described(json, "NewsMediaOrganization", settings.Publisher?.Name ?? settings.Title, settings.Publisher?.Url ?? page.Site.Absolute(Routes.Home));
        json.WriteString("correctionsPolicy", page.Site.Absolute(Routes.Corrections));
        if (page.Site.Site.Principles is { } principles)
        {
            json.WriteString("publishingPrinciples", page.Site.Absolute(page.Site.Site.Url(principles)));
            json.WriteString("verificationFactCheckingPolicy", page.Site.Absolute(page.Site.Site.Url(principles)));
        }
        json.WriteEndObject();
    }

    private static void Corrections(Utf8JsonWriter json, Article article, PageScope page) => Each(
        json,
        "correction",
        [.. article.States.Select(page.Fact).SelectMany(fact => fact.Changes.Select(change => (Fact: fact, Change: change))).Where(change => change.Change.Kind == ChangeKind.Correction)],
        corrected =>
        {
            var (fact, change) = corrected;
            json.WriteString("@type", "CorrectionComment");
            json.WriteString("datePublished", change.Date.ToString());
            json.WriteString("text", page.Words.Fill(
                "correction_text",
                ("label", fact.Label),
                ("was", page.Format.Value(change.Was, FactForm.Whole)),
                ("is", page.Format.Value(page.Stated(fact.Name), FactForm.Whole)),
                ("why", page.Text(page.Site.Site.Texts(fact.Name).Reasons[change.Number]))));
        });

    /// <summary>Where a page stands below the home page.</summary>
    private static void Trail(Utf8JsonWriter json, PageScope page, (string Title, string Url)? above, (string Title, string Url) self)
    {
        var steps = new[] { (page.Site.Site.Settings.Title, Routes.Home), above, self }.OfType<(string Title, string Url)>().ToImmutableArray();
        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        var position = 0;
        Each(json, "itemListElement", steps, step =>
        {
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", ++position);
            json.WriteString("name", step.Title);
            json.WriteString("item", page.Site.Absolute(step.Url));
        });
        json.WriteEndObject();
    }

    private static void Thing(Utf8JsonWriter json, string type, string? name, string url, Action members)
    {
        json.WriteStartObject();
        Described(json, type, name, url);
        members();
        json.WriteEndObject();
    }

    private static void Described(Utf8JsonWriter json, string type, string? name, string url)
    {
        json.WriteString("@type", type);
        if (name is not null) json.WriteString("name", name);
        json.WriteString("url", url);
    }

    private static void Inside(Utf8JsonWriter json, string property, string type, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void Each<T>(Utf8JsonWriter json, string property, ImmutableArray<T> items, Action<T> write)
    {
        if (items.IsEmpty) return;
        json.WriteStartArray(property);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Letters stand as they are, as in the page around, which compresses better.</summary>
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The element that holds a graph; every angle bracket is escaped, so that nothing in it can end the element.</summary>
    private static Html Element(Action<Utf8JsonWriter> graph) => new(html =>
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            graph(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        html.Append("<script type=\"application/ld+json\">").Append(Encoding.UTF8.GetString(bytes.WrittenSpan).Replace("<", "\\u003c", StringComparison.Ordinal)).Append("</script>");
    });
}
