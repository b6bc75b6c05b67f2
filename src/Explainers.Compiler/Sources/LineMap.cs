namespace Explainers.Sources;

/// <summary>A place as people name it: line and column, both counted from 1, columns in UTF-16 units.</summary>
public readonly record struct LinePosition(int Line, int Column);

/// <summary>Works out lines and columns of a text, when a message is shown.</summary>
public sealed class LineMap
{
    private readonly List<int> _starts = [0];
    private readonly string _text;

    /// <summary>Finds the line starts of a text; a line ends with CR LF, LF or a lone CR.</summary>
    public LineMap(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>The line and column of an offset; offsets outside the text are moved to its nearest end.</summary>
    public LinePosition At(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new LinePosition(line + 1, offset - _starts[line] + 1);
    }

    /// <summary>The text of a line, counted from 1, without its line end.</summary>
    public string Line(int line)
    {
        var start = _starts[line - 1];
        var end = line < _starts.Count ? _starts[line] : _text.Length;
        return _text[start..end].TrimEnd('\r', '\n');
    }
}
