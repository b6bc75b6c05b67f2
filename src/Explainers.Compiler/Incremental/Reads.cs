namespace Explainers.Incremental;

/// <summary>
/// The only way from a query to inputs and other queries, which records each read. It is good on the thread of its query, while that runs
/// and waits for no other; any other use throws.
/// </summary>
internal readonly struct Reads
{
    private readonly Frame? _frame;
    private readonly int _serial;

    /// <summary>Makes the reads of a query that starts.</summary>
    internal Reads(Frame frame) => (_frame, _serial) = (frame, frame.Serial);

    /// <summary>Throws if nobody wants the result any more; for queries that compute for long without reading.</summary>
    public void ThrowIfCanceled()
    {
        var worker = Frame().Worker;
        if (worker.Interrupted) worker.ThrowInterrupted();
    }

    /// <summary>The running query that these reads belong to.</summary>
    internal Frame Frame()
    {
        if (_frame is not { } frame || frame.Serial != _serial || frame.Worker.Top != frame) throw Misuse();
        return frame.Worker.Thread == Environment.CurrentManagedThreadId ? frame : throw Misuse();
    }

    private InvalidOperationException Misuse() => new(_frame is null || _frame.Serial != _serial ? "The query of these reads has ended."
        : _frame.Worker.Top != _frame ? "These reads belong to another query."
        : "These reads belong to another thread.");
}
