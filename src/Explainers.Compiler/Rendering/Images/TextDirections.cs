using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Explainers.Rendering.Images;

/// <summary>A piece of a line that is written in one direction.</summary>
/// <param name="Text">The piece, in the order that it is read.</param>
/// <param name="IsRightToLeft">Its direction.</param>
internal readonly record struct DirectedText(string Text, bool IsRightToLeft);

/// <summary>Puts a line with words of both directions into the order that it is drawn in: the levels of the Unicode Bidirectional Algorithm, without its explicit marks.</summary>
internal static class TextDirections
{
    private enum Direction
    {
        Left,
        Right,
        Number,
        Neutral,
    }

    /// <summary>Whether a text is written from the right: its first letter decides.</summary>
    public static bool IsRightToLeft(string text) => text.EnumerateRunes().Select(Of).FirstOrDefault(direction => direction is Direction.Left or Direction.Right) == Direction.Right;

    /// <summary>The pieces of a line from left to right.</summary>
    public static ImmutableArray<DirectedText> Ordered(string line, bool isRightToLeft)
    {
        var runes = line.EnumerateRunes().ToArray();
        var levels = Levels(runes, isRightToLeft);
        var pieces = new List<(string Text, int Level)>();
        for (int start = 0, end; start < runes.Length; start = end)
        {
            end = start + 1;
            while (end < runes.Length && levels[end] == levels[start]) end++;
            pieces.Add((string.Concat(runes[start..end]), levels[start]));
        }
        Reorder(pieces);
        return [.. pieces.Select(piece => new DirectedText(piece.Text, piece.Level % 2 == 1))];
    }

    /// <summary>Even levels are written from the left, odd ones from the right.</summary>
    private static int[] Levels(Rune[] runes, bool isRightToLeft)
    {
        var outer = isRightToLeft ? Direction.Right : Direction.Left;
        var directions = Array.ConvertAll(runes, Of);
        Number(directions, outer);
        Pair(runes, directions, outer);
        var levels = new int[directions.Length];
        for (var i = 0; i < directions.Length; i++)
        {
            var direction = directions[i] == Direction.Neutral ? Between(directions, i, outer) : directions[i];
            levels[i] = (direction, isRightToLeft) switch
            {
                (Direction.Right, _) => 1,
                (Direction.Left, false) => 0,
                _ => 2,
            };
        }
        return levels;
    }

    /// <summary>Numbers among words from the left are part of them; a point, comma or colon between digits is part of the number.</summary>
    private static void Number(Direction[] directions, Direction outer)
    {
        var last = outer;
        for (var i = 0; i < directions.Length; i++)
        {
            if (directions[i] is Direction.Left or Direction.Right) last = directions[i];
            else if (directions[i] == Direction.Number && last == Direction.Left) directions[i] = Direction.Left;
        }
    }

    /// <summary>Brackets have the direction of the line, unless they stand with what is in them among letters of the other.</summary>
    private static void Pair(Rune[] runes, Direction[] directions, Direction outer)
    {
        var open = new Stack<int>();
        for (var i = 0; i < runes.Length; i++)
        {
            var kind = Rune.GetUnicodeCategory(runes[i]);
            if (kind == UnicodeCategory.OpenPunctuation) open.Push(i);
            if (kind != UnicodeCategory.ClosePunctuation || !open.TryPop(out var start)) continue;
            var inside = directions[(start + 1)..i].Where(direction => direction != Direction.Neutral).Select(Spoken).ToArray();
            if (inside.Length == 0) continue;
            var before = Array.FindLastIndex(directions, start, direction => direction != Direction.Neutral);
            var isForeign = !inside.Contains(outer) && before >= 0 && Spoken(directions[before]) != outer;
            directions[start] = directions[i] = isForeign ? inside[0] : outer;
        }
    }

    /// <summary>What stands between letters of one direction has it; anything else has that of the line.</summary>
    private static Direction Between(Direction[] directions, int at, Direction outer)
    {
        var before = Array.FindLastIndex(directions, at, direction => direction != Direction.Neutral);
        var after = Array.FindIndex(directions, at, direction => direction != Direction.Neutral);
        var left = before < 0 ? outer : Spoken(directions[before]);
        var right = after < 0 ? outer : Spoken(directions[after]);
        return left == right ? left : outer;
    }

    private static Direction Spoken(Direction direction) => direction == Direction.Number ? Direction.Right : direction;

    /// <summary>Turns round every run of pieces of a level and above, from the highest level down to the first.</summary>
    private static void Reorder(List<(string Text, int Level)> pieces)
    {
        for (var level = 2; level >= 1; level--)
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

    private static Direction Of(Rune rune) => rune.Value switch
    {
        >= 0x0660 and <= 0x0669 or >= 0x06F0 and <= 0x06F9 => Direction.Number,
        >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC or >= 0x10800 and <= 0x10FFF or >= 0x1E800 and <= 0x1EFFF => Direction.Right,
        _ when Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Direction.Left,
        _ when Rune.IsDigit(rune) => Direction.Number,
        _ => Direction.Neutral,
    };
}
