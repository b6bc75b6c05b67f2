using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Explainers.Parsing.Text;

/// <summary>
/// The classes of characters in the Unicode Bidirectional Algorithm (UAX #9). Its embeddings and overrides count as ignored.
/// </summary>
internal enum BidiClass : byte
{
    /// <summary>L: letters that are written from the left.</summary>
    Left,

    /// <summary>R: letters that are written from the right.</summary>
    Right,

    /// <summary>AL: Arabic letters, after which numbers are Arabic ones.</summary>
    Arabic,

    /// <summary>EN: European digits.</summary>
    Number,

    /// <summary>AN: Arabic-Indic digits.</summary>
    ArabicNumber,

    /// <summary>ES: plus and minus.</summary>
    Sign,

    /// <summary>ET: currencies, percent, degrees.</summary>
    Terminator,

    /// <summary>CS: points, commas, colons and slashes, which may stand within numbers.</summary>
    Point,

    /// <summary>NSM: marks on the character before.</summary>
    Mark,

    /// <summary>BN: what is not seen.</summary>
    Ignored,

    /// <summary>B: the end of a paragraph.</summary>
    Separator,

    /// <summary>S: tabs.</summary>
    Segment,

    /// <summary>WS: spaces.</summary>
    Space,

    /// <summary>ON: other signs.</summary>
    Neutral,

    /// <summary>LRI: what follows is kept together, from the left.</summary>
    LeftIsolate,

    /// <summary>RLI: what follows is kept together, from the right.</summary>
    RightIsolate,

    /// <summary>FSI: what follows is kept together, as its first letter is written.</summary>
    FirstIsolate,

    /// <summary>PDI: the end of what is kept together.</summary>
    EndOfIsolate,
}

/// <summary>
/// Says which class a character has: that of its block and category, or what the Unicode Character Database lists beside them.
/// </summary>
internal static class BidiClasses
{
    private static readonly ImmutableArray<(int First, int Last, BidiClass Class)> Listed =
    [
        .. new[]
        {
            Ranges(BidiClass.Separator, """
                A D 1C-1E 85 2029
                """),
            Ranges(BidiClass.Segment, """
                9 B 1F
                """),
            Ranges(BidiClass.Space, """
                C 20 1680 2000-200A 2028 205F 3000
                """),
            Ranges(BidiClass.Terminator, """
                23-25 A2-A5 B0-B1 58F 609-60A 66A 9F2-9F3 9FB AF1 BF9 E3F 17DB 2030-2034 20A0-20C0 212E 2213 A838-A839 FE5F FE69-FE6A
                FF03-FF05 FFE0-FFE1 FFE5-FFE6 11FDD-11FE0 1E2FF
                """),
            Ranges(BidiClass.Sign, """
                2B 2D 207A-207B 208A-208B 2212 FB29 FE62-FE63 FF0B FF0D
                """),
            Ranges(BidiClass.Point, """
                2C 2E-2F 3A A0 60C 202F 2044 FE50 FE52 FE55 FF0C FF0E-FF0F FF1A
                """),
            Ranges(BidiClass.Number, """
                30-39 B2-B3 B9 6F0-6F9 2070 2074-2079 2080-2089 2488-249B FF10-FF19 102E1-102FB 1D7CE-1D7FF 1F100-1F10A 1FBF0-1FBF9
                """),
            Ranges(BidiClass.ArabicNumber, """
                600-605 660-669 66B-66C 6DD 890-891 8E2 10D30-10D39 10E60-10E7E
                """),
            Ranges(BidiClass.Right, """
                200F
                """),
            Ranges(BidiClass.Ignored, """
                0-8 E-1B 7F-84 86-9F FEFF
                """),
            Ranges(BidiClass.Neutral, """
                2B9-2BA 2C6-2CF 2EC 374 606-607 60E-60F 6DE 6E9 7F6-7F9 2E2F A67F A717-A71F A788 FD3E-FD4F FDCF FDFD-FDFF FFF9-FFFB
                10140-10174 1091F 10B39-10B3F 1EEF0-1EEF1
                """),
            Ranges(BidiClass.Left, """
                482 55A-55F 589 964-965 970 9F4-9FA 9FD A76 AF0 B70 B72-B77 BF0-BF2 C77 C7F C84 CBF CC6 D4F D58-D5E D70-D79 DF4 E4F
                E5A-E5B F01-F17 F1A-F1F F2A-F34 F36 F38 F85 FBE-FC5 FC7-FCC FCE-FDA 104A-104F 109E-109F 10FB 1360-137C 166D-166E
                16EB-16ED 1735-1736 17D4-17D6 17D8-17DA 19DA 1A1E-1A1F 1AA0-1AA6 1AA8-1AAD 1B5A-1B6A 1B74-1B7E 1BFC-1BFF 1C3B-1C3F
                1C7E-1C7F 1CC0-1CC7 1CD3 200E 214F 2336-237A 2395 249C-24E9 26AC 2800-28FF 2D70 3190-319F 3200-321C 3220-324F
                3260-327B 327F-32B0 32C0-32CB 32D0-3376 337B-33DD 33E0-33FE A4FE-A4FF A6F2-A6F7 A789-A78A A830-A837 A8CE-A8CF
                A8F8-A8FA A8FC A92E-A92F A95F A9C1-A9CD A9DE-A9DF AA5C-AA5F AA77-AA79 AADE-AADF AAF0-AAF1 AB5B ABEB 10100 10102
                10107-10133 10137-1013F 1018D-1018E 101D0-101FC 10320-10323 1039F 103D0 1056F 11047-1104D 110BB-110C1 110CD
                11140-11143 11174-11175 111C5-111C8 111CD 111DB 111DD-111DF 111E1-111F4 11238-1123D 112A9 1144B-1144F 1145A-1145B
                1145D 114C6 115C1-115D7 11641-11643 116B9 1173A-1173F 1183B 118EA-118F2 11944-11946 119E2 11A07-11A08 11A3F-11A46
                11A9A-11A9C 11A9E-11AA2 11B00-11B09 11C3F 11C41-11C45 11C5A-11C6C 11C70-11C71 11EF7-11EF8 11F43-11F4F 11FC0-11FD4
                11FFF 12470-12474 12FF1-12FF2 13430-1343F 16A6E-16A6F 16AF5 16B37-16B3F 16B44-16B45 16B5B-16B61 16E80-16E9A 1BC9C
                1BC9F 1CF50-1CFC3 1D000-1D0F5 1D100-1D126 1D129-1D164 1D16A-1D16C 1D183-1D184 1D18C-1D1A9 1D1AE-1D1E8 1D2C0-1D2D3
                1D2E0-1D2F3 1D360-1D378 1D6C1 1D6FB 1D735 1D76F 1D7A9 1D800-1D9FF 1DA37-1DA3A 1DA6D-1DA74 1DA76-1DA83 1DA85-1DA8B
                1E14F 1F110-1F12E 1F130-1F169 1F170-1F1AC 1F1E6-1F202 1F210-1F23B 1F240-1F248 1F250-1F251
                """),
            Ranges(BidiClass.LeftIsolate, """
                2066
                """),
            Ranges(BidiClass.RightIsolate, """
                2067
                """),
            Ranges(BidiClass.FirstIsolate, """
                2068
                """),
            Ranges(BidiClass.EndOfIsolate, """
                2069
                """),
        }.SelectMany(ranges => ranges).OrderBy(range => range.First),
    ];

