using System.Text.Json.Serialization;

namespace Explainers.Cli.Terminal;

/// <summary>A log of SARIF 2.1.0, with the parts of it that we write.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, SarifRun[] Runs);

/// <summary>A run of a tool.</summary>
internal sealed record SarifRun(SarifTool Tool, string ColumnKind, SarifResult[] Results);

/// <summary>A tool.</summary>
internal sealed record SarifTool(SarifDriver Driver);

/// <summary>The program of a tool.</summary>
internal sealed record SarifDriver(string Name, string Version, SarifRule[] Rules);

/// <summary>A kind of finding.</summary>
internal sealed record SarifRule(
    string Id, SarifText? ShortDescription, SarifText? FullDescription, SarifText? Help, SarifConfiguration? DefaultConfiguration);

/// <summary>How a kind of finding is set.</summary>
internal sealed record SarifConfiguration(string Level);

/// <summary>A text.</summary>
internal sealed record SarifText(string Text);

/// <summary>A finding.</summary>
internal sealed record SarifResult(string RuleId, string Level, SarifText Message, SarifLocation[] Locations);

/// <summary>The place of a finding.</summary>
internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation);

/// <summary>A part of a file.</summary>
internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

/// <summary>A file.</summary>
internal sealed record SarifArtifact(string Uri);

/// <summary>Lines and columns, counted from 1.</summary>
internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>How SARIF is written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Serialization,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJson : JsonSerializerContext;
