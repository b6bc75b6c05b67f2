using System.Collections.Frozen;

namespace Explainers.Facts;

/// <summary>The currency codes of ISO 4217, as its list one stood in 2025, and the signs that newspapers use for some of them.</summary>
internal static class Currencies
{
    /// <summary>How to make a conversion possible.</summary>
    public const string RateHint = "declare an exchange rate in its sheet: a fact such as 0.92 EUR/USD, with 'as_of' and its source";

    private const string Codes = """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP
        CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD
        JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN
        NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
        THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
        """;

    private static readonly FrozenSet<string> Known = Codes.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownSpans =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["USD"] = "$",
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["JPY"] = "¥",
        ["INR"] = "₹",
        ["ILS"] = "₪",
        ["KRW"] = "₩",
        ["UAH"] = "₴",
        ["AUD"] = "A$",
        ["CAD"] = "C$",
        ["HKD"] = "HK$",
        ["NZD"] = "NZ$",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, string> CodesBySign = Signs
        .Where(known => known.Value.Length == 1)
        .ToFrozenDictionary(known => known.Value[0], known => known.Key);

    /// <summary>All codes.</summary>
    public static IEnumerable<string> All => Known;

    /// <summary>The code that a sign alone stands for most often, or null.</summary>
    public static string? CodeOf(char sign) => char.IsAscii(sign) && sign != '$' ? null : CodesBySign.GetValueOrDefault(sign);

    /// <summary>Whether a code is one of the standard's.</summary>
    public static bool IsKnown(ReadOnlySpan<char> code) => code.Length == 3 && KnownSpans.Contains(code);

    /// <summary>The sign that stands before the sum, or null where the code stands behind it.</summary>
    public static string? Sign(string code) => Signs.GetValueOrDefault(code);
}
