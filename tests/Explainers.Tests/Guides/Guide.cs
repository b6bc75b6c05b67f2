using System.Text.RegularExpressions;

namespace Explainers.Tests.Guides;

/// <summary>
/// A guide in input/pages/guides, as tests read it: its fenced blocks, and the parts that are made from the parser's tables.
/// </summary>
internal sealed partial class Guide
{
    private readonly string _path;
    private readonly List<string> _lines;

    private Guide(string path)
    {
        _path = path;
        _lines = [.. File.ReadAllText(path).Split('\n')];
    }

    /// <summary>Whether what tests find is written into the guides, as for golden sites.</summary>
    public static bool IsUpdating { get; } = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <summary>The folder of the guides.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "input", "pages", "guides");

    /// <summary>Reads a guide by its name.</summary>
    public static Guide Read(string name) => new(Path.Combine(Folder, $"{name}.md"));

    /// <summary>The whole text.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>The fenced blocks in order.</summary>
    public IReadOnlyList<GuideBlock> Blocks()
    {
        var blocks = new List<GuideBlock>();
        var heading = "";
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].StartsWith('#')) heading = _lines[i].TrimStart('#', ' ');
            if (!_lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var end = _lines.IndexOf("```", i + 1);
            Assert.True(end > i, $"{_path}:{i + 1}: this block is never closed.");
            blocks.Add(new GuideBlock(_lines[i][3..], FileAbove(i), heading,
                string.Concat(_lines[(i + 1)..end].Select(line => line + "\n")), i + 1));
            i = end;
        }
        return blocks;
    }

    /// <summary>Holds what a block says against what was found; with UPDATE_GOLDEN=1 the block says it from now on.</summary>
    public void Expect(GuideBlock block, string found)
    {
        if (!IsUpdating) Assert.Equal(block.Text, found);
        else Replace(block.Line, _lines.IndexOf("```", block.Line), found);
    }

    /// <summary>
    /// Holds the lines between two marks, <c>&lt;!-- made: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>, against what they are to be.
    /// </summary>
    public void Expect(string part, string made)
    {
        var start = _lines.IndexOf($"<!-- made: {part} -->") + 1;
        Assert.True(start > 0, $"{_path} has no part '{part}'.");
        var end = _lines.IndexOf("<!-- end -->", start);
        var text = string.Concat(_lines[start..end].Select(line => line + "\n"));
        if (!IsUpdating) Assert.Equal(text, $"\n{made}\n");
        else Replace(start, end, $"\n{made}\n");
    }

    /// <summary>The names of the parts that are made.</summary>
    public IEnumerable<string> Parts() => _lines.Select(line => Mark().Match(line)).Where(match => match.Success)
        .Select(match => match.Groups[1].Value);

    /// <summary>Writes the guide where a test has changed it.</summary>
    public void Save()
    {
        if (IsUpdating) File.WriteAllText(_path, Text);
    }

    private void Replace(int start, int end, string text)
    {
        var lines = text[..^1].Split('\n');
        // Blocks keep the numbers of their lines while their guide is read, so that an update goes from the end.
        _lines.RemoveRange(start, end - start);
        _lines.InsertRange(start, lines);
    }

    /// <summary>The file that a block is, which stands in bold on the line above it.</summary>
    private string? FileAbove(int line)
    {
        var above = line - 1;
        while (above > 0 && _lines[above].Length == 0) above--;
        return above >= 0 && FileName().Match(_lines[above]) is { Success: true } match ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^\*\*`([^`]+)`\*\*$")]
    private static partial Regex FileName();

    [GeneratedRegex("^<!-- made: ([a-z -]+) -->$")]
    private static partial Regex Mark();
}

/// <summary>A fenced block of a guide.</summary>
/// <param name="Language">What stands behind the fence.</param>
/// <param name="File">The file that it is, or null.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Line">The number of the fence's line.</param>
internal sealed record GuideBlock(string Language, string? File, string Heading, string Text, int Line);
