using CsCheck;
using Explainers.Incremental;

namespace Explainers.Tests.QueryEngine;

/// <summary>What one run saves, the next takes up; what is damaged is computed again.</summary>
public sealed class SavingTests
{
    private const int Links = 20_000;

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    public void Runs_with_edits_give_what_a_fresh_engine_gives(bool circles, int threads) => Property.Holds(Gen.Int, 150 / threads, seed =>
    {
        var random = new Random(seed);
        var world = new RandomWorld(random, random.Next(3, 25), random.Next(1, 8), circles);
        var (engine, file) = (new WorldEngine(world), new SavedFile());
        for (var edit = 0; edit < 12; edit++)
        {
            if (random.Next(2) == 0) Check(world, engine, random, threads);
            if (random.Next(2) == 0) file.Save(engine, random);
            if (random.Next(5) == 0) engine.Engine.Sweep(random.Next(4));
            var edited = world.Edit(random, durabilities: true);
            if (random.Next(3) == 0) engine = new WorldEngine(world, saved: file.Bytes);
            else engine.Set(edited);
            Check(world, engine, random, threads);
        }
        return true;
    });

    [Fact]
    public void A_second_run_computes_nothing() => Property.Holds(Gen.Int, 100, seed =>
    {
        var random = new Random(seed);
        var world = new RandomWorld(random, random.Next(3, 25), random.Next(1, 8), circles: false);
        var (engine, file) = (new WorldEngine(world), new SavedFile());
        engine.Ask(Enumerable.Range(0, world.Count));
        file.Save(engine, random);
        var next = new WorldEngine(world, saved: file.Bytes);
        next.Refresh(Enumerable.Range(0, world.Count));
        Assert.Equal(0, next.Computed);
        if (!world.SavesValues) return true;
        next.Ask(Enumerable.Range(0, world.Count).Where(node => node % 3 == 0));
        Assert.Equal(0, next.Computed);
        return true;
    });

    [Fact]
    public void Any_damage_gives_right_values() => Property.Holds(Gen.Int, 2, seed =>
    {
        var random = new Random(seed);
        var world = new RandomWorld(random, 12, 4, circles: random.Next(2) == 0);
        var (engine, file, states) = (new WorldEngine(world), new SavedFile(), new List<int?[]>());
        for (var run = 0; run < 4; run++)
        {
            states.Add([.. world.Inputs]);
            engine.Ask(Enumerable.Range(0, world.Count).Where(_ => random.Next(4) > 0));
            file.Save(engine, random, appends: true);
            engine.Set(world.Edit(random, durabilities: false));
        }
        var fresh = states.ConvertAll(state =>
        {
            state.CopyTo(world.Inputs, 0);
            return new WorldEngine(world).Ask(Enumerable.Range(0, world.Count));
        });
        for (var damage = 0; damage < file.Bytes.Length * 2; damage++)
        {
            var state = random.Next(states.Count);
            states[state].CopyTo(world.Inputs, 0);
            var next = new WorldEngine(world, saved: file.Damaged(damage, random));
            Assert.Equal(fresh[state], next.Ask(Enumerable.Range(0, world.Count)));
        }
        return true;
    });

    [Fact]
    public void What_another_build_saved_is_ignored()
    {
        var world = new RandomWorld(new Random(1), 20, 5, circles: false);
        var engine = new WorldEngine(world);
        engine.Ask(Enumerable.Range(0, world.Count));
        using var stream = new MemoryStream();
        engine.Engine.Save(stream, "another build");
        var next = new WorldEngine(world, saved: stream.ToArray());
        Assert.Equal(engine.Ask(Enumerable.Range(0, world.Count)), next.Ask(Enumerable.Range(0, world.Count)));
        Assert.False(next.Engine.CanSaveChanges);
    }

