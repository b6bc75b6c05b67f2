using System.Text.Json.Serialization;

namespace Explainers.Cli.Terminal;

/// <summary>The findings of a run.</summary>
internal sealed record FindingsData(FindingData[] Findings, int Errors, int Warnings);

/// <summary>A finding; one about no file has no place.</summary>
internal sealed record FindingData(
    string Code, string Severity, string Message, string? Hint, string? File, int? Line, int? Column, int? EndLine, int? EndColumn);

/// <summary>How many figures, dates and quotations of a site are bound to facts.</summary>
internal sealed record CoverageData(FileCoverageData[] Files, int Bound, int Figures, int Percent);

/// <summary>How many of a file are.</summary>
internal sealed record FileCoverageData(string File, int Bound, int Figures, int Percent);

/// <summary>Every fact of a site.</summary>
internal sealed record FactListData(FactRowData[] Facts);

/// <summary>A fact in a list.</summary>
internal sealed record FactRowData(string Name, string Label, string Value, int Sources);

/// <summary>A fact with its sources and the places that refer to it.</summary>
internal sealed record FactReportData(
    string Name,
    string Label,
    string Value,
    string Machine,
    string Defined,
    string? AsOf,
    string? Formula,
    SourceReportData[] Sources,
    UseData[] Used)
{
    /// <summary>Who looks after it, or null.</summary>
    public string? Owner { get; init; }
}

/// <summary>A source.</summary>
internal sealed record SourceReportData(string Publisher, string Title, string? Url);

/// <summary>A place that refers to a fact.</summary>
internal sealed record UseData(string Fact, string File, int Line, int Column);

/// <summary>What a change of a fact would change.</summary>
internal sealed record ImpactData(string Fact, string[] Computed, UseData[] Places, string[] Files)
{
    /// <summary>The entries that name it, or null for none.</summary>
    public string[]? Mentions { get; init; }
}

/// <summary>When a site next changes by itself, and all that is to come.</summary>
internal sealed record NextData(string? Next, ChangeData[] Changes);

/// <summary>What the calendar brings about.</summary>
internal sealed record ChangeData(string At, string Kind, string Name, string File, string What);

/// <summary>The facts that are due.</summary>
internal sealed record DueListData(string Today, int Days, DueFactData[] Facts);

/// <summary>A fact that is due.</summary>
internal sealed record DueFactData(
    string Name, string Label, string Value, string Due, string Reason, string? Owner, string Defined, SourceReportData[] Sources);

/// <summary>How answers are written for programs.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FindingsData))]
[JsonSerializable(typeof(CoverageData))]
[JsonSerializable(typeof(FactListData))]
[JsonSerializable(typeof(FactReportData))]
[JsonSerializable(typeof(ImpactData))]
[JsonSerializable(typeof(NextData))]
[JsonSerializable(typeof(DueListData))]
internal sealed partial class ReportJson : JsonSerializerContext;
