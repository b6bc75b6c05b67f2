using System.Text.Json.Serialization;

namespace Explainers.Cli.Preview;

/// <summary>What the browser is told of a page.</summary>
internal sealed record PageMessageData
{
    /// <summary>Whether the page was compiled before the rest of the site, so that nothing else is told yet.</summary>
    public bool? IsFresh { get; init; }

    public required int Snapshot { get; init; }

    public required double Milliseconds { get; init; }

    public required string Hash { get; init; }

    public string? Html { get; init; }

    public required bool IsOld { get; init; }

    public string? Mark { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    public required int Elsewhere { get; init; }

    public required int ErrorsElsewhere { get; init; }

    public required PageFindingData[] Findings { get; init; }

    public PageFactData[]? Facts { get; init; }
}

/// <summary>A finding as it is shown over a page.</summary>
internal sealed record PageFindingData
{
    public required bool IsHere { get; init; }

    public required string Severity { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }

    public string? Hint { get; init; }

    public string? Place { get; init; }

    public string? Line { get; init; }

    public int? From { get; init; }

    public int? To { get; init; }

    public string? Editor { get; init; }
}

/// <summary>A fact that a page states.</summary>
internal sealed record PageFactData
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public required string Value { get; init; }

    public required string Url { get; init; }

    public string? AsOf { get; init; }

    public string? Due { get; init; }

    public string? State { get; init; }

    public string? Editor { get; init; }

    public required PageSourceData[] Sources { get; init; }

    public required PageUseData[] Uses { get; init; }

    public required int Used { get; init; }
}

/// <summary>A source of a fact.</summary>
internal sealed record PageSourceData(string Publisher, string Title, string? Url);

/// <summary>Another page that states a fact.</summary>
internal sealed record PageUseData(string Title, string Url);

/// <summary>How messages to the browser are written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageMessageData))]
internal sealed partial class PageMessageJson : JsonSerializerContext;
