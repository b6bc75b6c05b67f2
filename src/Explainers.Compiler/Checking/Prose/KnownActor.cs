using Explainers.Facts;
using Explainers.Incremental;

namespace Explainers.Checking.Prose;

/// <summary>A person or organisation as prose may name it.</summary>
/// <param name="Name">The entry.</param>
/// <param name="IsPerson">Whether it is a person, who may be named by the last word alone.</param>
/// <param name="Spellings">Its names and aliases.</param>
/// <param name="Roles">Its roles, from the earliest to the latest.</param>
internal sealed record KnownActor(FactId Name, bool IsPerson, EquatableArray<string> Spellings, EquatableArray<DatedRole> Roles)
{
    /// <summary>The people and organisations among the entries of a sheet.</summary>
    public static IEnumerable<KnownActor> In(IEnumerable<Fact> facts) => facts.Where(fact => fact.Value is ActorValue).Select(fact =>
    {
        var actor = (ActorValue)fact.Value;
        return new KnownActor(
            fact.Name,
            actor is PersonValue,
            actor.Names.Select(name => name.Text).Concat(actor.Aliases).Distinct().ToEquatable(),
            actor.Roles);
    });
}
