using Explainers.Binding;
using Explainers.Parsing;
using Explainers.Rendering.Formatting;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering;

/// <summary>What a page is to the outside: the head of its HTML.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Layout">The layout that draws it: <c>article</c>.</param>
/// <param name="Language">Its language.</param>
/// <param name="Title">Its title, or null on the home page, which bears the site's.</param>
/// <param name="Description">What it says, in a sentence.</param>
/// <param name="Published">Its first publication, where it has one.</param>
/// <param name="Changed">Its last change, where that is known.</param>
internal sealed record PageHead(
    string Url,
    string Layout,
    string Language,
    string? Title,
    string Description,
    PartialDate? Published = null,
    PartialDate? Changed = null);

/// <summary>One page while it is rendered: its language, its numbered sources, and who has been introduced on it.</summary>
internal sealed class PageScope
{
    private readonly HashSet<Fact> _introduced = [];

    /// <summary>Begins a page.</summary>
    public PageScope(SiteScope site, PageHead head, PageOutput output)
    {
        Site = site;
        Head = head;
        Words = site.Words(head.Language);
        Format = new FactFormatter(Words);
        Context = new PageContext(this, output);
    }

    /// <summary>What all pages share.</summary>
    public SiteScope Site { get; }

    /// <summary>The page's head.</summary>
    public PageHead Head { get; }

    /// <summary>The words of its language.</summary>
    public Words Words { get; }

    /// <summary>Writes values in its language.</summary>
    public FactFormatter Format { get; }

    /// <summary>Its sources, numbered in order of first use.</summary>
    public SourceNotes Notes { get; } = new();

    /// <summary>Runs its templates.</summary>
    public PageContext Context { get; }

    /// <summary>Whether a person is named on the page for the first time.</summary>
    public bool Introduces(Fact person) => _introduced.Add(person);
}
