using Explainers.Sources;

namespace Explainers.Tests;

/// <summary>
/// The site of tests/fixture, which has one of everything. Tests never compile the site in input/: that one belongs to its editors.
/// </summary>
internal static class FixtureSite
{
    /// <summary>The folder of its content.</summary>
    public static string Input { get; } = Path.Combine(RepositoryRoot.Path, "tests", "fixture", "input");

    /// <summary>The folder of its theme, which is that of the repository.</summary>
    public static string Theme { get; } = Path.Combine(RepositoryRoot.Path, "theme");

    /// <summary>Its files, read anew.</summary>
    public static SourceTree Tree() => SourceTree.From(Below(Input, "input"), Below(Theme, "theme"));

    private static IEnumerable<SourceFile> Below(string folder, string name) =>
        Scratch.Files(folder).Where(file => SourceKinds.IsSeen(file.Key))
            .Select(file => new SourceFile(file.Key, $"{name}/{file.Key}", file.Value));
}
