using Explainers.Binding;
using Explainers.Incremental;
using Explainers.Rendering;

namespace Explainers.Proofreading;

/// <summary>What a page has and asks of other pages, each once; it is right by itself, or faulty.</summary>
/// <param name="Ids">The ids of its elements, in ordinal order.</param>
/// <param name="Paths">The paths that it leads to or loads from.</param>
/// <param name="Anchors">The places on other pages that it leads to.</param>
/// <param name="IsFaulty">Whether something is wrong with it whatever other pages are.</param>
internal sealed record PageNotes(EquatableArray<string> Ids, EquatableArray<string> Paths, EquatableArray<Target> Anchors, bool IsFaulty)
{
    /// <summary>Reads a page.</summary>
    public static PageNotes Of(OutputFile page, SiteLinks links, SitePolicy policy, SharedTexts texts)
    {
        var reader = new Reader(page, links, policy, texts);
        if (PageReader.TryReadPlain(page, reader)) return reader.Notes();
        reader = new Reader(page, links, policy, texts);
        PageReader.Read(page, reader);
        return reader.Notes();
    }

    private sealed class Reader(OutputFile page, SiteLinks links, SitePolicy policy, SharedTexts texts) : IPageNotes
    {
        /// <summary>How many ids and paths most pages have.</summary>
        private const int Usual = 60;

        private readonly string _url = page.Url;
        private readonly HashSet<string> _ids = new(Usual, StringComparer.Ordinal);
        private readonly HashSet<string> _paths = new(Usual, StringComparer.Ordinal);
        private readonly HashSet<string> _own = new(StringComparer.Ordinal);
        private readonly HashSet<Target> _anchors = [];
        private bool _isFaulty;

        public void Id(ReadOnlySpan<char> id, int offset) => _isFaulty |= !_ids.Add(texts[id]);

        public void BareImage(string address, int offset) => _isFaulty = true;

        public void Load(ReadOnlySpan<char> element, ReadOnlySpan<char> address, int offset) =>
            _isFaulty |= !SiteLinks.IsOwn(address) && address.ToString() is var loaded && links.Follow(_url, loaded) is null
                && !policy.Allows(element, loaded);

        public void Inline(string what, int offset) => _isFaulty = true;

        public void Link(ReadOnlySpan<char> address, int offset)
        {
            if (links.IsPlain(address, out var cut))
            {
                Add(cut == 0 ? _url : texts[address[..cut]], address[Math.Min(cut + 1, address.Length)..]);
            }
            else if (links.Follow(_url, address.ToString()) is { } target)
            {
                if (target.Path is null) _isFaulty = true;
                else Add(texts[target.Path], target.Anchor);
            }
        }

        private void Add(string path, ReadOnlySpan<char> anchor)
        {
            _paths.Add(path);
            if (anchor.IsEmpty) return;
            if (path != _url) _anchors.Add(new Target(path, texts[anchor]));
            else if (!_own.GetAlternateLookup<ReadOnlySpan<char>>().Contains(anchor)) _own.Add(texts[anchor]);
        }

        public PageNotes Notes() =>
            new([.. _ids.Order(StringComparer.Ordinal)], [.. _paths], [.. _anchors], _isFaulty || !_own.IsSubsetOf(_ids));
    }
}
