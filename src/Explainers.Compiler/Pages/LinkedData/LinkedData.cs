using System.Text.Json.Serialization;

namespace Explainers.Pages.LinkedData;

/// <summary>Something that schema.org has a type for. Members that are null are left out.</summary>
internal record Thing
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-3)]
    public required string Type { get; init; }

    [JsonPropertyOrder(-2)]
    public string? Name { get; init; }

    [JsonPropertyOrder(-1)]
    public string? Url { get; init; }
}

/// <summary>An explainer.</summary>
internal sealed record NewsArticle : Thing
{
    public required string Headline { get; init; }

    public required string Description { get; init; }

    public required string InLanguage { get; init; }

    public required bool IsAccessibleForFree { get; init; }

    public string? Image { get; init; }

    public required int WordCount { get; init; }

    public string? DatePublished { get; init; }

    public string? DateModified { get; init; }

    public required LinkedAuthor[] Author { get; init; }

    public LinkedAuthor[]? Editor { get; init; }

    public LinkedAuthor[]? Translator { get; init; }

    public LinkedAuthor[]? Contributor { get; init; }

    public required Publisher Publisher { get; init; }

    public string? TemporalCoverage { get; init; }

    public Thing[]? About { get; init; }

    public Thing[]? Mentions { get; init; }

    public CitedWork[]? Citation { get; init; }

    public CorrectionComment[]? Correction { get; init; }

    public Backstory? Backstory { get; init; }
}

/// <summary>How the writers of an article know what it says.</summary>
internal sealed record Backstory : Thing
{
    public string? Text { get; init; }
}

/// <summary>Who wrote an article: a person, or the publisher.</summary>
internal sealed record LinkedAuthor : Thing
{
    public string? JobTitle { get; init; }

    public string? Description { get; init; }

    public string? Image { get; init; }

    public string[]? SameAs { get; init; }

    public string[]? KnowsLanguage { get; init; }

    public string[]? KnowsAbout { get; init; }

    public string? Email { get; init; }
}

/// <summary>The page of an author.</summary>
internal sealed record ProfilePage : Thing
{
    public required string InLanguage { get; init; }

    public required LinkedAuthor MainEntity { get; init; }
}

/// <summary>A fact sheet.</summary>
internal sealed record Dataset : Thing
{
    public required string Description { get; init; }

    public required bool IsAccessibleForFree { get; init; }

    public required string InLanguage { get; init; }

    public required Publisher Publisher { get; init; }

    public required DataDownload[] Distribution { get; init; }
}

/// <summary>A file of a fact sheet.</summary>
internal sealed record DataDownload : Thing
{
    public required string EncodingFormat { get; init; }

    public required string ContentUrl { get; init; }
}

/// <summary>The site.</summary>
internal sealed record WebSite : Thing
{
    public string? AlternateName { get; init; }

    public required string Description { get; init; }

    public required string InLanguage { get; init; }

    public required Publisher Publisher { get; init; }

    public SearchAction? PotentialAction { get; init; }
}

/// <summary>How the site is searched.</summary>
internal sealed record SearchAction : Thing
{
    public required string Target { get; init; }
}

/// <summary>A person.</summary>
internal sealed record LinkedPerson : Thing
{
    public string[]? AlternateName { get; init; }

    public string? JobTitle { get; init; }

    public Thing[]? WorksFor { get; init; }
}

/// <summary>An organisation.</summary>
internal sealed record LinkedOrganisation : Thing
{
    public string[]? AlternateName { get; init; }

    public string? Description { get; init; }

    public Thing? ParentOrganization { get; init; }
}

/// <summary>An event.</summary>
internal sealed record LinkedEvent : Thing
{
    public required string StartDate { get; init; }

    public Thing? Location { get; init; }
}

/// <summary>A place.</summary>
internal sealed record LinkedPlace : Thing
{
    public required decimal Latitude { get; init; }

    public required decimal Longitude { get; init; }
}

/// <summary>What an explainer rests on.</summary>
internal sealed record CitedWork : Thing
{
    public string? DatePublished { get; init; }

    public required Thing Publisher { get; init; }
}

/// <summary>Who publishes the site.</summary>
internal sealed record Publisher : Thing
{
    public required string CorrectionsPolicy { get; init; }

    public string? PublishingPrinciples { get; init; }

    public string? VerificationFactCheckingPolicy { get; init; }

    public string? EthicsPolicy { get; init; }

    public string[]? OwnershipFundingInfo { get; init; }

    public string? MissionCoveragePrioritiesPolicy { get; init; }

    public string? Masthead { get; init; }

    public string? DiversityPolicy { get; init; }

    public string? UnnamedSourcesPolicy { get; init; }

    public string? ActionableFeedbackPolicy { get; init; }

    public string? FoundingDate { get; init; }

    public string[]? SameAs { get; init; }
}

/// <summary>What was corrected.</summary>
internal sealed record CorrectionComment : Thing
{
    public required string DatePublished { get; init; }

    public required string Text { get; init; }
}

/// <summary>Where a page stands below the home page.</summary>
internal sealed record BreadcrumbList : Thing
{
    public required Breadcrumb[] ItemListElement { get; init; }
}

/// <summary>A step of the way from the home page.</summary>
internal sealed record Breadcrumb
{
    [JsonPropertyName("@type")]
    public required string Type { get; init; }

    public required int Position { get; init; }

    public required string Name { get; init; }

    public required string Item { get; init; }
}

/// <summary>How what a page says to machines is written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewsArticle))]
[JsonSerializable(typeof(Dataset))]
[JsonSerializable(typeof(WebSite))]
[JsonSerializable(typeof(LinkedPerson))]
[JsonSerializable(typeof(ProfilePage))]
[JsonSerializable(typeof(LinkedOrganisation))]
[JsonSerializable(typeof(LinkedEvent))]
[JsonSerializable(typeof(LinkedPlace))]
[JsonSerializable(typeof(BreadcrumbList))]
internal sealed partial class LinkedDataJson : JsonSerializerContext;
