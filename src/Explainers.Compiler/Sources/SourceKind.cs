namespace Explainers.Sources;

/// <summary>What a file of <c>input/</c> is read as.</summary>
internal enum SourceKind
{
    /// <summary>Nothing: no part of the compiler reads it.</summary>
    Unread,

    /// <summary>The settings of the site.</summary>
    Settings,

    /// <summary>Who writes the articles.</summary>
    Authors,

    /// <summary>An article.</summary>
    Article,

    /// <summary>A page about the site.</summary>
    Page,

    /// <summary>A fact sheet.</summary>
    Sheet,

    /// <summary>A file of <c>images/</c>: a picture, or the credit of one.</summary>
    Image,

    /// <summary>Rows and columns for the table of a sheet.</summary>
    Data,

    /// <summary>A file of <c>public/</c>, which is published as it is.</summary>
    Public,
}

/// <summary>Tells from its path what a file of <c>input/</c> is read as.</summary>
internal static class SourceKinds
{
    /// <summary>The path of the settings.</summary>
    public const string Settings = "site.yaml";

    /// <summary>The path of the authors.</summary>
    public const string Authors = "authors.yaml";

    /// <summary>The folders that are read.</summary>
    public static readonly IReadOnlyList<string> Folders = ["articles", "facts", "images", "pages", "public"];

    /// <summary>What the paths of all files begin with that are published as they are.</summary>
    public const string Public = "public/";

    /// <summary>Names with a dot that are published all the same, since hosts and services ask for them.</summary>
    private static readonly string[] PublicDots = [".well-known", ".nojekyll", ".htaccess"];

    /// <summary>What the file at a path below <c>input/</c> is read as.</summary>
    public static SourceKind Of(string path)
    {
        if (path == Settings) return SourceKind.Settings;
        if (path == Authors) return SourceKind.Authors;
        var extension = Path.GetExtension(path.AsSpan());
        if (path.StartsWith(Public, StringComparison.Ordinal)) return SourceKind.Public;
        if (path.StartsWith("images/", StringComparison.Ordinal)) return SourceKind.Image;
        if (IsReadMe(path)) return SourceKind.Unread;
        if (path.StartsWith("articles/", StringComparison.Ordinal) && extension is ".md") return SourceKind.Article;
        if (path.StartsWith("pages/", StringComparison.Ordinal) && extension is ".md") return SourceKind.Page;
        if (path.StartsWith("facts/", StringComparison.Ordinal) && extension is (".yaml" or ".yml")) return SourceKind.Sheet;
        if (path.StartsWith("facts/", StringComparison.Ordinal) && extension is (".csv" or ".tsv" or ".json" or ".xlsx"))
            return SourceKind.Data;
        return SourceKind.Unread;
    }

    /// <summary>
    /// Whether a file or folder is looked at: not where a name begins with an underscore or a dot. Below <c>public/</c> an underscore
    /// means nothing, and a few names with a dot are wanted.
    /// </summary>
    public static bool IsSeen(string path)
    {
        var isPublic = path.StartsWith(Public, StringComparison.Ordinal);
        return path.Split('/').All(part => part[0] switch
        {
            '_' => isPublic,
            '.' => isPublic && PublicDots.Contains(part),
            _ => true,
        });
    }

    /// <summary>Whether a file tells people about its folder, as code hosts show it; it is never part of the site.</summary>
    public static bool IsReadMe(string path) => Path.GetFileNameWithoutExtension(path.AsSpan()) is "README";
}
