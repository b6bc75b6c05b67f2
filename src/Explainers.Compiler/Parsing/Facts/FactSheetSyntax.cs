using System.Collections.Immutable;
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
/// <param name="Entries">Facts, people and quotations in written order.</param>
public sealed record FactSheetSyntax(
    SourceFile File,
    string Name,
    ScalarSyntax? Title,
    ScalarSyntax? Summary,
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

/// <summary>An entry of a sheet as written: something with an id that articles refer to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sources">The sources it names itself.</param>
/// <param name="AsOf">When the value held.</param>
/// <param name="ReviewBy">When it has to be checked again.</param>
/// <param name="Note">A caution for readers.</param>
public abstract record EntrySyntax(
    ScalarSyntax Id,
    ImmutableArray<ScalarSyntax> Sources,
    PartialDate? AsOf,
    ScalarSyntax? ReviewBy,
    string? Note);

/// <summary>A fact as written.</summary>
public sealed record FactSyntax(
    ScalarSyntax Id,
    ScalarSyntax Value,
    string? Label,
    string? Type,
    ImmutableArray<ScalarSyntax> Sources,
    PartialDate? AsOf,
    ScalarSyntax? ReviewBy,
    string? Note) : EntrySyntax(Id, Sources, AsOf, ReviewBy, Note);

/// <summary>A person as written.</summary>
public sealed record PersonSyntax(
    ScalarSyntax Id,
    string Name,
    string? Role,
    string? Side,
    ImmutableArray<ScalarSyntax> Sources,
    PartialDate? AsOf,
    ScalarSyntax? ReviewBy,
    string? Note) : EntrySyntax(Id, Sources, AsOf, ReviewBy, Note);

/// <summary>A quotation as written.</summary>
public sealed record QuoteSyntax(
    ScalarSyntax Id,
    string Text,
    string Speaker,
    PartialDate? Date,
    ImmutableArray<ScalarSyntax> Sources,
    string? Note) : EntrySyntax(Id, Sources, Date, null, Note);
