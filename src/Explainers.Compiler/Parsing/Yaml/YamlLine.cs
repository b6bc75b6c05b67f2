namespace Explainers.Parsing.Yaml;

/// <summary>A line of YAML, as far as a reader without a parser understands it.</summary>
/// <param name="Start">Where its text begins, behind the indentation.</param>
/// <param name="Indentation">How many spaces stand before that.</param>
/// <param name="Text">The text without the space around it.</param>
internal readonly record struct YamlLine(int Start, int Indentation, string Text)
{
    /// <summary>The key without quotation marks, where the line has one.</summary>
    public string? Key => Colon < 0 ? null : Text[Dash..Colon].Trim().Trim('"', '\'');

    /// <summary>What stands behind the key, or the whole text where there is none.</summary>
    public string Value => Text[ValueAt..];

    /// <summary>Where in the text the value begins.</summary>
    public int ValueAt
    {
        get
        {
            var at = Colon < 0 ? Dash : Colon + 1;
            while (at < Text.Length && Text[at] == ' ') at++;
            return at;
        }
    }

    private int Dash => Text.StartsWith("- ", StringComparison.Ordinal) ? 2 : 0;

    private int Colon =>
        Text.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? colon : Text.EndsWith(':') ? Text.Length - 1 : -1;

    /// <summary>The line that a character is in.</summary>
    public static YamlLine At(string text, int offset)
    {
        var begin = offset == 0 ? 0 : text.LastIndexOf('\n', Math.Min(offset, text.Length) - 1) + 1;
        var end = text.IndexOf('\n', begin) is >= 0 and var found ? found : text.Length;
        var start = begin;
        while (start < end && text[start] == ' ') start++;
        return new YamlLine(start, start - begin, text[start..end].TrimEnd());
    }

    /// <summary>The nearest line above that is neither empty nor a comment, or null.</summary>
    public YamlLine? Above(string text)
    {
        for (var line = this; line.Start - line.Indentation > 0;)
        {
            line = At(text, line.Start - line.Indentation - 1);
            if (line.Text.Length > 0 && line.Text[0] != '#') return line;
        }
        return null;
    }

    /// <summary>The line with its value in quotation marks.</summary>
    public string Quoted()
    {
        var value = Value.Replace("\"", "", StringComparison.Ordinal).Length < Value.Length
            || Value.Contains('\\', StringComparison.Ordinal)
            ? $"'{Value.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"\"{Value}\"";
        return Text[..ValueAt] + value;
    }
}
