using System.Reflection;
using Explainers.Incremental;

namespace Explainers.Tests.QueryEngine;

/// <summary>Reads are good in their own query only, and there is no other way in.</summary>
public sealed class ReadsTests
{
    private readonly Explainers.Incremental.Engine _engine = new();
    private readonly Input<int, string> _input;

    public ReadsTests() => _input = _engine.Input<int, string>("input");

    [Fact]
    public void Reads_throw_when_their_query_is_over()
    {
        Reads kept = default;
        var query = _engine.Query<int, int>("keeps", (reads, key) =>
        {
            kept = reads;
            return key;
        });
        _engine.Ask(query, 1);
        Assert.Throws<InvalidOperationException>(() => _input.Get(kept, 0));
        Assert.Throws<InvalidOperationException>(() => _engine.Ask(_ => _input.Get(kept, 0)));
        Assert.Throws<InvalidOperationException>(() => _input.Get(default, 0));
    }

    [Fact]
    public void Reads_of_a_query_throw_in_another_query_that_it_asks()
    {
        var outer = default(Reads);
        var inner = _engine.Query<int, string?>("inner", (_, key) => _input.Get(outer, key));
        var query = _engine.Query<int, string?>("outer", (reads, key) =>
        {
            outer = reads;
            return inner.Get(reads, key);
        });
        Assert.Throws<InvalidOperationException>(() => _engine.Ask(query, 1));
    }

    [Fact]
    public void Reads_throw_on_another_thread()
    {
        var query = _engine.Query<int, string>("parallel", (reads, key) =>
        {
            var threads = new Threads();
            var outcome = threads.Start(() => _input.Get(reads, key));
            threads.Join();
            return outcome.Failure!.Message;
        });
        Assert.Contains("thread", _engine.Ask(query, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_cannot_make_a_demand_or_a_change()
    {
        var query = _engine.Query<int, int>("query", (_, key) => key);
        var demands = _engine.Query<int, int>("demands", (_, key) => _engine.Ask(query, key));
        var many = _engine.Query<int, int>("many", (_, key) =>
        {
            _engine.AskAll(query, [1], (_, _) => { }, 1);
            return key;
        });
        var changes = _engine.Query<int, int>("changes", (_, key) =>
        {
            _engine.Change(_ => { });
            return key;
        });
        foreach (var wrong in new[] { demands, many, changes })
            Assert.Throws<InvalidOperationException>(() => _engine.Ask(wrong, 1));
    }

    [Fact]
    public void A_change_can_only_set_inputs()
    {
        Assert.Throws<InvalidOperationException>(() => _engine.Change(_ => _engine.Ask(reads => _input.Get(reads, 1))));
        Assert.Throws<InvalidOperationException>(() => _engine.Change(_ => _engine.Change(_ => { })));
        Assert.Throws<InvalidOperationException>(() => _engine.Change(_ => _engine.Input<int, int>("late")));
        Assert.Null(_engine.Ask(reads => _input.Get(reads, 1)));
    }

    [Fact]
    public void Reads_are_good_for_one_engine()
    {
        var other = new Explainers.Incremental.Engine();
        Assert.Throws<InvalidOperationException>(() => other.Ask(reads => _input.Get(reads, 1)));
    }

    [Fact]
    public void An_edit_throws_when_it_is_over()
    {
        Edit? kept = null;
        _engine.Change(edit => kept = edit);
        Assert.Throws<InvalidOperationException>(() => kept!.Set(_input, 1, "late", Durability.Text));
    }

    [Fact]
    public void An_absent_input_is_recorded()
    {
        var query = _engine.Query<int, string>("query", (reads, key) => _input.TryGet(reads, key, out var value) ? value! : "none");
        Assert.Equal("none", _engine.Ask(query, 1));
        _engine.Change(edit => edit.Set(_input, 1, "one", Durability.Theme));
        Assert.Equal("one", _engine.Ask(query, 1));
        _engine.Change(edit => edit.Remove(_input, 1));
        Assert.Equal("none", _engine.Ask(query, 1));
    }

    [Fact]
    public void Without_recording_inputs_do_not_change_after_a_demand()
    {
        var engine = new Explainers.Incremental.Engine(Recording.Off);
        var input = engine.Input<int, int>("input");
        engine.Change(edit => edit.Set(input, 1, 5, Durability.Text));
        engine.Change(edit => edit.Set(input, 1, 6, Durability.Text));
        Assert.Equal(6, engine.Ask(reads => input.Get(reads, 1)));
        Assert.Throws<InvalidOperationException>(() => engine.Change(edit => edit.Set(input, 1, 7, Durability.Text)));
    }

    [Fact]
    public void A_list_that_compares_by_reference_needs_an_equality() =>
        Assert.Throws<ArgumentException>(() => _engine.Query<int, System.Collections.Immutable.ImmutableArray<int>>("list", (_, _) => []));

    /// <summary>Nothing of a query or input gives a value without reads, apart from the engine's own parts.</summary>
    [Fact]
    public void Values_are_reached_through_reads_alone()
    {
        foreach (var store in new[] { typeof(Input<,>), typeof(Query<,>) })
        {
            var value = store.GetGenericArguments()[1];
            var open = store.GetMethods().Where(method =>
                method.ReturnType == value || method.GetParameters().Any(part => part.ParameterType == value.MakeByRefType()));
            Assert.All(open, method => Assert.Equal(typeof(Reads), method.GetParameters()[0].ParameterType));
            Assert.DoesNotContain(store.GetProperties(), property => property.PropertyType == value);
            Assert.Empty(store.GetFields());
        }
        Assert.All(typeof(Reads).GetFields(BindingFlags.Instance | BindingFlags.NonPublic), field => Assert.True(field.IsInitOnly));
        Assert.Empty(typeof(Reads).GetConstructors());
    }
}
