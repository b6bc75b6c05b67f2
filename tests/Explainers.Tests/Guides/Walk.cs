using System.Text;
using System.Text.RegularExpressions;

namespace Explainers.Tests.Guides;

/// <summary>
/// Does what a guide says, block by block, in an empty folder: writes its files, runs its commands, and holds what they print against what
/// the guide shows.
/// </summary>
internal sealed partial class Walk(Guide guide, Scratch scratch)
{
    private readonly List<(GuideBlock Block, string Found)> _shown = [];
    private string _folder = "";
    private string? _printed;

    /// <summary>Commands that belong to other programs.</summary>
    private static readonly string[] NotRun = ["dotnet "];

    /// <summary>Goes from the first block to the last.</summary>
    /// <returns>How many commands were run.</returns>
    public async Task<int> GoAsync()
    {
        var commands = 0;
        foreach (var block in guide.Blocks())
        {
            switch (block)
            {
                case { Language: "sh" }: commands += await RunAsync(block); break;
                case { Language: "text", File: null } when _printed is { } printed: Show(block, printed); break;
                case { Language: "diff", File: { } file }: Change(block, Below(file)); break;
                case { File: { } file }: scratch.Write(Below(file), block.Text); break;
                default: Assert.Fail($"Nothing checks the block in line {block.Line}: it is no command, no file and no output."); break;
            }
            if (block.Language is not ("sh" or "text")) _printed = null;
        }
        // An update from the end keeps the lines of the blocks before it.
        foreach (var (block, found) in Enumerable.Reverse(_shown)) guide.Expect(block, found);
        guide.Save();
        return commands;
    }

    private string Below(string file) => Path.Combine(_folder, file);

    private async Task<int> RunAsync(GuideBlock block)
    {
        var (printed, commands) = (new StringBuilder(), 0);
        foreach (var line in block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var command = line.Split("  #")[0].TrimEnd();
            if (NotRun.Any(other => command.StartsWith(other, StringComparison.Ordinal))) continue;
            string[] words = [.. Word().Matches(command).Select(match => match.Value.Replace("\"", "", StringComparison.Ordinal))];
            if (words[0] == "cd")
            {
                _folder = Path.GetRelativePath(scratch.Folder, Path.GetFullPath(Path.Combine(scratch.Folder, _folder, words[1])));
                continue;
            }
            commands++;
            if (words is ["git", .. var rest])
            {
                scratch.Git(_folder, rest);
                continue;
            }
            if (words is ["explainers", "preview", .. var options])
            {
                await PreviewAsync(options);
                continue;
            }
            Assert.True(words[0] == "explainers", $"Line {block.Line} runs '{words[0]}', which the test does not know.");
            var run = scratch.RunIn(_folder, words[1..]);
            Assert.True(run.Status == 0 || run.Error.Contains(" error ", StringComparison.Ordinal)
                || run.Error.Contains(" warning ", StringComparison.Ordinal), $"'{command}' in line {block.Line} fails: {run.Error}");
            printed.Append(run.Output).Append(run.Error);
        }
        _printed = printed.ToString();
        return commands;
    }

    /// <summary>Runs the preview until it shows the home page.</summary>
    private async Task PreviewAsync(string[] options)
    {
        await using var preview = await Previewing.StartAsync(Path.Combine(scratch.Folder, _folder), options);
        Assert.Contains("</html>", await preview.TextAsync("/"), StringComparison.Ordinal);
    }

    /// <summary>What was printed, as the guide shows it: a pause of its own has every machine, and one line may stand for all.</summary>
    private void Show(GuideBlock block, string printed) => _shown.Add((block, Seconds().Replace(printed, "(0.25 s)").TrimEnd('\n') + "\n"));

    /// <summary>
    /// Changes a file as a diff says: the lines with a minus and those without a sign are there, and become those with a plus and those
    /// without.
    /// </summary>
    private void Change(GuideBlock block, string file)
    {
        foreach (var change in block.Text.TrimEnd('\n').Split("\n@@\n"))
        {
            var lines = change.Split('\n');
            var before = string.Concat(lines.Where(line => !line.StartsWith('+')).Select(Rest));
            var after = string.Concat(lines.Where(line => !line.StartsWith('-')).Select(Rest));
            var text = scratch.Read(file);
            Assert.True(text.Split(before).Length == 2,
                $"{file} does not have, once, what the diff in line {block.Line} changes:\n{before}");
            scratch.Replace(file, before, after);
        }
    }

    private static string Rest(string line) => (line.Length == 0 ? "" : line[1..]) + "\n";

    [GeneratedRegex("(\"[^\"]*\"|[^ \"])+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\(\d+\.\d\d s\)")]
    private static partial Regex Seconds();
}
