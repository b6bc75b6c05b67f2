using CsCheck;

namespace Explainers.Tests;

/// <summary>The runner of properties is not blind, and does not flatter.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void The_same_seed_gives_the_same_cases()
    {
        Assert.Equal(Cases(), Cases());

        static List<int> Cases()
        {
            var seen = new List<int>();
            Property.Holds(Gen.Int, 50, number =>
            {
                seen.Add(number);
                return true;
            });
            return seen;
        }
    }

    [Fact]
    public void A_discarded_case_is_replaced()
    {
        var counted = 0;
        Property.Holds(Gen.Int[1, 10], 50, number =>
        {
            if (number > 5) return null;
            counted++;
            return true;
        });
        Assert.True(counted >= 50);
    }

    [Fact]
    public void A_property_whose_cases_are_all_discarded_fails()
    {
        var failure = Record.Exception(() => Property.Holds(Gen.Int, 5, _ => null));
        Assert.Contains("Only 0 of 5 cases count", failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_tells_its_seed_and_how_to_see_the_case_again()
    {
        var failure = Record.Exception(() => Property.Holds(Gen.Int[0, 1_000], 100, number => number < 500));
        Assert.Contains("PROPERTY_SEED=", failure?.Message, StringComparison.Ordinal);
        Assert.Contains("Set seed: ", failure?.Message, StringComparison.Ordinal);
    }
}
