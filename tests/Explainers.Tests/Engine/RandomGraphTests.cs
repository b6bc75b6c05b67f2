using CsCheck;
using Explainers.Incremental;

namespace Explainers.Tests.QueryEngine;

/// <summary>Random graphs with random edits give what a fresh engine gives.</summary>
public sealed class RandomGraphTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 3)]
    [InlineData(true, 1)]
    [InlineData(true, 3)]
    public void Edits_give_what_a_fresh_engine_gives(bool circles, int threads) => Property.Holds(Gen.Int, 200 / threads, seed =>
    {
        var random = new Random(seed);
        var world = new RandomWorld(random, random.Next(3, 25), random.Next(1, 8), circles);
        var engine = new WorldEngine(world);
        for (var edit = 0; edit < 12; edit++)
        {
            engine.Set(world.Edit(random, durabilities: true));
            if (random.Next(5) == 0) engine.Engine.Sweep(random.Next(4));
            var nodes = Enumerable.Range(0, world.Count).Where(_ => random.Next(3) > 0).ToArray();
            random.Shuffle(nodes);
            if (nodes.Length == 0) continue;
            var given = threads == 1 ? engine.Ask(nodes) : engine.Ask(nodes, threads);
            var fresh = new WorldEngine(world).Ask(nodes.Order());
            foreach (var node in nodes) Assert.Equal(fresh[node], given[node]);
        }
        return true;
    });

    [Fact]
    public void An_engine_gives_what_plain_functions_give() => Property.Holds(Gen.Int, 200, seed =>
    {
        var random = new Random(seed);
        var world = new RandomWorld(random, random.Next(3, 40), random.Next(1, 8), circles: false);
        var (engine, values) = (new WorldEngine(world, random.Next(2) == 0 ? Recording.On : Recording.Off), world.Values());
        foreach (var (node, value) in engine.Ask(Enumerable.Range(0, world.Count))) Assert.Equal($"{values[node]}", value);
        return true;
    });

    [Fact]
    public void The_order_of_demands_does_not_matter_in_circles() => Property.Holds(Gen.Int, 300, seed =>
    {
        var random = new Random(seed);
        var world = new RandomWorld(random, random.Next(2, 15), random.Next(1, 4), circles: true);
        var nodes = Enumerable.Range(0, world.Count).ToArray();
        var first = new WorldEngine(world).Ask(nodes);
        random.Shuffle(nodes);
        var second = new WorldEngine(world).Ask(nodes);
        foreach (var node in nodes) Assert.Equal(first[node], second[node]);
        return first.Values.Any(value => value.Contains('→')) ? true : null;
    });

    [Fact]
    public void Nothing_is_computed_twice_or_without_need() => Property.Holds(Gen.Int, 200, seed =>
    {
        var random = new Random(seed);
        var world = new RandomWorld(random, random.Next(3, 25), random.Next(1, 8), circles: false);
        // A value whose durability falls is news to its readers, though it is the same.
        Array.Fill(world.Durabilities, Durability.Text);
        var computed = new HashSet<int>();
        var (twice, needless) = (new List<int>(), new List<int>());
        var engine = new WorldEngine(world, computes: node =>
        {
            if (!computed.Add(node) && node % 3 != 1) twice.Add(node);
        });
        var all = Enumerable.Range(0, world.Count).Where(node => node % 3 != 1).ToArray();
        engine.Ask(all);
        var known = computed.ToHashSet();
        for (var edit = 0; edit < 8; edit++)
        {
            var (before, reads) = (world.Values(), Reads(world));
            var inputs = world.Inputs.ToArray();
            engine.Set(world.Edit(random, durabilities: false));
            var after = world.Values();
            computed.Clear();
            engine.Ask(all);
            foreach (var node in computed.Intersect(known).Where(node => node % 3 != 1))
            {
                var (inputsRead, nodesRead) = reads[node];
                if (inputsRead.Exists(input => inputs[input] != world.Inputs[input])) continue;
                if (!nodesRead.Exists(read => before[read] != after[read])) needless.Add(node);
            }
            known.UnionWith(computed);
        }
        Assert.Empty(twice);
        Assert.Empty(needless);
        return known.Count > 1 ? true : null;
    });

    /// <summary>What each node reads.</summary>
    private static List<(List<int> Inputs, List<int> Nodes)> Reads(RandomWorld world)
    {
        var (values, reads) = (world.Values(), new List<(List<int>, List<int>)>());
        for (var node = 0; node < world.Count; node++)
        {
            var (inputs, nodes) = (new List<int>(), new List<int>());
            world.Run(node, input => { inputs.Add(input); return world.Inputs[input]; }, read => { nodes.Add(read); return values[read]; });
            reads.Add((inputs, nodes));
        }
        return reads;
    }
}
