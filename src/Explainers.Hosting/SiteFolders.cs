using System.Collections.Immutable;

namespace Explainers.Hosting;

/// <summary>Where a site lies on the disk.</summary>
/// <param name="Input">The folder that writers edit.</param>
/// <param name="Theme">The folder whose files override the built-in theme's, or null for <c>theme</c>, if it exists.</param>
public sealed record SiteFolders(string Input, string? Theme = null)
{
    /// <summary>The folder that relative paths start from, or null for the current one.</summary>
    public string? Start { get; init; }

    /// <summary>Folders that are written, such as the output. Nothing is read from them.</summary>
    public ImmutableArray<string> Written { get; init; } = [];

    /// <summary>Whether somebody has named the input. A folder of the usual name is followed through a link only within the site.</summary>
    public bool IsInputNamed { get; init; } = true;

    /// <summary>A path as the disk knows it.</summary>
    internal string Full(string path) => TypedPath.Full(path, Path.GetFullPath(Start ?? "."));
}
