using System.Collections.Frozen;
using Explainers.Parsing.Articles;

namespace Explainers.Checking.Prose;

/// <summary>The English words that decide what a number in prose is.</summary>
internal static class Vocabulary
{
    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly FrozenDictionary<string, int> MonthWords = MonthNames
        .SelectMany((name, index) => new[] { (name, index + 1), (name[..3], index + 1) })
        .Append(("sept", 9))
        .DistinctBy(pair => pair.Item1)
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> BelowHundred = NumberWords.BelowTwenty.Select((word, index) =>
        (Word: word, Number: index + 1))
        .Concat(NumberWords.Tens.Select((word, index) => (Word: word, Number: (index + 2) * 10)))
        .Concat(NumberWords.Tens.SelectMany((ten, tens) => NumberWords.BelowTwenty.Take(9).Select((one, ones) =>
            (Word: ten + one, Number: ((tens + 2) * 10) + ones + 1))))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Number, StringComparer.Ordinal);

    private static readonly WordTable<int> Months = new(MonthWords);

    /// <summary>Words for numbers below a hundred.</summary>
    public static readonly WordTable<int> Numbers = new(BelowHundred);

    /// <summary>Words that multiply.</summary>
    public static readonly WordTable<decimal> Scales = new(new Dictionary<string, decimal>
    {
        ["hundred"] = 100m,
        ["thousand"] = 1_000m,
        ["million"] = 1_000_000m,
        ["billion"] = 1_000_000_000m,
        ["trillion"] = 1_000_000_000_000m,
        ["mn"] = 1_000_000m,
        ["bn"] = 1_000_000_000m,
        ["tn"] = 1_000_000_000_000m,
    }.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Parts of a whole behind a small number: two thirds.</summary>
    public static readonly WordTable<bool> Fractions = Set(
        "half halves third thirds quarter quarters fifth fifths sixths eighths tenth tenths");

    /// <summary>Currencies by what they are called, in small letters.</summary>
    public static readonly WordTable<string> Currencies = new(Grouped("""
        USD: dollar dollars
        EUR: euro euros
        GBP: pound pounds
        RUB: ruble rubles rouble roubles
        JPY: yen
        CNY: yuan
        CHF: francs
        NOK: kroner krone
        SEK: kronor krona
        ZAR: rand
        KRW: won
        MXN: pesos
        TRY: lira liras
        PLN: zloty zlotys
        THB: baht
        BRL: reais
        INR: rupees
        UAH: hryvnia hryvnias
        US cents: cents cent
        """));

    /// <summary>Words behind which a number only tells one thing of its kind from the others.</summary>
    public static readonly WordTable<bool> Labels = Set("""
        act agenda amendment annex apartment appendix article articles band box building bus camp car case category cell chapter chapters
        channel class clause code column district division door draft episode exhibit exit figure file flat floor flight footnote footnotes
        form gate grade group heat highway house interstate item items junction lap layer level line lines list lot lots mission model no nos
        note
        number operation order page pages paragraph paragraphs part phase pier plan platform point port protocol psalm question resolution
        road room route row rule scene season seat section sections series size slide stage step steps story street table terminal tier
        title track train turn type unit verse version vitamin volume ward week zone p pp fig vol sec ch art
        """);

    /// <summary>Words that begin a sentence or phrase without being a name.</summary>
    public static readonly WordTable<bool> Starters = Set("""
        a about above across after against all almost along already also although among an and another any approximately around as at barely
        because before behind below between beyond both but by circa despite down during each early either even every exactly except fewer
        few for from fully had half has have he her here his how i if in including inside into is it its just late later less like many mid
        might more most near nearly not now of off on once only or other our out over perhaps plus roughly she since so some soon such than
        that the their then there these they this those though through throughout till to today together total toward towards under until up
        upon was we well were what when where which while who why will with within without yet you your
        """);

    /// <summary>Words that cannot be what is counted.</summary>
    public static readonly WordTable<bool> Functions = Set("""
        a about above after again against ago all along already also although am among an and another any are around as at away back be
        became because been before began behind being below between beyond both but by came can could cost costs did do does done down
        during each earlier either else even ever every except far few for from gave get go got had has have he her here him his how i if in
        inside instead into is it its just last late later led left less like made may me might more most much must near never next no nor
        not now of off on once only onto or other our out over own paid per put ran rose said same saw say set she should since so some
        still such than that the their them then there these they this those though through till to today together too took toward towards
        under until up upon us was we went were what when where whether which while who whom whose why will with within without would yet
        you your
        """);

    /// <summary>Words before a year.</summary>
    public static readonly WordTable<bool> BeforeYears = Set(
        "in since of until till before after by from to and between during early late mid around about circa or through for the spring "
            + "summer autumn fall winter");

    /// <summary>The seasons.</summary>
    public static readonly WordTable<bool> Seasons = Set("spring summer autumn fall winter");

    /// <summary>What streets are called.</summary>
    public static readonly WordTable<bool> Streets = Set(
        "street st avenue ave road rd lane drive boulevard blvd square place way terrace court row crescent");

    /// <summary>What is named by how many it has: the Group of Twenty.</summary>
    public static readonly WordTable<bool> Bodies = Set("group big council committee");

    /// <summary>The days of the week.</summary>
    public static readonly WordTable<bool> Weekdays = Set("monday tuesday wednesday thursday friday saturday sunday");

    /// <summary>What a thousand or a million of is a manner of speaking.</summary>
    public static readonly WordTable<bool> Idioms = Set("thanks apologies times reasons words pieces questions ways miles cuts");

    /// <summary>Words that begin a name without being a part of it.</summary>
    public static readonly WordTable<bool> Articles = Set("the a an this");

    /// <summary>Words that say whose something is.</summary>
    public static readonly WordTable<bool> Owners = Set("his her its their our your my");

    /// <summary>Words that lead to what follows them.</summary>
    public static readonly WordTable<bool> Prepositions = Set(
        "of for on in at to near against behind by with about from over before after since across under");

    /// <summary>Verbs behind which three digits are an emergency number.</summary>
    public static readonly WordTable<bool> Dialling = Set("dial dialed dialled dialing dialling call called calling ring phone");

    /// <summary>Words before a figure that is rounded.</summary>
    public static readonly WordTable<bool> About = Set("about roughly approximately around nearly almost some");

    /// <summary>Words for votes in favour.</summary>
    public static readonly WordTable<bool> Yeas = Set("yeas ayes yes for in");

    /// <summary>Words for votes against.</summary>
    public static readonly WordTable<bool> Nays = Set("nays noes no against");

    /// <summary>Words that a figure can begin with.</summary>
    private static readonly WordTable<bool> Beginnings = new(BelowHundred.Keys.Concat(MonthWords.Keys)
        .Concat(["a", "an", "half", "www", "http", "https", "twice", "double", "tens", "scores", "several", "few", "many", "every"])
        .Concat(["spring", "summer", "autumn", "fall", "winter"])
        .Concat("dozens hundreds thousands millions billions trillions ranked ranks rank ranking fy".Split(' '))
        .Concat("doubled doubling doubles tripled tripling triples trebled trebling quadrupled quadrupling".Split(' '))
        .Concat("halved halving halves".Split(' '))
        .Concat("twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold".Split(' ')).Distinct()
        .ToFrozenDictionary(word => word, _ => true, StringComparer.Ordinal));

    /// <summary>Whether a figure can begin with a word: a number, a month, an article, the code of a currency.</summary>
    public static bool CanBegin(ReadOnlySpan<char> word) =>
        Beginnings.Has(word) || (word.Length == 3 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[1]));

    /// <summary>Whether a word in small letters is a month or a day of the week.</summary>
    public static bool IsCalendar(string word) => Months.Has(word) || Weekdays.Has(word);

    /// <summary>The number of a month by its name or its first three letters, or 0.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 9 || !char.IsUpper(word[0])) return 0;
        return Months.TryGet(word, out var month) ? month : 0;
    }

    /// <summary>Groups of words, one a line, by each of their words: "EUR: euro euros".</summary>
    public static FrozenDictionary<string, string> Grouped(string lines) => lines
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .SelectMany(group => group[1].Split(' ').Select(word => (Word: word, Group: group[0])))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Group, StringComparer.Ordinal);

    /// <summary>A set of words.</summary>
    public static WordTable<bool> Set(string words) => new(words
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Distinct()
        .ToFrozenDictionary(word => word, _ => true, StringComparer.Ordinal));
}
