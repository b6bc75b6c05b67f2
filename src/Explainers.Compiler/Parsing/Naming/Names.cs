using System.Collections.Immutable;
using System.Text;
using Explainers.Diagnostics;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Naming;

/// <summary>The spelling of identifiers and slugs: small Latin letters and digits with one separator between words.</summary>
internal static class Names
{
    /// <summary>The most bytes of a name, which leave room for what is added to it: disks take 255.</summary>
    public const int Longest = 200;

    /// <summary>The most bytes of a path.</summary>
    public const int LongestPath = 1000;

    /// <summary>Whether names of files can be made of a path: no part of it is too long, nor the whole.</summary>
    public static bool IsShort(string path) =>
        Encoding.UTF8.GetByteCount(path) <= LongestPath && path.Split('/').All(part => Encoding.UTF8.GetByteCount(part) <= Longest);

    /// <summary>The slug that a file's name gives; reported where it is not one.</summary>
    public static string Slug(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var slug = Spelled(file.Stem, '-');
        if (!IsShort(slug)) findings.Add(Catalog.InvalidName(FileSpan.StartOf(file), file.Stem, "the name of a page's file", null));
        else if (slug != file.Stem)
            findings.Add(
                Catalog.InvalidName(
                    FileSpan.StartOf(file),
                    file.Stem,
                    "the name of a page's file",
                    slug.Length == 0 ? "" : slug + System.IO.Path.GetExtension(file.Path)));
        else Devices.Check(FileSpan.StartOf(file), slug, findings);
        return slug.Length == 0 ? "unnamed" : slug;
    }

    /// <summary>
    /// The slug of a page, which the folders below <c>pages/</c> are part of: <c>guides/themes</c>, or <c>guides</c> for their index.md.
    /// </summary>
    public static string PageSlug(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (file.Path.Split('/') is not [_, .. { Length: > 0 } folders, _]) return Slug(file, findings);
        var spelled = folders.Select(folder => Spelled(folder, '-')).ToArray();
        if (!IsShort(string.Join('/', spelled)))
            findings.Add(Catalog.InvalidName(FileSpan.StartOf(file), string.Join('/', folders), "the name of a folder of pages", null));
        for (var i = 0; i < folders.Length; i++)
        {
            if (spelled[i] != folders[i])
                findings.Add(Catalog.InvalidName(FileSpan.StartOf(file), folders[i], "the name of a folder of pages", spelled[i]));
            else Devices.Check(FileSpan.StartOf(file), folders[i], findings);
        }
        var above = string.Join('/', spelled.Select(folder => folder.Length == 0 ? "unnamed" : folder));
        return file.Stem == "index" ? above : $"{above}/{Slug(file, findings)}";
    }

    /// <summary>The identifier that a sheet's file name gives: hyphens become underscores.</summary>
    public static string Identifier(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var slug = Spelled(file.Stem, '-');
        var isWord = slug.Length > 0 && !char.IsAsciiDigit(slug[0]);
        if (!IsShort(slug)) findings.Add(Catalog.InvalidName(FileSpan.StartOf(file), file.Stem, "the name of a fact sheet's file", null));
        else if (!isWord || slug != file.Stem)
            findings.Add(
                Catalog.InvalidName(FileSpan.StartOf(file), file.Stem, "the name of a fact sheet's file", isWord ? slug + ".yaml" : ""));
        else Devices.Check(FileSpan.StartOf(file), slug, findings);
        return slug.Length == 0 ? "unnamed" : slug.Replace('-', '_');
    }

    /// <summary>Whether a key can be an id in snake_case; reported where not.</summary>
    public static bool IsIdentifier(ScalarSyntax id, ImmutableArray<Diagnostic>.Builder findings)
    {
        var spelled = Spelled(id.Text, '_');
        var isWord = spelled.Length > 0 && !char.IsAsciiDigit(spelled[0]);
        if (isWord && spelled == id.Text && IsShort(spelled)) return Devices.Check(id.Span, id.Text, findings);
        findings.Add(Catalog.InvalidName(id.Span, id.Text, "an id", !IsShort(spelled) ? null : isWord ? spelled : ""));
        return false;
    }

    /// <summary>A text as an id in snake_case; empty where it has no Latin letter or digit.</summary>
    public static string Snake(string text) => Spelled(text, '_');

    /// <summary>Whether a key can be part of an address, with hyphens between words; reported where not.</summary>
    public static bool IsSlug(ScalarSyntax id, ImmutableArray<Diagnostic>.Builder findings)
    {
        var spelled = Spelled(id.Text, '-');
        if (spelled.Length > 0 && spelled == id.Text && IsShort(spelled)) return Devices.Check(id.Span, id.Text, findings);
        findings.Add(Catalog.InvalidName(id.Span, id.Text, "part of an address", IsShort(spelled) ? spelled : null));
        return false;
    }

    /// <summary>
    /// A text as words of small letters and digits, joined by the separator; letters outside ASCII stay where they are letters of headings.
    /// </summary>
    public static string HeadingId(string text)
    {
        var id = Spelled(text, '-', static letter => char.IsLetterOrDigit(letter));
        return id.Length == 0 ? "section" : id;
    }

    private static string Spelled(string text, char separator) =>
        Spelled(Ascii.IsValid(text) ? text : Folding.Fold(Spread(text)), separator, char.IsAsciiLetterOrDigit);

    /// <summary>A text with umlauts as they are written where there are none.</summary>
    private static string Spread(string text) => text.ToLowerInvariant()
        .Replace("ä", "ae", StringComparison.Ordinal)
        .Replace("ö", "oe", StringComparison.Ordinal)
        .Replace("ü", "ue", StringComparison.Ordinal);

    private static string Spelled(string text, char separator, Func<char, bool> belongs)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (belongs(letter)) spelled.Append(char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '’') && spelled.Length > 0 && spelled[^1] != separator) spelled.Append(separator);
        }
        return spelled.ToString().TrimEnd(separator);
    }
}
