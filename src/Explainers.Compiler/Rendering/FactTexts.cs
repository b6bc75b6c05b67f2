using Explainers.Binding;
using Explainers.Rendering.Formatting;

namespace Explainers.Rendering;

/// <summary>Facts as the site's pages print them, as plain text.</summary>
internal sealed class FactTexts(BoundSite site)
{
    private readonly FactFormatter _format = new(new Words(site.Theme.Strings.FirstOrDefault(strings => strings.Language == site.Language)));

    /// <summary>The title of an article.</summary>
    public string Title(Article article) => Prose.Text(article.Title, _format, new HashSet<Fact>());

    /// <summary>The value of a fact.</summary>
    public string Of(Fact fact) => _format.Value(fact.Value, FactForm.Long);
}
