using System.Collections.Immutable;
using Explainers.Binding;

namespace Explainers.Checking.Prose;

/// <summary>A sheet that a sentence may speak of.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Name">The first and the last token of its name, or null where only the article is about it.</param>
internal readonly record struct NearSheet(NamedSheet Sheet, (int First, int Last)? Name);

/// <summary>All sheets by the rarest word of each of their names, so that a sentence is not held against every name.</summary>
internal sealed class NamedSheets
{
    private readonly ImmutableArray<NamedSheet> _sheets;
    private readonly Dictionary<FactSheet, int> _places;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the sheets of a site.</summary>
    public NamedSheets(ImmutableArray<FactSheet> sheets)
    {
        _sheets = [.. sheets.Select(sheet => new NamedSheet(sheet))];
        _places = _sheets.Select((sheet, place) => (sheet.Sheet, place)).ToDictionary(pair => pair.Sheet, pair => pair.place);
        var uses = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in _sheets.SelectMany(sheet => sheet.Names.SelectMany(name => name)))
            uses[word] = uses.GetValueOrDefault(word) + 1;
        for (var place = 0; place < _sheets.Length; place++)
        {
            foreach (var name in _sheets[place].Names)
            {
                var rarest = name.MinBy(word => uses[word])!;
                if (!_byWord.TryGetValue(rarest, out var places)) _byWord[rarest] = places = [];
                places.Add(place);
            }
        }
    }

    /// <summary>The sheets that a sentence names, and those that the article is about, in the site's order.</summary>
    public ImmutableArray<NearSheet> Near(TokenText text, Sentence sentence, ImmutableArray<FactSheet> about)
    {
        var places = new SortedSet<int>(about.Where(_places.ContainsKey).Select(sheet => _places[sheet]));
        var wanted = places.ToHashSet();
        var words = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = sentence.First; i < sentence.End; i++)
            if (words.TryGetValue(text.Span(i), out var named)) places.UnionWith(named);
        return
        [
            .. places
                .Select(place => new NearSheet(_sheets[place], _sheets[place].NamedIn(text, sentence.First, sentence.End)))
                .Where(near => near.Name is not null || wanted.Contains(_places[near.Sheet.Sheet])),
        ];
    }
}
