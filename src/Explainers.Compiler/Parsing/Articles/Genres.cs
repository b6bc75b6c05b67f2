using System.Collections.Immutable;

namespace Explainers.Parsing.Articles;

/// <summary>The types of work that articles can be, as the Trust Project labels them, with what schema.org calls them.</summary>
internal static class Genres
{
    /// <summary>What an article is that does not say.</summary>
    public const string Explainer = "explainer";

    private static readonly ImmutableArray<(string Name, string Type)> All =
    [
        (Explainer, "BackgroundNewsArticle"),
        ("report", "ReportageNewsArticle"),
        ("analysis", "AnalysisNewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("review", "ReviewNewsArticle"),
        ("interview", "NewsArticle"),
        ("fact_check", "NewsArticle"),
        ("callout", "AskPublicNewsArticle"),
        ("satire", "SatiricalArticle"),
        ("sponsored", "AdvertiserContentArticle"),
    ];

    /// <summary>What <c>kind:</c> can say.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(genre => genre.Name)];

    /// <summary>The type of schema.org.</summary>
    public static string TypeOf(string? genre) => All.First(known => known.Name == (genre ?? Explainer)).Type;
}
