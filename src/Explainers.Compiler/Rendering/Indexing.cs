namespace Explainers.Rendering;

/// <summary>Whether search engines may list the site.</summary>
public enum Indexing
{
    /// <summary>They may.</summary>
    Allowed,

    /// <summary>They may not: a preview of a change.</summary>
    Refused,
}
