using Explainers.Diagnostics;

namespace Explainers.Hosting;

/// <summary>
/// A file that is read more than once has changed. The compile cannot go on, and the output stays as it is.
/// </summary>
/// <param name="refusal">What to tell the user.</param>
internal sealed class SourceChangedException(Diagnostic refusal) : IOException(refusal.Message)
{
    /// <summary>What to tell the user.</summary>
    public Diagnostic Refusal => refusal;
}
