using System.Collections.Immutable;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;

namespace Explainers.Parsing.Facts;

/// <summary>An entry of a sheet as written: something with an id that articles refer to.</summary>
/// <param name="Id">Its id; for an event without one, the title in snake_case at the title's place.</param>
/// <param name="Label">Its name for readers, where it is written.</param>
/// <param name="Value">What it says.</param>
/// <param name="Provenance">What it rests on, and how long it holds.</param>
internal sealed record EntrySyntax(ScalarSyntax Id, string? Label, EntryValueSyntax Value, ProvenanceSyntax Provenance);

/// <summary>What an entry rests on, and how long it holds.</summary>
/// <param name="Sources">The sources it names itself.</param>
/// <param name="AsOf">When the value held.</param>
/// <param name="ReviewBy">When it has to be checked again.</param>
/// <param name="Expires">The last day on which it holds.</param>
/// <param name="Note">A caution for readers.</param>
/// <param name="IsImportant">Whether it needs as many sources as site.yaml asks for.</param>
/// <param name="Changes">Earlier values, in written order.</param>
internal sealed record ProvenanceSyntax(
    ImmutableArray<ScalarSyntax> Sources,
    PartialDate? AsOf,
    PartialDate? ReviewBy,
    PartialDate? Expires,
    ProseSyntax? Note,
    bool IsImportant,
    ImmutableArray<ChangeSyntax> Changes)
{
    /// <summary>Who looks after it, or null.</summary>
    public ScalarSyntax? Owner { get; init; }

    /// <summary>Nothing said.</summary>
    public static readonly ProvenanceSyntax Nothing = new([], null, null, null, null, false, []);
}

/// <summary>What a change was.</summary>
internal enum ChangeKind
{
    /// <summary>The earlier value was wrong.</summary>
    Correction,

    /// <summary>The earlier value was right in its time.</summary>
    Update,
}

/// <summary>A change of a value as written.</summary>
/// <param name="Date">When the sheet was changed.</param>
/// <param name="Kind">What the change was.</param>
/// <param name="Was">What was said before.</param>
/// <param name="Why">Why it was changed.</param>
internal sealed record ChangeSyntax(PartialDate Date, ChangeKind Kind, ScalarSyntax Was, ProseSyntax Why);

/// <summary>What an entry says, as written.</summary>
internal abstract record EntryValueSyntax;

/// <summary>A value or formula.</summary>
/// <param name="Text">As written; a formula begins with an equals sign.</param>
/// <param name="Type">The type that it has to be of, or null.</param>
/// <param name="In">The unit that it is given in, or null.</param>
/// <param name="Digits">How many digits carry meaning, or null.</param>
internal sealed record LiteralSyntax(
    ScalarSyntax Text,
    string? Type = null,
    ScalarSyntax? In = null,
    ScalarSyntax? Digits = null) : EntryValueSyntax
{
    /// <summary>Whether it is a formula.</summary>
    public bool IsFormula => Text.Text.StartsWith('=') && Type != "text";
}

/// <summary>Every version of what is disputed.</summary>
internal sealed record DisputedSyntax(ImmutableArray<VersionSyntax> Versions) : EntryValueSyntax;

/// <summary>One version of what is disputed.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Sources">The sources that it names.</param>
/// <param name="AsOf">When it held.</param>
/// <param name="Id">The name that references use for it, or null.</param>
internal sealed record VersionSyntax(LiteralSyntax Value, ImmutableArray<ScalarSyntax> Sources, PartialDate? AsOf, string? Id)
{
    /// <summary>Whose version it is, or null.</summary>
    public string? By { get; init; }
}

/// <summary>A name or role as written, with the time in which it held.</summary>
/// <param name="Text">The name or role.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Organisation">Whom a role is for.</param>
internal sealed record DatedSyntax(ScalarSyntax Text, PartialDate? From, PartialDate? Until, ScalarSyntax? Organisation);

/// <summary>A person or organisation.</summary>
/// <param name="Names">The names in written order; one at least.</param>
/// <param name="Roles">The roles in written order.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Group">The organisation that it belongs to; it may be the id of one.</param>
internal abstract record ActorSyntax(
    ImmutableArray<DatedSyntax> Names, ImmutableArray<DatedSyntax> Roles, ImmutableArray<ScalarSyntax> Aliases, ScalarSyntax? Group)
    : EntryValueSyntax
{
    /// <summary>Every organisation that it names.</summary>
    public IEnumerable<ScalarSyntax> Groups => Roles.Select(role => role.Organisation).Append(Group).OfType<ScalarSyntax>();
}

/// <summary>A person.</summary>
internal sealed record PersonSyntax(
    ImmutableArray<DatedSyntax> Names, ImmutableArray<DatedSyntax> Roles, ImmutableArray<ScalarSyntax> Aliases, ScalarSyntax? Group,
    string? Side) : ActorSyntax(Names, Roles, Aliases, Group);

/// <summary>An organisation.</summary>
internal sealed record OrganisationSyntax(
    ImmutableArray<DatedSyntax> Names, ImmutableArray<DatedSyntax> Roles, ImmutableArray<ScalarSyntax> Aliases, ScalarSyntax? Group,
    string? Country) : ActorSyntax(Names, Roles, Aliases, Group);

/// <summary>A quotation; the speaker may be the id of a person or organisation.</summary>
internal sealed record QuoteSyntax(string Text, ScalarSyntax? Speaker) : EntryValueSyntax;

/// <summary>An event; the place may be the id of one.</summary>
internal sealed record EventSyntax(ScalarSyntax When, string Title, ScalarSyntax? Place) : EntryValueSyntax;

/// <summary>A place, with its time zone or without.</summary>
internal sealed record PlaceSyntax(string Name, ScalarSyntax At, ScalarSyntax? Zone) : EntryValueSyntax;

/// <summary>A term.</summary>
internal sealed record TermSyntax(string Term, ProseSyntax Means) : EntryValueSyntax;

/// <summary>A table.</summary>
/// <param name="Columns">Its columns; none where they are those of its file.</param>
/// <param name="Rows">Its rows with the place of each, where they stand in the sheet.</param>
internal sealed record TableSyntax(ImmutableArray<TableColumnSyntax> Columns, ImmutableArray<SequenceSyntax> Rows) : EntryValueSyntax
{
    /// <summary>The file that has its rows, or null.</summary>
    public DataSyntax? Data { get; init; }

    /// <summary>The columns whose values are the names of the rows.</summary>
    public ImmutableArray<ScalarSyntax> Keys { get; init; } = [];

    /// <summary>The name of the row with the totals, or null.</summary>
    public ScalarSyntax? Total { get; init; }
}

/// <summary>A column of a table as written.</summary>
/// <param name="Id">Its id; its name for readers where the columns are a list.</param>
/// <param name="Keys">What is said of it, or null where the columns are a list.</param>
internal sealed record TableColumnSyntax(ScalarSyntax Id, MappingSyntax? Keys);

/// <summary>The file that has the rows of a table, and how it is to be read.</summary>
/// <param name="File">Its path from the folder of the sheet.</param>
/// <param name="Keys">The keys of the table.</param>
internal sealed record DataSyntax(ScalarSyntax File, MappingSyntax Keys);
