using Explainers.Sources;

namespace Explainers.Hosting;

/// <summary>The theme that is part of the tool.</summary>
public static class BuiltInTheme
{
    private const string Resource = "theme/";

    /// <summary>Its files.</summary>
    public static IEnumerable<SourceFile> Files()
    {
        var assembly = typeof(BuiltInTheme).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var path = name[Resource.Length..].Replace('\\', '/');
            yield return new SourceFile(path, $"(built-in theme)/{path}", bytes) { IsBuiltIn = true };
        }
    }

    /// <summary>
    /// A theme of a site with what it takes from the built-in one: files that it has none of its own of, and all words, since its own
    /// file of words holds only what it changes.
    /// </summary>
    internal static IEnumerable<SourceFile> Under(IReadOnlyCollection<SourceFile> own, IEnumerable<SourceFile> builtIn)
    {
        var overridden = own.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return own.Concat(builtIn
            .Where(file => !overridden.Contains(file.Path) || ThemePaths.IsWords(file.Path))
            .Select(file => overridden.Contains(file.Path) ? file with { Path = ThemePaths.Beneath + file.Path } : file));
    }
}
