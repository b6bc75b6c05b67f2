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
    public static PageNotes Of(OutputFile page, SiteLinks links, SharedTexts texts)
    {
        var reader = new Reader(page, links, texts);
        PageReader.Read(page, reader);
        return reader.Notes();
    }

    private sealed class Reader(OutputFile page, SiteLinks links, SharedTexts texts) : IPageNotes
    {
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
        private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
        private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
        private readonly HashSet<string> _own = new(StringComparer.Ordinal);
        private readonly HashSet<Target> _anchors = [];
        private bool _isFaulty;

        public void Id(string id, int offset) => _isFaulty |= !_ids.Add(texts[id]);

        public void BareImage(string address, int offset) => _isFaulty = true;

        public void Load(string element, string address, int offset) => _isFaulty |= links.Follow(page.Url, address) is null;

        public void Link(string address, int offset)
        {
            if (!_followed.Add(address) || links.Follow(page.Url, address) is not { } target) return;
            if (target.Path is null)
            {
                _isFaulty = true;
                return;
            }
            var path = texts[target.Path];
            _paths.Add(path);
            if (target.Anchor.Length == 0) return;
            if (path == page.Url) _own.Add(target.Anchor);
            else _anchors.Add(new Target(path, texts[target.Anchor]));
        }

        public PageNotes Notes() =>
            new([.. _ids.Order(StringComparer.Ordinal)], [.. _paths], [.. _anchors], _isFaulty || !_own.IsSubsetOf(_ids));
    }
}
