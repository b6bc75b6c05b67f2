using System.Collections.Frozen;
using Explainers.Parsing.Articles;

namespace Explainers.Checking.Prose;

/// <summary>German words by what they are in the English rules.</summary>
internal static class GermanWords
{
    private static readonly string[] BelowTwenty =
    [
        "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn",
        "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
    ];

    private static readonly string[] Tens = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

    /// <summary>Words of a sentence, numbers apart, each line behind the English word.</summary>
    private const string Groups = """
        the: der die das den dem des
        a: ein eine einen einem einer eines
        and: und sowie
        or: oder
        of: von vom
        in: in im
        on: am an auf ans aufs
        to: zu zum zur bis ins
        with: mit
        for: für
        by: um durch
        at: bei beim
        after: nach
        before: vor
        since: seit
        between: zwischen
        from: aus
        over: über
        under: unter
        than: als
        more: mehr
        less: weniger
        about: rund etwa ungefähr circa zirka
        nearly: fast knapp beinahe
        least: mindestens wenigstens
        only: nur
        just: erst
        it: es sich
        he: er
        she: sie
        we: wir
        they: ihnen
        his: sein seine seinen seinem seiner seines
        her: ihr ihre ihren ihrem ihrer ihres
        is: ist
        are: sind
        was: war wurde
        were: waren wurden
        has: hat
        have: haben
        had: hatte hatten
        will: wird werden
        not: nicht
        no: kein keine keinen keiner
        who: wer welche welcher
        that: dass
        when: wenn
        where: wo
        also: auch
        but: aber jedoch
        each: je
        every: jeder jede jedes jeden jedem
        early: anfang
        late: ende
        mid: mitte
        spring: frühjahr frühling
        summer: sommer
        autumn: herbst
        winter: winter
        year: jahr
        years: jahre jahren jahres jährige jährigen jähriger jährigem jähriges jährig
        months: monat monate monaten
        weeks: woche wochen
        days: tag tage tagen
        hours: stunde stunden
        minutes: minuten minute
        seconds: sekunden
        o'clock: uhr
        meters: meter metern
        kilometers: kilometer kilometern
        centimeters: zentimeter zentimetern
        millimeters: millimeter millimetern
        miles: meilen
        tonnes: tonne tonnen
        kilograms: kilogramm kilo
        grams: gramm
        liters: liter litern
        hectares: hektar
        km²: quadratkilometer quadratkilometern
        m²: quadratmeter quadratmetern
        percent: prozent
        percentagepoints: prozentpunkte prozentpunkten prozentpunkt
        euros: euro
        dollars: dollar
        pounds: pfund
        francs: franken
        rubles: rubel
        cents: cent
        British: britische britischen
        Swiss: schweizer
        thousand: tausend
        million: million millionen mio
        billion: milliarde milliarden mrd
        trillion: billion billionen
        hundreds: hunderte hunderten
        thousands: tausende tausenden
        dozens: dutzende dutzenden
        dozen: dutzend
        half: hälfte
        third: drittel dritte dritten
        quarter: viertel
        fifth: fünftel fünfte fünften
        tenth: zehntel zehnte zehnten
        second: zweite zweiten
        fourth: vierte vierten
        sixth: sechste sechsten
        eighth: achtel achte achten
        twice: doppelt
        doubled: verdoppelt verdoppelte verdoppelten verdoppeln
        tripled: verdreifacht verdreifachte verdreifachten
        quadrupled: vervierfacht vervierfachte
        halved: halbiert halbierte halbieren
        dead: tote toten toter todesopfer
        died: starb starben gestorben umgekommen
        killed: getötet ermordet
        drowned: ertrank ertranken ertrunken
        injured: verletzt verletzte verletzten verletzter
        missing: vermisst vermisste vermissten
        rescued: gerettet
        arrested: festgenommen verhaftet
        charged: angeklagt
        sentenced: verurteilt
        acquitted: freigesprochen
        votes: stimmen
        people: menschen personen leute
        children: kinder kindern
        women: frauen
        men: männer männern
        soldiers: soldaten
        passengers: passagiere passagieren fahrgäste
        police: polizei
        age: alter
        length: länge dauer
        height: höhe
        depth: tiefe
        speed: geschwindigkeit
        price: preis kosten kostete
        birth: geboren geburt
        death: tod
        founded: gründung gegründet gründete gründeten
        begin: beginn begann begonnen
        share: anteil
        said: sagte sagten gesagt sagt
        explained: erklärte erklärt
        added: ergänzte
        wrote: schrieb
        stressed: betonte
        page: seite
        article: artikel
        paragraph: paragraf absatz
        chapter: kapitel
        january: januar jänner
        february: februar feber
        march: märz
        april: april
        may: mai
        june: juni
        july: juli
        august: august
        september: september
        october: oktober
        november: november
        december: dezember
        monday: montag
        tuesday: dienstag
        wednesday: mittwoch
        thursday: donnerstag
        friday: freitag
        saturday: samstag sonnabend
        sunday: sonntag
        """;

    /// <summary>All of them, in small letters; "ein" is the article.</summary>
    public static readonly FrozenDictionary<string, string> All = Numbers()
        .Concat(Vocabulary.Grouped(Groups).Select(pair => (pair.Key, Named(pair.Value))))
        .DistinctBy(pair => pair.Item1)
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Months and days have a capital letter in English.</summary>
    private static string Named(string english) =>
        Vocabulary.IsCalendar(english) ? char.ToUpperInvariant(english[0]) + english[1..] : english;

    /// <summary>"zwei" to "neunundneunzig"; those above twenty are one word in German.</summary>
    private static IEnumerable<(string German, string English)> Numbers()
    {
        for (var i = 1; i < BelowTwenty.Length; i++) yield return (BelowTwenty[i], NumberWords.BelowTwenty[i]);
        for (var ten = 0; ten < Tens.Length; ten++)
        {
            yield return (Tens[ten], NumberWords.Tens[ten]);
            for (var one = 0; one < 9; one++)
                yield return ($"{BelowTwenty[one]}und{Tens[ten]}", NumberWords.Tens[ten] + NumberWords.BelowTwenty[one]);
        }
    }
}
