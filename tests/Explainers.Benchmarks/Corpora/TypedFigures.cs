namespace Explainers.Benchmarks.Corpora;

/// <summary>
/// Makes sentences that state a figure as a writer types it: some agree with a fact, some contradict one, most are of no fact.
/// </summary>
internal sealed class TypedFigures(Prng random, Article article)
{
    /// <summary>Makes a sentence with one figure; every third one names the sheet that the article is about.</summary>
    public string Sentence()
    {
        var subject = random.Below(3) == 0 ? Lower(article.AboutTitle) : "the work";
        return random.Below(7) switch
        {
            0 => $"The building cost of {subject} was €{random.Between(11, 99) / 10.0:F1} million.",
            1 => $"It was in {random.Between(1850, 2020)} that {subject} began.",
            2 => $"There were {random.Between(1_100, 9_900):N0} people employed at {subject} then.",
            3 => $"About {random.Between(11, 89)} per cent of the traffic passes {subject}.",
            4 => $"The length of {subject} is {random.Between(12, 96)} km.",
            5 => $"Repairs to {subject} took {random.Between(3, 40)} months.",
            _ => $"A vote on {subject} was held on May {random.Between(1, 28)}, {random.Between(1950, 2018)}.",
        };
    }

    private static string Lower(string title) => title.StartsWith("The ", StringComparison.Ordinal) ? $"the {title[4..]}" : title;
}
