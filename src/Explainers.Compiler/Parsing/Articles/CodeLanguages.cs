using System.Collections.Frozen;

namespace Explainers.Parsing.Articles;

/// <summary>What a language has for signs, as far as colours need to know.</summary>
internal sealed record CodeLanguage
{
    /// <summary>What begins a comment that ends with its line.</summary>
    public string[] LineComments { get; init; } = [];

    /// <summary>What begins and ends a comment of several lines, or null.</summary>
    public (string Open, string Close)? BlockComment { get; init; }

    /// <summary>The signs that begin and end a string.</summary>
    public string Quotes { get; init; } = "\"'";

    /// <summary>Those of them whose strings may have several lines.</summary>
    public string LongQuotes { get; init; } = "";

    /// <summary>Its own words.</summary>
    public FrozenSet<string> Keywords { get; init; } = [];

    /// <summary>Whether names before a colon are keys.</summary>
    public bool HasKeys { get; init; }

    /// <summary>Whether a comment or a string begins only behind a space or a sign, since words can hold the same signs.</summary>
    public bool IsLoose { get; init; }

    /// <summary>How it is divided.</summary>
    public CodeShape Shape { get; init; }
}

/// <summary>How the code of a language is divided.</summary>
internal enum CodeShape
{
    /// <summary>Into words, strings, numbers and comments.</summary>
    Words,

    /// <summary>Into tags and the text between them.</summary>
    Tags,

    /// <summary>Into lines that were taken out or put in.</summary>
    Lines,
}

/// <summary>The languages whose code has colours, by the names that are written behind a fence.</summary>
internal static class CodeLanguages
{
    private static readonly CodeLanguage Yaml = new()
    {
        LineComments = ["#"],
        Keywords = Words("true false null yes no"),
        HasKeys = true,
        IsLoose = true,
    };

    private static readonly CodeLanguage Json = new()
    {
        LineComments = ["//"],
        Quotes = "\"",
        Keywords = Words("true false null"),
        HasKeys = true,
    };

    private static readonly CodeLanguage Script = new()
    {
        LineComments = ["//"],
        BlockComment = ("/*", "*/"),
        Quotes = "\"'`",
        LongQuotes = "`",
        Keywords = Words(
            "abstract as async await break case catch class const continue debugger default delete do else enum export extends false "
            + "finally for from function get if implements import in instanceof interface let new null of private protected public readonly return "
            + "set static super switch this throw true try type typeof undefined var void while with yield"),
    };

    private static readonly CodeLanguage Python = new()
    {
        LineComments = ["#"],
        Keywords = Words(
            "and as assert async await break case class continue def del elif else except False finally for from global if import in is "
            + "lambda match None nonlocal not or pass raise return self True try while with yield"),
    };

    private static readonly CodeLanguage Sql = new()
    {
        LineComments = ["--"],
        BlockComment = ("/*", "*/"),
        Keywords = Words(
            "add all alter and as asc between by case cast count create cross delete desc distinct drop else end exists false from full "
            + "group having in index inner insert into is join left like limit not null offset on or order outer over partition primary "
            + "right select set sum table then true union unique update using values view when where with",
            StringComparer.OrdinalIgnoreCase),
    };

    private static readonly CodeLanguage Css = new()
    {
        BlockComment = ("/*", "*/"),
        Keywords = Words("and from important not or supports media import to"),
        HasKeys = true,
    };

    private static readonly CodeLanguage Shell = new()
    {
        LineComments = ["#"],
        LongQuotes = "\"'",
        IsLoose = true,
        Keywords = Words(
            "case cd do done echo elif else esac exit export fi for function if in local read return set sudo then trap until unset while"),
    };

    private static readonly CodeLanguage R = new()
    {
        LineComments = ["#"],
        Keywords = Words("break else FALSE for function if in Inf library NA NaN next NULL repeat require return TRUE while"),
    };

    private static readonly CodeLanguage CSharp = new()
    {
        LineComments = ["//"],
        BlockComment = ("/*", "*/"),
        Keywords = Words(
            "abstract as async await base bool break byte case catch char class const continue decimal default do double else enum event "
            + "false finally float for foreach get if in init int interface internal is long namespace new null object or out override "
            + "params private protected public readonly record ref required return sealed set short static string struct switch this throw "
            + "true try typeof using var virtual void when where while with yield"),
    };

    private static readonly CodeLanguage Go = new()
    {
        LineComments = ["//"],
        BlockComment = ("/*", "*/"),
        Quotes = "\"'`",
        LongQuotes = "`",
        Keywords = Words(
            "as break case chan const continue crate default defer else enum false fallthrough fn for func go goto if impl import in "
            + "interface let loop map match mod mut nil package pub range return select self struct switch trait true type use var where while"),
    };

    private static readonly CodeLanguage Toml = new() { LineComments = ["#", ";"], Keywords = Words("true false"), IsLoose = true };

    private static readonly CodeLanguage Markup = new() { Shape = CodeShape.Tags, BlockComment = ("<!--", "-->") };

    private static readonly FrozenDictionary<string, CodeLanguage> ByName = new (string Names, CodeLanguage Language)[]
    {
        ("yaml yml", Yaml), ("json json5 jsonc geojson", Json), ("js javascript mjs ts typescript jsx tsx java", Script),
        ("py python", Python), ("sql", Sql), ("css scss less", Css), ("sh bash shell zsh console", Shell), ("r", R),
        ("cs csharp c# c cpp c++", CSharp), ("go rust rs", Go), ("toml ini properties", Toml),
        ("html xml svg rss atom xhtml sbn-html", Markup), ("diff patch", new CodeLanguage { Shape = CodeShape.Lines }),
    }
    .SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Language)))
    .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of a name behind a fence, or null for one without colours.</summary>
    public static CodeLanguage? Of(string name) => ByName.GetValueOrDefault(name);

    private static FrozenSet<string> Words(string words, StringComparer? comparer = null) =>
        words.Split(' ').ToFrozenSet(comparer ?? StringComparer.Ordinal);
}
