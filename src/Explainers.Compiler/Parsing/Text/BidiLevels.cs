using System.Collections.Immutable;
using System.Text;

namespace Explainers.Parsing.Text;

/// <summary>
/// The levels of the characters of a line, after the Unicode Bidirectional Algorithm (UAX #9): even ones are written from the left,
/// odd ones from the right.
/// Isolates are honoured; embeddings and overrides, which nobody types, are not.
/// </summary>
internal static class BidiLevels
{
    private const int MostLevels = 125;

    /// <summary>The level of each character.</summary>
    /// <param name="runes">The line.</param>
    /// <param name="classes">The classes of its characters.</param>
    /// <param name="isRightToLeft">Whether the line begins at the right.</param>
    public static int[] Of(Rune[] runes, ImmutableArray<BidiClass> classes, bool isRightToLeft)
    {
        var levels = new int[runes.Length];
        var paragraph = isRightToLeft ? 1 : 0;
        var ends = Ends(classes);
        var waiting = new Stack<(int Start, int End, int Level)>([(0, runes.Length, paragraph)]);
        while (waiting.TryPop(out var stretch))
        {
            var run = new List<int>();
            for (var i = stretch.Start; i < stretch.End; i++)
            {
                if (classes[i] != BidiClass.Ignored) run.Add(i);
                levels[i] = stretch.Level;
                if (ends[i] == 0) continue;
                var inner = Math.Min(Inner(classes, i, ends[i], stretch.Level), MostLevels);
                waiting.Push((i + 1, Math.Min(ends[i], stretch.End), inner));
                i = Math.Min(ends[i], stretch.End) - 1;
            }
            new BidiRun(runes, classes, run, stretch.Level).Resolve(levels);
        }
        Trim(classes, levels, paragraph);
        return levels;
    }

    /// <summary>For the start of each isolate the place of its end, or of the end of the line; 0 for all else.</summary>
    private static int[] Ends(ImmutableArray<BidiClass> classes)
    {
        var ends = new int[classes.Length];
        var open = new Stack<int>();
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is BidiClass.LeftIsolate or BidiClass.RightIsolate or BidiClass.FirstIsolate) open.Push(i);
            else if (classes[i] == BidiClass.EndOfIsolate && open.TryPop(out var start)) ends[start] = i;
            else if (classes[i] == BidiClass.Separator) open.Clear();
        }
        foreach (var start in open) ends[start] = classes.Length;
        return ends;
    }

    /// <summary>The next level within an isolate: even from the left, odd from the right.</summary>
    private static int Inner(ImmutableArray<BidiClass> classes, int start, int end, int level)
    {
        var isRight = classes[start] == BidiClass.RightIsolate
            || (classes[start] == BidiClass.FirstIsolate && FirstStrong(classes, start + 1, end) is BidiClass.Right or BidiClass.Arabic);
        return isRight ? (level + 1) | 1 : (level + 2) & ~1;
    }

    /// <summary>The first letter that has a direction, outside of isolates; neutral where there is none.</summary>
    public static BidiClass FirstStrong(ImmutableArray<BidiClass> classes, int start, int end)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            if (classes[i] is BidiClass.LeftIsolate or BidiClass.RightIsolate or BidiClass.FirstIsolate) depth++;
            else if (classes[i] == BidiClass.EndOfIsolate) depth = Math.Max(0, depth - 1);
            else if (depth == 0 && classes[i] is BidiClass.Left or BidiClass.Right or BidiClass.Arabic) return classes[i];
        }
        return BidiClass.Neutral;
    }

    /// <summary>Rule L1: tabs, and spaces before them or at the end, are written as the line is.</summary>
    private static void Trim(ImmutableArray<BidiClass> classes, int[] levels, int paragraph)
    {
        var isTrailing = true;
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            if (classes[i] is BidiClass.Segment or BidiClass.Separator) isTrailing = true;
            else if (classes[i] is not (BidiClass.Space or BidiClass.Ignored or >= BidiClass.LeftIsolate)) isTrailing = false;
            if (isTrailing) levels[i] = paragraph;
        }
    }
}
