namespace Explainers.Tests;

/// <summary>
/// A golden case in one file in the style of txtar: a remark, then files, each behind a line <c>-- path --</c>, and last the report
/// behind <c>-- expected --</c>.
/// A line <c>-- path -> target --</c> makes a symbolic link.
/// Line ends and byte order marks inside a file are kept as they are.
/// </summary>
/// <param name="Path">The case's own file.</param>
/// <param name="Files">The files of the site by path, and the file <c>arguments</c> where there is one.</param>
/// <param name="Given">What stands before the line <c>-- expected --</c>.</param>
/// <param name="Expected">What the report is to be.</param>
internal sealed record GoldenCase(string Path, SortedDictionary<string, string> Files, string Given, string Expected)
{
    /// <summary>The extension of such files.</summary>
    public const string Extension = ".txtar";

    /// <summary>What stands between the path of a symbolic link and where it leads.</summary>
    private const string Link = " -> ";

    private const string Marker = "-- expected --\n";

    /// <summary>
    /// Where a case says nothing else, its site has a name, an address and a topic, and says nothing of facts that no article states.
    /// </summary>
    private const string DefaultSite =
        "title: A site\ndescription: A site for a test.\nbase_url: https://example.org/\ntopics: { alaska: { title: Alaska } }\n"
        + "findings: { unused-fact: off, unused-source: off }\n";

    /// <summary>Reads a case.</summary>
    public static GoldenCase Read(string path)
    {
        var text = File.ReadAllText(path);
        var end = text.StartsWith(Marker, StringComparison.Ordinal) ? 0 : text.IndexOf("\n" + Marker, StringComparison.Ordinal) + 1;
        var hasReport = text.AsSpan(end).StartsWith(Marker);
        var given = hasReport ? text[..end] : text;
        var files = Sections(given);
        files.TryAdd("input/site.yaml", DefaultSite);
        return new GoldenCase(path, files, given, hasReport ? text[(end + Marker.Length)..] : "");
    }

    /// <summary>The words of the command line.</summary>
    public string[] Arguments() => Files.GetValueOrDefault("arguments", "").Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Writes the files into a folder.</summary>
    public void Fill(Scratch scratch)
    {
        foreach (var (path, text) in Files)
        {
            if (path.Split(Link) is [var link, var target]) scratch.Link(link, target);
            else scratch.Write(path, text);
        }
    }

    /// <summary>Writes the case with another report.</summary>
    public void Update(string report) => File.WriteAllText(Path, $"{Given}{Marker}{report}");

    /// <summary>What stands behind each line that names a file; what stands before the first is a remark.</summary>
    private static SortedDictionary<string, string> Sections(string text)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        string? current = null;
        for (int start = 0, next; start < text.Length; start = next)
        {
            next = text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : text.Length;
            if (Name(text[start..next]) is { } name) files.Add(current = name, "");
            else if (current is not null) files[current] += text[start..next];
        }
        return files;
    }

    private static string? Name(string line) =>
        line.TrimEnd('\n') is ['-', '-', ' ', .. { Length: > 0 } name, ' ', '-', '-'] ? name : null;
}
