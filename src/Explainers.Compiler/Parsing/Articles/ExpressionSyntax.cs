using System.Collections.Immutable;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Articles;

/// <summary>A fact by its name: <c>alaska_purchase.price</c>.</summary>
/// <param name="Sheet">The sheet's identifier.</param>
/// <param name="Id">The entry's id, or null where a sheet alone is named.</param>
/// <param name="Span">The whole name.</param>
internal sealed record ReferenceSyntax(string Sheet, string? Id, FileSpan Span)
{
    /// <summary>What of the entry is meant: a row and a column of a table; none for the entry itself.</summary>
    public ImmutableArray<ReferencePart> Parts { get; init; } = [];

    /// <summary>The name with the parts.</summary>
    public string Name => Id is null ? Sheet : $"{Sheet}.{Id}{ReferencePart.Text(Parts)}";

    /// <summary>The reference to the entry itself.</summary>
    public ReferenceSyntax Whole => Parts.IsEmpty ? this : this with { Parts = [] };
}

/// <summary>A fact with the filters that format it: <c>summit.started | time "utc"</c>.</summary>
internal sealed record ExpressionSyntax(ReferenceSyntax Reference, ImmutableArray<FilterSyntax> Filters, FileSpan Span);

/// <summary>A filter with its arguments.</summary>
internal sealed record FilterSyntax(string Name, ImmutableArray<ScalarSyntax> Arguments, FileSpan Span);

/// <summary>A block with the facts or sheets that it shows: <c>key_facts summit.started summit.place</c>.</summary>
internal sealed record BlockSyntax(
    string Name,
    ImmutableArray<ReferenceSyntax> Arguments,
    ImmutableArray<OptionSyntax> Options,
    FileSpan Span)
{
    /// <summary>The option whose value readers see.</summary>
    public const string TitleOption = "title";

    /// <summary>Its title, which may refer to facts, or null.</summary>
    public ProseSyntax? Title { get; init; }
}

/// <summary>Words that the writer has marked as fine as they are: <c>plain "three-on-three"</c>.</summary>
internal sealed record WordsSyntax(ScalarSyntax Words);

/// <summary>An option of a block: <c>side: "Russia"</c>.</summary>
internal sealed record OptionSyntax(ScalarSyntax Name, ScalarSyntax Value);
