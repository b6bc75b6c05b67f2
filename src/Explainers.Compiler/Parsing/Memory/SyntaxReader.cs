using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Explainers.Incremental.Packs;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Memory;

/// <summary>Reads the syntax of one file, as <see cref="SyntaxWriter"/> wrote it.</summary>
internal sealed class SyntaxReader
{
    private readonly PackReader _body;
    private readonly string[] _texts;

    /// <summary>Takes what was written.</summary>
    /// <param name="written">The bytes.</param>
    /// <param name="file">The file, as it is now: of the same name and content.</param>
    public SyntaxReader(ReadOnlyMemory<byte> written, SourceFile file)
    {
        (_body, File) = (new PackReader(written), file);
        _texts = _body.Texts();
    }

    /// <summary>The file.</summary>
    public SourceFile File { get; }

    /// <summary>A number.</summary>
    public int Number() => _body.Number();

    /// <summary>Whether something is so.</summary>
    public bool Flag() => _body.Flag();

    /// <summary>A fingerprint.</summary>
    public Fingerprint Fingerprint() => new(_body.Long());

    /// <summary>A text.</summary>
    public string Text() => _texts[Number()];

    /// <summary>A text, or null.</summary>
    public string? TextIfAny() => Number() is > 0 and var number ? _texts[number - 1] : null;

    /// <summary>A place.</summary>
    public FileSpan Span() => new(File, Number(), Number());

    /// <summary>A date, or null.</summary>
    public PartialDate? Date() => Number() is not 0 and var year ? new PartialDate(year, Number(), Number()) : null;

    /// <summary>A scalar.</summary>
    public ScalarSyntax Scalar() => new(Text(), Span());

    /// <summary>What was written, or null.</summary>
    public T? IfAny<T>(Func<T> read) where T : class => Flag() ? read() : null;

    /// <summary>A list.</summary>
    public ImmutableArray<T> List<T>(Func<T> read)
    {
        var length = Number();
        if (length == 0) return [];
        var list = new T[length];
        for (var i = 0; i < list.Length; i++) list[i] = read();
        return ImmutableCollectionsMarshal.AsImmutableArray(list);
    }
}
