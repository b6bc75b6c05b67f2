using Explainers.Hosting;

namespace Explainers.Cli.Invocation;

/// <summary>What a run touches beside the disk, as values, so that tests can hand it others.</summary>
/// <param name="Output">Takes data.</param>
/// <param name="Error">Takes findings, progress and the summary.</param>
/// <param name="Folder">The folder that relative paths start from.</param>
/// <param name="Clock">Tells the day, and how long things take.</param>
internal sealed record CliEnvironment(TextWriter Output, TextWriter Error, string Folder, TimeProvider Clock)
{
    /// <summary>Gives what a person types, or null where nobody is there to answer.</summary>
    public TextReader? Input { get; init; }

    /// <summary>Is cancelled when the person who started the run wants it to end.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>How long to wait for another build that writes to the same output.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether files are flushed to the disk before they replace others.</summary>
    public bool IsFlushed { get; init; } = true;

    /// <summary>Is told that the run will soon be over, so that its memory need not be tidied.</summary>
    public Action SoonOver { get; init; } = static () => { };

    /// <summary>Whether findings are read by a person at a terminal that shows colours and movement.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>
    /// Whether a terminal is to be given colours and movement: not where NO_COLOR says otherwise (no-color.org), nor where it can only
    /// print.
    /// </summary>
    public static bool TakesColours(bool isRedirected, string? noColor, string? terminal) =>
        !isRedirected && string.IsNullOrEmpty(noColor) && terminal != "dumb";

    /// <summary>A path as the disk knows it.</summary>
    public string Full(string path) => TypedPath.Full(path, Folder);

    /// <summary>A path as messages show it, on every system.</summary>
    public static string Shown(string path) => TypedPath.Shown(path);
}
