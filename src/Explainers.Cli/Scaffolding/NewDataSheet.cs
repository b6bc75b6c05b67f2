using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Facts.Tables;
using Explainers.Hosting;
using Explainers.Sources;

namespace Explainers.Cli.Scaffolding;

/// <summary>What is asked of a new fact sheet with a table from a file.</summary>
/// <param name="Name">The name of the sheet.</param>
/// <param name="Input">The input folder.</param>
/// <param name="Data">The path of the file.</param>
/// <param name="Decimal">point or comma, or null where the file tells.</param>
internal sealed record DataSheetRequest(string Name, string Input, string Data, string? Decimal);

/// <summary>Begins a fact sheet with a table from a data file, which is copied into the folder of sheets unless it lies there.</summary>
internal static class NewDataSheet
{
    /// <summary>Writes the sheet, and the file where it lies elsewhere.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="ask">Gives title, publisher and address.</param>
    /// <param name="today">The day.</param>
    /// <param name="environment">Where the command runs.</param>
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public static int Write(DataSheetRequest request, Func<string[]> ask, DateOnly today, CliEnvironment environment)
    {
        if (NewName.RefusedToSheet(request.Name) is { } refused) return refused.Say(environment);
        var facts = Path.Combine(request.Input, "facts");
        var isThere = IsIn(environment.Full(request.Data), environment.Full(facts));
        var name = (isThere
            ? Path.GetRelativePath(environment.Full(facts), environment.Full(request.Data))
            : Path.GetFileName(request.Data))
            .Replace('\\', '/');
        if (SourceKinds.Of($"facts/{name}") != SourceKind.Data)
            return NewFiles.Refuse(
                $"a table is read from a file that ends in .csv, .tsv, .json or .xlsx, not from '{request.Data}'.", environment);
        if (Read(request.Data, $"facts/{name}", environment) is not { } file) return ExitStatus.WrongUsage;
        var draft = TableDraft.Of(
            SourceTree.From([file], []).Input[0], request.Decimal switch { "point" => '.', "comma" => ',', _ => null });
        if (draft.Columns.IsEmpty) return NewFiles.Refuse(Said(draft.Findings[0]), environment);
        var texts = ask();
        foreach (var asked in texts)
            if (Trial.RefusedText(asked) is { } why) return NewFiles.Refuse($"'{asked}' cannot go into a new file: {why}.", environment);
        var text = DataSheet.Text(texts[0], texts[1], texts[2], request.Name.Replace('-', '_'), name, draft);
        var path = $"facts/{request.Name}.yaml";
        if (Trial.OfFile(path, text, today, file) is { } finding) return NewFiles.Refuse(finding, environment);
        var files = NewFiles.Encoded([($"{request.Input}/{path}", text)]);
        return NewFiles.Write(isThere ? files : [.. files, ($"{request.Input}/facts/{name}", file.Bytes)], environment);
    }

    /// <summary>What keeps a file from becoming a table, with the option that helps.</summary>
    private static Diagnostic Said(Diagnostic finding) => finding.Code == "ambiguous-number"
        ? finding with { Hint = "say '--decimal point' or '--decimal comma'" }
        : finding;

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static SourceFile? Read(string path, string below, CliEnvironment environment)
    {
        try
        {
            var file = new FileInfo(environment.Full(path));
            if (file.Exists && file.Length > SourceLimits.Of(below))
            {
                NewFiles.Refuse($"{Wrapping.Plain(path)} has more than {SourceLimits.Shown(SourceLimits.Of(below))}.", environment);
                return null;
            }
            return new SourceFile(below, path, File.ReadAllBytes(file.FullName));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            NewFiles.Refuse($"{Wrapping.Plain(path)} cannot be read: {SourceEntry.Why(exception)}.", environment);
            return null;
        }
    }
}
