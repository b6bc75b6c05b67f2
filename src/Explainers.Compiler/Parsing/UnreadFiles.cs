using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing;

/// <summary>
/// Reports files that look as if they were meant to be part of the site, and that nothing reads: otherwise a slip in the name of a file or
/// folder costs a page, and nobody is told. What tools leave behind, and notes that say nothing of the sort, are passed over.
/// </summary>
internal static class UnreadFiles
{
    private const string Template = ".sbn-html";

    private static readonly FrozenSet<string> Markdown = Set(
        ".md",
        ".markdown",
        ".mdown",
        ".mkdn",
        ".mkd",
        ".mdwn",
        ".mdx",
        ".txt",
        ".text",
        "");
    private static readonly FrozenSet<string> Documents = Set(
        ".html",
        ".htm",
        ".doc",
        ".docx",
        ".odt",
        ".rtf",
        ".pages",
        ".adoc",
        ".rst",
        ".org");
    private static readonly FrozenSet<string> Yaml = Set(".yaml", ".yml", ".json");
    private static readonly FrozenSet<string> Tables = Set(".csv", ".tsv", ".toml", ".xls", ".xlsx", ".ods", ".xml");
    private static readonly FrozenSet<string> Pictures = Set(
        ".png",
        ".jpg",
        ".jpeg",
        ".webp",
        ".gif",
        ".svg",
        ".avif",
        ".heic",
        ".tif",
        ".tiff");
    private static readonly FrozenSet<string> Templates = Set(".html", ".htm", ".sbn", ".sbnhtml", Template, ".scriban", ".liquid");
    private static readonly FrozenSet<string> Left = Set(
        ".bak",
        ".orig",
        ".rej",
        ".tmp",
        ".temp",
        ".swp",
        ".swo",
        ".swx",
        ".new",
        ".old",
        ".part",
        ".crdownload");
    private static readonly FrozenSet<string> Notes = Set(
        "license",
        "licence",
        "copying",
        "changelog",
        "contributing",
        "authors",
        "notice");

    /// <summary>What nothing reads, with the name or place that it was most likely meant to have.</summary>
    public static ImmutableArray<Diagnostic> Of(SourcePaths input, SourcePaths theme)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var reported = new HashSet<string>(StringComparer.Ordinal);
        // Where the settings are missing, the input is most likely another folder, and its files have other places.
        var isSite = input.Any(file => file.Path == SourceKinds.Settings);
        foreach (var file in input.Where(file => isSite || IsLikeSettings(file)))
        {
            if (SourceKinds.Of(file.Path) != SourceKind.Unread) continue;
            if (SourceKinds.IsReadMe(file.Path) || IsLeft(Path.GetFileName(file.Path))) continue;
            if (file.Path.IndexOf('/') is >= 0 and var slash && !SourceKinds.Folders.Contains(file.Path[..slash]))
            {
                if (IsContent(file) && reported.Add(file.Path[..slash])) findings.Add(OfFolder(file, file.Path[..slash]));
            }
            else if (Hint(file) is { } hint)
            {
                findings.Add(Catalog.UnreadFile(FileSpan.StartOf(file.File), Path.GetFileName(file.Path), hint));
            }
        }
        findings.AddRange(theme.Where(IsMisnamedTemplate).Select(file => Catalog.UnreadFile(
            FileSpan.StartOf(file.File), Path.GetFileName(file.Path), $"templates end in {Template}: call it {file.Stem}{Template}")));
        return findings.ToImmutable();
    }

    /// <summary>Whether a name is that of a copy which an editor or a system keeps beside a file.</summary>
    private static bool IsLeft(string name) =>
        name[^1] == '~' || (name[0] == '#' && name[^1] == '#') || Left.Contains(Path.GetExtension(name))
        || name.Equals("thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);

    private static bool IsLikeSettings(SourcePath file) =>
        Yaml.Contains(Path.GetExtension(file.Path)) && Nearest.To(file.Path[..file.Path.LastIndexOf('.')], ["site"]) is not null;

    private static bool IsContent(SourcePath file)
    {
        var extension = Path.GetExtension(file.Path);
        return extension is not (".txt" or ".text" or "")
            && (Markdown.Contains(extension) || Yaml.Contains(extension) || Pictures.Contains(extension));
    }

    private static Diagnostic OfFolder(SourcePath file, string folder)
    {
        var meant = Nearest.To(folder, SourceKinds.Folders);
        return Catalog.UnreadFolder(FileSpan.StartOf(file.File), folder, meant is null
            ? $"files are read from {string.Join(", ", SourceKinds.Folders)}; begin its name with '_' to keep it as it is"
            : $"call the folder {meant}");
    }

    /// <summary>How a file comes to be read, or null where it does not look like a part of the site.</summary>
    private static string? Hint(SourcePath file) => file.Path.Split('/') switch
    {
        [var name] => OfRoot(file, name),
        ["articles" or "pages", ..] => OfText(file),
        ["facts", ..] => OfFacts(file),
        _ => null,
    };

    private static string? OfRoot(SourcePath file, string name)
    {
        var extension = Path.GetExtension(name);
        return Yaml.Contains(extension) && Nearest.To(file.Stem, ["authors"]) is not null
            ? $"authors are read from {SourceKinds.Authors}: call it that"
            : Notes.Contains(file.Stem) ? null
            : IsLikeSettings(file) ? $"the settings are read from {SourceKinds.Settings}: call it that"
            : Yaml.Contains(extension) ? "fact sheets are read from the folder facts: move it there"
            : extension.Length > 0 && extension != ".txt" && Markdown.Contains(extension)
                ? "articles are read from the folder articles, other pages from pages: move it there"
            : Pictures.Contains(extension) ? "pictures are read from the folder images: move it there"
            : null;
    }

    private static string? OfText(SourcePath file)
    {
        var extension = Path.GetExtension(file.Path);
        return Notes.Contains(file.Stem) ? null
            : Markdown.Contains(extension) ? $"articles and pages end in .md: call it {Stem(file)}.md"
            : Documents.Contains(extension) ? $"save its text as Markdown, in a file {Stem(file)}.md"
            : Yaml.Contains(extension) ? "fact sheets are read from the folder facts: move it there"
            : Pictures.Contains(extension) ? "pictures are read from the folder images: move it there"
            : null;
    }

    private static string? OfFacts(SourcePath file)
    {
        var extension = Path.GetExtension(file.Path);
        return Notes.Contains(file.Stem) ? null
            : Yaml.Contains(extension) || extension is "" or ".txt" ? $"fact sheets end in .yaml: call it {Stem(file)}.yaml"
            : Tables.Contains(extension) ? "save it as CSV or XLSX, and name it in the table of a sheet"
            : Markdown.Contains(extension) ? "articles are read from the folder articles, other pages from pages: move it there"
            : Pictures.Contains(extension) ? "pictures are read from the folder images: move it there"
            : null;
    }

    /// <summary>The name without an extension, or without two where a program added its own: <c>a.md.txt</c>.</summary>
    private static string Stem(SourcePath file)
    {
        var inner = Path.GetExtension(file.Stem);
        return inner.Length > 0 && (Markdown.Contains(inner) || Yaml.Contains(inner))
            ? Path.GetFileNameWithoutExtension(file.Stem) : file.Stem;
    }

    private static bool IsMisnamedTemplate(SourcePath file) =>
        file.Path.Split('/') is ["layouts" or "partials" or "blocks", .., var name] && !name.EndsWith(Template, StringComparison.Ordinal)
        && Templates.Contains(Path.GetExtension(name));

    private static FrozenSet<string> Set(params IEnumerable<string> extensions) => extensions.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
