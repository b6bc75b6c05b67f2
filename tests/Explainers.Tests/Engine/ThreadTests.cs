using System.Collections.Concurrent;
using Explainers.Incremental;

namespace Explainers.Tests.QueryEngine;

/// <summary>Several threads ask at once.</summary>
public sealed class ThreadTests
{
    private readonly Explainers.Incremental.Engine _engine = new();
    private readonly Threads _threads = new();

    [Fact]
    public void Two_threads_that_need_each_others_values_close_a_circle()
    {
        var (both, made) = (new Barrier(2), new ConcurrentBag<int>());
        Query<int, string>? query = null;
        query = _engine.Query<int, string>("ring", (reads, key) =>
        {
            made.Add(key);
            both.SignalAndWait();
            return query!.Get(reads, 1 - key);
        }, new() { OnCircle = (key, members) => $"{key} of {string.Join(", ", members)}" });
        var (zero, one) = (_threads.Start(() => Ask(query, 0)), _threads.Start(() => Ask(query, 1)));
        _threads.Join();
        Assert.Equal("0 of ring(0), ring(1)", zero.Value);
        Assert.Equal("1 of ring(0), ring(1)", one.Value);
        Assert.Equal([0, 1], made.Order());
    }

    [Fact]
    public void Two_threads_in_a_circle_without_a_value_both_throw()
    {
        using var both = new Barrier(2);
        var first = new ConcurrentDictionary<int, bool>();
        Query<int, string>? query = null;
        query = _engine.Query<int, string>("ring", (reads, key) =>
        {
            if (first.TryAdd(key, true)) both.SignalAndWait();
            return query!.Get(reads, 1 - key);
        });
        var (zero, one) = (_threads.Start(() => Ask(query, 0)), _threads.Start(() => Ask(query, 1)));
        _threads.Join();
        Assert.Equal("ring(0), ring(1)", string.Join(", ", Assert.IsType<CircleException>(zero.Failure).Members));
        Assert.Equal("ring(0), ring(1)", string.Join(", ", Assert.IsType<CircleException>(one.Failure).Members));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_value_that_many_wait_for_is_computed_once(bool hashed)
    {
        var made = 0;
        var query = _engine.Query<int, string>("slow", (_, key) =>
        {
            Threads.Until(() => _engine.Waits.Count == 7);
            return $"{key}{Interlocked.Increment(ref made)}";
        }, hashed ? new() { Kept = Kept.Hash, Hash = Hash128.Of } : null);
        var outcomes = Enumerable.Range(0, 8).Select(_ => _threads.Start(() => Ask(query, 5))).ToList();
        _threads.Join();
        Assert.All(outcomes, outcome => Assert.Equal("51", outcome.Value));
        Assert.Equal(1, query.Counts.Computed);
    }

    [Fact]
    public void Who_waited_for_a_query_that_throws_computes_for_himself()
    {
        var made = 0;
        var query = _engine.Query<int, int>("fails", (_, key) =>
        {
            if (Interlocked.Increment(ref made) > 1) return made;
            Threads.Until(() => _engine.Waits.Count == 1);
            throw new FormatException("once");
        });
        var outcomes = Enumerable.Range(0, 2).Select(_ => _threads.Start(() => Ask(query, 0))).ToList();
        _threads.Join();
        Assert.Equal("once", Assert.Single(outcomes, outcome => outcome.Failure is FormatException).Failure!.Message);
        Assert.Equal(2, Assert.Single(outcomes, outcome => outcome.Failure is null).Value);
        Assert.Equal(2, Ask(query, 0));
    }

    [Fact]
    public void A_change_cancels_demands_and_those_who_wait_for_them()
    {
        var input = _engine.Input<int, string>("input");
        var (starts, revisions) = (0, new ConcurrentBag<string?>());
        var query = _engine.Query<int, string?>("endless", (reads, key) =>
        {
            var value = input.Get(reads, key);
            revisions.Add(value);
            Interlocked.Increment(ref starts);
            while (value is null) reads.ThrowIfCanceled();
            return value;
        });
        var outcomes = Enumerable.Range(0, 3).Select(_ => _threads.Start(() => Ask(query, 0))).ToList();
        Threads.Until(() => starts == 1 && _engine.Waits.Count == 2);
        _engine.Change(edit => edit.Set(input, 0, "done", Durability.Text));
        _threads.Join();
        Assert.All(outcomes, outcome => Assert.IsType<OperationCanceledException>(outcome.Failure));
        Assert.Equal("done", Ask(query, 0));
        Assert.Equal([null, "done"], revisions.Order());
    }

    [Fact]
    public void A_token_cancels_its_own_demand_only()
    {
        using var cancellation = new CancellationTokenSource();
        var (starts, released) = (0, false);
        var query = _engine.Query<int, string>("endless", (reads, _) =>
        {
            Interlocked.Increment(ref starts);
            while (!Volatile.Read(ref released)) reads.ThrowIfCanceled();
            return "done";
        });
        var first = _threads.Start(() => _engine.Demand(reads => query.Get(reads, 0), cancellation.Token));
        Threads.Until(() => starts == 1);
        var second = _threads.Start(() => Ask(query, 0));
        Threads.Until(() => _engine.Waits.Count == 1);
        cancellation.Cancel();
        Threads.Until(() => starts == 2);
        Volatile.Write(ref released, true);
        _threads.Join();
        Assert.Equal(cancellation.Token, Assert.IsType<OperationCanceledException>(first.Failure).CancellationToken);
        Assert.Equal("done", second.Value);
    }

    [Fact]
    public void A_query_that_hides_its_cancellation_gives_no_value()
    {
        var input = _engine.Input<int, string>("input");
        var started = false;
        var query = _engine.Query<int, string>("hides", (reads, key) =>
        {
            try
            {
                while (input.Get(reads, key) is null) started = true;
                return "right";
            }
            catch (OperationCanceledException)
            {
                return "wrong";
            }
        });
        var outcome = _threads.Start(() => Ask(query, 0));
        Threads.Until(() => Volatile.Read(ref started));
        _engine.Change(edit => edit.Set(input, 0, "done", Durability.Text));
        _threads.Join();
        Assert.IsType<OperationCanceledException>(outcome.Failure);
        Assert.Equal("right", Ask(query, 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void All_keys_are_demanded_once_each(int threads)
    {
        var query = _engine.Query<int, int>("double", (_, key) => key * 2);
        var given = new ConcurrentBag<(int, int)>();
        _engine.AskAll(query, [.. Enumerable.Range(0, 1000)], (key, value) => given.Add((key, value)), threads);
        Assert.Equal(Enumerable.Range(0, 1000).Select(key => (key, key * 2)), given.Order());
        Assert.Equal(1000, query.Counts.Computed);
    }

    [Fact]
    public void The_first_failure_ends_a_demand_of_many()
    {
        var query = _engine.Query<int, int>("fails", (_, key) => key == 3 ? throw new FormatException("three") : key);
        var keys = Enumerable.Range(0, 1000).ToList();
        Assert.Equal("three", Assert.Throws<FormatException>(() => _engine.AskAll(query, keys, (_, _) => { }, 3)).Message);
        Assert.Equal(5, Ask(query, 5));
    }

    [Fact]
    public void A_change_cancels_a_demand_of_many()
    {
        var input = _engine.Input<int, string>("input");
        var query = _engine.Query<int, string>("endless", (reads, key) =>
        {
            while (input.Get(reads, 0) is null) reads.ThrowIfCanceled();
            return $"{key}";
        });
        List<int> keys = [1, 2, 3];
        var outcome = _threads.Start(() =>
        {
            _engine.AskAll(query, keys, (_, _) => { }, 2);
            return 0;
        });
        Threads.Until(() => input.Nodes.Any());
        _engine.Change(edit => edit.Set(input, 0, "done", Durability.Text));
        _threads.Join();
        Assert.IsType<OperationCanceledException>(outcome.Failure);
        Assert.Equal("1", Ask(query, 1));
    }

    private T Ask<T>(Query<int, T> query, int key) => _engine.Ask(query, key);
}
