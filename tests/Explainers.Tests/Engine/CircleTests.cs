using Explainers.Incremental;

namespace Explainers.Tests.QueryEngine;

/// <summary>Values that need themselves, and long chains.</summary>
public sealed class CircleTests
{
    private readonly Explainers.Incremental.Engine _engine = new();
    private readonly Input<string, string> _next;
    private readonly Query<string, string> _walk;
    private readonly Query<string, string> _plain;

    public CircleTests()
    {
        _next = _engine.Input<string, string>("next");
        _walk = _engine.Query<string, string>("walk", (reads, key) => $"{key}{Follow(reads, key)}",
            new() { OnCircle = (key, members) => $"{key} in {string.Join(' ', members.Select(member => member.Key))}" });
        _plain = _engine.Query<string, string>("plain", (reads, key) => $"{key}{Follow(reads, key)}");
    }

    [Fact]
    public void All_members_take_the_circle_value()
    {
        Link("x>b", "a>c", "b>a", "c>b");
        Assert.Equal("xb in a c b", Ask("x"));
        Assert.Equal("a in a c b", Ask("a"));
        Assert.Equal("b in a c b", Ask("b"));
        Assert.Equal("c in a c b", Ask("c"));
    }

    [Fact]
    public void An_edit_opens_a_circle_and_closes_another()
    {
        Link("x>a", "a>b", "b>c", "c>a");
        Assert.Equal("xa in a b c", Ask("x"));
        Link("c>d");
        Assert.Equal("xabcd.", Ask("x"));
        Link("d>b");
        Assert.Equal("xab in b c d", Ask("x"));
        Assert.Equal("d in b c d", Ask("d"));
    }

    [Fact]
    public void An_edit_that_does_not_touch_a_circle_leaves_its_readers_alone()
    {
        Link("x>a", "a>b", "b>a", "y>z");
        Ask("x");
        var before = _walk.Counts.Computed;
        Link("y>w");
        Assert.Equal("xa in a b", Ask("x"));
        Assert.Equal(before + 2, _walk.Counts.Computed);
    }

    [Fact]
    public void A_circle_without_a_value_names_its_members()
    {
        Link("x>b!", "a!>c!", "b!>a!", "c!>b!");
        var circle = Assert.Throws<CircleException>(() => Ask("x"));
        Assert.Equal("plain(a!) plain(c!) plain(b!)", string.Join(' ', circle.Members));
        Link("c!>d!");
        Assert.Equal("xb!a!c!d!.", Ask("x"));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c!")]
    [InlineData("d!")]
    public void One_member_with_a_value_is_enough(string first)
    {
        Link("a>c!", "c!>b", "b>d!", "d!>a");
        Ask(first);
        Assert.Equal("a in c! b d! a", Ask("a"));
        Assert.Equal("c!b in c! b d! a", Ask("c!"));
        Assert.Equal("b in c! b d! a", Ask("b"));
        Assert.Equal("d!a in c! b d! a", Ask("d!"));
    }

    [Fact]
    public void A_query_that_hides_the_end_of_a_circle_takes_its_value_all_the_same()
    {
        Query<int, string>? query = null;
        query = _engine.Query<int, string>("hides", (reads, key) =>
        {
            try
            {
                return query!.Get(reads, 1 - key);
            }
            catch (Exception exception)
            {
                return key == 0 ? "wrong" : throw new FormatException("wrong", exception);
            }
        }, new() { OnCircle = (key, _) => $"circle {key}" });
        Assert.Equal("circle 0", _engine.Ask(query, 0));
        Assert.Equal("circle 1", _engine.Ask(query, 1));
    }

    [Theory]
    [InlineData(1 << 18)]
    [InlineData(0)]
    public void A_chain_of_thousands_is_no_matter(int stack)
    {
        const int Length = 50_000;
        var value = _engine.Input<int, int>("value");
        Query<int, int>? sum = null;
        sum = _engine.Query<int, int>("sum", (reads, key) => key == 0 ? value.Get(reads, 0) : sum!.Get(reads, key - 1) + 1);
        _engine.Change(edit => edit.Set(value, 0, 1, Durability.Text));
        var outcomes = new List<int>();
        var thread = new Thread(() =>
        {
            outcomes.Add(_engine.Ask(sum, Length));
            _engine.Change(edit => edit.Set(value, 0, 2, Durability.Text));
            outcomes.Add(_engine.Ask(sum, Length));
            _engine.Change(edit => edit.Set(value, 5, 2, Durability.Text));
            outcomes.Add(_engine.Ask(sum, Length));
        }, stack);
        thread.Start();
        thread.Join();
        Assert.Equal([Length + 1, Length + 2, Length + 2], outcomes);
    }

    [Fact]
    public void A_circle_of_thousands_is_no_matter()
    {
        const int Length = 5_000;
        Link([.. Enumerable.Range(0, Length).Select(i => $"{i}>{(i + 1) % Length}")]);
        Assert.StartsWith("17 in 0 1 2 3", Ask("17"), StringComparison.Ordinal);
        Assert.Equal(Length, _walk.Counts.Computed);
    }

    private string Follow(Reads reads, string key) => _next.Get(reads, key) switch
    {
        null => ".",
        var next when next.EndsWith('!') => _plain.Get(reads, next),
        var next => _walk.Get(reads, next),
    };

    private void Link(params string[] links) => _engine.Change(edit =>
    {
        foreach (var link in links) edit.Set(_next, link.Split('>')[0], link.Split('>')[1], Durability.Facts);
    });

    private string Ask(string key) => _engine.Ask(reads => (key.EndsWith('!') ? _plain : _walk).Get(reads, key));
}
