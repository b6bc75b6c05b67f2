using System.Collections.Immutable;
using System.Text;
using Explainers.Sources;

namespace Explainers.Parsing.Articles;

/// <summary>
/// The text of one paragraph, heading, cell or line of front matter as readers see it, with the place of every character.
/// </summary>
/// <param name="Text">The text; a reference is one <see cref="Reference"/>, and what is no prose one <see cref="Opaque"/>.</param>
/// <param name="Segments">Which stretches of the text stand where in the file, in order.</param>
/// <param name="Allowed">Stretches that the writer has marked as fine as they are.</param>
/// <param name="File">The file.</param>
internal sealed record ProseText(string Text, ImmutableArray<ProseSegment> Segments, ImmutableArray<ProseSegment> Allowed, SourceFile File)
{
    /// <summary>Whether it can hold names, and no figure.</summary>
    public bool IsOfNames { get; init; }

    /// <summary>Stands for a reference to a fact.</summary>
    public const char Reference = '\uFFFC';

    /// <summary>Stands for code, markup and anything else that is not read as prose.</summary>
    public const char Opaque = '\uFFF9';

    /// <summary>The place in the file of a stretch of the text.</summary>
    public FileSpan At(int start, int length)
    {
        var first = Offset(start);
        var last = length == 0 ? first - 1 : Offset(start + length - 1);
        return new FileSpan(File, first, Math.Max(0, last + 1 - first));
    }

    private int Offset(int index)
    {
        var (low, high) = (0, Segments.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Segments[middle].Text > index) high = middle - 1;
            else low = middle;
        }
        var segment = Segments[low];
        return segment.File + Math.Clamp(index - segment.Text, 0, Math.Max(0, segment.Length - 1));
    }
}

/// <summary>A stretch of text, and where it stands in the file.</summary>
/// <param name="Text">Its offset in the text.</param>
/// <param name="File">Its offset in the file.</param>
/// <param name="Length">Its length in the text.</param>
internal readonly record struct ProseSegment(int Text, int File, int Length);

/// <summary>Gathers the text of one piece of prose after another.</summary>
internal sealed class ProseTextBuilder(SourceFile file)
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<ProseSegment>.Builder _segments = ImmutableArray.CreateBuilder<ProseSegment>();
    private readonly ImmutableArray<ProseSegment>.Builder _allowed = ImmutableArray.CreateBuilder<ProseSegment>();

    /// <summary>How long the text is so far.</summary>
    public int Length => _text.Length;

    /// <summary>Adds text that stands in the file.</summary>
    public void Add(ReadOnlySpan<char> text, int offset)
    {
        if (text.IsEmpty) return;
        _segments.Add(new ProseSegment(_text.Length, offset, text.Length));
        _text.Append(text);
    }

    /// <summary>Adds words that the writer has marked as fine.</summary>
    public void AddAllowed(string words, int offset)
    {
        _allowed.Add(new ProseSegment(_text.Length, offset, words.Length));
        Add(words, offset);
    }

    /// <summary>The text, or null where there is none; the next one begins.</summary>
    public ProseText? Take()
    {
        var taken = _text.Length == 0
            ? null
            : new ProseText(_text.ToString(), _segments.ToImmutable(), _allowed.ToImmutable(), file);
        _text.Clear();
        _segments.Clear();
        _allowed.Clear();
        return taken;
    }
}
