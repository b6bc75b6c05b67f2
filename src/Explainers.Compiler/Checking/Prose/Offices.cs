using System.Collections.Immutable;

namespace Explainers.Checking.Prose;

/// <summary>Offices that one person holds and that are written before the name: "Prime Minister Ada Brandt".</summary>
internal static class Offices
{
    private static readonly WordTable<bool> Words = Vocabulary.Set("""
        president minister premier chancellor king queen pope emperor governor mayor senator ambassador bishop archbishop cardinal judge
        sheriff
        """);

    /// <summary>Words that make another office of one.</summary>
    private static readonly WordTable<bool> Seconds = Vocabulary.Set("vice deputy prime assistant");

    /// <summary>Words that make no office of one, or a past one.</summary>
    private static readonly WordTable<bool> Former = Vocabulary.Set(
        "former ex then late acting interim future onetime sometime elect designate");

    /// <summary>The office right before a token, and where it begins; none where it is said to be of another time.</summary>
    public static (int Start, ImmutableArray<string> Offices) Before(TokenText text, int i)
    {
        var start = i;
        while (start > 0 && text.IsName(start - 1) && (text.IsIn(start - 1, Words) || text.IsIn(start - 1, Seconds))) start--;
        // "Acting Mayor", "then-Mayor", "Supreme Court Judge", "US President" and the like say more than one word does.
        var before = text.Is(start - 1, '-') ? start - 2 : start - 1;
        if (start == i || text.IsIn(before, Former) || (text.IsName(before) && !text.BeginsSentence(before))) return (start, []);
        return (start, In(text, start, i));
    }

    /// <summary>Whether an office is one of some roles; null where no role names an office.</summary>
    public static bool? Fits(ImmutableArray<string> offices, IEnumerable<string> roles)
    {
        ImmutableArray<string> known = [.. roles.Select(role => new TokenText(role)).SelectMany(role => In(role, 0, role.Count))];
        if (known.IsEmpty) return null;
        return offices.Any(office => known.Any(one => one == office || Last(one) == office));
    }

    /// <summary>"minister" is said of a prime minister too; but a deputy mayor is no mayor.</summary>
    private static string Last(string office) => office == "prime minister" ? "minister" : office;

    private static ImmutableArray<string> In(TokenText text, int first, int end)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var i = first; i < end; i++)
        {
            if (!text.IsIn(i, Words)) continue;
            var word = text.Is(i, "premier") ? "prime minister" : text.Lower(i);
            found.Add(i > first && text.IsIn(i - 1, Seconds) ? $"{(text.Is(i - 1, "prime") ? "prime" : "deputy")} {word}" : word);
        }
        return found.ToImmutable();
    }
}
