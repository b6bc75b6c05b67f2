using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

/// <summary>A page that is to be rendered.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Name">The variable that its layout reads beside <c>site</c>, <c>page</c> and <c>words</c>, or null.</param>
/// <param name="Subject">Gives that variable's value.</param>
/// <param name="Source">The path below the input folder of the file that the page is about, or null.</param>
internal sealed record PagePlan(PageHead Head, string? Name, Func<PageScope, View?> Subject, string? Source)
{
    /// <summary>Whether its layout stands in the frame that pages share; without, it is a whole document.</summary>
    public bool IsFramed { get; init; } = true;
}
