namespace Explainers.Incremental;

/// <summary>
/// Computes values on demand and remembers them. Inputs are set from outside; queries are functions that read inputs and other queries,
/// and each read is recorded. A value is good if it was verified in this revision, or if nothing that it read has changed since. Nothing
/// else decides.
/// </summary>
internal sealed partial class Engine
{
    private readonly Recording _recording;
    private readonly Gate _gate;
    private readonly NodeList _nodes = new();
    private readonly List<Store> _stores = [];
    private readonly int[] _changed = [1, 1, 1];
    private bool _demanded;

    /// <summary>Makes an engine without inputs and queries.</summary>
    /// <param name="recording">Whether it records reads.</param>
    /// <param name="codecs">Save keys and values that have none of their own.</param>
    public Engine(Recording recording = Recording.On, CodecSet? codecs = null)
    {
        (_recording, Codecs) = (recording, codecs ?? new CodecSet());
        _gate = new Gate(this);
        Waits = new WaitGraph(_gate);
        _file = new EngineFile(this);
    }

    /// <summary>The revision, which every change makes larger.</summary>
    public long Revision => CurrentRevision;

    /// <summary>One copy of each text that many values have.</summary>
    public SharedTexts Shared { get; } = new();

    /// <summary>
    /// Forgets the value of a key, which is computed again if somebody asks for it. For values that are large and have been used. Nothing
    /// else may be running.
    /// </summary>
    public static void Release<TKey, T>(Query<TKey, T> query, TKey key) where TKey : notnull, IEquatable<TKey> => query.Release(key);

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>Save keys and values that have none of their own.</summary>
    internal CodecSet Codecs { get; }

    /// <summary>Who waits for whom.</summary>
    internal WaitGraph Waits { get; }

    /// <summary>Guards what workers know of each other.</summary>
    internal object Sync => _gate.Sync;

    /// <summary>All nodes by number.</summary>
    internal NodeList Nodes => _nodes;

    /// <summary>The revision.</summary>
    internal int CurrentRevision { get; private set; } = 1;

    /// <summary>How many queries and inputs there are.</summary>
    internal int StoreCount => _stores.Count;

    /// <summary>Whether reads are recorded.</summary>
    internal bool Records => _recording == Recording.On;

    /// <summary>Makes an input.</summary>
    /// <param name="name">The name.</param>
    /// <param name="equality">When two values are the same; the default is the value's own equality.</param>
    /// <param name="hash">
    /// The hash of a value, without which the input is not saved, nor what depends on it. Texts have one of their own.
    /// </param>
    /// <param name="absent">How rarely a key that is not set becomes set.</param>
    /// <param name="keyCodec">Saves keys, without which the input is not saved. Texts and numbers have one of their own.</param>
    public Input<TKey, T> Input<TKey, T>(
        string name,
        IEqualityComparer<T>? equality = null,
        Func<T, Hash128>? hash = null,
        Durability absent = Durability.Text,
        Codec<TKey>? keyCodec = null)
        where TKey : notnull, IEquatable<TKey> =>
        Add(name, index => new Input<TKey, T>(this, name, index, equality, hash, absent, keyCodec));

    /// <summary>Makes a query.</summary>
    /// <param name="name">The name.</param>
    /// <param name="make">
    /// Computes the value of a key. It is pure: it reads through its <see cref="Reads"/> alone, on its own thread, and gives the same for
    /// the same reads.
    /// </param>
    /// <param name="options">How values are compared, kept and saved.</param>
    public Query<TKey, T> Query<TKey, T>(string name, Func<Reads, TKey, T> make, QueryOptions<TKey, T>? options = null)
        where TKey : notnull, IEquatable<TKey> => Add(name, index => new Query<TKey, T>(this, name, index, make, options ?? new()));

    /// <summary>
    /// Changes inputs, which starts a new revision. Demands of the older one are cancelled: they throw <see
    /// cref="OperationCanceledException"/>, and the change waits until they have.
    /// </summary>
    public void Change(Action<Edit> edit) => _gate.Alone(cancels: true, () =>
    {
        if (!Records && _demanded)
            throw new InvalidOperationException("Nothing is recorded, so inputs cannot change after the first demand.");
        CurrentRevision++;
        var changes = new Edit(this);
        try
        {
            edit(changes);
        }
        finally
        {
            changes.End();
        }
    });

    /// <summary>Asks from outside for what queries give. Any number of threads may ask at once.</summary>
    /// <exception cref="InvalidOperationException">A query asks, which must read through its reads instead.</exception>
    /// <exception cref="OperationCanceledException">The token or a change has cancelled the demand.</exception>
    public T Demand<T>(Func<Reads, T> read, CancellationToken token = default)
    {
        ThrowInside();
        return Demand(read, null, token);
    }

    /// <summary>Asks for many values of a query, on threads of its own.</summary>
    /// <param name="query">The query.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="each">Is called once for each key, on any of the threads.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="token">Cancels the demand.</param>
    public void DemandAll<TKey, T>(
        Query<TKey, T> query,
        IReadOnlyList<TKey> keys,
        Action<TKey, T> each,
        int threads,
        CancellationToken token = default)
        where TKey : notnull, IEquatable<TKey> =>
        DemandEach(keys, (reads, key) => each(key, query.Get(reads, key)), threads, token);

