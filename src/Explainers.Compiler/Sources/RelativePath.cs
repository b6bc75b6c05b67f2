namespace Explainers.Sources;

/// <summary>Follows a relative path, as in a link from one file or page to another.</summary>
internal static class RelativePath
{
    /// <summary>The path that a target names when it is followed from another path; it never climbs above the root.</summary>
    /// <param name="from">A file (<c>articles/one.md</c>) or an address (<c>/one/</c>).</param>
    /// <param name="target">A path without query and anchor, relative to the folder of <paramref name="from"/>.</param>
    public static string Resolve(string from, string target)
    {
        var root = from.StartsWith('/') ? "/" : "";
        var parts = new List<string>(from.Split('/', StringSplitOptions.None)[..^1].Where(part => part.Length > 0));
        foreach (var part in target.Split('/'))
        {
            if (part == "..") parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part is not ("." or "")) parts.Add(part);
        }
        var isFolder = parts.Count > 0
            && (target.Length == 0 || target[^1] == '/' || target is "." or ".." || target.EndsWith("/.", StringComparison.Ordinal)
                || target.EndsWith("/..", StringComparison.Ordinal));
        return root + string.Join('/', parts) + (isFolder ? "/" : "");
    }
}
