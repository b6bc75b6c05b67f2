using System.Collections.Frozen;

namespace Explainers.Checking.Prose;

/// <summary>The English words for parts, multiples, magnitudes and ranks, and those beside which a small number is a figure.</summary>
internal static class FigureWords
{
    /// <summary>Words for many without a number.</summary>
    public static readonly WordTable<bool> Magnitudes = Vocabulary.Set("dozens hundreds thousands millions billions trillions");

    /// <summary>Words for many only where "of" follows.</summary>
    public static readonly WordTable<bool> MagnitudesOf = Vocabulary.Set("tens scores");

    /// <summary>Words before a bare scale: "several hundred".</summary>
    public static readonly WordTable<bool> Some = Vocabulary.Set("several few many");

    /// <summary>Scales that need a number or one of those words.</summary>
    public static readonly WordTable<bool> BareScales = Vocabulary.Set("hundred thousand million billion dozen");

    /// <summary>Single parts of a whole: "a third".</summary>
    public static readonly WordTable<bool> Parts = Vocabulary.Set(
        "third quarter fifth sixth eighth tenth hundredth thousandth millionth half");

    /// <summary>Words before a part that show that it is a figure: "by a third".</summary>
    public static readonly WordTable<bool> BeforeParts = Vocabulary.Set(
        "by nearly about almost over around roughly approximately least than up down only just some under some to");

    /// <summary>Words that tell one half from the other.</summary>
    public static readonly WordTable<bool> OneOfHalves = Vocabulary.Set(
        "first second top bottom other latter early better early upper lower northern southern eastern western");

    /// <summary>What half of is a manner of speaking.</summary>
    public static readonly WordTable<bool> HalfManners = Vocabulary.Set("battle time game match story fun trouble job point");

    /// <summary>Words that follow half of something that can be counted.</summary>
    public static readonly WordTable<bool> BehindHalf = Vocabulary.Set("of the all its their his her those these this that");

    /// <summary>Verbs that multiply.</summary>
    public static readonly WordTable<bool> Multiples = Vocabulary.Set("""
        doubled doubling doubles tripled tripling triples trebled trebling quadrupled quadrupling quadruples halved halving halves
        twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold
        """);

    /// <summary>Words behind "doubled" that make it a manner of moving or of persisting.</summary>
    public static readonly WordTable<bool> BehindMultiples = Vocabulary.Set("down over back up as");

    /// <summary>Words behind "twice" or "three times" that compare.</summary>
    public static readonly WordTable<bool> Compared = Vocabulary.Set("""
        as the its their his her that those what more less fewer higher lower larger bigger faster greater smaller longer shorter stronger
        likelier heavier slower better worse
        """);

    /// <summary>Verbs behind which an ordinal is a rank.</summary>
    public static readonly WordTable<bool> Ranking = Vocabulary.Set("ranked ranks rank ranking");

