namespace Explainers.Incremental;

/// <summary>Whether an engine records what queries read.</summary>
internal enum Recording : byte
{
    /// <summary>Reads are recorded, so inputs may change.</summary>
    On,

    /// <summary>Nothing is recorded, for a single run: after the first demand, inputs can no longer change.</summary>
    Off,
}
