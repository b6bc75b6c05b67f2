using System.Collections.Immutable;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;
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
internal sealed record FactSheetSyntax(
    SourceFile File,
    string Name,
    ScalarSyntax? Title,
    ProseSyntax? Summary,
    ImmutableArray<ScalarSyntax> Aliases,
    ImmutableArray<ScalarSyntax> Sources,
    ImmutableArray<CitationSyntax> Citations,
    ImmutableArray<EntrySyntax> Entries)
{
    /// <summary>What must hold, in written order.</summary>
    public ImmutableArray<RuleSyntax> Rules { get; init; } = [];

    /// <summary>The facts of other sheets that are exchange rates for this one, by name.</summary>
    public ImmutableArray<ScalarSyntax> Rates { get; init; } = [];

    /// <summary>Who looks after its entries, or null.</summary>
    public ScalarSyntax? Owner { get; init; }

    /// <summary>The warnings that it accepts, as a whole or at an entry or source.</summary>
    public ImmutableArray<Acceptance> Accepted { get; init; } = [];

    /// <summary>What of it could not be read.</summary>
    public UnparsedEntries Unparsed { get; init; } = UnparsedEntries.None;
}

/// <summary>What of a sheet could not be read, so that nobody can say that it is not there.</summary>
/// <param name="IsWhole">Whether that is the whole sheet.</param>
/// <param name="Ids">The ids of entries that could not.</param>
internal sealed record UnparsedEntries(bool IsWhole, ImmutableArray<string> Ids)
{
    /// <summary>All of it could be read.</summary>
    public static readonly UnparsedEntries None = new(false, []);

    /// <summary>Whether an entry may be missing only because it could not be read.</summary>
    public bool Include(string? id) => IsWhole || (id is not null && Ids.Contains(id));
}

/// <summary>A source as written.</summary>
internal sealed record CitationSyntax(
    ScalarSyntax Id,
    string Publisher,
    string Title,
    string? Url,
    PartialDate? Date,
    PartialDate? Accessed,
    string? Archived,
    string? Language,
    string? Note);
