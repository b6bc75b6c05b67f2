using System.Collections.Immutable;

namespace Explainers.Parsing.Yaml;

/// <summary>Why YAML cannot be read, in plain words.</summary>
/// <param name="Start">Where in the text.</param>
/// <param name="Length">How many characters it covers.</param>
/// <param name="What">The fault.</param>
/// <param name="Hint">How to mend it.</param>
internal readonly record struct YamlFault(int Start, int Length, string What, string Hint)
{
    private const string Quote = "put the text in quotation marks";

    /// <summary>Parts of the library's messages, and what they mean; the first that fits counts.</summary>
    private static readonly ImmutableArray<(string Part, string What, string Hint)> Words =
    [
        ("tab as indentation", "this line is indented with a tab", "indent with spaces"),
        ("tab character", "this line is indented with a tab", "indent with spaces"),
        ("invalid mapping", "a ': ' cannot stand here", "put text that holds ': ' in quotation marks, or move this line to the left"),
        (
            "Mapping values are not allowed",
            "a ': ' cannot stand here",
            "put text that holds ': ' in quotation marks, or move this line to the left"),
        (
            "wrong indentation",
            "this quotation mark is not closed, or the lines behind it are not indented",
            "put the same mark at the end of the text; in single ones an apostrophe is written twice: 'it''s'"),
        (
            "quoted scalar, found unexpected",
            "this quotation mark is not closed",
            "put the same mark at the end of the text; in single ones an apostrophe is written twice: 'it''s'"),
        (
            "unknown escape",
            "a backslash between double quotation marks begins an escape, and this text holds one that YAML does not have",
            "use single quotation marks, or write the backslash twice"),
        (
            "quoted scalar",
            "a backslash between double quotation marks begins an escape, and this one names no character",
            "write the character itself, or use single quotation marks"),
        (
            "Block sequence entries",
            "a '- ' cannot stand here",
            "put each item of a list on a line of its own below the key, or text that begins with '- ' in quotation marks"),
        ("sequence entry", "a '- ' cannot stand here", "put each item of a list on a line of its own below the key"),
        (
            "'-' indicator",
            "this line stands in a list and does not begin with '- '",
            "begin it with '- ', or indent it as the key above the list is"),
        (
            "',' or '}'",
            "a ',' or a '}' is missing before this",
            "between { and } a comma ends a value, and text that holds ', ' or ': ' goes in quotation marks"),
        (
            "',' or ']'",
            "a ',' or a ']' is missing before this",
            "between [ and ] a comma ends an item, and text that holds ', ' or ': ' goes in quotation marks"),
        (
            "expected key",
            "this line is neither 'key: value' nor indented as the lines before it",
            "let keys that belong together begin below one another, each with ': ' behind it"),
        ("cannot start any token", "a text cannot begin with this character", Quote),
        ("spaces", "the first lines of this text are indented further than the others", "indent all its lines alike"),
        (
            "block scalar",
            "behind '|' or '>' the line ends, and the text stands below it",
            "put text that begins with one of them in quotation marks"),
        ("comment", "a '#' begins a comment only behind a space", "put a space before it, or the text in quotation marks"),
        ("Mapping keys are not allowed", "a '? ' cannot stand here", Quote),
        ("key indicator", "a '? ' cannot stand here", Quote),
        ("simple key", "this line has no ': '", "write 'key: value'"),
        ("anchor", "a value that begins with &, * or ! has a special meaning in YAML, which is not used here", Quote),
        ("alias", "a value that begins with &, * or ! has a special meaning in YAML, which is not used here", Quote),
        ("a tag", "a value that begins with &, * or ! has a special meaning in YAML, which is not used here", Quote),
        ("tag handle", "a value that begins with &, * or ! has a special meaning in YAML, which is not used here", Quote),
        ("directive", "a line that begins with '%' has a special meaning in YAML, which is not used here", Quote),
        ("document", "a line of three points or hyphens ends what is read as one file, and text follows it", "remove that line"),
        ("node", "a value is missing before this", "write one, or put text that begins with ',', ']' or '}' in quotation marks"),
    ];

    /// <summary>What a message of the library means.</summary>
    public static YamlFault Of(string message, int start, int length)
    {
        foreach (var (part, what, hint) in Words)
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase)) return new YamlFault(start, length, what, hint);
        return new YamlFault(
            start,
            length,
            "this cannot be read as YAML",
            "a line is 'key: value', with a space behind the colon; text with other signs goes in quotation marks");
    }
}
