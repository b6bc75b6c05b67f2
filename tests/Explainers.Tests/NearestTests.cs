using Explainers.Diagnostics;

namespace Explainers.Tests;

/// <summary>The nearest name is the one that comparing with every name finds.</summary>
public sealed class NearestTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_index_finds_what_a_look_at_every_name_finds(int seed)
    {
        var random = new Random(seed);
        string[] names = [.. Enumerable.Range(0, 200).Select(_ => Word(random, 3, 9)).Distinct()];
        var index = new NearestIndex(names);
        for (var i = 0; i < 400; i++)
        {
            var name = i % 2 == 0 ? Word(random, 1, 10) : Mistyped(names[random.Next(names.Length)], random);
            var most = Math.Clamp(name.Length / 3, 1, 3);
            var wanted = names
                .Select(known => (Name: known, Edits: Distance(name, known)))
                .Where(known => known.Edits <= most)
                .OrderBy(known => known.Edits)
                .ThenBy(known => known.Name, StringComparer.Ordinal)
                .FirstOrDefault()
                .Name;
            Assert.Equal(wanted, index.To(name));
        }
    }

    [Theory]
    [InlineData("fact_numbre_7", "fact_number_7")]
    [InlineData("fact_numbr_1234", "fact_number_1234")]
    [InlineData("something_else", null)]
    [InlineData("", null)]
    public void A_name_among_many_that_begin_alike_is_found(string name, string? wanted) =>
        Assert.Equal(wanted, new NearestIndex(Enumerable.Range(0, 5_000).Select(i => $"fact_number_{i}")).To(name));

    private static string Word(Random random, int least, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(least, most)).Select(_ => "abAc_"[random.Next(5)]));

    private static string Mistyped(string name, Random random)
    {
        var at = random.Next(name.Length);
        return random.Next(3) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, "b"),
            _ => name.Length < 2 ? name : $"{name[1]}{name[0]}{name[2..]}",
        };
    }

    /// <summary>The optimal string alignment distance, worked out in full.</summary>
    private static int Distance(string from, string to)
    {
        var (left, right) = (from.ToLowerInvariant(), to.ToLowerInvariant());
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var replaced = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var least = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, replaced);
                var isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                table[i, j] = isSwap ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
            }
        }
        return table[left.Length, right.Length];
    }
}