    [Fact]
    public void What_is_good_needs_no_node_and_is_saved_again()
    {
        var first = new Sums(null);
        first.Set(1, 2, 3);
        first.Ask(0, 1, 2);
        using var stream = new MemoryStream();
        first.Engine.Save(stream, "build");
        var second = new Sums(stream.ToArray());
        second.Set(1, 2, 3);
        Assert.Equal([3, 5, 3], second.Ask(0, 1, 2));
        // Three sums and four numbers, of which one is not set; what lies between is looked at as it was saved.
        Assert.Equal(7, second.Engine.NodeCount);
        using var again = new MemoryStream();
        second.Engine.Save(again, "build");
        var third = new Sums(again.ToArray());
        third.Set(1, 2, 4);
        Assert.Equal([3, 6, 4], third.Ask(0, 1, 2));
        Assert.Equal(2, third.Sum.Counts.Computed);
        Assert.Equal(0, second.Sum.Counts.Computed);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, Links + 1)]
    public void A_long_chain_is_taken_up(int end, int computed)
    {
        using var stream = new MemoryStream();
        foreach (var number in new[] { 1, end })
        {
            var engine = new Explainers.Incremental.Engine();
            var input = engine.Input<int, int>("number", hash: value => Hash128.Of($"{value}"));
            Query<int, int>? chain = null;
            chain = engine.Query<int, int>(
                "chain", (reads, key) => key == 0 ? input.Get(reads, 0) : chain!.Get(reads, key - 1) + 1, new() { Codec = Codecs.Number });
            if (stream.Length > 0) engine.Load(stream.ToArray(), "build");
            engine.Change(edit => edit.Set(input, 0, number, Durability.Text));
            Assert.Equal(number + Links, engine.Ask(chain, Links));
            if (stream.Length > 0) Assert.Equal(computed, engine.CountsOf(chain).Computed);
            else engine.Save(stream, "build");
        }
    }

    [Fact]
    public void What_was_swept_is_taken_up_again()
    {
        var first = new Sums(null);
        first.Set(1, 2, 3);
        first.Ask(0, 1, 2);
        using var stream = new MemoryStream();
        first.Engine.Save(stream, "build");
        var second = new Sums(stream.ToArray());
        second.Set(1, 2, 3);
        second.Ask(0);
        second.Set(1, 2, 3);
        second.Ask(100);
        second.Engine.Sweep(olderThan: 0);
        second.Ask(101, 102, 103);
        Assert.Equal([3, 5], second.Ask(0, 1));
        Assert.Equal(4, second.Sum.Counts.Computed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_failure_that_a_query_survived_is_not_taken_for_a_value(bool saves)
    {
        var (engine, text, tries) = Tries(null);
        var file = Array.Empty<byte>();
        foreach (var written in new[] { "one", "bad", "one", "bad", "two" })
        {
            engine.Change(edit => edit.Set(text, 0, written, Durability.Text));
            Assert.Equal(written == "bad" ? "failed" : "good", engine.Ask(tries, 0));
            if (!saves) continue;
            using var stream = new MemoryStream();
            if (engine.CanSaveChanges) engine.SaveChanges(stream);
            else engine.Save(stream, "build");
            file = [.. file, .. stream.ToArray()];
            foreach (var next in new[] { "one", "bad", "two" })
            {
                var (other, input, query) = Tries(file);
                other.Change(edit => edit.Set(input, 0, next, Durability.Text));
                Assert.Equal(next == "bad" ? "failed" : "good", other.Ask(query, 0));
            }
        }
    }

    private static (Explainers.Incremental.Engine Engine, Input<int, string> Text, Query<int, string> Tries) Tries(byte[]? saved)
    {
        var engine = new Explainers.Incremental.Engine();
        var text = engine.Input<int, string>("text");
        var fails = engine.Query<int, string>("fails", (reads, key) =>
            text.Get(reads, key) is "bad" ? throw new FormatException("bad") : "good", new() { Codec = Codecs.Text });
        var tries = engine.Query<int, string>("tries", (reads, key) =>
        {
            try
            {
                return fails.Get(reads, key);
            }
            catch (FormatException)
            {
                return "failed";
            }
        }, new() { Codec = Codecs.Text });
        if (saved is not null) engine.Load(saved, "build");
        return (engine, text, tries);
    }

    private static void Check(RandomWorld world, WorldEngine engine, Random random, int threads)
    {
        var nodes = Enumerable.Range(0, world.Count).Where(_ => random.Next(3) > 0).ToArray();
        random.Shuffle(nodes);
        if (nodes.Length == 0) return;
        var given = threads == 1 ? engine.Ask(nodes) : engine.Ask(nodes, threads);
        var fresh = new WorldEngine(world).Ask(nodes.Order());
        foreach (var node in nodes) Assert.Equal(fresh[node], given[node]);
    }

    /// <summary>The bytes of a saved graph.</summary>
    private sealed class SavedFile
    {
        public byte[] Bytes { get; private set; } = [];

        public void Save(WorldEngine engine, Random random, bool appends = false)
        {
            using var stream = new MemoryStream();
            if (engine.Engine.CanSaveChanges && (appends || random.Next(4) > 0))
            {
                engine.Engine.SaveChanges(stream);
                Bytes = [.. Bytes, .. stream.ToArray()];
                return;
            }
            engine.Engine.Save(stream, "build");
            Bytes = stream.ToArray();
        }

        /// <summary>The bytes cut off somewhere, or with a wrong bit.</summary>
        public byte[] Damaged(int damage, Random random)
        {
            if (damage < Bytes.Length) return Bytes[..damage];
            var bytes = Bytes.ToArray();
            for (var count = random.Next(1, 3); count > 0; count--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            return bytes;
        }
    }

    /// <summary>A query that adds neighbouring inputs, by way of another query.</summary>
    private sealed class Sums
    {
        private readonly Input<int, int> _number;

        public Sums(byte[]? saved)
        {
            _number = Engine.Input<int, int>("number", hash: value => Hash128.Of($"{value}"));
            var doubled = Engine.Query<int, int>("same", (reads, key) => _number.Get(reads, key), new() { Codec = Codecs.Number });
            Sum = Engine.Query<int, int>("sum", (reads, key) =>
                doubled.Get(reads, key) + doubled.Get(reads, key + 1), new() { Codec = Codecs.Number });
            if (saved is not null) Engine.Load(saved, "build");
        }

        public Explainers.Incremental.Engine Engine { get; } = new();

        public Query<int, int> Sum { get; }

        public void Set(params int[] values) => Engine.Change(edit =>
        {
            for (var i = 0; i < values.Length; i++) edit.Set(_number, i, values[i], Durability.Facts);
        });

        public List<int> Ask(params int[] keys) => [.. keys.Select(key => Engine.Ask(Sum, key))];
    }
}
