using System.Buffers;
using System.Text.Json;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Text;
using Explainers.Rendering;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages.LinkedData;

/// <summary>What a page says to machines, in the vocabulary of schema.org as JSON-LD.</summary>
internal static class StructuredData
{
    /// <summary>
    /// An explainer: what it says, when, on what sources, of whom, and what was corrected; for a page about the site, only where it stands.
    /// </summary>
    public static Html Article(Article article, PageScope page) => Element(() =>
    {
        var explainer = article.Head.Kind == ArticleKind.Explainer ? Explainer(article, page) : null;
        var topic = article.Head.Topics.Select(page.Site.Site.Topic).FirstOrDefault();
        var trail = Trail(page, topic is null ? null : (topic.Title, topic.Url), (page.Text(article.Head.Title), article.Url));
        return explainer is null ? [trail] : [explainer, trail];
    });

    /// <summary>A fact sheet: a dataset with its two files.</summary>
    public static Html Sheet(FactSheet sheet, PageScope page) => Element(() =>
    [
        new Dataset
        {
            Type = "Dataset",
            Name = sheet.Title,
            Url = page.Site.Absolute(sheet.Url),
            Description = page.OptionalText(page.Site.Site.Summary(sheet.Name)) ?? sheet.Title,
            IsAccessibleForFree = true,
            InLanguage = page.Site.Site.Language,
            Publisher = PublisherOf(page),
            Distribution =
            [
                Download("application/json", page.Site.Absolute(Routes.SheetJson(sheet.Name))),
                Download("text/csv", page.Site.Absolute(Routes.SheetCsv(sheet.Name))),
            ],
        },
        Trail(page, (page.Strings["facts"], Routes.Facts), (sheet.Title, sheet.Url)),
    ]);

    /// <summary>The site: its name, who publishes it, and where it can be searched.</summary>
    public static Html Site(PageScope page) => Element(() =>
    {
        var settings = page.Site.Site.Settings;
        return
        [
            new WebSite
            {
                Type = "WebSite",
                Name = settings.Title,
                Url = page.Site.Absolute(Routes.Home),
                AlternateName = settings.Tagline,
                Description = settings.Description,
                InLanguage = page.Site.Site.Language,
                Publisher = PublisherOf(page),
                PotentialAction = page.Site.HasSearch
                    ? new SearchAction { Type = "SearchAction", Target = page.Site.Absolute($"{Routes.Search}?q={{query}}") }
                    : null,
            },
        ];
    });

    /// <summary>Events with their dates and places.</summary>
    public static Html Events(IEnumerable<FactId> events, PageScope page) => Element(() => events.Select(fact =>
    {
        var name = page.Named(fact);
        var happening = (EventValue)page.Stated(fact);
        return new LinkedEvent
        {
            Type = "Event",
            Name = name,
            Url = page.Site.Absolute(page.HeadOf(fact).Url),
            StartDate = happening.Machine,
            Location = page.Mentioned(happening.PlaceFact, happening.Place) is { } place
                ? new Thing { Type = "Place", Name = place }
                : null,
        };
    }));

    /// <summary>Places with their coordinates.</summary>
    public static Html Places(IEnumerable<FactId> places, PageScope page) => Element(() => places.Select(fact =>
    {
        var name = page.Named(fact);
        var at = ((PlaceValue)page.Stated(fact)).At;
        return new LinkedPlace
        {
            Type = "Place",
            Name = name,
            Url = page.Site.Absolute(page.HeadOf(fact).Url),
            Latitude = at.Latitude,
            Longitude = at.Longitude,
        };
    }));

    private static NewsArticle Explainer(Article article, PageScope page) => new()
    {
        Type = Genres.TypeOf(article.Head.Genre),
        Url = page.Site.Absolute(article.Url),
        Headline = page.Text(article.Head.Title),
        Description = page.Text(article.Head.Description),
        InLanguage = article.Head.Language,
        IsAccessibleForFree = true,
        Image = page.Card() is { } card ? page.Site.Absolute(card.Url) : null,
        WordCount = article.Words,
        DatePublished = article.Head.Published?.ToString(),
        DateModified = article.Head.Changed?.ToString(),
        Author = LinkedAuthors.Of(article.Head, page),
        Editor = LinkedAuthors.Of(article.Head, ContributionKind.Edited, page),
        Translator = LinkedAuthors.Of(article.Head, ContributionKind.Translated, page),
        Contributor = LinkedAuthors.Of(article.Head, ContributionKind.FactChecked, page),
        Publisher = PublisherOf(page),
        TemporalCoverage = Covered(article, page),
        About = Any(
            article.Head.About.Select(page.Site.Site.Sheet)
                .Select(sheet => new Thing { Type = "Dataset", Name = sheet.Title, Url = page.Site.Absolute(sheet.Url) })),
        Mentions = Any(
            article.States.Select(page.HeadOf).Where(head => head.IsActor || head.Kind == EntryKind.Place)
                .Select(head => Mentioned(head, page))),
        Citation = Any(
            article.States.SelectMany(fact => page.Fact(fact).Sourcing.Citations).DistinctBy(citation => citation.Identity).Select(Cited)),
        Correction = Any(Corrections(article, page)),
        Backstory = BackstoryOf(article, page),
    };

    /// <summary>How the writers know what they say: a note, a section, or both.</summary>
    private static Backstory? BackstoryOf(Article article, PageScope page)
    {
        var section = article.Headings.FirstOrDefault(heading => heading.Kind == SectionKind.Method);
        return section is null && article.Method.IsEmpty ? null : new Backstory
        {
            Type = "CreativeWork",
            Name = section?.Text,
            Url = section is null ? null : $"{page.Site.Absolute(article.Url)}#{section.Id}",
            Text = page.OptionalText(article.Method),
        };
    }

