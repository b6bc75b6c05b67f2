namespace Explainers.Parsing.Text;

/// <summary>Recognises addresses of files of <c>images/</c>, wherever they are written as addresses.</summary>
/// <param name="baseUrl">The address of the site.</param>
internal sealed class ImageAddresses(string baseUrl)
{
    /// <summary>The folder of the images.</summary>
    public const string Folder = "images/";

    private const string Delimiters = "\"'`()<>{}[]=,;| \t\r\n";
    private readonly string? _origin =
        Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>The addresses in a value that may hold several, such as a list of sources or a style.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var at = 0; text.IndexOf(Folder, at, StringComparison.Ordinal) is >= 0 and var found;)
        {
            var (start, end) = (found, found);
            while (start > at && !Delimiters.Contains(text[start - 1], StringComparison.Ordinal)) start--;
            while (end < text.Length && !Delimiters.Contains(text[end], StringComparison.Ordinal)) end++;
            yield return text[start..end];
            at = end;
        }
    }

    /// <summary>The path of the image below the input folder, or null for an address that leads elsewhere.</summary>
    public string? PathOf(string address)
    {
        if (address.StartsWith("//", StringComparison.Ordinal) || address.Contains("://", StringComparison.Ordinal))
        {
            if (_origin is null || !address.StartsWith(_origin + "/", StringComparison.OrdinalIgnoreCase)) return null;
            address = address[_origin.Length..];
        }
        var start = address.StartsWith(Folder, StringComparison.Ordinal) ? 0 : address.IndexOf($"/{Folder}", StringComparison.Ordinal) + 1;
        if (start == 0 && !address.StartsWith(Folder, StringComparison.Ordinal)) return null;
        var end = address.AsSpan(start).IndexOfAny('?', '#');
        return Uri.UnescapeDataString(end < 0 ? address[start..] : address[start..(start + end)]);
    }
}
