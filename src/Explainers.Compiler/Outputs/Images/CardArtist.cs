using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Rendering;
using Explainers.Rendering.Images;
using Explainers.Scopes;

namespace Explainers.Outputs.Images;

/// <summary>Draws cards, with fonts that are read once.</summary>
internal sealed class CardArtist : IDisposable
{
    private readonly CardLayout _layout;
    private readonly Dictionary<string, CardFont> _read = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, CardFont> _fonts;

    /// <summary>Reads the fonts; one that cannot be read is reported, and nothing is drawn.</summary>
    public CardArtist(CardLayout layout, ImmutableArray<Diagnostic>.Builder findings)
    {
        _layout = layout;
        foreach (var font in layout.Syntax.Fonts)
        {
            if (CardFont.Read(font.Files, layout.Imaging) is { } read) _read.Add(font.Name, read);
            else if (!font.Files.IsEmpty) findings.Add(Catalog.UnreadableFont(font.Span, font.Name));
        }
        _fonts = _read.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Whether it has all fonts.</summary>
    public bool IsReady => _read.Count == _layout.Syntax.Fonts.Length;

    /// <summary>A card as a picture; one that the cache does not have is drawn.</summary>
    public OutputFile Draw(SocialCard card, IPictureCache cache) =>
        new(
            Routes.File(card.Url),
            cache.Get(card.Key, () => CardPainter.Paint(card, _layout.Syntax, _fonts, _layout.Imaging)))
        { States = card.States };

    /// <summary>The characters of a card that its fonts do not have.</summary>
    public ImmutableArray<string> Missing(SocialCard card) => [.. _layout.Syntax.Areas
        .SelectMany(area => area.Texts)
        .SelectMany(text => card.Texts.TryGetValue(text.Shown, out var words) ? _fonts[text.Font].Missing(words) : [])
        .Distinct()];

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var font in _read.Values) font.Dispose();
    }
}
