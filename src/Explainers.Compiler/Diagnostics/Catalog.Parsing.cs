using Explainers.Sources;

namespace Explainers.Diagnostics;

internal static partial class Catalog
{
    /// <summary>A file's bytes are not UTF-8.</summary>
    public static Diagnostic NotUtf8(SourceFile file, int offset) => file.LooksLikeUtf16
        ? Error("not-utf8", FileSpan.StartOf(file), "this file is saved as UTF-16", "save it as UTF-8")
        : Error(
            "not-utf8",
            new FileSpan(file, file.PlaceOf(offset), 1),
            $"this file is not text in UTF-8: byte {offset + 1} is the first bad one",
            "save it with the encoding UTF-8");

    /// <summary>A character that stands for no sign and that neither HTML nor XML takes.</summary>
    public static Diagnostic ControlCharacter(FileSpan at, char character) => character is >= '\u202A' and <= '\u202E'
        ? Error("control-character", at, $"a character that nobody sees, U+{(int)character:X4}, turns the direction of the text after it",
            "delete it; people would read another text here than programs do")
        : Error("control-character", at, $"a character that nobody sees, U+{(int)character:X4}, is in the text here",
            "delete it; it often comes with text copied from a PDF");

    /// <summary>What stands in braces behind a heading and does not belong there.</summary>
    public static Diagnostic HeadingAttribute(FileSpan at, string what, string? hint) =>
        Error("heading-attribute", at, what, hint ?? "take another name");

    /// <summary>YAML that cannot be read.</summary>
    public static Diagnostic YamlSyntax(FileSpan at, string what, string hint) => Error("yaml-syntax", at, what, hint);

    /// <summary>An anchor, alias, tag or merge key.</summary>
    public static Diagnostic YamlAlias(FileSpan at) =>
        Error("yaml-alias", at, "a value that begins with &, * or ! has a special meaning in YAML, which is not used here",
            "put a text in quotation marks; write out what the sign stands for");

    /// <summary>Lists and mappings inside one another beyond the limit.</summary>
    public static Diagnostic YamlTooDeep(FileSpan at, int limit) =>
        Error(
            "yaml-too-deep",
            at,
            $"lists and keys stand inside one another more than {limit} deep here",
            "write it flatter; look for a run of brackets");

    /// <summary>A key that this mapping does not have.</summary>
    /// <param name="at">The key.</param>
    /// <param name="key">Its name.</param>
    /// <param name="owner">What the mapping says the keys of.</param>
    /// <param name="nearest">The key that was most likely meant, or null.</param>
    /// <param name="known">The keys that there are.</param>
    /// <param name="isCutOff">Whether it is no key but the end of a text that a comma has cut in two.</param>
    public static Diagnostic UnknownKey(FileSpan at, string key, string owner, string? nearest, IEnumerable<string> known, bool isCutOff) =>
        Error("unknown-key", at, $"{owner} has no key '{Shorten(key)}'",
            key == "draft" && known.Contains("status") ? "write 'status: draft'" :
            isCutOff && Unspaced(key) is { } unspaced ? unspaced :
            isCutOff ? "between { and } a comma ends a value: put text that holds one in quotation marks" :
            DidYouMean(nearest) ?? $"its keys are {string.Join(", ", known)}");

    /// <summary>The hint for "key:value", or null where no colon lacks its space; the one of an address does not.</summary>
    private static string? Unspaced(string key)
    {
        var colon = key.IndexOf(':');
        var isKey = colon > 0 && colon < key.Length - 1 && key[colon + 1] != '/'
            && key[..colon].All(letter => char.IsAsciiLetterLower(letter) || letter == '_');
        return isKey ? $"put a space behind the colon: '{Shorten($"{key[..colon]}: {key[(colon + 1)..]}")}'" : null;
    }

    /// <summary>A key written twice in one mapping.</summary>
    public static Diagnostic DuplicateKey(FileSpan at, string key, int firstLine) =>
        Error("duplicate-key", at, $"the key '{key}' is there twice; first on line {firstLine}", "keep one of the two");

    /// <summary>A key that must be there.</summary>
    public static Diagnostic MissingKey(FileSpan at, string key, string owner, string meaning) =>
        Error("missing-key", at, $"{owner} needs the key '{key}'", $"{key}: {meaning}");

    /// <summary>Two keys that do not go together.</summary>
    public static Diagnostic ConflictingKeys(FileSpan at, string what, string hint) => Error("conflicting-keys", at, what, hint);

    /// <summary>A value of another shape than its key takes.</summary>
    public static Diagnostic WrongType(FileSpan at, string key, string expected, string actual) =>
        Error("wrong-type", at, $"'{key}' takes {expected}, not {actual}");

    /// <summary>A value of the right shape that says nothing usable, or not what it is meant to be.</summary>
    public static Diagnostic InvalidValue(FileSpan at, string value, string expected, string? hint = null) =>
        Error("invalid-value", at, $"'{Shorten(value)}' is not {expected}", hint);

    /// <summary>A file name or id that cannot become an identifier and an address.</summary>
    /// <param name="at">Where it is written.</param>
    /// <param name="name">The name.</param>
    /// <param name="what">What it is the name of.</param>
    /// <param name="suggestion">A name that would do; empty where there is none, null for a name that is only too long.</param>
    public static Diagnostic InvalidName(FileSpan at, string name, string what, string? suggestion) =>
        Error("invalid-name", at, $"'{Shorten(name)}' cannot be {what}", suggestion switch
        {
            null => "it is too long for the names of files that are made of it: use at most 200 letters, and 1,000 with its folders",
            "" => "begin with a small Latin letter; letters, digits, and a hyphen or (in an id) an underscore may follow",
            _ => $"call it '{suggestion}'",
        });

