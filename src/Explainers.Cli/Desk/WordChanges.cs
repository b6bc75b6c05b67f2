namespace Explainers.Cli.Desk;

/// <summary>Marks the words in which two texts differ.</summary>
internal static class WordChanges
{
    /// <summary>The text before and the text after, each with what the other does not have marked.</summary>
    public static (Line Before, Line After) Of(string before, string after)
    {
        if (before == after) return (before, after);
        var (old, now) = (before.Split(' '), after.Split(' '));
        var start = 0;
        while (start < old.Length && start < now.Length && old[start] == now[start]) start++;
        var end = 0;
        while (end < old.Length - start && end < now.Length - start && old[^(end + 1)] == now[^(end + 1)]) end++;
        return (Marked(old, start, end, PieceStyle.Removed), Marked(now, start, end, PieceStyle.Added));
    }

    private static Line Marked(string[] words, int start, int end, PieceStyle style)
    {
        string[] pieces = [Joined(words[..start]), Joined(words[start..^end]), Joined(words[^end..])];
        if (start > 0) pieces[0] += " ";
        if (end > 0 && start < words.Length - end) pieces[2] = " " + pieces[2];
        return new Line([.. pieces.Select((text, i) => new LinePiece(text, i == 1 ? style : PieceStyle.Plain))
            .Where(piece => piece.Text.Length > 0)]);
    }

    private static string Joined(string[] words) => string.Join(' ', words);
}
