using System.Globalization;
using CsCheck;

namespace Explainers.Tests;

/// <summary>
/// What holds of all random cases. The cases follow from a seed, the same on every machine, which is printed; PROPERTY_SEED sets another
/// one, and PROPERTY_TIMES asks for that many times the cases. A case that cannot show anything is discarded and replaced, so that it never
/// counts as passed.
/// </summary>
internal static class Property
{
    private const ulong UsualSeed = 20261123;

    /// <summary>How many cases may be discarded for each that counts.</summary>
    private const int MostDiscarded = 20;

    /// <summary>Tries a property on a number of cases.</summary>
    /// <param name="cases">Makes the cases.</param>
    /// <param name="count">How many of them must count.</param>
    /// <param name="holds">Whether the property holds of a case; null discards the case.</param>
    /// <param name="print">Writes a case that fails.</param>
    public static void Holds<T>(Gen<T> cases, int count, Func<T, bool?> holds, Func<T, string>? print = null)
    {
        var seed = Setting("PROPERTY_SEED", UsualSeed);
        var wanted = (long)Setting("PROPERTY_TIMES", 1) * count;
        var generator = new PCG(1, seed);
        var (counted, discarded) = (0L, 0L);
        while (counted < wanted && discarded <= wanted * MostDiscarded)
        {
            var state = generator.ToString();
            var example = cases.Generate(generator, null, out _);
            switch (Outcome(holds, example))
            {
                case true: counted++; break;
                case null: discarded++; break;
                default: Fail(cases, holds, print, state, seed); break;
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {counted} cases, {discarded} more discarded");
        Assert.True(counted == wanted, $"Only {counted} of {wanted} cases count, and {discarded} were discarded (seed {seed}).");
    }

    private static bool? Outcome<T>(Func<T, bool?> holds, T example)
    {
        try
        {
            return holds(example);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Looks for a smaller case that fails too, and shows it.</summary>
    private static void Fail<T>(Gen<T> cases, Func<T, bool?> holds, Func<T, string>? print, string state, ulong seed)
    {
        try
        {
            cases.Sample(example => Assert.NotEqual(false, holds(example)), seed: state, iter: 1_000, threads: 1, print: print);
        }
        catch (CsCheckException exception)
        {
            throw new InvalidOperationException($"It fails with PROPERTY_SEED={seed}. {exception.Message}", exception);
        }
        Assert.Fail($"It fails with PROPERTY_SEED={seed}, and not a second time.");
    }

    private static ulong Setting(string name, ulong usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : usual;
}
