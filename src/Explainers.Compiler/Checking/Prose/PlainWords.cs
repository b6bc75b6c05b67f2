using System.Collections.Immutable;
using Explainers.Parsing.Articles;

namespace Explainers.Checking.Prose;

/// <summary>What an article lists under <c>plain:</c>, as a tree of tokens, so that a text is read once for all of it.</summary>
internal sealed class PlainWords
{
    private readonly Dictionary<(int Node, string Token), int> _tree = [];
    private readonly HashSet<int> _ends = [];

    /// <summary>Takes the words.</summary>
    public PlainWords(ImmutableArray<string> plain, ProseLanguage language)
    {
        foreach (var words in plain)
        {
            var (text, node) = (new TokenText(words, language), 0);
            for (var i = 0; i < text.Count; i++)
            {
                var step = (node, text.Lower(i));
                if (!_tree.TryGetValue(step, out node)) _tree[step] = node = _tree.Count + 1;
            }
            if (node > 0) _ends.Add(node);
        }
    }

    /// <summary>The stretches of a text that are fine as they are typed: those listed, and those that are marked in the text.</summary>
    public PlainStretches In(ProseText prose, TokenText text)
    {
        if (_ends.Count == 0 && prose.Allowed.IsEmpty) return PlainStretches.None;
        var found = prose.Allowed.Select(allowed => (Start: allowed.Text, End: allowed.Text + allowed.Length)).ToList();
        for (var first = 0; first < text.Count && _ends.Count > 0; first++)
        {
            var node = 0;
            for (var i = first; i < text.Count && _tree.TryGetValue((node, text.Lower(i)), out node); i++)
                if (_ends.Contains(node)) found.Add((text[first].Start, text[i].End));
        }
        return new PlainStretches(found);
    }
}

/// <summary>Stretches of a text, which may overlap.</summary>
internal sealed class PlainStretches
{
    /// <summary>No stretches.</summary>
    public static readonly PlainStretches None = new([]);

    private readonly (int Start, int End)[] _sorted;

    /// <summary>Takes the stretches.</summary>
    public PlainStretches(IEnumerable<(int Start, int End)> stretches)
    {
        _sorted = [.. stretches.OrderBy(stretch => stretch.Start)];
        // Each has the furthest end of those so far, so that one look tells whether any reaches a figure.
        for (var i = 1; i < _sorted.Length; i++) _sorted[i].End = Math.Max(_sorted[i].End, _sorted[i - 1].End);
    }

    /// <summary>Whether one of them touches a figure.</summary>
    public bool Touch(TypedFigure figure) => Touch(figure.Start, figure.End);

    /// <summary>Whether one of them touches a stretch of the text.</summary>
    public bool Touch(int start, int end)
    {
        var (low, high) = (0, _sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_sorted[middle].Start < end) low = middle + 1;
            else high = middle;
        }
        return low > 0 && _sorted[low - 1].End > start;
    }
}
