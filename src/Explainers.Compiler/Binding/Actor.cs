using Explainers.Facts;
using Explainers.Incremental;

namespace Explainers.Binding;

/// <summary>A person or organisation, whom one or more sheets list: the same id and the same name are one.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Id">The last part of the page's address.</param>
/// <param name="Name">The full name.</param>
/// <param name="Entries">The entries, in order of sheet.</param>
internal sealed record Actor(EntryKind Kind, string Id, string Name, EquatableArray<FactId> Entries)
{
    /// <summary>Its page.</summary>
    public string Url => Kind == EntryKind.Person ? Routes.Person(Id) : Routes.Organisation(Id);

    /// <summary>
    /// All of a kind whom the sheets list, in order of name; of two who share an id, the one whose sheet comes later bears its name too.
    /// </summary>
    public static EquatableArray<Actor> All(IEnumerable<FactHead> entries, EntryKind kind)
    {
        var actors = new List<Actor>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var listed = entries.Where(entry => entry.Kind == kind).OrderBy(entry => entry.Name.Sheet, StringComparer.Ordinal);
        foreach (var namesakes in listed.GroupBy(entry => entry.Name.Id, StringComparer.Ordinal))
        {
            foreach (var actor in namesakes.GroupBy(entry => entry.Label, StringComparer.Ordinal))
            {
                var id = ids.Contains(namesakes.Key) ? $"{actor.First().Name.Sheet}_{namesakes.Key}" : namesakes.Key;
                ids.Add(id);
                actors.Add(new Actor(kind, id, actor.Key, actor.Select(entry => entry.Name).ToEquatable()));
            }
        }
        return actors.OrderBy(actor => actor.Name, StringComparer.Ordinal).ThenBy(actor => actor.Id, StringComparer.Ordinal)
            .ToEquatable();
    }
}
