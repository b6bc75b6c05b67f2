using Explainers.Incremental;

namespace Explainers.Tests.QueryEngine;

/// <summary>What depends on what, what is forgotten, and what is kept.</summary>
public sealed class UpkeepTests
{
    private readonly Explainers.Incremental.Engine _engine = new();
    private readonly Input<string, string> _texts;
    private readonly Query<string, int> _lengths;
    private readonly Query<string, string> _pages;

    public UpkeepTests()
    {
        _texts = _engine.Input<string, string>("text");
        _lengths = _engine.Query<string, int>("length", (reads, key) => _texts.Get(reads, key)?.Length ?? 0);
        _pages = _engine.Query<string, string>("page", (reads, key) =>
            string.Join(' ', key.Split('+').Select(part => $"{part}:{_lengths.Get(reads, part)}")));
    }

    [Fact]
    public void Readers_are_those_whose_values_depend_on_it()
    {
        Set("a", "text");
        Ask("a+b");
        Ask("b+c");
        Ask("c");
        Assert.Equal(["a+b"], _engine.Readers(_texts, "a", _pages));
        Assert.Equal(["a+b", "b+c"], _engine.Readers(_texts, "b", _pages).Order(StringComparer.Ordinal));
        Assert.Equal(["b+c", "c"], _engine.Readers(_lengths, "c", _pages).Order(StringComparer.Ordinal));
        Assert.Empty(_engine.Readers(_texts, "d", _pages));
    }

    [Fact]
    public void Memory_stays_flat_after_thousands_of_edits()
    {
        Set("a", "text");
        var counts = new List<int>();
        for (var edit = 0; edit < 2_000; edit++)
        {
            _engine.Change(change =>
            {
                change.Remove(_texts, $"file {edit - 1}");
                change.Set(_texts, $"file {edit}", "text", Durability.Text);
            });
            Assert.Equal($"a:4 file {edit}:4", Ask($"a+file {edit}"));
            if (edit % 10 == 0) _engine.Sweep(olderThan: 5);
            counts.Add(_engine.NodeCount);
        }
        Assert.True(counts.Skip(20).Max() <= counts.Take(20).Max(), $"{counts.Max()} nodes");
        Assert.Equal("a:4", Ask("a"));
    }

    [Fact]
    public void An_equal_value_is_the_old_object()
    {
        Set("a", "text");
        var first = Ask("a");
        Set("a", "TEXT");
        Assert.Same(first, Ask("a"));
        Assert.Equal(1, _pages.Counts.Computed);
        Assert.Equal(2, _lengths.Counts.Computed);
    }

    [Fact]
    public void What_depends_on_durable_inputs_alone_is_not_looked_at()
    {
        _engine.Change(edit =>
        {
            edit.Set(_texts, "a", "text", Durability.Text);
            edit.Set(_texts, "b", "fact", Durability.Facts);
        });
        Ask("a");
        Ask("b");
        var before = _lengths.Counts;
        _engine.Change(edit => edit.Set(_texts, "a", "other", Durability.Text));
        Ask("b");
        Assert.Equal(before, _lengths.Counts);
        Ask("a");
        Assert.Equal(before.Computed + 1, _lengths.Counts.Computed);
    }

    [Fact]
    public void What_would_not_be_read_again_is_not_computed()
    {
        var chooses = _engine.Query<string, int>("chooses", (reads, key) =>
            _texts.Get(reads, key) == "yes" ? _lengths.Get(reads, "other") : 0);
        Set("first", "yes");
        Set("other", "text");
        Assert.Equal(4, _engine.Ask(chooses, "first"));
        _engine.Change(edit =>
        {
            edit.Set(_texts, "first", "no", Durability.Text);
            edit.Set(_texts, "other", "longer", Durability.Text);
        });
        Assert.Equal(0, _engine.Ask(chooses, "first"));
        Assert.Equal(1, _lengths.Counts.Computed);
    }

    [Fact]
    public void A_query_that_goes_on_without_a_value_is_computed_again_when_there_is_one()
    {
        var fails = _engine.Query<string, int>("fails", (reads, key) => _texts.Get(reads, key)?.Length ?? throw new FormatException(key));
        var tries = _engine.Query<string, int>("tries", (reads, key) =>
        {
            try
            {
                return fails.Get(reads, key);
            }
            catch (FormatException)
            {
                return _texts.Get(reads, "durable")!.Length;
            }
        });
        _engine.Change(edit => edit.Set(_texts, "durable", "12345", Durability.Theme));
        Assert.Equal(5, _engine.Ask(tries, "a"));
        Set("a", "text");
        Assert.Equal(4, _engine.Ask(tries, "a"));
        Assert.Equal(4, _engine.Ask(tries, "a"));
        Assert.Equal(2, tries.Counts.Computed);
    }

