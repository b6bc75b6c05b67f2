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
}
