using System.Numerics;

namespace Explainers.Incremental;

/// <summary>A query that a worker computes or checks, and what it has read so far. Workers use their frames again and again.</summary>
internal sealed class Frame(Worker worker, int index)
{
    private const int FewReads = 16;
    private int[] _reads = new int[FewReads];
    private int[] _slots = new int[FewReads * 2];
    private int _count;

    /// <summary>The worker.</summary>
    public readonly Worker Worker = worker;

    /// <summary>How many queries of the worker wait for this one.</summary>
    public readonly int Index = index;

    /// <summary>Changes whenever a query starts or ends, so that reads know whether theirs still runs.</summary>
    public int Serial;

    /// <summary>Whether reads are recorded.</summary>
    public bool Records;

    /// <summary>The node that is computed or checked; null for a demand from outside.</summary>
    public Node? Node;

    /// <summary>Whether the node is being checked, and not computed.</summary>
    public bool Checks;

    /// <summary>The lowest durability so far.</summary>
    public Durability Durability;

    /// <summary>Whether a circle was closed in which this query says what the value is.</summary>
    public bool InCircle;

    /// <summary>What the query says then.</summary>
    public object? CircleValue;

    /// <summary>Prepares for computing.</summary>
    public void Start(bool records)
    {
        Serial++;
        Records = records;
        Durability = Durability.Theme;
        if (_count > 0) Clear();
    }

    /// <summary>Ends the computing; reads that are left over throw from now on.</summary>
    public void End() => Serial++;

    /// <summary>Records a read, and returns its place; -1 if it was recorded before.</summary>
    public int Record(int id)
    {
        var slots = _slots;
        for (var i = Start(id, slots.Length); ; i = (i + 1) & (slots.Length - 1))
        {
            var slot = slots[i];
            if (slot == id) return -1;
            if (slot != 0) continue;
            slots[i] = id;
            break;
        }
        var place = _count++;
        _reads[place] = id;
        if (_count == _reads.Length) Grow();
        return place;
    }

    /// <summary>Records how durable a value is that was read.</summary>
    /// <param name="durability">The durability.</param>
    /// <param name="place">The place of the read. A read that fails keeps the lowest durability.</param>
    public void Lower(Durability durability, int place)
    {
        if (durability < Durability) Durability = durability;
        if (place >= 0) _reads[place] = ReadIds.With(_reads[place], durability);
    }

    /// <summary>What was read; the old list if that has the same.</summary>
    public int[] Read(int[]? old)
    {
        var reads = _reads.AsSpan(0, _count);
        return old is not null && reads.SequenceEqual(old) ? old : reads.ToArray();
    }

    private void Grow()
    {
        Array.Resize(ref _reads, _reads.Length * 2);
        _slots = new int[_reads.Length * 2];
        foreach (var read in _reads.AsSpan(0, _count)) Put(ReadIds.Id(read));
    }

    private void Put(int id)
    {
        var i = Start(id, _slots.Length);
        while (_slots[i] != 0) i = (i + 1) & (_slots.Length - 1);
        _slots[i] = id;
    }

    /// <summary>A large table is given back if this query hardly used it, so that no small query has to clear it.</summary>
    private void Clear()
    {
        if (_slots.Length > FewReads * 16 && _count < _slots.Length / 16) (_reads, _slots) = (new int[FewReads], new int[FewReads * 2]);
        else Array.Clear(_slots);
        _count = 0;
    }

    private static int Start(int id, int length) => (int)((uint)id * 2654435769u >> (32 - BitOperations.Log2((uint)length)));
}
