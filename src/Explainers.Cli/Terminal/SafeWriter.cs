using System.Text;

namespace Explainers.Cli.Terminal;

/// <summary>
/// Passes on what is printed. What a file, its name or a word of the command line holds steers neither a terminal nor GitHub Actions, which
/// takes a line that begins with two colons, or has <c>##[</c> in it, for a command. A stream that takes no more ends nothing: the rest is
/// dropped, and the run ends with a status.
/// </summary>
/// <param name="inner">The stream.</param>
/// <param name="takesColours">Whether sequences that set colours pass.</param>
internal sealed class SafeWriter(TextWriter inner, bool takesColours) : TextWriter
{
    private readonly Lock _lock = new();
    private bool _isAtStart = true;
    private bool _hasColon;
    private int _hashes;

    /// <summary>Why the stream took no more, or null.</summary>
    public string? Fault { get; private set; }

    /// <inheritdoc />
    public override Encoding Encoding => inner.Encoding;

    /// <summary>The stream that a writer passes on to, for what draws on a terminal itself.</summary>
    public static TextWriter Beneath(TextWriter writer) => writer is SafeWriter safe ? safe.Inner : writer;

    /// <summary>Writes a line that is meant as a command of GitHub Actions.</summary>
    public static void Command(TextWriter writer, string line)
    {
        if (writer is SafeWriter safe) safe.Pass(line);
        else writer.Write(line);
    }

    /// <inheritdoc />
    public override void Write(char value) => Write([value]);

    /// <inheritdoc />
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc />
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override void WriteLine(string? value) => Write(value + inner.NewLine);

    /// <inheritdoc />
    public override void WriteLine() => Write(inner.NewLine);

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<char> buffer)
    {
        var shown = new StringBuilder(buffer.Length + 16);
        lock (_lock)
        {
            for (var i = 0; i < buffer.Length; i++)
            {
                if (IsShown(buffer[i..])) Add(buffer[i], shown);
                else Add(Visible.Escape(buffer[i]), shown);
            }
            Pass(shown.ToString());
        }
    }

    /// <inheritdoc />
    public override void Flush() => Try(inner.Flush);

    private TextWriter Inner => inner;

    /// <summary>Whether a text begins with a character that is printed as it is: line ends are, and what sets a colour.</summary>
    private bool IsShown(ReadOnlySpan<char> text) => text[0] switch
    {
        '\n' => true,
        '\r' => text.StartsWith("\r\n"),
        '\u001B' when takesColours && text.StartsWith("\u001B[") => text[2..].TrimStart("0123456789;").StartsWith("m"),
        var letter => !Visible.IsHidden(letter),
    };

    private void Add(string text, StringBuilder shown)
    {
        foreach (var letter in text) Add(letter, shown);
    }

    /// <summary>Adds a character, behind a space where it would complete the beginning of a command.</summary>
    private void Add(char letter, StringBuilder shown)
    {
        var completes = (letter == ':' && _hasColon) || (letter == '[' && _hashes == 2);
        if (completes) shown.Append(' ');
        shown.Append(letter);
        _hasColon = letter == ':' && _isAtStart && !completes;
        _isAtStart = letter is '\n' or '\r' || (_isAtStart && char.IsWhiteSpace(letter));
        _hashes = letter == '#' ? Math.Min(2, _hashes + 1) : 0;
    }

    private void Pass(string text) => Try(() => inner.Write(text));

    private void Try(Action write)
    {
        if (Fault is not null) return;
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Fault = exception.Message;
        }
    }
}
