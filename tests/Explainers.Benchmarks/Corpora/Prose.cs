namespace Explainers.Benchmarks.Corpora;

/// <summary>Makes plain sentences that state no figure, so that no editorial rule has anything to say about them.</summary>
internal static class Prose
{
    private static readonly string[] _adjectives =
    [
        "old", "new", "public", "private", "northern", "southern", "narrow", "costly", "careful", "quiet", "broad", "early", "late",
        "modest", "formal", "local", "national", "open", "steady", "useful", "empty", "busy", "shallow", "deep", "patient", "heavy",
    ];

    private static readonly string[] _nouns =
    [
        "harbor", "council", "bridge", "minister", "engineer", "report", "budget", "railway", "market", "resident", "archive",
        "treaty", "court", "school", "canal", "warehouse", "crane", "committee", "survey", "contract", "river", "pilot", "ferry",
        "office", "newspaper", "union", "builder", "bank", "village", "hearing", "plan", "road", "terminal", "letter", "map",
    ];

    private static readonly string[] _verbs =
    [
        "changed", "followed", "replaced", "studied", "defended", "delayed", "approved", "rejected", "served", "crossed", "repaired",
        "described", "measured", "opened", "closed", "praised", "questioned", "promised", "recorded", "inspected",
    ];

    private static readonly string[] _places =
    [
        "near the river", "in the old town", "behind the station", "at the edge of the city", "along the coast", "in the north",
        "before the winter", "after the election", "during the strike", "without much noise", "in spite of the weather",
    ];

    private static readonly string[] _links = ["because", "while", "although", "until", "so that", "and"];

    /// <summary>Makes one sentence of about fifteen words.</summary>
    public static string Sentence(Prng random)
    {
        var sentence = random.Below(4) switch
        {
            0 => $"{random.Pick(_places)}, {Clause(random)} {random.Pick(_links)} {Clause(random)}.",
            1 => $"{Clause(random)} {random.Pick(_places)}, as the {Noun(random)} put it, and {Clause(random)}.",
            2 => $"{Clause(random)} {random.Pick(_links)} {Clause(random)} {random.Pick(_places)}.",
            _ => $"{Clause(random)}, and the {Noun(random)}'s {Noun(random)} {random.Pick(_verbs)} it {random.Pick(_places)}.",
        };
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    /// <summary>Makes a clause of five to seven words.</summary>
    public static string Clause(Prng random) =>
        $"the {Adjective(random)} {Noun(random)} {random.Pick(_verbs)} the {Noun(random)}";

    /// <summary>Picks a noun.</summary>
    public static string Noun(Prng random) => random.Pick(_nouns);

    /// <summary>Picks an adjective.</summary>
    public static string Adjective(Prng random) => random.Pick(_adjectives);
}
