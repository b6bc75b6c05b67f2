namespace Explainers.Sources;

/// <summary>Where the words of a theme lie.</summary>
internal static class ThemePaths
{
    /// <summary>The folder with a file of words for each language.</summary>
    public const string Words = "strings/";

    /// <summary>
    /// The folder of built-in files that a site's own do not replace, but add to. No folder on a disk is read under such a name.
    /// </summary>
    public const string Beneath = "_built-in/";

    /// <summary>Whether a file has words, which a site's own file of that path only changes.</summary>
    public static bool IsWords(string path) =>
        Below(path).StartsWith(Words, StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal);

    private static string Below(string path) => path.StartsWith(Beneath, StringComparison.Ordinal) ? path[Beneath.Length..] : path;
}
