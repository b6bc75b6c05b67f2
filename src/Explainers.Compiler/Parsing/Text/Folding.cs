using System.Collections.Frozen;

namespace Explainers.Parsing.Text;

/// <summary>
/// Makes letters plain, for search and for names: lower case, without accents, ligatures taken apart. The search module folds queries the
/// same way, by Unicode's canonical decomposition. .NET has none in invariant mode, so the letters are listed here.
/// </summary>
internal static class Folding
{
    /// <summary>
    /// Each group is a letter and the letters that lose their marks to become it: Latin, Greek and Cyrillic of Unicode 15.
    /// </summary>
    private const string Groups = """
        aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ cçćĉċčḉ eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ iìíîïĩīĭįİǐȉȋḭḯỉị nñńņňǹṅṇṉṋ
        oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự yýÿŷȳẏẙỳỵỷỹ dďḋḍḏḑḓ gĝğġģǧǵḡ hĥȟḣḥḧḩḫẖ jĵǰ
        kķǩḱḳḵ lĺļľḷḹḻḽ rŕŗřȑȓṙṛṝṟ sśŝşšșṡṣṥṧṩ tţťțṫṭṯṱẗ wŵẁẃẅẇẉẘ zźżžẑẓẕ ʒǯ ʹʹ ιΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ
        αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ εέἐἑἒἓἔἕὲέ ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ οόὀὁὂὃὄὅὸό
        ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ ϒϓϔ ийѝӣӥ еѐёӗ гѓ ії кќ уўӯӱӳ ѵѷ жӂӝ аӑӓ әӛ зӟ оӧ өӫ эӭ чӵ ыӹ bḃḅḇ fḟ mḿṁṃ pṕṗ vṽṿ
        xẋẍ ρῤῥ
        """;

    private static readonly FrozenDictionary<char, string> Ligatures = new Dictionary<char, string>
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['ǣ'] = "ae",
        ['ǽ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ø'] = "o",
        ['ǿ'] = "o",
        ['đ'] = "d",
        ['ł'] = "l",
        ['ı'] = "i",
        ['ſ'] = "s",
        ['ẛ'] = "s",
        ['ς'] = "σ",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> Plain = Groups
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(group => group.Skip(1).Select(accented => (Accented: accented, Plain: group[0])))
        .ToFrozenDictionary(pair => pair.Accented, pair => pair.Plain);

    /// <summary>Writes a character as search compares it.</summary>
    /// <param name="letter">A letter, digit or mark.</param>
    /// <param name="to">Takes the result; at least two characters long.</param>
    /// <returns>How many characters were written: none for an accent that stands alone.</returns>
    public static int Fold(char letter, Span<char> to)
    {
        if (char.IsAscii(letter))
        {
            to[0] = char.ToLowerInvariant(letter);
            return 1;
        }
        if (IsAccent(letter)) return 0;
        var lower = char.ToLowerInvariant(letter);
        if (Ligatures.TryGetValue(lower, out var letters))
        {
            letters.CopyTo(to);
            return letters.Length;
        }
        to[0] = Plain.GetValueOrDefault(lower, lower);
        return 1;
    }

    /// <summary>A text as search compares it.</summary>
    public static string Fold(string text)
    {
        Span<char> letters = stackalloc char[2];
        var folded = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text) folded.Append(letters[..Fold(letter, letters)]);
        return folded.ToString();
    }

    /// <summary>
    /// Accents of Latin, Greek and Cyrillic, Hebrew points and Arabic vowel signs, which readers leave out when they type.
    /// </summary>
    private static bool IsAccent(char letter) =>
        letter is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05BD') or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5'
            or '\u05C7' or (>= '\u064B' and <= '\u0655');
}
