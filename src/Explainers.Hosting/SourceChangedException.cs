using Explainers.Diagnostics;

namespace Explainers.Hosting;

/// <summary>A file of a site that is read more than once is no longer what it was. The compile cannot go on, and nothing was written.</summary>
/// <param name="refusal">What to tell the user.</param>
internal sealed class SourceChangedException(Diagnostic refusal) : IOException(refusal.Message)
{
    /// <summary>What to tell the user.</summary>
    public Diagnostic Refusal => refusal;
}