    [Fact]
    public void A_value_that_is_only_not_at_hand_is_no_change_when_it_is_computed_again()
    {
        Set("a", "text");
        Ask("a");
        Explainers.Incremental.Engine.Release(_lengths, "a");
        Set("b", "other");
        Assert.Equal(4, _engine.Ask(_lengths, "a"));
        Ask("a");
        Assert.Equal((2, 1), (_lengths.Counts.Computed, _pages.Counts.Computed));
    }

    [Fact]
    public void Where_no_reads_are_recorded_a_value_that_is_forgotten_leaves_the_others_as_they_were()
    {
        var engine = new Explainers.Incremental.Engine(Recording.Off);
        var squares = engine.Query<int, long>("square", (_, key) => (long)key * key);
        foreach (var key in Enumerable.Range(0, 1000)) engine.Ask(squares, key);
        foreach (var key in Enumerable.Range(0, 1500).Where(key => key % 3 != 0)) Explainers.Incremental.Engine.Release(squares, key);
        Assert.Equal(Enumerable.Range(0, 334).Select(third => third * 3), squares.Nodes.Select(node => node.Key).Order());
        foreach (var key in Enumerable.Range(0, 1000).Where(key => key % 3 == 0)) Assert.Equal((long)key * key, engine.Ask(squares, key));
        Assert.Equal(1000, squares.Counts.Computed);
        Assert.Equal(16, engine.Ask(squares, 4));
        Assert.Equal(1001, squares.Counts.Computed);
    }

    [Fact]
    public void A_fleeting_value_is_computed_once_for_those_who_ask_in_turn_and_again_for_those_who_ask_later()
    {
        var isLarge = _engine.Input<SiteKey, bool>("large");
        var bodies = _engine.Query<string, string>(
            "body", (reads, key) => $"body {_texts.Get(reads, key)}", new() { IsFleeting = reads => isLarge.Get(reads, default) });
        var heads = _engine.Query<string, int>("head", (reads, key) => bodies.Get(reads, key).Length);
        var pages = _engine.Query<string, string>("page of a body", (reads, key) => $"{heads.Get(reads, key)} {bodies.Get(reads, key)}");
        Set("a", "text");
        _engine.Change(edit => edit.Set(isLarge, default, true, Durability.Theme));
        Assert.Equal("9 body text", _engine.Ask(pages, "a"));
        Assert.Equal(1, bodies.Counts.Computed);
        Assert.Equal("body text", _engine.Ask(bodies, "a"));
        Assert.Equal(2, bodies.Counts.Computed);
        _engine.Change(edit => edit.Set(isLarge, default, false, Durability.Theme));
        Assert.Equal("body text", _engine.Ask(bodies, "a"));
        Assert.Equal("body text", _engine.Ask(bodies, "a"));
        Assert.Equal((3, 1), (bodies.Counts.Computed, heads.Counts.Computed));
    }

    [Fact]
    public void A_direct_query_has_no_node_where_nothing_is_recorded()
    {
        foreach (var recording in new[] { Recording.On, Recording.Off })
        {
            var engine = new Explainers.Incremental.Engine(recording);
            var texts = engine.Input<string, string>("text");
            var lengths = engine.Query<string, int>("length", (reads, key) => texts.Get(reads, key)!.Length, new() { IsDirect = true });
            var pages = engine.Query<string, string>("page", (reads, key) => $"page {lengths.Get(reads, key)}");
            engine.Change(edit => edit.Set(texts, "a", "text", Durability.Text));
            Assert.Equal("page 4", engine.Ask(pages, "a"));
            Assert.Equal(recording == Recording.On ? 1 : 0, lengths.Nodes.Count());
        }
    }

    [Fact]
    public void A_value_that_is_not_kept_is_computed_once_for_those_who_find_that_it_has_changed()
    {
        var files = _engine.Query<string, string>(
            "file", (reads, key) => $"page {Ask(reads, key)}", new() { Kept = Kept.Hash, Hash = Hash128.Of });
        var finished = _engine.Query<string, string>(
            "finished", (reads, key) => files.Get(reads, key), new() { Kept = Kept.Hash, Hash = Hash128.Of });
        var records = _engine.Query<string, int>("record", (reads, key) => finished.Get(reads, key).Length);
        Set("a", "text");
        Assert.Equal("page 4".Length, _engine.Ask(records, "a"));
        Set("a", "a longer text");
        Assert.Equal("page 13".Length, _engine.Ask(records, "a"));
        Assert.Equal((2, 2, 2), (files.Counts.Computed, finished.Counts.Computed, records.Counts.Computed));

        int Ask(Reads reads, string key) => _lengths.Get(reads, key);
    }

    private void Set(string key, string text) => _engine.Change(edit => edit.Set(_texts, key, text, Durability.Text));

    private string Ask(string key) => _engine.Ask(_pages, key);
}
