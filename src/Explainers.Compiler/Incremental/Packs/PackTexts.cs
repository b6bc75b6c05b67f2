namespace Explainers.Incremental.Packs;

/// <summary>The texts of a pack, each of them once and with a number.</summary>
internal sealed class PackTexts
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>The number of a text.</summary>
    public int Number(string text)
    {
        if (_numbers.TryGetValue(text, out var number)) return number;
        _numbers.Add(text, _texts.Count);
        _texts.Add(text);
        return _texts.Count - 1;
    }

    /// <summary>Writes all texts in order of their numbers.</summary>
    public void Write(PackWriter writer)
    {
        writer.Number(_texts.Count);
        foreach (var text in _texts) writer.Text(text);
    }
}