    /// <summary>An article without front matter.</summary>
    public static Diagnostic MissingFrontMatter(SourceFile file, bool opened) =>
        Error("missing-front-matter", FileSpan.StartOf(file),
            opened ? "the front matter has no closing line of three hyphens" : "this file has no front matter",
            opened
                ? "add a line '---' behind the last key"
                : "the first line must be '---'; then come 'title: …' and 'description: …', then a line '---'");

    /// <summary>A link or an image that is printed as typed, or leads nowhere.</summary>
    public static Diagnostic MalformedLink(FileSpan at, string what, string hint) => Warning("malformed-link", at, what, hint);

    /// <summary>A table that is printed as typed, or a line that became a row of one.</summary>
    public static Diagnostic MalformedTable(FileSpan at, string what, string hint) => Warning("malformed-table", at, what, hint);

    /// <summary>Quotations, lists, emphasis or brackets inside one another beyond the limit.</summary>
    public static Diagnostic MarkdownTooDeep(FileSpan at) =>
        Error(
            "markdown-too-deep",
            at,
            "quotations, lists, emphasis or brackets are nested too deep here, so the body of this file is left out",
            "look for a long run of '>', '*', '_' or '[': Markdown of more than a hundred levels is not read");

    /// <summary>A paragraph with too many signs.</summary>
    public static Diagnostic MarkdownTooLong(FileSpan at, int limit) =>
        Error("markdown-too-long", at, $"this paragraph has more than {limit} signs of Markdown, so it is read as plain text",
            "divide it with empty lines");

    /// <summary>A mark of a footnote that is not there.</summary>
    public static Diagnostic UnknownFootnote(FileSpan at, string label, string? nearest) =>
        Error("unknown-footnote", at, $"no footnote of this file has the label '{label}'",
            DidYouMean(nearest) ?? $"add a line '[^{label}]: …', or write \\[^{label}] for the signs as they are");

    /// <summary>A footnote that no mark refers to, which readers do not see.</summary>
    public static Diagnostic UnusedFootnote(FileSpan at, string label) =>
        Warning("unused-footnote", at, $"nothing refers to the footnote '{label}', so that it is not shown",
            $"write [^{label}] where it belongs, or delete it");

    /// <summary>A footnote whose label is taken.</summary>
    public static Diagnostic DuplicateFootnote(FileSpan at, string label) =>
        Warning("duplicate-footnote", at, $"the label '{label}' is that of a footnote above, so that this one is not shown",
            "give it another label");

    /// <summary>A mark of a footnote where no link may stand.</summary>
    public static Diagnostic MisplacedFootnote(FileSpan at) =>
        Warning("misplaced-footnote", at, "the mark of a footnote is a link, and cannot stand in a link or in the words of a picture",
            "put it behind the link or the picture");

    /// <summary>Signs that other kinds of Markdown read, and this one prints.</summary>
    public static Diagnostic UnsupportedMarkdown(FileSpan at, string what, string hint) =>
        Warning("unsupported-markdown", at, $"this looks like {what}, but it is printed as typed", hint);

    /// <summary>Two opening braces without the two that close them.</summary>
    public static Diagnostic UnclosedExpression(FileSpan at) =>
        Error("unclosed-expression", at, "'{{' has no '}}' in the same paragraph",
            "close it, or write '\\{{' for two braces as they are");

    /// <summary>A reference in braces that do not stand in pairs, so that it is printed as text.</summary>
    public static Diagnostic SingleBraces(FileSpan at, string mended) =>
        Warning(
            "single-braces",
            at,
            "this is printed as it stands, since a reference stands between two braces on each side",
            $"write {mended}, or `{{ … }}` as code where the braces are meant");

    /// <summary>A heading without the space behind its signs, so that it is printed as text.</summary>
    public static Diagnostic UnspacedHeading(FileSpan at, string mended) =>
        Warning("unspaced-heading", at, "this is printed as text, since a heading has a space behind '##'", $"write '{Shorten(mended)}'");

    /// <summary>Braces whose content is not an expression.</summary>
    public static Diagnostic ExpressionSyntax(FileSpan at, string what, string? hint = null) =>
        Error("expression-syntax", at, what, hint ?? "write {{ sheet.fact }}, {{ sheet.fact | filter }} or {{ block sheet.fact }}");

    /// <summary>A statement of the template language in an article.</summary>
    public static Diagnostic StatementInArticle(FileSpan at, string what) =>
        Error("statement-in-article", at, $"{what} is for templates, and articles only refer to facts",
            "write {{ sheet.fact }}; what decides or repeats belongs in the theme");

    /// <summary>HTML in Markdown where the site does not allow it.</summary>
    public static Diagnostic RawHtml(FileSpan at) =>
        Warning("raw-html", at, "HTML is shown as text here", "use Markdown, or set 'allow_html: true' in site.yaml");

    /// <summary>A link that would run something instead of leading somewhere.</summary>
    public static Diagnostic UnsafeLink(FileSpan at, string url) =>
        Error(
            "unsafe-link",
            at,
            $"'{Shorten(url)}' is not an address that a page may link to",
            "link to a page, or to an address with https:, http:, mailto: or tel:");

    /// <summary>A template that cannot be read.</summary>
    public static Diagnostic TemplateSyntax(FileSpan at, string what) => Error("template-syntax", at, what);

    /// <summary>A value as messages show it: on one line, and not all of a long one.</summary>
    internal static string Shorten(string value)
    {
        var line = value.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 57), "…");
    }
}