    /// <summary>The span of time that the article's dates lie in.</summary>
    private static string? Covered(Article article, PageScope page)
    {
        var days = article.Uses
            .Where(use => !use.IsInWords)
            .Select(use => use.Fact)
            .Distinct()
            .Select(fact => (Fact: fact, Day: Day(page.Fact(fact).Value)))
            .Where(dated => dated.Day is not null)
            .OrderBy(dated => dated.Day!.Value.FirstDay)
            .ToArray();
        if (days.Length == 0) return null;
        page.Stated(days[0].Fact);
        page.Stated(days[^1].Fact);
        return days.Length == 1 ? $"{days[0].Day}" : $"{days[0].Day}/{days[^1].Day}";
    }

    private static PartialDate? Day(FactValue value) => value switch
    {
        DateValue date => date.Date,
        MomentValue { Moment: var moment } => new PartialDate(moment.Year, moment.Month, moment.Day),
        EventValue happening => Day(happening.When),
        _ => null,
    };

    private static Thing Mentioned(FactHead head, PageScope page) => new()
    {
        Type = head.IsActor ? LinkedActors.TypeOf(head.Kind) : "Place",
        Name = page.Named(head.Name),
        Url = page.Site.Absolute(page.Site.ActorOf(head.Name)?.Url ?? head.Url),
    };

    private static CitedWork Cited(Citation citation) => new()
    {
        Type = "CreativeWork",
        Name = citation.Title,
        Url = citation.Url,
        DatePublished = citation.Date?.ToString(),
        Publisher = new Thing { Type = "Organization", Name = citation.Publisher },
    };

    private static DataDownload Download(string format, string url) =>
        new() { Type = "DataDownload", EncodingFormat = format, ContentUrl = url };

    /// <summary>Who publishes the site, and what it keeps to.</summary>
    internal static Publisher PublisherOf(PageScope page)
    {
        var settings = page.Site.Site.Settings;
        var principles = page.Site.Site.Principles is { } article ? page.Site.Absolute(page.Site.Site.Url(article)) : null;
        return new Publisher
        {
            Type = "NewsMediaOrganization",
            Name = settings.Publisher?.Name ?? settings.Title,
            Url = settings.Publisher?.Url ?? page.Site.Absolute(Routes.Home),
            CorrectionsPolicy = Policy("corrections") ?? page.Site.Absolute(Routes.Corrections),
            PublishingPrinciples = principles,
            VerificationFactCheckingPolicy = Policy("fact_checking") ?? principles,
            EthicsPolicy = Policy("ethics"),
            OwnershipFundingInfo = Any(new[] { Policy("ownership"), Policy("funding") }.OfType<string>().Distinct()),
            MissionCoveragePrioritiesPolicy = Policy("mission"),
            Masthead = Policy("masthead") ?? (page.Site.Authors.IsEmpty ? null : page.Site.Absolute(Routes.Authors)),
            DiversityPolicy = Policy("diversity"),
            UnnamedSourcesPolicy = Policy("unnamed_sources"),
            ActionableFeedbackPolicy = Policy("feedback"),
            FoundingDate = settings.Publisher?.Founded,
            SameAs = Any(settings.Publisher?.Links ?? []),
        };

        string? Policy(string key) => PublisherPolicies.Address(key, page);
    }

    private static IEnumerable<CorrectionComment> Corrections(Article article, PageScope page) =>
        from fact in article.States.Select(page.Fact)
        from change in fact.Changes
        where change.Kind == ChangeKind.Correction
        select new CorrectionComment
        {
            Type = "CorrectionComment",
            DatePublished = change.Date.ToString(),
            Text = page.Strings.Fill(
                "correction_text",
                ("label", fact.Label),
                ("was", page.Format.Value(change.Was, FactForm.Whole)),
                ("is", page.Format.Value(page.Stated(fact.Name), FactForm.Whole)),
                ("why", page.Text(page.Site.Site.Texts(fact.Name).Reasons[change.Number]))),
        };

    /// <summary>Where a page stands below the home page.</summary>
    internal static BreadcrumbList Trail(PageScope page, (string Title, string Url)? above, (string Title, string Url) self)
    {
        var steps = new[] { (page.Site.Site.Settings.Title, Routes.Home), above, self }.OfType<(string Title, string Url)>();
        return new BreadcrumbList
        {
            Type = "BreadcrumbList",
            ItemListElement = [.. steps.Select((step, i) => new Breadcrumb
            {
                Type = "ListItem", Position = i + 1, Name = step.Title, Item = page.Site.Absolute(step.Url),
            })],
        };
    }

    /// <summary>A list, or null for an empty one, which is left out.</summary>
    internal static T[]? Any<T>(IEnumerable<T> items) => items.ToArray() is { Length: > 0 } some ? some : null;

    /// <summary>The element that holds a graph. Each thing in it has a type of its own.</summary>
    internal static Html Element(Func<IEnumerable<Thing>> graph) => new(html =>
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, JsonFile.Compact))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            foreach (var thing in graph()) JsonSerializer.Serialize(json, thing, LinkedDataJson.Default.GetTypeInfo(thing.GetType())!);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        html.Append("<script type=\"application/ld+json\">").AppendJson(bytes.WrittenSpan).Append("</script>");
    });
}
