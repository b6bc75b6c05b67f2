using System.Collections.Concurrent;
using System.Globalization;
using Explainers.Incremental;

namespace Explainers.Tests.QueryEngine;

/// <summary>One step of a query: it reads something, and which depends on what it has read before.</summary>
/// <param name="Inputs">Inputs that it may read.</param>
/// <param name="Nodes">Other queries that it may read.</param>
/// <param name="Modulus">Makes values alike, so that changes are cut off.</param>
internal sealed record Step(int[] Inputs, int[] Nodes, int Modulus);

/// <summary>A random graph of queries, and the values of its inputs. Each node belongs to one of three queries, by its number.</summary>
internal sealed class RandomWorld
{
    private readonly Step[][] _programs;
    private readonly bool _circles;

    public RandomWorld(Random random, int nodes, int inputs, bool circles)
    {
        (_circles, Inputs) = (circles, new int?[inputs]);
        Durabilities = [.. Enumerable.Range(0, inputs).Select(_ => (Durability)random.Next(3))];
        for (var i = 0; i < inputs; i++) Inputs[i] = random.Next(5) == 0 ? null : random.Next(4);
        SavesValues = random.Next(2) == 0;
        _programs = [.. Enumerable.Range(0, nodes).Select(node => Program(random, node, nodes, inputs))];
    }

    public int?[] Inputs { get; }

    public Durability[] Durabilities { get; }

    /// <summary>Whether a query saves its values, or their hashes alone.</summary>
    public bool SavesValues { get; }

    public int Count => _programs.Length;

    /// <summary>What a node gives.</summary>
    public long Run(int node, Func<int, int?> input, Func<int, long> read)
    {
        long sum = node;
        foreach (var step in _programs[node])
        {
            if (step.Inputs.Length > 0) sum = sum * 31 + (input(step.Inputs[(int)(sum % step.Inputs.Length)]) ?? 7);
            if (step.Nodes.Length > 0 && sum % 4 != 0) sum = sum * 31 + read(step.Nodes[(int)(sum % step.Nodes.Length)]);
            sum %= step.Modulus;
        }
        return sum;
    }

    /// <summary>Changes some inputs, and says which.</summary>
    public List<int> Edit(Random random, bool durabilities)
    {
        var edited = new List<int>();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var input = random.Next(Inputs.Length);
            Inputs[input] = random.Next(6) == 0 ? null : random.Next(4);
            if (durabilities && random.Next(4) == 0) Durabilities[input] = (Durability)random.Next(3);
            edited.Add(input);
        }
        return edited;
    }

    /// <summary>The values of all nodes, without an engine; only for worlds without circles.</summary>
    public long[] Values()
    {
        var values = new long[Count];
        for (var node = 0; node < Count; node++) values[node] = Run(node, input => Inputs[input], read => values[read]);
        return values;
    }

    private Step[] Program(Random random, int node, int nodes, int inputs)
    {
        var steps = new Step[random.Next(1, 4)];
        for (var i = 0; i < steps.Length; i++)
        {
            var below = _circles && random.Next(4) == 0 ? nodes : node;
            steps[i] = new Step(
                [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(inputs))],
                below == 0 ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(below))],
                random.Next(3) == 0 ? 3 : 1_000_003);
        }
        return steps;
    }
}

/// <summary>An engine with the queries of a world.</summary>
internal sealed class WorldEngine
{
    private readonly RandomWorld _world;
    private readonly Query<int, long>[] _queries;

    public WorldEngine(RandomWorld world, Recording recording = Recording.On, Action<int>? computes = null, byte[]? saved = null)
    {
        (_world, Engine) = (world, new Explainers.Incremental.Engine(recording));
        Input = Engine.Input<int, int?>("input", hash: value => Hash128.Of($"{value}"));
        _queries =
        [
            Engine.Query<int, long>("kept", Make, world.SavesValues ? new() { Codec = Values } : new() { Hash = Hash }),
            Engine.Query<int, long>("hashed", Make, new() { Kept = Kept.Hash, Hash = Hash }),
            Engine.Query<int, long>("circular", Make, new() { OnCircle = OnCircle }),
        ];
        if (saved is not null) Engine.Load(saved, "build");
        Set(Enumerable.Range(0, world.Inputs.Length));

        long Make(Reads reads, int node)
        {
            computes?.Invoke(node);
            return _world.Run(node, input => Input.Get(reads, input), other => Of(other).Get(reads, other));
        }
    }

    private static Codec<long> Values { get; } = new((writer, value) => writer.Long((ulong)value), reader => (long)reader.Long());

    public Explainers.Incremental.Engine Engine { get; }

    public Input<int, int?> Input { get; }

    /// <summary>The query that a node belongs to.</summary>
    public Query<int, long> Of(int node) => _queries[node % _queries.Length];

    /// <summary>Takes over inputs from the world.</summary>
    public void Set(IEnumerable<int> inputs) => Engine.Change(edit =>
    {
        foreach (var input in inputs)
        {
            if (_world.Inputs[input] is { } value) edit.Set(Input, input, value, _world.Durabilities[input]);
            else edit.Remove(Input, input);
        }
    });

    /// <summary>What nodes give: their value, or the circle that they need.</summary>
    public Dictionary<int, string> Ask(IEnumerable<int> nodes)
    {
        var given = new Dictionary<int, string>();
        foreach (var node in nodes) given[node] = Ask(node);
        return given;
    }

    /// <summary>What nodes give, asked by several threads in different orders.</summary>
    public Dictionary<int, string> Ask(IReadOnlyList<int> nodes, int threads)
    {
        var given = new ConcurrentDictionary<int, string>();
        var failures = new ConcurrentBag<string>();
        var workers = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            for (var i = 0; i < nodes.Count; i++)
            {
                var node = nodes[(i * (thread % 2 == 0 ? 1 : nodes.Count - 1) + thread * 7) % nodes.Count];
                try
                {
                    var answer = Ask(node);
                    if (given.GetOrAdd(node, answer) != answer) failures.Add($"{node}: {answer}, {given[node]}");
                }
                catch (Exception exception)
                {
                    failures.Add(exception.ToString());
                }
            }
        })
        { IsBackground = true }).ToList();
        workers.ForEach(worker => worker.Start());
        foreach (var worker in workers) Assert.True(worker.Join(TimeSpan.FromMinutes(2)), "The threads wait for each other.");
        Assert.Empty(failures);
        return given.ToDictionary();
    }

    /// <summary>Makes sure that nodes are good, without asking for their values.</summary>
    public void Refresh(IEnumerable<int> nodes) => Engine.Ask(reads =>
    {
        foreach (var node in nodes) Of(node).Refresh(reads.Frame().Worker, Of(node).FindOrAdd(node));
        return true;
    });

    /// <summary>How often a query has run.</summary>
    public long Computed => _queries.Sum(query => query.Counts.Computed);

    private static Hash128 Hash(long value) => Hash128.Of(value.ToString(CultureInfo.InvariantCulture));

    private static long OnCircle(int key, IReadOnlyList<CircleMember> members) =>
        (long)(Hash128.Of($"{key}: {string.Join(' ', members)}").Low % 1000);

    private string Ask(int node)
    {
        try
        {
            return Engine.Ask(reads => Of(node).Get(reads, node)).ToString(CultureInfo.InvariantCulture);
        }
        catch (CircleException circle)
        {
            return circle.Message;
        }
    }
}