    /// <summary>
    /// Makes values of a query good, on threads of its own, without asking for them: one that an earlier run saved may stay where it is.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="each">Is called once for each key, on any of the threads.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="token">Cancels the demand.</param>
    public void RefreshAll<TKey, T>(
        Query<TKey, T> query,
        IReadOnlyList<TKey> keys,
        Action<TKey> each,
        int threads,
        CancellationToken token = default)
        where TKey : notnull, IEquatable<TKey> =>
        DemandEach(keys, (reads, key) =>
        {
            query.Refresh(reads, key);
            each(key);
        }, threads, token);

    /// <summary>
    /// Asks for what is wanted for each of many keys. A thread costs as much as a few small values, so each has some keys to begin with.
    /// </summary>
    /// <param name="keys">The keys.</param>
    /// <param name="ask">Is called once for each key, on any of the threads.</param>
    /// <param name="threads">How many threads.</param>
    /// <param name="token">Cancels the demand.</param>
    public void DemandEach<TKey>(IReadOnlyList<TKey> keys, Action<Reads, TKey> ask, int threads, CancellationToken token = default)
    {
        ThrowInside();
        token.ThrowIfCancellationRequested();
        if (keys.Count > 0) new Crew<TKey>(this, keys, ask).Run(Math.Clamp(threads, 1, (keys.Count + 3) / 4), token);
    }

    /// <summary>
    /// The keys of a query whose values depend on another value, directly or not, by what was read last. It takes as long as looking at
    /// all reads.
    /// </summary>
    public IReadOnlyList<TKey> Readers<TFromKey, TKey, T>(Store<TFromKey> from, TFromKey key, Query<TKey, T> by)
        where TFromKey : notnull, IEquatable<TFromKey> where TKey : notnull, IEquatable<TKey>
    {
        IReadOnlyList<TKey> readers = [];
        _gate.Alone(cancels: false, () =>
        {
            Unfold();
            readers = from.Find(key) is { } node ? ReaderSearch.Find(_nodes, node, by) : [];
        });
        return readers;
    }

    /// <summary>
    /// Forgets what nobody has asked for lately: values that were not demanded in the latest revisions, and inputs that are not set,
    /// unless something that was demanded depends on them. It waits for demands to end.
    /// </summary>
    /// <param name="olderThan">How many revisions are spared.</param>
    public void Sweep(int olderThan) =>
        _gate.Alone(cancels: false, () => Sweeper.Sweep(_nodes, _stores, CurrentRevision - olderThan, Release));

    /// <summary>Demands as a part of a larger demand, or alone.</summary>
    internal T Demand<T>(Func<Reads, T> read, Worker? parent, CancellationToken token)
    {
        var before = Worker.Current;
        var worker = _gate.Enter(parent, token);
        _demanded = true;
        Worker.Current = worker;
        try
        {
            using var cancellation = token.UnsafeRegister(static state => ((Worker)state!).Engine._gate.Stop((Worker)state), worker);
            return worker.Root(read);
        }
        finally
        {
            Worker.Current = before;
            _gate.Exit(worker);
        }
    }

    /// <summary>The last revision in which an input of a durability changed, or one of a higher.</summary>
    internal int ChangedAt(Durability durability) => _changed[(int)durability];

    /// <summary>Whether no input that a node may depend on has changed since it was verified.</summary>
    internal bool IsUntouched(Node node) => ChangedAt(node.Durability) <= node.VerifiedAt;

    /// <summary>An input changes, or its durability falls.</summary>
    internal void Touch(Node input, Durability durability)
    {
        input.ChangedAt = CurrentRevision;
        var highest = Math.Max((int)input.Durability, (int)durability);
        for (var level = 0; level <= highest; level++) _changed[level] = CurrentRevision;
    }

    /// <summary>Takes up a node.</summary>
    internal void Number(Node node)
    {
        if (!Records) return;
        _nodes.Add(node);
        if (node.Saved != 0) _file.Graph?.SetNode(node.Saved, node.Id);
    }

    /// <summary>What was done for the values of all queries.</summary>
    internal QueryCounts Counts
    {
        get
        {
            IReadOnlyList<QueryCounts> all = [.. _stores.Select(CountsOf)];
            return new(all.Sum(one => one.Computed), all.Sum(one => one.Validated), all.Sum(one => one.Reused));
        }
    }

    /// <summary>What was done for the values of a query.</summary>
    internal QueryCounts CountsOf(Store query)
    {
        lock (Sync)
        {
            var workers = _gate.Workers.Where(worker => worker.Counts.Length >= query.Index * 3 + 3).ToList();
            return new(workers.Sum(worker => worker.Counts[query.Index * 3]), workers.Sum(worker => worker.Counts[query.Index * 3 + 1]),
                workers.Sum(worker => worker.Counts[query.Index * 3 + 2]));
        }
    }

    private void ThrowInside()
    {
        if (Worker.Current?.Engine == this)
            throw new InvalidOperationException("A query reads through its reads, and cannot make a demand.");
    }

    private TStore Add<TStore>(string name, Func<int, TStore> create) where TStore : Store
    {
        TStore? store = null;
        _gate.Alone(cancels: false, () =>
        {
            if (_stores.Exists(other => other.Name == name)) throw new ArgumentException($"There is another {name}.");
            _stores.Add(store = create(_stores.Count));
        });
        return store!;
    }
}
