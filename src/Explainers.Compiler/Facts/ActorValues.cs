using Explainers.Incremental;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Facts;

/// <summary>A name, with the time in which it held.</summary>
internal sealed record DatedName(string Text, Period Period);

/// <summary>A role, with the time in which it held.</summary>
/// <param name="Text">The role; empty where only the organisation is known.</param>
/// <param name="Organisation">Whom it is for, or null.</param>
/// <param name="Period">When it held.</param>
internal sealed record DatedRole(string Text, Affiliation? Organisation, Period Period);

/// <summary>An organisation that somebody or something belongs to.</summary>
/// <param name="Entry">Its entry, or null where a sheet names it in words.</param>
/// <param name="Names">Its names from the earliest to the latest; one at least.</param>
internal sealed record Affiliation(FactId? Entry, EquatableArray<DatedName> Names)
{
    /// <summary>Its name; the latest.</summary>
    public string Name => Names[^1].Text;

    /// <summary>What it was on a date.</summary>
    public Affiliation On(PartialDate date) => this with { Names = [ActorValue.NameOn(Names, date)] };
}

/// <summary>A person or organisation.</summary>
/// <param name="Names">The names from the earliest to the latest; one at least.</param>
/// <param name="Roles">The roles from the earliest to the latest.</param>
/// <param name="Aliases">Other names that readers search for.</param>
internal abstract record ActorValue(
    EquatableArray<DatedName> Names, EquatableArray<DatedRole> Roles, EquatableArray<string> Aliases) : FactValue
{
    /// <summary>The name; the latest.</summary>
    public string Name => Names[^1].Text;

    /// <summary>The latest role, or null.</summary>
    public DatedRole? Role => Roles.IsEmpty ? null : Roles[^1];

    /// <inheritdoc />
    public override string Machine => Name;

    /// <summary>The organisations that it names as entries of their own, each once.</summary>
    public virtual IEnumerable<FactId> Groups =>
        Roles.Select(role => role.Organisation?.Entry).OfType<FactId>().Distinct();

    /// <summary>What was so on a date: the name, and the role if there was one then. Of a month or year, the last day counts.</summary>
    public virtual ActorValue On(PartialDate date) => this with
    {
        Names = [NameOn(Names, date)],
        Roles = Roles.LastOrDefault(role => role.Period.Covers(date.LastDay)) is { } role
            ? [role with { Organisation = role.Organisation?.On(date) }]
            : [],
    };

    /// <summary>The name on a date. Between two names it is still the earlier one.</summary>
    internal static DatedName NameOn(EquatableArray<DatedName> names, PartialDate date) =>
        names.LastOrDefault(name => name.Period.FirstDay <= date.LastDay) ?? names[0];
}

/// <summary>A person.</summary>
/// <param name="Names">The full names.</param>
/// <param name="Roles">Offices or parts in the story.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Side">Country or party, or null.</param>
internal sealed record PersonValue(
    EquatableArray<DatedName> Names, EquatableArray<DatedRole> Roles, EquatableArray<string> Aliases, string? Side)
    : ActorValue(Names, Roles, Aliases);

/// <summary>An organisation.</summary>
/// <param name="Names">Its names.</param>
/// <param name="Roles">What it is or does.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="PartOf">What it belongs to, or null.</param>
/// <param name="Country">Where it has its seat, or null.</param>
internal sealed record OrganisationValue(
    EquatableArray<DatedName> Names, EquatableArray<DatedRole> Roles, EquatableArray<string> Aliases, Affiliation? PartOf, string? Country)
    : ActorValue(Names, Roles, Aliases)
{
    /// <inheritdoc />
    public override IEnumerable<FactId> Groups => base.Groups.Concat(PartOf?.Entry is { } above ? [above] : []).Distinct();

    /// <inheritdoc />
    public override ActorValue On(PartialDate date) => (OrganisationValue)base.On(date) with { PartOf = PartOf?.On(date) };
}
