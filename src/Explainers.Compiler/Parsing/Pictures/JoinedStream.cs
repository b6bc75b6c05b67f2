namespace Explainers.Parsing.Pictures;

/// <summary>
/// Pieces of memory read as one stream. The last bytes come one by one, so that what a decompressor leaves over is known to the byte.
/// </summary>
internal sealed class JoinedStream(List<ReadOnlyMemory<byte>> pieces) : Stream
{
    private const int Slow = 64;
    private long _left = pieces.Sum(piece => (long)piece.Length);
    private int _piece;
    private int _at;

    private bool _wasTooShort;

    /// <summary>Whether everything was read, and nothing more was asked for.</summary>
    public bool IsUsedUp => _left == 0 && !_wasTooShort;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        while (_piece < pieces.Count && _at == pieces[_piece].Length) (_piece, _at) = (_piece + 1, 0);
        _wasTooShort |= _piece == pieces.Count;
        if (_piece == pieces.Count || buffer.IsEmpty) return 0;
        var most = _left > Slow ? Math.Min(buffer.Length, _left - Slow) : 1;
        var length = (int)Math.Min(most, pieces[_piece].Length - _at);
        pieces[_piece].Span.Slice(_at, length).CopyTo(buffer);
        _at += length;
        _left -= length;
        return length;
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
