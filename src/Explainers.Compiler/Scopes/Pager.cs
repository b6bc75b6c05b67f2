using Explainers.Binding;
using Explainers.Incremental;

namespace Explainers.Scopes;

/// <summary>Which part of a long list a page shows.</summary>
/// <param name="First">The address of the first page.</param>
/// <param name="Number">Which page it is, from 1.</param>
/// <param name="Count">How many pages the list has.</param>
/// <param name="Size">How many entries a page has.</param>
internal sealed record Pager(string First, int Number, int Count, int Size)
{
    /// <summary>How many pages on each side of this one it links to.</summary>
    private const int Near = 2;

    /// <summary>The page before this one, or null.</summary>
    public int? Previous => Number > 1 ? Number - 1 : null;

    /// <summary>The page after this one, or null.</summary>
    public int? Next => Number < Count ? Number + 1 : null;

    /// <summary>The pages to link to: the first, the last, and those near this one.</summary>
    public IEnumerable<int> Links => Enumerable.Range(Number - Near, (2 * Near) + 1).Where(number => number > 0 && number <= Count)
        .Prepend(1).Append(Count).Distinct();

    /// <summary>How many pages a list has.</summary>
    /// <param name="entries">How many entries it has.</param>
    /// <param name="size">How many fit on a page.</param>
    public static int CountOf(int entries, int size) => Math.Max(1, (int)(((long)entries + size - 1) / size));

    /// <summary>The entries that the page shows.</summary>
    public IEnumerable<T> Shown<T>(EquatableArray<T> all)
    {
        var start = (int)Math.Min((long)(Number - 1) * Size, all.Length);
        return all.Items.Slice(start, Math.Min(Size, all.Length - start));
    }

    /// <summary>The address of one of the pages.</summary>
    public string UrlOf(int number) => Routes.Numbered(First, number);
}
