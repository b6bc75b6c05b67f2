using Explainers.Facts;
using Explainers.Incremental;

namespace Explainers.Binding;

/// <summary>
/// Everything that some articles and sheets refer to, directly or through other sheets: sheets, facts, files of <c>images/</c> and authors.
/// </summary>
/// <param name="sheets">What the sheets of a name refer to by themselves.</param>
internal sealed class ReferenceGraph(Func<string, IEnumerable<References>> sheets)
{
    private readonly HashSet<FactId> _facts = [];
    private readonly HashSet<string> _wholeSheets = new(StringComparer.Ordinal);
    private readonly Stack<string> _open = [];

    /// <summary>The names of the sheets.</summary>
    public HashSet<string> Sheets { get; } = new(StringComparer.Ordinal);

    /// <summary>The paths of the images below the input folder.</summary>
    public HashSet<string> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of authors.</summary>
    public HashSet<string> Authors { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds what a file refers to, and the sheets that lead on from there. A loop, since chains of sheets may be of any length.
    /// </summary>
    public void Follow(References references)
    {
        Add(references);
        while (_open.TryPop(out var name))
            foreach (var sheet in sheets(name)) Add(sheet);
    }

    /// <summary>What has been reached, in ordinal order.</summary>
    public References Reached() => new(
        Sheets.Order(StringComparer.Ordinal).ToEquatable(),
        _facts.Order(FactId.Order).ToEquatable(),
        _wholeSheets.Order(StringComparer.Ordinal).ToEquatable(),
        Images.Order(StringComparer.Ordinal).ToEquatable(),
        Authors.Order(StringComparer.Ordinal).ToEquatable());

    private void Add(References references)
    {
        foreach (var sheet in references.Sheets)
            if (Sheets.Add(sheet)) _open.Push(sheet);
        _facts.UnionWith(references.Facts);
        _wholeSheets.UnionWith(references.WholeSheets);
        Images.UnionWith(references.Images);
        Authors.UnionWith(references.Authors);
    }
}
