using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Explainers.Rendering;
using Explainers.Scopes;
using Explainers.Sources;
using Scriban.Runtime;

namespace Explainers.Templating;

/// <summary>A page while it is written: its text so far, and which source made which part.</summary>
internal sealed class PageOutput : IScriptOutput, IDisposable
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");
    private readonly ImmutableArray<Origin>.Builder _origins = ImmutableArray.CreateBuilder<Origin>();
    private char[] _text = ArrayPool<char>.Shared.Rent(32 * 1024);
    private int _length;

    /// <summary>Begins a page.</summary>
    public PageOutput(PageScope page) => Context = new PageContext(page, this);

    /// <summary>Runs the templates of the page.</summary>
    public PageContext Context { get; }

    /// <summary>Whether the mark of a source or footnote is right before, or one sign away; the next needs a place of its own.</summary>
    public bool IsNextToMark
    {
        get
        {
            var before = _text.AsSpan(0, _length);
            return before.EndsWith(FactMarkup.MarkEnd) || (_length > 0 && before[..^1].EndsWith(FactMarkup.MarkEnd));
        }
    }

    /// <summary>Appends markup as it is.</summary>
    public PageOutput Append(ReadOnlySpan<char> markup)
    {
        if (markup.Length > _text.Length - _length) Grow(markup.Length);
        markup.CopyTo(_text.AsSpan(_length));
        _length += markup.Length;
        return this;
    }

    /// <summary>Appends text, escaped for element content and for quoted attributes alike.</summary>
    public PageOutput AppendEscaped(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var next)
        {
            Append(text[..next]).Append(text[next] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(next + 1)..];
        }
        return Append(text);
    }

    /// <summary>Appends JSON in UTF-8. Every '&lt;' is escaped, so that nothing in it can end the element around it.</summary>
    public PageOutput AppendJson(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf((byte)'<') is >= 0 and var next)
        {
            AppendUtf8(json[..next]);
            Append("\\u003c");
            json = json[(next + 1)..];
        }
        return AppendUtf8(json);
    }

    /// <summary>Says which place of a source made what follows, up to the next mark.</summary>
    public void Mark(FileSpan span) => _origins.Add(new Origin(_length, span));

    /// <summary>The page in UTF-8.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_text, 0, _length);

    /// <summary>The marks in order of offset.</summary>
    public ImmutableArray<Origin> Origins() => _origins.DrainToImmutable();

    /// <inheritdoc />
    public void Write(string text, int offset, int count) => Append(text.AsSpan(offset, count));

    /// <inheritdoc />
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose() => ArrayPool<char>.Shared.Return(_text);

    private PageOutput AppendUtf8(ReadOnlySpan<byte> text)
    {
        var length = Encoding.UTF8.GetCharCount(text);
        if (length > _text.Length - _length) Grow(length);
        _length += Encoding.UTF8.GetChars(text, _text.AsSpan(_length));
        return this;
    }

    private void Grow(int wanted)
    {
        if ((long)_length + wanted > TemplateLimits.Output) throw Context.Full();
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + wanted));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
