namespace Explainers.Benchmarks.Corpora;

/// <summary>Makes plain sentences that state no figure, so that no editorial rule has anything to say about them.</summary>
/// <param name="random">Picks the words.</param>
/// <param name="lexicon">Rarer words, of which one stands in for every third noun, adjective and verb; or null for few and frequent words
/// alone.</param>
internal sealed class Prose(Prng random, Lexicon? lexicon)
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
    public string Sentence()
    {
        var sentence = random.Below(4) switch
        {
            0 => $"{random.Pick(_places)}, {Clause()} {random.Pick(_links)} {Clause()}.",
            1 => $"{Clause()} {random.Pick(_places)}, as the {Noun()} put it, and {Clause()}.",
            2 => $"{Clause()} {random.Pick(_links)} {Clause()} {random.Pick(_places)}.",
            _ => $"{Clause()}, and the {Noun()}'s {Noun()} {Pick(_verbs)} it {random.Pick(_places)}.",
        };
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    /// <summary>Makes a clause of five to seven words.</summary>
    public string Clause() =>
        $"the {Adjective()} {Noun()} {Pick(_verbs)} the {Noun()}";

    /// <summary>Picks a noun.</summary>
    public string Noun() => Pick(_nouns);

    /// <summary>Picks an adjective.</summary>
    public string Adjective() => Pick(_adjectives);

    private string Pick(string[] words) => lexicon is not null && random.Below(3) == 0 ? lexicon.Pick(random) : random.Pick(words);
}
