using Explainers.Facts;
using Explainers.Incremental;

namespace Explainers.Binding;

/// <summary>A person, whom one or more sheets list: the same id and the same name are one person.</summary>
/// <param name="Id">The last part of the page's address.</param>
/// <param name="Name">The full name.</param>
/// <param name="Entries">The entries, in order of sheet.</param>
internal sealed record Person(string Id, string Name, EquatableArray<FactId> Entries)
{
    /// <summary>The person's page.</summary>
    public string Url => Routes.Person(Id);

    /// <summary>
    /// Everybody whom the sheets list, in order of name; of two who share an id, the one whose sheet comes later bears its name too.
    /// </summary>
    public static EquatableArray<Person> All(IEnumerable<FactHead> entries)
    {
        var people = new List<Person>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var listed = entries.Where(entry => entry.Kind == EntryKind.Person).OrderBy(entry => entry.Name.Sheet, StringComparer.Ordinal);
        foreach (var namesakes in listed.GroupBy(entry => entry.Name.Id, StringComparer.Ordinal))
        {
            foreach (var person in namesakes.GroupBy(entry => entry.Label, StringComparer.Ordinal))
            {
                var id = ids.Contains(namesakes.Key) ? $"{person.First().Name.Sheet}_{namesakes.Key}" : namesakes.Key;
                ids.Add(id);
                people.Add(new Person(id, person.Key, person.Select(entry => entry.Name).ToEquatable()));
            }
        }
        return people.OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id, StringComparer.Ordinal)
            .ToEquatable();
    }
}
