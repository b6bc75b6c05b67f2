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
    private readonly ImmutableArray<string> _sheets;
    private readonly Dictionary<string, int> _places;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the sheets of a site, in its order.</summary>
    public NamedSheets(ImmutableArray<FactSheet> sheets)
    {
        _sheets = [.. sheets.Select(sheet => sheet.Name)];
        _places = _sheets.Select((sheet, place) => (sheet, place))
            .ToDictionary(pair => pair.sheet, pair => pair.place, StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<ImmutableArray<string>>> names = [.. sheets.Select(NamedSheet.NamesOf)];
        var uses = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in names.SelectMany(own => own.SelectMany(name => name)))
            uses[word] = uses.GetValueOrDefault(word) + 1;
        for (var place = 0; place < _sheets.Length; place++)
        {
            foreach (var name in names[place])
            {
                var rarest = name.MinBy(word => uses[word])!;
                if (!_byWord.TryGetValue(rarest, out var places)) _byWord[rarest] = places = [];
                places.Add(place);
            }
        }
    }

    /// <summary>The sheets that a sentence names, and those that the article is about, in the site's order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="about">The names of the sheets that the article is about.</param>
    /// <param name="open">Gives a sheet with its facts.</param>
    public ImmutableArray<NearSheet> Near(TokenText text, Sentence sentence, IEnumerable<string> about, Func<string, NamedSheet> open)
    {
        var places = new SortedSet<int>(about.Where(_places.ContainsKey).Select(sheet => _places[sheet]));
        var wanted = places.ToHashSet();
        var words = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = sentence.First; i < sentence.End; i++)
            if (words.TryGetValue(text.Span(i), out var named)) places.UnionWith(named);
        return
        [
            .. from place in places
               let sheet = open(_sheets[place])
               let name = sheet.NamedIn(text, sentence.First, sentence.End)
               where name is not null || wanted.Contains(place)
               select new NearSheet(sheet, name),
        ];
    }
}
