using System.Collections.Immutable;
using System.Globalization;

namespace Explainers.Benchmarks.Corpora;

/// <summary>Makes the fact sheets: the same ten kinds of fact in each, with values of their own.</summary>
internal static class SheetMaker
{
    /// <summary>The names of the ten facts of every sheet.</summary>
    public static readonly ImmutableArray<string> FactIds =
        ["opened", "cost", "area", "staff", "share", "length", "vote", "founded", "homes", "repairs"];

    private static readonly string[] _subjects = ["harbor", "bridge", "waterworks", "railway", "market", "canal"];
    private static readonly string[] _names = ["The {0} of {1}", "The old {0} of {1}", "The new {0} of {1}", "The {1} {0}"];
    private static readonly string[] _offices = ["mayor", "engineer"];

    /// <summary>Makes the sheet with the given number.</summary>
    public static Sheet Make(ulong seed, int number)
    {
        var random = new Prng(seed ^ ((ulong)number << 20) ^ 0x5EE7);
        var place = Names.Of(300_000 + number);
        var subject = random.Pick(_subjects);
        return new Sheet(
            $"{place.ToLowerInvariant()}-{subject}",
            Title(number, place, subject),
            $"What is known about the {subject} of {place}, what it cost and whom it serves.",
            Sources(random, place, subject),
            Facts(random),
            People(number, place));
    }

    /// <summary>Gives the name that articles use for the sheet with the given number, and its title.</summary>
    public static (string Id, string Title) NameOf(ulong seed, int number)
    {
        var sheet = Make(seed, number);
        return (sheet.Id, sheet.Title);
    }

    /// <summary>Titles of which many begin alike, as those of a real site do.</summary>
    private static string Title(int number, string place, string subject) =>
        string.Format(CultureInfo.InvariantCulture, _names[number % _names.Length], subject, place);

    /// <summary>Two people of this sheet alone, and one who is in ten of them.</summary>
    private static ImmutableArray<Person> People(int number, string place) =>
    [
        .. _offices.Select((office, i) =>
            new Person(office, $"{Names.Of(400_000 + number)} {Names.Of(450_000 + i)}", $"{office} of {place}")),
        new Person($"minister_{number / 10}", $"{Names.Of(350_000 + (number / 10))} Vale", "minister of transport"),
    ];

    private static ImmutableArray<Citation> Sources(Prng random, string place, string subject)
    {
        var host = place.ToLowerInvariant();
        return
        [
            new("council", $"{place} City Council", $"Annual report on the {subject}", $"https://council-{host}.example/reports/{subject}",
                Dated(random)),
            new("archive", $"{place} State Archive", $"Papers of the {subject} board", $"https://archive-{host}.example/papers/{subject}",
                Dated(random)),
            new("survey", $"{place} Survey Office", $"Survey of the {subject}", $"https://survey-{host}.example/{subject}", Dated(random)),
            new("audit", $"{place} Court of Auditors", $"What the {subject} cost", $"https://audit-{host}.example/{subject}", Dated(random)),
            new("census", "National Statistics Office", $"Census of {place}", $"https://statistics.example/{host}", Dated(random)),
        ];
    }

    private static ImmutableArray<Fact> Facts(Prng random)
    {
        var opened = new DateOnly(1950, 1, 1).AddDays(random.Below(25_000));
        var cost = random.Between(11, 99);
        var area = random.Between(120, 980);
        var staff = random.Between(1_100, 9_900);
        var share = random.Between(11, 89);
        var length = random.Between(12, 96);
        var founded = random.Between(1850, 1949);
        var homes = random.Between(11_000, 99_000);
        var repairs = random.Between(110, 890);
        var vote = $"{random.Between(21, 60)} to {random.Between(2, 19)}";
        return
        [
            new("opened", "Opened", Iso(opened), opened.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture), Iso(opened),
                FactMarkup.Time, "council", null),
            Data("cost", "Building cost", $"{cost / 10}.{cost % 10} million EUR", $"€{cost / 10}.{cost % 10} million",
                $"{cost * 100_000}", "council"),
            Data("area", "Area served", $"{area} sq km", $"{area} sq km", $"{area}", "survey"),
            Data("staff", "People employed", $"{Grouped(staff)} people", $"{Grouped(staff)} people", $"{staff}", "audit", "2025"),
            Data("share", "Share of the city's traffic", $"{share} %", $"{share}%", $"{share}", "survey", "2025-06"),
            Data("length", "Length", $"{length} km", $"{length} km", $"{length}", "survey"),
            Data("vote", "Vote of the council", vote, vote, vote, "archive"),
            new("founded", "Board founded", $"{founded}", $"{founded}", $"{founded}", FactMarkup.Time, "archive", null),
            Data("homes", "Homes nearby", Grouped(homes), Grouped(homes), $"{homes}", "census", "2025"),
            Data("repairs", "Cost of repairs", $"about {repairs} million USD", $"about ${repairs} million", $"{repairs}000000", "council"),
        ];
    }

    private static Fact Data(string id, string label, string literal, string text, string machine, string source, string? asOf = null) =>
        new(id, label, literal, text, machine, FactMarkup.Data, source, asOf);

    private static string Grouped(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a source, which is later than that of any fact.</summary>
    private static string Dated(Prng random) => Iso(new DateOnly(2026, 3, 1).AddDays(random.Below(200)));

    private static string Day(Prng random) => Iso(new DateOnly(2022, 1, 1).AddDays(random.Below(1_500)));
}
