using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Hosting;

namespace Explainers.Cli.Commands;

/// <summary>A warning that was accepted: what it says, and the line that it stands on, but not the number of that line.</summary>
/// <param name="File">The file as messages show it; empty where the finding has none.</param>
/// <param name="Code">The kind of fault.</param>
/// <param name="Message">The message.</param>
/// <param name="Line">The text of the line, without the space around it.</param>
internal sealed record AcceptedFinding(string File, string Code, string Message, string Line);

/// <summary>
/// The warnings that a site has accepted, so that only new ones are told. One that moves to another line is still accepted, and so is one
/// whose line changes, as long as its message does not. Errors are never accepted.
/// </summary>
/// <param name="Accepted">The warnings in ordinal order, each as often as it is accepted.</param>
internal sealed record Baseline(ImmutableArray<AcceptedFinding> Accepted)
{
    /// <summary>How long a line is kept at most.</summary>
    private const int LongestLine = 200;

    /// <summary>Takes the warnings among some findings.</summary>
    public static Baseline Of(ImmutableArray<Diagnostic> findings) => new(
    [
        .. findings.Where(finding => finding.Severity == Severity.Warning).Select(Entry)
            .OrderBy(entry => entry.File, StringComparer.Ordinal).ThenBy(entry => entry.Code, StringComparer.Ordinal)
            .ThenBy(entry => entry.Message, StringComparer.Ordinal).ThenBy(entry => entry.Line, StringComparer.Ordinal),
    ]);

    /// <summary>Reads a file.</summary>
    /// <returns>What it accepts, or why it cannot be read.</returns>
    public static (Baseline? Value, string Fault) Read(string path)
    {
        try
        {
            var data = JsonSerializer.Deserialize(File.ReadAllBytes(path), BaselineJson.Default.BaselineData);
            if (data is not { Version: 1, Accepted: { } accepted } || accepted.Any(entry => entry is not { File: not null, Code: not null }))
                return (null, "it is not a baseline of this program");
            return (new Baseline([.. accepted]), "");
        }
        catch (JsonException)
        {
            return (null, "it is not a baseline of this program");
        }
        catch (Exception exception) when (DiskFault.Is(exception))
        {
            return (null, exception is FileNotFoundException ? "there is no such file" : DiskFault.Words(exception, path));
        }
    }

    /// <summary>The file's content: one line for each warning, so that changes of it are easy to read and to merge.</summary>
    public string Text()
    {
        var text = new StringBuilder("{\n  \"version\": 1,\n  \"accepted\": [");
        for (var i = 0; i < Accepted.Length; i++)
            text.Append(i == 0 ? "\n    " : ",\n    ").Append(JsonSerializer.Serialize(Accepted[i], BaselineJson.Default.AcceptedFinding));
        return text.Append(Accepted.IsEmpty ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    /// <summary>Leaves out of some findings what is accepted.</summary>
    /// <returns>What is new, and what is accepted and no longer there.</returns>
    public (ImmutableArray<Diagnostic> New, ImmutableArray<AcceptedFinding> Stale) Apply(ImmutableArray<Diagnostic> findings)
    {
        var isNew = new bool[findings.Length];
        Array.Fill(isNew, true);
        var entries = findings.Select(finding => finding.Severity == Severity.Warning ? Entry(finding) : null).ToArray();
        var left = Match(Accepted, entries, isNew, entry => entry);
        left = Match(left, entries, isNew, entry => entry with { Line = "" });
        return ([.. findings.Where((_, i) => isNew[i])], left);
    }

    /// <summary>Pairs accepted warnings with findings that are the same but for what a key leaves out.</summary>
    private static ImmutableArray<AcceptedFinding> Match(
        ImmutableArray<AcceptedFinding> accepted, AcceptedFinding?[] entries, bool[] isNew, Func<AcceptedFinding, AcceptedFinding> key)
    {
        var places = new Dictionary<AcceptedFinding, Queue<int>>();
        for (var i = 0; i < entries.Length; i++)
        {
            if (!isNew[i] || entries[i] is not { } entry) continue;
            if (!places.TryGetValue(key(entry), out var known)) places[key(entry)] = known = [];
            known.Enqueue(i);
        }
        var left = ImmutableArray.CreateBuilder<AcceptedFinding>();
        foreach (var entry in accepted)
        {
            if (places.TryGetValue(key(entry), out var found) && found.TryDequeue(out var place)) isNew[place] = false;
            else left.Add(entry);
        }
        return left.DrainToImmutable();
    }

    private static AcceptedFinding Entry(Diagnostic finding)
    {
        var located = Located.Of(finding);
        var line = located.Line.Trim();
        return new AcceptedFinding(
            (located.File ?? "").Replace('\\', '/'), finding.Code, finding.Message, line.Length > LongestLine ? line[..LongestLine] : line);
    }
}

/// <summary>The file of a baseline.</summary>
internal sealed record BaselineData(int Version, AcceptedFinding[]? Accepted);

/// <summary>How baselines are read and written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BaselineData))]
[JsonSerializable(typeof(AcceptedFinding))]
internal sealed partial class BaselineJson : JsonSerializerContext;
