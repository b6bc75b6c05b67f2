using System.Globalization;
using System.Text;

namespace Explainers.Cli.Terminal;

/// <summary>Shows characters that would steer a terminal, or turn the direction of what follows.</summary>
internal static class Visible
{
    private const char Replacement = '\uFFFD';

    /// <summary>A text with such characters written as <c>\u001B</c>.</summary>
    public static string Text(string text) => text.Any(IsHidden) ? Escaped(text, IsHidden) : text;

    /// <summary>A line of a file with a sign in the place of each such character, so that places in it stay what they are.</summary>
    public static string Line(string line) =>
        line.Any(IsHidden) ? string.Concat(line.Select(letter => IsHidden(letter) ? Replacement : letter)) : line;

    /// <summary>
    /// A JSON document with such characters escaped, which stand in strings alone. So are brackets that make an old command of GitHub
    /// Actions, which reads the log of a build and finds those anywhere in a line.
    /// </summary>
    public static string Json(string document)
    {
        var shown = document.Any(IsHiddenInJson) ? Escaped(document, IsHiddenInJson) : document;
        return shown.Replace("##[", "##\\u005B", StringComparison.Ordinal);
    }

    /// <summary>Whether a character is a control character, a line end of its own, or one that turns the direction of text.</summary>
    public static bool IsHidden(char letter) =>
        (char.IsControl(letter) && letter != '\t')
        || letter is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    /// <summary>A character as its escape.</summary>
    public static string Escape(char letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");

    private static bool IsHiddenInJson(char letter) => letter != '\n' && IsHidden(letter);

    private static string Escaped(string text, Func<char, bool> isHidden)
    {
        var shown = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            if (isHidden(letter)) shown.Append(Escape(letter));
            else shown.Append(letter);
        }
        return shown.ToString();
    }
}
