using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Explainers.Incremental;

/// <summary>What computes: a thread inside the engine, with the queries that it is at, each waiting for the next.</summary>
internal sealed class Worker(Engine engine, int id)
{
    /// <summary>The bit of <see cref="Node.Owner"/> that says that another worker waits for the node.</summary>
    public const int Contended = 1 << 30;

    /// <summary>How many queries may wait for each other on a thread of unknown size.</summary>
    private const int MostOnOtherStack = 200;

    /// <summary>How many queries may wait for each other on a thread of <see cref="StackSize"/>.</summary>
    private const int MostOnOwnStack = 3200;

    /// <summary>The stack of the engine's own threads.</summary>
    public const int StackSize = 16 << 20;

    [ThreadStatic]
    private static Worker? s_current;

    private const int MostMade = 8;

    private Frame[] _frames = [];
    private readonly (Node? Node, object? Value)[] _made = new (Node?, object?)[MostMade];
    private int _nextMade;
    private int _stackLimit;
    private RecordWalk? _walk;

    /// <summary>The worker of this thread, or null.</summary>
    public static Worker? Current { get => s_current; set => s_current = value; }

    /// <summary>The engine.</summary>
    public Engine Engine => engine;

    /// <summary>The number, from 1.</summary>
    public int Id => id;

    /// <summary>The innermost query.</summary>
    public Frame? Top { get; private set; }

    /// <summary>The thread.</summary>
    public int Thread { get; private set; }

    /// <summary>The revision, which is the same for the whole demand.</summary>
    public int Revision { get; private set; }

    /// <summary>For each store: values computed, validated and reused.</summary>
    public long[] Counts { get; private set; } = [];

    /// <summary>Cancels the demand.</summary>
    public CancellationToken Token { get; private set; }

    /// <summary>Whether queries are to end: the demand is cancelled, or a circle was closed.</summary>
    public volatile bool Interrupted;

    /// <summary>Whether the demand is cancelled; guarded by the engine's lock.</summary>
    public bool Stopped;

    /// <summary>What ends the queries of a circle; guarded by the engine's lock while the worker waits.</summary>
    public CircleUnwind? Unwinding;

    /// <summary>The last query that it ends.</summary>
    public int UnwindTo;

    /// <summary>The node that the worker waits for; guarded by the engine's lock.</summary>
    public Node? WaitsFor;

    /// <summary>Whether another worker handed over the value of the node that was waited for.</summary>
    public bool HasHanded;

    /// <summary>That value.</summary>
    public object? Handed;

    /// <summary>The worker that a demand with several threads belongs to.</summary>
    public Worker? Parent { get; private set; }

    /// <summary>Begins a demand.</summary>
    public void Begin(int revision, int stores, Worker? parent, CancellationToken token)
    {
        (Revision, Parent, Token, Thread) = (revision, parent, token, Environment.CurrentManagedThreadId);
        (Interrupted, Stopped, Unwinding, WaitsFor, _walk) = (false, false, null, null, null);
        _stackLimit = MostOnOtherStack;
        if (Counts.Length < stores * 3) Counts = [.. Counts, .. new long[stores * 3 - Counts.Length]];
    }

    /// <summary>Throws if queries are to end, or if a store of another engine is read.</summary>
    public void Check(Store store)
    {
        if (store.Engine != Engine) throw new InvalidOperationException($"{store.Name} belongs to another engine.");
        if (Interrupted) ThrowInterrupted();
    }

    /// <summary>Runs what asks from outside.</summary>
    public T Root<T>(Func<Reads, T> read)
    {
        var frame = Push(null);
        try
        {
            frame.Start(records: false);
            return read(new Reads(frame));
        }
        finally
        {
            frame.End();
            Pop(frame);
            Array.Clear(_made);
            if (_frames.Length > 1024) _frames = [];
        }
    }

    /// <summary>
    /// Holds a value that the engine does not keep for a moment: whoever finds that it has changed asks for it next.
    /// </summary>
    public void Made(Node node, object? value)
    {
        _made[_nextMade] = (node, value);
        _nextMade = (_nextMade + 1) % MostMade;
    }

    /// <summary>Whether this worker has made a value in this demand, not long ago; the latest counts.</summary>
    public bool HasJustMade(Node node, out object? value)
    {
        for (var back = 1; back <= MostMade; back++)
        {
            var made = _made[(_nextMade - back + MostMade) % MostMade];
            if (made.Node != node) continue;
            value = made.Value;
            return true;
        }
        value = null;
        return false;
    }

