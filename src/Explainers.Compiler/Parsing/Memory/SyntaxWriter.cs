using System.Collections.Immutable;
using Explainers.Incremental.Packs;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Memory;

/// <summary>Writes the syntax of one file for the next run of the program; every place in it is in that file.</summary>
internal sealed class SyntaxWriter
{
    private readonly PackTexts _texts = new();
    private readonly PackWriter _body = new();

    /// <summary>What was written: the texts, and behind them what they are the texts of.</summary>
    public ReadOnlyMemory<byte> Written()
    {
        var texts = new PackWriter();
        _texts.Write(texts);
        return (byte[])[.. texts.Written.Span, .. _body.Written.Span];
    }

    /// <summary>Writes a number.</summary>
    public void Number(int number) => _body.Number(number);

    /// <summary>Writes whether something is so.</summary>
    public void Flag(bool value) => _body.Flag(value);

    /// <summary>Writes a fingerprint.</summary>
    public void Fingerprint(Fingerprint fingerprint) => _body.Long(fingerprint.Value);

    /// <summary>Writes a text.</summary>
    public void Text(string text) => Number(_texts.Number(text));

    /// <summary>Writes a text that may be missing.</summary>
    public void TextIfAny(string? text) => Number(text is null ? 0 : _texts.Number(text) + 1);

    /// <summary>Writes a place.</summary>
    public void Span(FileSpan span)
    {
        Number(span.Start);
        Number(span.Length);
    }

    /// <summary>Writes a date that may be missing; no date has the year 0.</summary>
    public void Date(PartialDate? date)
    {
        var (year, month, day) = date ?? default;
        Number(year);
        if (year == 0) return;
        Number(month);
        Number(day);
    }

    /// <summary>Writes a scalar.</summary>
    public void Scalar(ScalarSyntax scalar)
    {
        Text(scalar.Text);
        Span(scalar.Span);
    }

    /// <summary>Writes what may be missing.</summary>
    public void IfAny<T>(T? value, Action<T> write) where T : class
    {
        Flag(value is not null);
        if (value is not null) write(value);
    }

    /// <summary>Writes a list.</summary>
    public void List<T>(ImmutableArray<T> list, Action<T> write)
    {
        Number(list.Length);
        foreach (var item in list) write(item);
    }
}
