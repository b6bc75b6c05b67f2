using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Explainers.Diagnostics;

namespace Explainers.Parsing.Text;

/// <summary>What is wrong with an address.</summary>
/// <param name="Expected">What the text is not, in the words of a message: "an address with a valid port".</param>
/// <param name="Hint">What to write instead, or null.</param>
internal readonly record struct AddressFault(string Expected, string? Hint);

/// <summary>Judges the addresses that writers type: the one place that knows which ones browsers and mail programs can follow.</summary>
internal static class WebAddress
{
    /// <summary>Servers refuse longer ones.</summary>
    public const int Longest = 4000;

    private const string Plain = "an address that begins with https:// or http://";
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>\"\\^`{|}");
    private static readonly SearchValues<char> NoMailSigns = SearchValues.Create("@(),:;[]?#&%/");
    private static readonly SearchValues<char> TelephoneSigns =
        SearchValues.Create("+0123456789-.()*#;=abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> PathSigns =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%/");

    /// <summary>What is wrong with an absolute http or https address, or null for a good one.</summary>
    public static AddressFault? OfWeb(string text)
    {
        if (OfText(text) is { } fault) return fault with { Hint = fault.Hint ?? Meant(text) };
        if (RestOf(text) is not { } rest) return new AddressFault(Plain, Meant(text));
        var authority = rest[..Cut(rest, "/?#")];
        if (authority.Contains('@', StringComparison.Ordinal))
            return new AddressFault("an address without a user name or password",
                DidYouMean(text.Replace(authority, authority[(authority.LastIndexOf('@') + 1)..], StringComparison.Ordinal)));
        return OfAuthority(authority) ?? (Uri.TryCreate(text, UriKind.Absolute, out _) ? null
            : new AddressFault("an address that a browser can open", null));
    }

    /// <summary>What is wrong with the address of a site, which every page's path is appended to.</summary>
    public static AddressFault? OfSite(string text)
    {
        if (OfWeb(text) is { } fault) return fault;
        if (Cut(text, "?#") is var end && end < text.Length)
            return new AddressFault("the address of a site, which has no '?' and no '#'", DidYouMean(text[..end]));
        var path = RestOf(text)![Cut(RestOf(text)!, "/")..];
        return path.AsSpan().ContainsAnyExcept(PathSigns) || path.Contains("//", StringComparison.Ordinal)
            ? new AddressFault("the address of a site: its folders are Latin letters, digits, hyphens, points and underscores", null)
            : null;
    }

    /// <summary>What is wrong with an address that begins with mailto:, or null for a good one; a subject may follow.</summary>
    public static AddressFault? OfMail(string text)
    {
        const string expected = "an address of a mailbox, such as mailto:desk@example.org";
        if (OfText(text) is { } fault) return fault;
        var rest = text[(text.IndexOf(':') + 1)..];
        var box = rest[..Cut(rest, "?#")];
        return IsMailbox(box.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(box) : box) ? null
            : new AddressFault(expected, null);
    }

    /// <summary>Whether a text is the address of one mailbox: desk@example.org.</summary>
    public static bool IsMailbox(string text)
    {
        if (OfText(text) is not null || text.LastIndexOf('@') is not (> 0 and < 65 and var at)) return false;
        var name = text.AsSpan(0, at);
        return !name.ContainsAny(NoMailSigns) && name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal)
            && text.AsSpan(at + 1).Contains('.') && OfHost(text[(at + 1)..]) is null;
    }

    /// <summary>Whether a text begins with tel: and goes on as a telephone number, after RFC 3966.</summary>
    public static bool IsTelephone(string text) =>
        text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
        && text.AsSpan(4).ContainsAnyInRange('0', '9')
        && !text.AsSpan(4).ContainsAnyExcept(TelephoneSigns);

    /// <summary>What a text without a good scheme was most likely meant to be, as a hint; null where nothing fits.</summary>
    public static string? Meant(string text)
    {
        var rest = text.Trim();
        var scheme = "https";
        foreach (var known in (ReadOnlySpan<string>)["https", "http"])
        {
            if (!rest.StartsWith(known, StringComparison.OrdinalIgnoreCase) || rest.Length == known.Length
                || rest[known.Length] is not (':' or ';' or '/' or '\\')) continue;
            (scheme, rest) = (known, rest[known.Length..].TrimStart(':', ';', '/', '\\'));
            break;
        }
        if (rest.StartsWith("//", StringComparison.Ordinal)) rest = rest[2..];
        var host = rest[..Cut(rest, "/?#:")];
        if (!host.AsSpan().Contains('.') || host.Contains('@', StringComparison.Ordinal)) return null;
        var meant = $"{scheme}://{rest}";
        return OfText(meant) is null && OfAuthority(rest[..Cut(rest, "/?#")]) is null ? DidYouMean(meant) : null;
    }

    /// <summary>An address in ASCII, as files of lines take it: hosts in Punycode, the rest in per cent signs.</summary>
    public static string Ascii(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        if (RestOf(text) is not null && Uri.TryCreate(text, UriKind.Absolute, out var address))
            return Origin(address) + address.PathAndQuery + address.Fragment;
        var at = text.LastIndexOf('@');
        return at < 0 ? Encoded(text) : $"{Encoded(text[..at])}@{HostInAscii(text[(at + 1)..]) ?? Encoded(text[(at + 1)..])}";
    }

    /// <summary>Scheme, host and port of an address in ASCII.</summary>
    public static string Origin(Uri address)
    {
        var host = address.HostNameType == UriHostNameType.IPv6 ? address.Host : HostInAscii(address.Host) ?? address.Host;
        return address.IsDefaultPort ? $"{address.Scheme}://{host}"
            : string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{host}:{address.Port}");
    }

    /// <summary>What is wrong with signs that no address may have, or that stand for nothing.</summary>
    private static AddressFault? OfText(string text)
    {
        if (text.Length > Longest) return new AddressFault(string.Create(CultureInfo.InvariantCulture,
            $"an address of at most {Longest} characters"), null);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune)) return new AddressFault("an address without spaces", null);
            var isSign = rune.IsBmp && Forbidden.Contains((char)rune.Value);
            if (isSign) return new AddressFault($"an address without '{rune}'", rune.Value == '\\' ? Catalog.Slashes(text) : null);
            if (!IsVisible(rune)) return new AddressFault("an address without invisible characters", null);
        }
        for (var at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%', at + 1))
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
                return new AddressFault("an address with two hexadecimal digits after each '%'", "write %25 for the sign itself");
        }
        return null;
    }

    private static bool IsVisible(Rune rune) => rune.Value != Rune.ReplacementChar.Value && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned);

    private static AddressFault? OfAuthority(string authority)
    {
        if (authority is ['[', ..])
        {
            var close = authority.IndexOf(']');
            var isAddress = close > 0 && !authority.Contains('%', StringComparison.Ordinal)
                && IPAddress.TryParse(authority.AsSpan(1, close - 1), out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6;
            return isAddress ? OfPort(authority[(close + 1)..]) : new AddressFault("an address with a valid IPv6 host in brackets", null);
        }
        var colon = Cut(authority, ":");
        return OfHost(authority[..colon]) ?? OfPort(authority[colon..]);
    }

    private static AddressFault? OfPort(string port)
    {
        var isPort = port.Length == 0 || (port[0] == ':'
            && ushort.TryParse(port.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0);
        return isPort ? null : new AddressFault("an address with a port from 1 to 65535", null);
    }

    private static AddressFault? OfHost(string host)
    {
        if (host.Length == 0) return new AddressFault("an address with a host, such as https://example.org/", null);
        if (HostInAscii(host) is not { } ascii) return new AddressFault("an address with a valid host name", null);
        var labels = ascii.Split('.');
        var isNumber = labels[^1].AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        var isIp = labels.Length == 4 && labels.All(label => byte.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        return isNumber && !isIp ? new AddressFault("an address with a valid host name", null) : null;
    }

    /// <summary>A host as name servers know it, or null for one that cannot exist.</summary>
    private static string? HostInAscii(string host)
    {
        try
        {
            var mapping = new IdnMapping();
            var ascii = (System.Text.Ascii.IsValid(host) ? host : mapping.GetAscii(host.ToLowerInvariant())).ToLowerInvariant();
            return ascii.Length <= 253 && ascii.Split('.').All(label => IsLabel(label, mapping)) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a host's part is letters, digits and hyphens, and in Punycode one that says something; host names of some old machines
    /// have underscores.
    /// </summary>
    private static bool IsLabel(string label, IdnMapping mapping)
    {
        if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-') return false;
        foreach (var letter in label)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')) return false;
        if (!label.StartsWith("xn--", StringComparison.Ordinal)) return true;
        var word = mapping.GetUnicode(label);
        return !System.Text.Ascii.IsValid(word) && mapping.GetAscii(word) == label && word.EnumerateRunes().All(IsVisible);
    }

    private static string Encoded(string text) => string.Concat(text.EnumerateRunes()
        .Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private static string? RestOf(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? text[8..]
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? text[7..] : null;

    private static int Cut(string text, string signs) => text.AsSpan().IndexOfAny(signs) is >= 0 and var at ? at : text.Length;

    private static string? DidYouMean(string text) => OfWeb(text) is null ? Catalog.DidYouMean(text) : null;
}