    /// <summary>The query at a place, counted from the outermost.</summary>
    public Frame FrameAt(int index) => _frames[index];

    /// <summary>The place of the query that computes a node.</summary>
    public int IndexOf(Node node)
    {
        var index = Top!.Index;
        while (_frames[index].Node != node) index--;
        return index;
    }

    /// <summary>Starts with a node.</summary>
    public Frame Push(Node? node)
    {
        var index = Top is null ? 0 : Top.Index + 1;
        if (index == _frames.Length) Array.Resize(ref _frames, Math.Max(16, index * 2));
        var frame = _frames[index] ??= new Frame(this, index);
        (frame.Node, frame.InCircle, frame.CircleValue, frame.Checks) = (node, false, null, false);
        return Top = frame;
    }

    /// <summary>Ends with a node.</summary>
    public void Pop(Frame frame)
    {
        frame.Node = null;
        Top = frame.Index == 0 ? null : _frames[frame.Index - 1];
    }

    /// <summary>Makes this worker the owner of a node. If another one is, this waits for it and returns false.</summary>
    public bool Claim(Node node)
    {
        var owner = Interlocked.CompareExchange(ref node.Owner, Id, 0);
        if (owner == 0) return true;
        Engine.Waits.Wait(this, node);
        return false;
    }

    /// <summary>Throws what interrupts this worker.</summary>
    public void ThrowInterrupted()
    {
        if (Unwinding is { } unwinding) throw unwinding;
        if (Stopped) throw new OperationCanceledException("The demand was cancelled.", Token);
    }

    /// <summary>
    /// Whether a node of an older revision is still good. What it read is looked at in the order of the reads: as long as nothing has
    /// changed, the query would read the next one too.
    /// </summary>
    public bool Validate(Frame frame, Node node)
    {
        if (node.VerifiedAt == 0 || node.Is(NodeState.Dirty)) return false;
        if (Engine.IsUntouched(node)) return true;
        if (node.Is(NodeState.Circular)) return false;
        frame.Checks = true;
        try
        {
            if (node.Reads is null && (_walk ??= Engine.WalkOf(this)) is { } walk) return walk.IsGood(node.Saved);
            if (Engine.ReadsOf(node) is not { } reads) return false;
            foreach (var id in reads)
            {
                if (Engine.ChangedAt(ReadIds.DurabilityOf(id)) <= node.VerifiedAt) continue;
                var read = Engine.Nodes[ReadIds.Id(id)];
                if (IsOpen(read)) read.Store.Refresh(this, read);
                if (read.ChangedAt > node.VerifiedAt) return false;
            }
            return true;
        }
        catch (Exception) when (Unwinding is not null && UnwindTo == frame.Index)
        {
            Unwind(frame);
            return false;
        }
        catch (Exception) when (Unwinding is null && !Stopped)
        {
            // What it read fails now, which the query finds out for itself.
            return false;
        }
        finally
        {
            frame.Checks = false;
        }
    }

    /// <summary>Whether it is not known yet if a node has changed.</summary>
    private bool IsOpen(Node node) =>
        Volatile.Read(ref node.VerifiedAt) < Revision && (node.Is(NodeState.Dirty) || !Engine.IsUntouched(node));

    /// <summary>A query of a circle has ended; throws if there are others to end.</summary>
    public void Unwind(Frame frame)
    {
        if (UnwindTo != frame.Index) throw new CircleUnwind();
        lock (Engine.Sync)
        {
            Unwinding = null;
            Interrupted = Stopped;
        }
    }

    /// <summary>Whether a query should not start on this stack.</summary>
    public bool IsStackShort => Top!.Index >= _stackLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>Goes on with a fresh stack, while this thread waits.</summary>
    public T OnFreshStack<T>(Func<T> run)
    {
        var (limit, thread, result, failure) = (_stackLimit, Thread, default(T), default(ExceptionDispatchInfo));
        var fresh = new Thread(() =>
        {
            (Current, Thread, _stackLimit) = (this, Environment.CurrentManagedThreadId, Top!.Index + MostOnOwnStack);
            try
            {
                result = run();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }, StackSize)
        { IsBackground = true };
        fresh.Start();
        fresh.Join();
        (_stackLimit, Thread) = (limit, thread);
        failure?.Throw();
        return result!;
    }
}