    private static readonly ImmutableArray<(int First, int Last, BidiClass Class)> Blocks =
    [
        (0x600, 0x7BF, BidiClass.Arabic),
        (0x860, 0x8FF, BidiClass.Arabic),
        (0xFB50, 0xFDFF, BidiClass.Arabic),
        (0xFE70, 0xFEFF, BidiClass.Arabic),
        (0x10D00, 0x10D3F, BidiClass.Arabic),
        (0x10EC0, 0x10EFF, BidiClass.Arabic),
        (0x10F30, 0x10F6F, BidiClass.Arabic),
        (0x1EC70, 0x1ECBF, BidiClass.Arabic),
        (0x1ED00, 0x1ED4F, BidiClass.Arabic),
        (0x1EE00, 0x1EEFF, BidiClass.Arabic),
        (0x590, 0x5FF, BidiClass.Right),
        (0x7C0, 0x85F, BidiClass.Right),
        (0xFB1D, 0xFB4F, BidiClass.Right),
        (0x10800, 0x10FFF, BidiClass.Right),
        (0x1E800, 0x1EFFF, BidiClass.Right),
    ];

    /// <summary>The class of a character.</summary>
    public static BidiClass Of(Rune rune)
    {
        var (low, high) = (0, Listed.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Listed[middle].Last < rune.Value) low = middle + 1;
            else high = middle;
        }
        if (low < Listed.Length && Listed[low].First <= rune.Value) return Listed[low].Class;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) return BidiClass.Mark;
        foreach (var (first, last, kind) in Blocks)
            if (rune.Value >= first && rune.Value <= last) return kind;
        return category switch
        {
            UnicodeCategory.Format => BidiClass.Ignored,
            <= UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
                    or UnicodeCategory.Surrogate =>
                    BidiClass.Left,
            _ => BidiClass.Neutral,
        };
    }

    /// <summary>Ranges of hexadecimal numbers, as the database lists them.</summary>
    private static IEnumerable<(int First, int Last, BidiClass Class)> Ranges(BidiClass kind, string ranges) =>
        from range in ranges.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        let ends = range.Split('-')
        select (int.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            int.Parse(ends[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            kind);
}
