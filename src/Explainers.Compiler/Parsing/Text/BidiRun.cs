using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Explainers.Parsing.Text;

/// <summary>Characters of one level, without what stands in isolates between them; rules W1 to I2 of UAX #9.</summary>
/// <param name="runes">The line.</param>
/// <param name="original">The classes of its characters.</param>
/// <param name="places">Which of them belong to the run.</param>
/// <param name="level">The level.</param>
internal sealed class BidiRun(Rune[] runes, ImmutableArray<BidiClass> original, List<int> places, int level)
{
    private const int MostOpen = 63;
    private const string Pairs =
        "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232A❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩"
        + "⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩\u2E55\u2E56"
        + "\u2E57\u2E58\u2E59\u2E5A\u2E5B\u2E5C〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣";

    private static readonly FrozenDictionary<int, int> Closing =
        Enumerable.Range(0, Pairs.Length / 2).ToFrozenDictionary(i => (int)Pairs[2 * i], i => Same(Pairs[(2 * i) + 1]));

    private static readonly FrozenSet<int> Closers = Closing.Values.ToFrozenSet();
    private readonly BidiClass[] _classes = [.. places.Select(place => original[place])];
    private readonly BidiClass _outer = level % 2 == 1 ? BidiClass.Right : BidiClass.Left;

    /// <summary>Writes the levels of its characters.</summary>
    public void Resolve(int[] levels)
    {
        Marks();
        Letters();
        Separators();
        Terminators();
        Numbers();
        Brackets();
        Neutrals();
        for (var i = 0; i < places.Count; i++) levels[places[i]] = level + Raised(_classes[i]);
    }

    /// <summary>Rules I1 and I2: what is written against the level is a level higher, numbers from the right two.</summary>
    private int Raised(BidiClass direction) => (direction, level % 2) switch
    {
        (BidiClass.Right, 0) or (BidiClass.Left or BidiClass.Number or BidiClass.ArabicNumber, 1) => 1,
        (BidiClass.Number or BidiClass.ArabicNumber, 0) => 2,
        _ => 0,
    };

    /// <summary>Rule W1: a mark belongs to the character before it.</summary>
    private void Marks()
    {
        var last = _outer;
        for (var i = 0; i < _classes.Length; i++)
        {
            if (_classes[i] == BidiClass.Mark) _classes[i] = last;
            last = _classes[i] >= BidiClass.LeftIsolate ? BidiClass.Neutral : _classes[i];
        }
    }

    /// <summary>Rules W2 and W3: after Arabic letters numbers are Arabic.</summary>
    private void Letters()
    {
        var strong = _outer;
        for (var i = 0; i < _classes.Length; i++)
        {
            if (IsStrong(_classes[i])) strong = _classes[i];
            if (_classes[i] == BidiClass.Number && strong == BidiClass.Arabic) _classes[i] = BidiClass.ArabicNumber;
            if (_classes[i] == BidiClass.Arabic) _classes[i] = BidiClass.Right;
        }
    }

    /// <summary>Rule W4: one sign or point between digits is part of the number.</summary>
    private void Separators()
    {
        for (var i = 1; i + 1 < _classes.Length; i++)
        {
            if (_classes[i - 1] != _classes[i + 1]) continue;
            if (_classes[i] == BidiClass.Sign && _classes[i - 1] == BidiClass.Number) _classes[i] = BidiClass.Number;
            if (_classes[i] == BidiClass.Point && _classes[i - 1] is BidiClass.Number or BidiClass.ArabicNumber)
                _classes[i] = _classes[i - 1];
        }
    }

    /// <summary>Rules W5 and W6: currencies and percent signs beside a number are part of it; other signs are like any.</summary>
    private void Terminators()
    {
        for (int start = 0, end; start < _classes.Length; start = end)
        {
            for (end = start + 1; _classes[start] == BidiClass.Terminator && end < _classes.Length
                && _classes[end] == BidiClass.Terminator;) end++;
            if (_classes[start] is BidiClass.Sign or BidiClass.Point) _classes[start] = BidiClass.Neutral;
            if (_classes[start] != BidiClass.Terminator) continue;
            var isOfNumber = (start > 0 && _classes[start - 1] == BidiClass.Number)
                || (end < _classes.Length && _classes[end] == BidiClass.Number);
            _classes.AsSpan(start, end - start).Fill(isOfNumber ? BidiClass.Number : BidiClass.Neutral);
        }
    }

