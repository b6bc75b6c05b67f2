using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Explainers.Binding.Values;
using Explainers.Diagnostics;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Something that articles refer to: a fact, a person, an event or another entry of a sheet.</summary>
/// <param name="Sheet">The identifier of its sheet.</param>
/// <param name="Id">Its id in the sheet.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Value">Its value.</param>
/// <param name="Sourcing">What it rests on.</param>
/// <param name="AsOf">When the value held, where it moves.</param>
/// <param name="ReviewBy">When it has to be checked again.</param>
/// <param name="Note">A caution for readers.</param>
/// <param name="Span">The id in its sheet.</param>
internal sealed record Fact(
    string Sheet,
    string Id,
    string Label,
    FactValue Value,
    Sourcing Sourcing,
    PartialDate? AsOf,
    PartialDate? ReviewBy,
    ProseSyntax? Note,
    FileSpan Span)
{
    /// <summary>Tells what is written in its entry from anything else, wherever in its sheet that stands.</summary>
    internal Fingerprint Content { get; init; }

    /// <summary>Its own fingerprint, once somebody has worked it out; what is in it never changes.</summary>
    internal Fingerprint Own { get; set; }

    /// <summary>The fingerprint of what it is called, once somebody has worked it out.</summary>
    internal Fingerprint Named { get; set; }

    /// <summary>The last day on which it holds, where it ends.</summary>
    public PartialDate? Expires { get; init; }

    /// <summary>Whether it needs as many sources as site.yaml asks for.</summary>
    public bool IsImportant { get; init; }

    /// <summary>Its earlier values, the latest change first.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>The formula that gives its value, as written, or null.</summary>
    public string? Formula { get; init; }

    /// <summary>The facts that its value is made of.</summary>
    public ImmutableArray<Fact> Inputs { get; init; } = [];

    /// <summary>The people and places that it mentions as entries of their own.</summary>
    public IEnumerable<Fact> Mentions => new[] { (Value as QuoteValue)?.SpeakerFact, (Value as EventValue)?.PlaceFact }.OfType<Fact>();

    /// <summary>Its value in the sheet; for entries of several keys, the id.</summary>
    public FileSpan ValueSpan { get; init; } = Span;

    /// <summary>The name that articles use: <c>alaska_purchase.price</c>.</summary>
    public string Name { get; } = $"{Sheet}.{Id}";

    /// <summary>The anchor of the fact on its sheet's page; for one that does not exist, the list of sheets.</summary>
    public string Url => IsMissing ? Routes.Facts : $"{Routes.Sheet(Sheet)}#{Id}";

    /// <summary>Whether its value could not be read or computed, which has been reported; a text stands in for it.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Whether it stands in for one that does not exist.</summary>
    public bool IsMissing => !Span.IsKnown;

    /// <summary>Stands in for a fact that does not exist, so that the page can still be drawn.</summary>
    public static Fact Missing(string name) =>
        new("", name, name, new TextValue($"[{name}]"), Sourcing.Nothing, null, null, null, FileSpan.None);

    /// <inheritdoc />
    public bool Equals(Fact? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A change of a fact's value, as readers are told of it.</summary>
/// <param name="Date">When the sheet was changed.</param>
/// <param name="Kind">Whether the earlier value was wrong or has been overtaken.</param>
/// <param name="Was">The earlier value.</param>
/// <param name="Why">Why it was changed.</param>
internal sealed record Change(PartialDate Date, ChangeKind Kind, FactValue Was, ProseSyntax Why);

/// <summary>What a fact rests on.</summary>
/// <param name="Citations">Its sources, the one named first in front.</param>
/// <param name="IsWaived">Whether the sheet says that it has none, and why.</param>
internal sealed record Sourcing(ImmutableArray<Citation> Citations, bool IsWaived)
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
    /// <summary>What tells sources apart: two entries with one address are one source.</summary>
    public string Identity => Url ?? $"{Publisher}\n{Title}\n{Date}";
}

/// <summary>A fact sheet.</summary>
/// <param name="Name">Its identifier.</param>
/// <param name="Title">Its name for readers.</param>
/// <param name="Summary">What it is about, or null.</param>
/// <param name="Aliases">Names that prose uses for it.</param>
/// <param name="Citations">Its sources in written order, each with its id.</param>
/// <param name="Facts">Its entries in written order.</param>
/// <param name="Span">The start of its file.</param>
internal sealed record FactSheet(
    string Name,
    string Title,
    ProseSyntax? Summary,
    ImmutableArray<string> Aliases,
    ImmutableArray<SheetCitation> Citations,
    ImmutableArray<Fact> Facts,
    FileSpan Span)
{
    /// <summary>Its page.</summary>
    public string Url => Routes.Sheet(Name);

    /// <summary>What of it could not be read.</summary>
    internal Gaps Gaps { get; init; } = Gaps.None;

    /// <summary>Its fingerprints, once somebody has worked them out; what is in it never changes.</summary>
    internal SheetMarks? Own { get; set; }

    /// <summary>The name of the fact that an id was most likely meant to be, or null.</summary>
    internal string? Nearest(string id)
    {
        _near ??= new NearestIndex(Facts.Select(fact => fact.Id));
        return _near.To(id) is { } nearest ? $"{Name}.{nearest}" : null;
    }

    private NearestIndex? _near;

    /// <summary>The pages that gather entries of its kinds, each once.</summary>
    internal ImmutableArray<string> Gatherings => field.IsDefault ? field = [.. Facts.Select(fact => Routes.Gathering(fact.Value)).OfType<string>().Distinct(StringComparer.Ordinal)] : field;

    /// <summary>The facts of other sheets that its facts are made of or mention.</summary>
    internal ImmutableArray<Fact> Others => field.IsDefault
        ? field = [.. Facts.SelectMany(fact => fact.Inputs.Concat(fact.Mentions)).Where(fact => fact.Sheet != Name)]
        : field;

    /// <summary>What it says in sentences: the summary, notes, definitions and reasons of changes, in order.</summary>
    public ImmutableArray<ProseSyntax> Prose => field.IsDefault
        ? field = [.. new[] { Summary }
            .Concat(Facts.SelectMany(fact => fact.Changes.Select(change => change.Why).Prepend((fact.Value as TermValue)?.Means).Prepend(fact.Note)))
            .OfType<ProseSyntax>()]
        : field;

    /// <summary>The sources that none of its facts names.</summary>
    public ImmutableArray<SheetCitation> IdleCitations => field.IsDefault ? field = Idle() : field;

    /// <inheritdoc />
    public bool Equals(FactSheet? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private ImmutableArray<SheetCitation> Idle()
    {
        var named = Facts.SelectMany(fact => fact.Sourcing.Citations).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. Citations.Where(citation => !named.Contains(citation.Citation))];
    }
}

/// <summary>A source under the id that its sheet gives it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Citation">The source.</param>
/// <param name="Span">The id in its sheet.</param>
internal sealed record SheetCitation(string Id, Citation Citation, FileSpan Span);
