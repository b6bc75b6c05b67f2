namespace Explainers.Binding;

/// <summary>An explainer or a page, by the path of its file below the input folder.</summary>
/// <param name="Path">The path: <c>articles/alaska-summit.md</c>.</param>
internal readonly record struct ArticleId(string Path)
{
    /// <inheritdoc />
    public override string ToString() => Path;
}