    /// <summary>Ordinals that can be a rank.</summary>
    public static readonly WordTable<bool> Ordinals = Vocabulary.Set(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last");

    /// <summary>What is counted where people come to harm, vote or stand before a court.</summary>
    public static readonly WordTable<bool> Counts = Vocabulary.Set("""
        dead deaths died injuries casualties fatalities victims arrests charges counts votes abstentions survivors hostages bodies crew
        passengers patients killed injured wounded missing arrested detained charged hurt seats employees
        """);

    /// <summary>Verbs for what happens to people.</summary>
    public static readonly WordTable<bool> Harm = Vocabulary.Set("""
        killed killing kills kill dead died die dies drowned injured injuring injures wounded wounding wounds hurt hurting missing rescued
        arrested arresting detained detaining charged charging convicted convicting sentenced sentencing jailed jailing executed executing
        abducted kidnapped hospitalised hospitalized murdered murdering beheaded shot stabbed hanged indicted acquitted voted voting
        abstained perished evacuated murder murders killings arrest arrests execution executions
        """);

    /// <summary>Words for people that are killed, saved or tried.</summary>
    public static readonly WordTable<bool> Persons = Vocabulary.Set("""
        people persons person men women man woman children child boys girls teenagers teens students pupils protesters protestors soldiers
        troops officers policemen policewomen civilians residents villagers workers employees staff passengers crew pilots patients victims
        survivors migrants refugees prisoners inmates detainees suspects defendants militants insurgents rebels fighters terrorists gunmen
        journalists reporters activists members officials spectators fans tourists visitors voters guests participants attendees relatives
        demonstrators firefighters miners sailors hostages guards drivers others adults babies infants families killed injured wounded dead
        hurt missing detained arrested rescued hospitalised hospitalized displaced personnel servicemen nationals citizens believers
        lesbians individuals colleagues friends brothers sisters sons daughters wives husbands contractors bystanders climbers hikers
        swimmers players priests nurses doctors teachers judges lawmakers politicians clerics monks nuns farmers fishermen athletes
        scientists engineers astronauts cyclists pedestrians motorists commuters shoppers colonels lieutenants generals captains sergeants
        marines agents youths toddlers bombers attackers assailants robbers smugglers kidnappers pirates councillors senators
        """);

    /// <summary>Zones and words behind an hour of four digits.</summary>
    public static readonly WordTable<bool> Zones = Vocabulary.Set(
        "gmt utc bst est edt cst cdt mst mdt pst pdt cet cest eet eest msk ist jst aest aedt et pt hrs");

    /// <summary>What is short for a unit where it stands right behind the digits, besides the units of sheets.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Glued = FrozenSet.ToFrozenSet(
        [
            "C", "F", "KB", "MB", "GB", "TB", "PB", "mph", "kph", "kmh", "p", "W", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "TWh", "Hz",
            "kHz", "MHz", "GHz", "Mbps", "Gbps", "kbps", "hp", "bhp", "bar", "hPa", "kPa", "kt", "kts", "knts", "knots", "cc", "ins",
            "rpm", "dB", "V", "kV", "mg", "ml", "mAh", "ms", "secs", "mins", "yrs", "tn",
        ],
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is named by its calibre, gauge or pages: "155mm rounds".</summary>
    public static readonly WordTable<bool> ByCalibre = Vocabulary.Set("""
        round rounds shell shells gun guns howitzer howitzers calibre caliber ammunition cannon cannons pistol pistols film lens lenses
        camera cameras mortar mortars artillery handgun handguns revolver revolvers rifle rifles bullet bullets
        """);

    /// <summary>Words before a year that stand to it with a hyphen.</summary>
    public static readonly WordTable<bool> YearPrefixes = Vocabulary.Set("mid early late pre post fy");

    /// <summary>What an airliner is called behind its number.</summary>
    public static readonly WordTable<bool> Aircraft = Vocabulary.Set("jet jets aircraft plane planes airliner airliners family");

    /// <summary>Roads, whose names are lists of numbers.</summary>
    public static readonly WordTable<bool> Roads = Vocabulary.Set("highways interstates routes motorways");

    /// <summary>Words before or behind a verb that multiplies what is measured.</summary>
    public static readonly WordTable<bool> AroundMultiples = Vocabulary.Set("""
        has have had having was were be been is are more than nearly almost about roughly not the its their his her from to in since between
        over each every
        """);

    /// <summary>Phrases with a number that say nothing of it, by their first words in small letters.</summary>
    public static readonly WordTable<string[][]> Manners = new("""
        nine times out of ten
        nine out of ten times
        seven days a week
        24 hours a day
        twenty-four hours a day
        365 days a year
        ten to one
        a million to one
        a thousand to one
        half a dozen
        half a chance
        nine to five
        fifty-fifty
        two or three
        ten a penny
        six of one
        two cents
        forty winks
        a thousand words
        one hundred per cent certain
        two and two
        24 / 7
        20 / 20
        50 / 50
        9 / 11
        7 / 7
        """
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(phrase => phrase.Replace("-", " - ", StringComparison.Ordinal).Split(' '))
        .GroupBy(words => words[0])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));
}
