using System.Text.RegularExpressions;

namespace Explainers.Parsing.Yaml;

/// <summary>Tells from the lines around a place what a writer most likely did there that YAML does not take.</summary>
internal static partial class YamlSuggestions
{
    /// <summary>Keys that take names, which stand without braces.</summary>
    private static readonly string[] OfNames = ["key_facts", "about", "topics", "source"];

    /// <summary>A reference in braces that is not in quotation marks, so that YAML takes it for keys with values.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="at">Where the braces open.</param>
    /// <param name="key">The key of the whole mapping that they stand below.</param>
    public static YamlFault Braces(string text, int at, string key)
    {
        var line = YamlLine.At(text, at);
        var close = text.IndexOf("}}", at, StringComparison.Ordinal);
        var end = close < 0 || close + 2 > line.Start + line.Text.Length ? line.Start + line.Text.Length : close + 2;
        YamlFault Fault(string what, string hint) => new(at, Math.Max(1, end - at), what, hint);
        if (OfNames.Contains(key)) return Fault("names stand here without braces", $"write {InBraces().Replace(line.Text, "${inner}")}");
        if (line.Start + line.ValueAt != at)
            return Fault("text that holds '{{' needs quotation marks in YAML", $"put it in quotation marks: \"{text[at..end]}\"");
        return key == "facts" && line.Key is not "note" && InBraces().Match(line.Value) is { Success: true } match
            && match.Length == line.Value.Length
            ? Fault(
                "a fact takes a value or a formula, not a reference in braces",
                $"write {line.Text[..line.ValueAt]}= {match.Groups["inner"].Value}")
            : Fault("text that begins with '{{' needs quotation marks in YAML", $"write {line.Quoted()}");
    }

    /// <summary>What is behind a ': ' that cannot stand where it does, or null where only the general words fit.</summary>
    public static YamlFault? Colon(string text, int at)
    {
        var line = YamlLine.At(text, at);
        if (Unspaced().Match(line.Text) is { Success: true } unspaced)
        {
            var key = unspaced.Value[..^2];
            var spaced = $"{key}: {line.Text[(unspaced.Length - 1)..]}";
            return new YamlFault(line.Start, unspaced.Length, $"'{key}' has no space behind its colon", $"write '{spaced}'");
        }
        var before = text[line.Start..Math.Max(line.Start, Math.Min(at, text.Length))];
        if (before.Contains(": ", StringComparison.Ordinal))
            return before.AsSpan().ContainsAny('{', '[')
                ? null
                : new YamlFault(at, 1, "a ': ' cannot stand here", $"put the text in quotation marks: {line.Quoted()}");
        return line.Above(text) is { } above ? Below(above, line) : null;
    }

    /// <summary>What is wrong where a key was expected, or null where only the general words fit.</summary>
    public static YamlFault? Key(string text, int at)
    {
        var line = YamlLine.At(text, at);
        if (at > line.Start)
            return line.Value is ['"' or '\'', ..]
                ? new YamlFault(
                    at,
                    1,
                    "the text goes on behind its closing quotation mark",
                    $"put all of it in quotation marks: {line.Quoted()}")
                : null;
        if (line.Text.StartsWith("- ", StringComparison.Ordinal))
            return new YamlFault(
                line.Start,
                1,
                "a list cannot stand here",
                "put it below a key that has no value of its own, as in 'topics:'");
        if (line.Key is null) return Keyless(line, "write 'key: value', or indent the line where it goes on with the text above");
        return line.Above(text) is { } above && above.Indentation < line.Indentation ? Below(above, line) : null;
    }

    /// <summary>Where the last bracket or brace opens that nothing closes, or -1.</summary>
    public static int Unclosed(string text)
    {
        var open = new Stack<int>();
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quote != '\0') quote = letter == quote ? '\0' : quote;
            else if (letter is '"' or '\'' && Opens(text, i)) quote = letter;
            else if (letter == '#' && (i == 0 || char.IsWhiteSpace(text[i - 1])))
                i = text.IndexOf('\n', i) is >= 0 and var next ? next : text.Length;
            else if (letter is '{' or '[' && (open.Count > 0 || Opens(text, i))) open.Push(i);
            else if (letter is '}' or ']') open.TryPop(out _);
        }
        return open.TryPeek(out var last) ? last : -1;
    }

    /// <summary>Whether a value can begin at a character: marks and brackets inside a text are letters like others.</summary>
    private static bool Opens(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        return at == 0 || text[at - 1] is ':' or ',' or '{' or '[' or '-' or '\n';
    }

    /// <summary>A line that is indented below one that can have nothing below it.</summary>
    private static YamlFault? Below(YamlLine above, YamlLine line)
    {
        if (above.Indentation > line.Indentation || above.Text.StartsWith("- ", StringComparison.Ordinal)) return null;
        if (above.Key is null)
            return Keyless(
                above,
                above.Indentation < line.Indentation ? $"write '{above.Text}:'" : "write 'key: value', or remove the line");
        if (above.Indentation == line.Indentation || above.Value.Length == 0) return null;
        var hint = above.Indentation > 0
            ? $"put it below, beside '{line.Key}', as 'value: {above.Value}'"
            : $"let '{line.Key}' begin below '{above.Key}', at the left, or put the whole text in quotation marks";
        return new YamlFault(
            above.Start + above.ValueAt,
            above.Value.Length,
            $"'{above.Key}' has a value already, and keys stand below it",
            hint);
    }

    private static YamlFault Keyless(YamlLine line, string hint)
    {
        var colon = line.Text.IndexOf(':');
        return colon > 0 && colon < line.Text.Length - 1
            ? new YamlFault(
                line.Start,
                line.Text.Length,
                $"'{line.Text}' has no space behind its colon",
                $"write '{line.Text[..colon]}: {line.Text[(colon + 1)..]}'")
            : new YamlFault(
                line.Start,
                line.Text.Length,
                hint.StartsWith("write 'key", StringComparison.Ordinal)
                    ? $"'{line.Text}' has no colon"
                    : $"'{line.Text}' has no colon at its end",
                hint);
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]*:[{\[""']")]
    private static partial Regex Unspaced();

    [GeneratedRegex(@"\{\{\s*(?<inner>.*?)\s*\}\}")]
    private static partial Regex InBraces();
}
