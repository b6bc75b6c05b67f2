using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Facts;

/// <summary>
/// Something that articles refer to: a fact, a person, an event or another entry of a sheet. It knows nothing of its place.
/// </summary>
/// <param name="Name">The name that articles use.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Value">Its value.</param>
/// <param name="Sourcing">What it rests on.</param>
/// <param name="AsOf">When the value held, where it moves.</param>
/// <param name="ReviewBy">When it has to be checked again.</param>
internal sealed record Fact(FactId Name, string Label, FactValue Value, Sourcing Sourcing, PartialDate? AsOf, PartialDate? ReviewBy)
{
    /// <summary>The last day on which it holds, where it ends.</summary>
    public PartialDate? Expires { get; init; }

    /// <summary>Whether it needs as many sources as site.yaml asks for.</summary>
    public bool IsImportant { get; init; }

    /// <summary>Who looks after it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it comes with a caution for readers.</summary>
    public bool HasNote { get; init; }

    /// <summary>Its earlier values, the latest change first.</summary>
    public EquatableArray<Change> Changes { get; init; }

    /// <summary>The formula that gives its value, as written, or null.</summary>
    public string? Formula { get; init; }

    /// <summary>The facts that its value is made of.</summary>
    public EquatableArray<FactId> Inputs { get; init; }

    /// <summary>Whether its value could not be read or computed, which has been reported; a text stands in for it.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Whether it stands in for one that does not exist.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Its id in the sheet.</summary>
    public string Id => Name.Id;

    /// <summary>The identifier of its sheet.</summary>
    public string Sheet => Name.Sheet;

    /// <summary>What it is.</summary>
    public EntryKind Kind => KindOf(Value);

    /// <summary>What is known of it without its value.</summary>
    public FactHead Head => new(Name, Label, Kind) { IsUnread = IsUnread, IsMissing = IsMissing };

    /// <summary>The people, organisations and places that it mentions as entries of their own.</summary>
    public IEnumerable<FactId> Mentions
    {
        get
        {
            if (Value is QuoteValue { SpeakerFact: { } speaker }) yield return speaker;
            if (Value is EventValue { PlaceFact: { } place }) yield return place;
            if (Value is not ActorValue actor) yield break;
            foreach (var group in actor.Groups) yield return group;
        }
    }

    /// <summary>Stands in for a fact that does not exist, so that the page can still be drawn.</summary>
    public static Fact Missing(FactId name) =>
        new(name, name.Name, new TextValue($"[{name}]"), Sourcing.Nothing, null, null) { IsMissing = true };

    private static EntryKind KindOf(FactValue value) => value switch
    {
        PersonValue => EntryKind.Person,
        OrganisationValue => EntryKind.Organisation,
        QuoteValue => EntryKind.Quote,
        EventValue => EntryKind.Event,
        PlaceValue => EntryKind.Place,
        TermValue => EntryKind.Term,
        TableValue => EntryKind.Table,
        _ => EntryKind.Fact,
    };
}

/// <summary>What an entry of a sheet is.</summary>
internal enum EntryKind : byte
{
    /// <summary>A value of its own: a figure, a date, a text.</summary>
    Fact,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>An event.</summary>
    Event,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A term.</summary>
    Term,

    /// <summary>A table.</summary>
    Table,
}

/// <summary>What a fact is called and what it is, which a change of its value leaves as it is.</summary>
/// <param name="Name">The name that articles use.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Kind">What it is.</param>
internal sealed record FactHead(FactId Name, string Label, EntryKind Kind)
{
    /// <summary>Whether its value could not be read or computed.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Whether it stands in for one that does not exist.</summary>
    public bool IsMissing { get; init; }

    /// <summary>
    /// Whether it is a single value that a line can hold, or a quotation, so that it can be embedded, or stand on a social card.
    /// </summary>
    public bool IsSingle => Kind is EntryKind.Fact or EntryKind.Quote;

    /// <summary>Whether it is a person or organisation, who has a page.</summary>
    public bool IsActor => Kind is EntryKind.Person or EntryKind.Organisation;
}

/// <summary>What a fact says in sentences, which may refer to other facts, even to those that refer to it.</summary>
/// <param name="Note">A caution for readers; empty for none.</param>
/// <param name="Means">The definition of a term; empty for anything else.</param>
/// <param name="Reasons">Why its value was changed, in the order in which the changes are written.</param>
internal sealed record FactTexts(
    EquatableArray<BodyPart> Note,
    EquatableArray<BodyPart> Means,
    EquatableArray<EquatableArray<BodyPart>> Reasons)
{
    /// <summary>A fact without any.</summary>
    public static readonly FactTexts None = new([], [], []);

    /// <summary>All of them, in the order in which they are written.</summary>
    public IEnumerable<BodyPart> All => Note.Concat(Means).Concat(Reasons.SelectMany(reason => reason));
}

/// <summary>A change of a fact's value, as readers are told of it.</summary>
/// <param name="Date">When the sheet was changed.</param>
/// <param name="Kind">Whether the earlier value was wrong or has been overtaken.</param>
/// <param name="Was">The earlier value.</param>
/// <param name="Number">Which of the changes it is, in the order in which they are written; its reason has the same number.</param>
internal sealed record Change(PartialDate Date, ChangeKind Kind, FactValue Was, int Number);

/// <summary>What a fact rests on.</summary>
/// <param name="Citations">Its sources, the one named first in front.</param>
/// <param name="IsWaived">Whether the sheet says that it has none, and why.</param>
internal sealed record Sourcing(EquatableArray<Citation> Citations, bool IsWaived)
{
    /// <summary>Whether the sheet says 'source: none'.</summary>
    public bool SaysNone { get; init; }

    /// <summary>No source and no reason given.</summary>
    public static readonly Sourcing Nothing = new([], false);
}

/// <summary>A source that facts rest on.</summary>
internal sealed record Citation(
    string Publisher,
    string Title,
    string? Url,
    PartialDate? Date,
    PartialDate? Accessed,
    string? Archived,
    string? Language,
    string? Note)
{
    /// <summary>The exchange rate that it is the source of, where a figure was converted by that; else null.</summary>
    public FactId? Rate { get; init; }

    /// <summary>What tells sources apart: two entries with one address are one source.</summary>
    public string Identity => Url ?? $"{Publisher}\n{Title}\n{Date}";
}
