using Explainers.Incremental;
using Explainers.Parsing.Text;
using NodaTime;

namespace Explainers.Facts;

/// <summary>A quotation.</summary>
/// <param name="Text">The words, without quotation marks.</param>
/// <param name="Speaker">Who said or wrote them.</param>
/// <param name="SpeakerFact">That person as an entry, or null.</param>
internal sealed record QuoteValue(string Text, string Speaker, FactId? SpeakerFact) : FactValue
{
    /// <inheritdoc />
    public override string Machine => Text;
}

/// <summary>Something that happened.</summary>
/// <param name="When">A date or a moment.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Place">Where: a place of a sheet, or the writer's own words, or null.</param>
/// <param name="PlaceFact">That place as an entry, or null.</param>
internal sealed record EventValue(FactValue When, string Title, string? Place, FactId? PlaceFact) : FactValue
{
    /// <inheritdoc />
    public override string Machine => When.Machine;
}

/// <summary>A place.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">Where it is.</param>
/// <param name="Zone">Its time zone of the IANA database, or null where the sheet does not say.</param>
internal sealed record PlaceValue(string Name, CoordinatesValue At, DateTimeZone? Zone = null) : FactValue
{
    /// <inheritdoc />
    public override string Machine => At.Machine;
}

/// <summary>A word of the trade, explained.</summary>
internal sealed record TermValue(string Term) : FactValue
{
    /// <inheritdoc />
    public override string Machine => Term;
}

/// <summary>What is disputed: every version, each with its own source.</summary>
internal sealed record DisputedValue(EquatableArray<DisputedVersion> Versions) : FactValue
{
    /// <inheritdoc />
    public override string Machine => string.Join(" | ", Versions.Select(version => version.Value.Machine));
}

/// <summary>One version of what is disputed.</summary>
internal sealed record DisputedVersion(FactValue Value, Sourcing Sourcing, PartialDate? AsOf)
{
    /// <summary>Whose version it is in the words of its sheet, or null.</summary>
    public string? Says { get; init; }

    /// <summary>Whose version it is, as readers are told.</summary>
    public string? By => Says ?? (Sourcing.Citations.IsEmpty ? null : Sourcing.Citations[0].Publisher);

    /// <summary>The names that references use for it: its id, or else the ids of its sources.</summary>
    public EquatableArray<string> Names { get; init; }
}
