namespace Explainers.Cli;

/// <summary>What a run touches beside the disk, as values, so that tests can hand it others.</summary>
/// <param name="Output">Takes data.</param>
/// <param name="Error">Takes findings, progress and the summary.</param>
/// <param name="Folder">The folder that relative paths start from.</param>
/// <param name="Clock">Tells the day, and how long things take.</param>
internal sealed record World(TextWriter Output, TextWriter Error, string Folder, TimeProvider Clock)
{
    /// <summary>Gives what a person types, or null where nobody is there to answer.</summary>
    public TextReader? Input { get; init; }

    /// <summary>Is cancelled when the person who started the run wants it to end.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Whether findings are read by a person at a terminal that shows colours and movement.</summary>
    public bool IsTerminal =>
        ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>A path as the disk knows it.</summary>
    public string Full(string path) => Path.GetFullPath(path, Folder);
}