    /// <summary>Rule W7: numbers among words from the left are part of them.</summary>
    private void Numbers()
    {
        var strong = _outer;
        for (var i = 0; i < _classes.Length; i++)
        {
            if (IsStrong(_classes[i])) strong = _classes[i];
            if (_classes[i] == BidiClass.Number && strong == BidiClass.Left) _classes[i] = BidiClass.Left;
        }
    }

    /// <summary>
    /// Rule N0: brackets have the direction of the line, unless they stand with what is in them among letters of the other.
    /// </summary>
    private void Brackets()
    {
        var (before, at) = (_outer, 0);
        foreach (var (start, end) in Paired())
        {
            for (; at < start; at++)
                if (Spoken(_classes[at]) is BidiClass.Left or BidiClass.Right) before = Spoken(_classes[at]);
            var (hasOuter, hasOther) = (false, false);
            for (var i = start + 1; i < end; i++)
            {
                var direction = Spoken(_classes[i]);
                hasOuter |= direction == _outer;
                hasOther |= direction is BidiClass.Left or BidiClass.Right && direction != _outer;
            }
            if (!hasOuter && !hasOther) continue;
            var turned = hasOuter || before == _outer ? _outer : before;
            Turn(start, turned);
            Turn(end, turned);
        }
    }

    /// <summary>Gives a bracket a direction, and the marks on it.</summary>
    private void Turn(int bracket, BidiClass direction)
    {
        _classes[bracket] = direction;
        for (var i = bracket + 1; i < _classes.Length && original[places[i]] == BidiClass.Mark; i++) _classes[i] = direction;
    }

    /// <summary>The pairs of brackets, in order of their beginnings.</summary>
    private IEnumerable<(int Start, int End)> Paired()
    {
        var pairs = new List<(int Start, int End)>();
        var open = new List<(int Place, int Closing)>();
        for (var i = 0; i < _classes.Length; i++)
        {
            if (_classes[i] != BidiClass.Neutral) continue;
            var rune = runes[places[i]].Value;
            if (Closing.TryGetValue(rune, out var closing))
            {
                if (open.Count == MostOpen) break;
                open.Add((i, closing));
            }
            else if (Closers.Contains(Same(rune)) && open.FindLastIndex(one => one.Closing == Same(rune)) is >= 0 and var pair)
            {
                pairs.Add((open[pair].Place, i));
                open.RemoveRange(pair, open.Count - pair);
            }
        }
        return pairs.OrderBy(pair => pair.Start);
    }

    /// <summary>Rules N1 and N2: what stands between letters of one direction has it; anything else has that of the line.</summary>
    private void Neutrals()
    {
        var before = _outer;
        for (int start = 0, end; start < _classes.Length; start = end)
        {
            for (end = start; end < _classes.Length && IsNeutral(_classes[end]);) end++;
            if (end == start)
            {
                before = Spoken(_classes[end++]);
                continue;
            }
            var after = end < _classes.Length ? Spoken(_classes[end]) : _outer;
            _classes.AsSpan(start, end - start).Fill(before == after ? before : _outer);
        }
    }

    private static bool IsStrong(BidiClass direction) => direction is BidiClass.Left or BidiClass.Right or BidiClass.Arabic;

    private static bool IsNeutral(BidiClass direction) => direction >= BidiClass.Separator;

    /// <summary>How a character counts for those beside it: numbers as words from the right.</summary>
    private static BidiClass Spoken(BidiClass direction) =>
        direction is BidiClass.Number or BidiClass.ArabicNumber ? BidiClass.Right : direction;

    /// <summary>The two forms of the angle bracket are one.</summary>
    private static int Same(int rune) => rune == 0x232A ? 0x3009 : rune;
}
