using System.Collections.Immutable;
using Explainers.Binding.Values;

namespace Explainers.Binding;

/// <summary>A person, whom one or more sheets list: the same id and the same name are one person.</summary>
/// <param name="Id">The last part of the page's address.</param>
/// <param name="Name">The full name.</param>
/// <param name="Entries">The entries, in order of sheet.</param>
internal sealed record Person(string Id, string Name, ImmutableArray<Fact> Entries)
{
    /// <summary>The person's page.</summary>
    public string Url => Routes.Person(Id);

    /// <summary>Everybody whom the sheets list, in order of name; of two who share an id, the one whose sheet comes later bears its name too.</summary>
    public static ImmutableArray<Person> All(IEnumerable<Fact> facts)
    {
        var people = ImmutableArray.CreateBuilder<Person>();
        var entries = facts.Where(fact => fact.Value is PersonValue).OrderBy(fact => fact.Sheet, StringComparer.Ordinal);
        foreach (var namesakes in entries.GroupBy(fact => fact.Id, StringComparer.Ordinal))
        {
            foreach (var person in namesakes.GroupBy(fact => fact.Label, StringComparer.Ordinal))
            {
                var isFirst = people.All(known => known.Id != namesakes.Key);
                people.Add(new Person(isFirst ? namesakes.Key : $"{person.First().Sheet}_{namesakes.Key}", person.Key, [.. person]));
            }
        }
        return [.. people.OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id, StringComparer.Ordinal)];
    }
}
