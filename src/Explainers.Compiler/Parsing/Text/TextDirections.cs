using System.Collections.Immutable;
using System.Text;

namespace Explainers.Parsing.Text;

/// <summary>A piece of a line that is written in one direction.</summary>
/// <param name="Text">The piece, in the order that it is read.</param>
/// <param name="IsRightToLeft">Its direction.</param>
internal readonly record struct DirectedText(string Text, bool IsRightToLeft);

/// <summary>Puts a line with words of both directions into the order that it is drawn in.</summary>
internal static class TextDirections
{
    /// <summary>Whether a text is written from the right: its first letter decides.</summary>
    public static bool IsRightToLeft(string text)
    {
        ImmutableArray<BidiClass> classes = [.. text.EnumerateRunes().Select(BidiClasses.Of)];
        return BidiLevels.FirstStrong(classes, 0, classes.Length) is BidiClass.Right or BidiClass.Arabic;
    }

    /// <summary>The pieces of a line from left to right.</summary>
    public static ImmutableArray<DirectedText> Ordered(string line, bool isRightToLeft)
    {
        Rune[] runes = [.. line.EnumerateRunes()];
        var classes = Signed(Array.ConvertAll(runes, BidiClasses.Of));
        var levels = BidiLevels.Of(runes, classes, isRightToLeft);
        var pieces = new List<(StringBuilder Text, int Level)>();
        for (var i = 0; i < runes.Length; i++)
        {
            if (classes[i] >= BidiClass.LeftIsolate) continue;
            if (pieces.Count == 0 || pieces[^1].Level != levels[i]) pieces.Add((new StringBuilder(), levels[i]));
            pieces[^1].Text.Append(runes[i]);
        }
        Reorder(pieces);
        return [.. pieces.Select(piece => new DirectedText(piece.Text.ToString(), piece.Level % 2 == 1))];
    }

    /// <summary>
    /// A sign before a number is part of it, so that −5 does not become 5−; the algorithm leaves that to those who know what is
    /// meant.
    /// </summary>
    private static ImmutableArray<BidiClass> Signed(BidiClass[] classes)
    {
        for (var i = 0; i + 1 < classes.Length; i++)
        {
            if (classes[i] != BidiClass.Sign || classes[i + 1] != BidiClass.Number) continue;
            if (i == 0 || classes[i - 1] is BidiClass.Space or BidiClass.Neutral or BidiClass.Terminator or >= BidiClass.LeftIsolate)
                classes[i] = BidiClass.Number;
        }
        return [.. classes];
    }

    /// <summary>Rule L2: turns round every run of pieces of a level and above, from the highest level down to the first.</summary>
    private static void Reorder(List<(StringBuilder Text, int Level)> pieces)
    {
        for (var level = pieces.Select(piece => piece.Level).DefaultIfEmpty().Max(); level >= 1; level--)
        {
            for (var start = 0; start < pieces.Count; start++)
            {
                if (pieces[start].Level < level) continue;
                var end = start;
                while (end < pieces.Count && pieces[end].Level >= level) end++;
                pieces.Reverse(start, end - start);
                start = end;
            }
        }
    }
}
