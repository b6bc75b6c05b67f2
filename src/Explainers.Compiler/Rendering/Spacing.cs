namespace Explainers.Rendering;

/// <summary>Whether pages are written for people or for the wire.</summary>
public enum Spacing
{
    /// <summary>Indented, so that they can be read and compared.</summary>
    Readable,

    /// <summary>Without the space and the comments that browsers do not need.</summary>
    Minified,
}
