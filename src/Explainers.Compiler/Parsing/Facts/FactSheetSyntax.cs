using System.Collections.Immutable;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Facts;

/// <summary>A fact sheet as written.</summary>
/// <param name="File">Its file; the name gives the sheet's identifier and address.</param>
/// <param name="Name">The identifier in snake_case.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Aliases">Names that prose uses for it.</param>
/// <param name="Sources">The default sources.</param>
/// <param name="Citations">The sources in written order.</param>
/// <param name="Entries">Facts, people, events and the rest in written order.</param>
public sealed record FactSheetSyntax(
    SourceFile File,
    string Name,
    ScalarSyntax? Title,
    ProseSyntax? Summary,
    ImmutableArray<ScalarSyntax> Aliases,
    ImmutableArray<ScalarSyntax> Sources,
    ImmutableArray<CitationSyntax> Citations,
    ImmutableArray<EntrySyntax> Entries);

/// <summary>A source as written.</summary>
public sealed record CitationSyntax(
    ScalarSyntax Id,
    string Publisher,
    string Title,
    string? Url,
    PartialDate? Date,
    PartialDate? Accessed,
    string? Archived,
    string? Language,
    string? Note);
