using Explainers.Binding;
using Explainers.Rendering.Templating;
using Explainers.Sources;

namespace Explainers.Rendering.Pages;

/// <summary>A page that is to be rendered.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Name">The variable that its layout reads beside <c>site</c>, <c>page</c> and <c>words</c>, or null.</param>
/// <param name="Subject">Gives that variable's value.</param>
/// <param name="Source">The file that the page is about, as messages name it.</param>
internal sealed record PagePlan(PageHead Head, string? Name, Func<PageScope, View?> Subject, SourceFile? Source)
{
    private Fingerprint _content;
    private Fingerprint _title;
    private Fingerprint _titled;

    /// <summary>Whether its layout stands in the frame that pages share; without, it is a whole document.</summary>
    public bool IsFramed { get; init; } = true;

    /// <summary>The article that it is of, or null.</summary>
    public Article? Article { get; init; }

    /// <summary>Tells its head from any other, and of an article what lists show of it.</summary>
    public Fingerprint Content => _content == Fingerprint.None ? _content = MakeContent() : _content;

    /// <summary>Tells what it is called, and where it stands.</summary>
    public Fingerprint Title => _title == Fingerprint.None ? _title = Fingerprint.Of(Head.Url).With(Head.Title).With(Head.Language).With(Head.Layout) : _title;

    /// <summary>Tells what it is called and which facts its title and description state, for lists that say so.</summary>
    public Fingerprint Titled => _titled == Fingerprint.None ? _titled = Title.With(Head.States.Select(fact => fact.Name)) : _titled;

    private Fingerprint MakeContent()
    {
        var content = Title.With(Head.Description).With(Head.Published?.ToString()).With(Head.Changed?.ToString())
            .With(Head.States.Select(fact => fact.Name)).With(Head.Names.Select(fact => fact.Name)).With(IsFramed);
        return Article is { } article ? content.With(article.Updated?.ToString()).With(Views.Minutes(article)).With(article.File.Path).With(article.Topics.Select(topic => topic.Id)) : content;
    }
}
