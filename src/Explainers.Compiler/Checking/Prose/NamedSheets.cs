using System.Collections.Immutable;
using Explainers.Binding;

namespace Explainers.Checking.Prose;

/// <summary>A sheet that a sentence may speak of.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Name">The first and the last token of its name, or null where only the article is about it.</param>
/// <param name="Stems">The stems of the sentence.</param>
/// <param name="IsShadowed">Whether the sentence names another sheet.</param>
internal readonly record struct NearSheet(NamedSheet Sheet, (int First, int Last)? Name, SentenceStems Stems, bool IsShadowed);

/// <summary>All sheets by the rarest word of each of their names, so that a sentence is not held against every name.</summary>
internal sealed class NamedSheets
{
    private readonly ImmutableArray<string> _sheets;
    private readonly Dictionary<string, int> _places;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FirstLetters _begin = new();

    /// <summary>Takes the sheets of a site, in its order, and the language of their names.</summary>
    public NamedSheets(ImmutableArray<FactSheet> sheets, ProseLanguage language)
    {
        _sheets = [.. sheets.Select(sheet => sheet.Name)];
        _places = _sheets.Select((sheet, place) => (sheet, place))
            .ToDictionary(pair => pair.sheet, pair => pair.place, StringComparer.Ordinal);
        ImmutableArray<ImmutableArray<ImmutableArray<string>>> names = [.. sheets.Select(sheet => NamedSheet.NamesOf(sheet, language))];
        var uses = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in names.SelectMany(own => own.SelectMany(name => name)))
            uses[word] = uses.GetValueOrDefault(word) + 1;
        for (var place = 0; place < _sheets.Length; place++)
        {
            foreach (var name in names[place])
            {
                var rarest = name.MinBy(word => (!char.IsLetterOrDigit(word[0]), uses[word]))!;
                if (!_byWord.TryGetValue(rarest, out var places)) _byWord[rarest] = places = [];
                places.Add(place);
                _begin.Add(rarest);
            }
        }
        _words = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The sheets that a sentence names, and those that the article is about, in the site's order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="about">The names of the sheets that the article is about.</param>
    /// <param name="open">Gives a sheet with its facts.</param>
    public ImmutableArray<NearSheet> Near(TokenText text, Sentence sentence, ImmutableArray<string> about, Func<string, NamedSheet> open)
    {
        var places = new List<int>(about.Length);
        foreach (var sheet in about)
            if (_places.TryGetValue(sheet, out var place)) places.Add(place);
        var wanted = places.Count;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (text[i].Kind == TokenKind.Sign || !_begin.MayHave(text.Span(i))) continue;
            if (_words.TryGetValue(text.Bare(i), out var named)) places.AddRange(named);
        }
        var near = ImmutableArray.CreateBuilder<NearSheet>(places.Count);
        var ordered = places;
        if (places.Count > 1) ordered = [.. places.Order()];
        for (var i = 0; i < ordered.Count; i++)
        {
            if (i > 0 && ordered[i] == ordered[i - 1]) continue;
            var sheet = open(_sheets[ordered[i]]);
            // A sentence without the rarest word of a name does not name the sheet.
            var name = places.IndexOf(ordered[i], wanted) >= 0 ? sheet.NamedIn(text, sentence.First, sentence.End) : null;
            if (name is not null || places.IndexOf(ordered[i]) < wanted)
                near.Add(new NearSheet(sheet, name, sheet.Stemming.In(text, sentence), false));
        }
        // Where a sentence names a sheet, the others are in its shadow.
        if (near.Count > 1 && near.Any(sheet => sheet.Name is not null))
            for (var i = 0; i < near.Count; i++) near[i] = near[i] with { IsShadowed = near[i].Name is null };
        return near.DrainToImmutable();
    }
}
