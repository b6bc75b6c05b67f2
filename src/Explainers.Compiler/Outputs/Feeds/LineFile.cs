using System.Buffers;
using System.Text;
using Explainers.Binding;
using Explainers.Rendering;

namespace Explainers.Outputs.Feeds;

/// <summary>
/// A text file that programs read line by line. Whatever a value holds, it stays on its line: what is not printable ASCII is encoded
/// as in addresses.
/// </summary>
internal sealed class LineFile(string url)
{
    private static readonly SearchValues<char> Printable = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1)
        .Select(code => (char)code)]);
    private readonly StringBuilder _text = new();

    /// <summary>A line as it is, such as the path of a rule; empty for a blank line.</summary>
    public LineFile Line(string line = "")
    {
        _text.Append(OnOneLine(line)).Append('\n');
        return this;
    }

    /// <summary>A line with a name and a value.</summary>
    public LineFile Field(string name, string value) => Line($"{name}: {value}");

    /// <summary>The finished file.</summary>
    public OutputFile Done() => new(Routes.File(url), Encoding.ASCII.GetBytes(_text.ToString()));

    private static string OnOneLine(string text) => !text.AsSpan().ContainsAnyExcept(Printable)
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune => rune.IsAscii && Printable.Contains((char)rune.Value) ? rune.ToString()
            : Uri.EscapeDataString(rune.ToString())));
}
