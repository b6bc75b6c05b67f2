using System.CommandLine;
using Explainers.Cli.Desk;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Hosting;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers diff [REV]</c>: how the articles read before and after a change, for whoever approves it.</summary>
internal static class DiffCommand
{
    private const string Usual = "HEAD";

    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var revision = new Argument<string>("REV")
        {
            Description = "The revision of git to compare with: a branch, a tag or a commit.",
            DefaultValueFactory = _ => Usual,
        };
        var command = new Command(
            "diff", "Show side by side how articles read in a revision of git and now, and which facts make the difference.") { revision };
        SiteOptions.AddDocument(
            command, (request, parsed) => Run(request, parsed.GetValue(revision)!, SiteOptions.FormOf(parsed), environment), environment);
        return command;
    }

    private static int Run(SiteRequest request, string revision, DocumentForm form, CliEnvironment environment)
    {
        var input = environment.Full(request.Input);
        var start = Directory.Exists(input) ? input : environment.Folder;
        using var git = GitRevision.Find(start, revision, out var fault);
        if (git is null) return Refuse(environment, $"explainers: {fault}.");
        if (git.Take(RealPath.OrTyped(input)) is not { } old)
            return Refuse(environment, $"explainers: '{revision}' has no folder '{request.Input}'.");
        var theme = git.Take(RealPath.OrTyped(environment.Full(request.Theme ?? SourceReader.DefaultTheme)));
        var before = Texts(new SiteFolders(old, theme) { Start = git.Folder }, request, environment);
        var after = Texts(request.Folders(environment), request, environment);
        if (before is null || after is null) return ExitStatus.WrongUsage;
        environment.Output.Write(form.Write(SiteDifference.Of(before, after, revision), $"explainers diff {revision} --format html"));
        return ExitStatus.Done;
    }

    private static SiteTexts? Texts(SiteFolders folders, SiteRequest request, CliEnvironment environment)
    {
        var read = SourceReader.Read(folders);
        if (!read.Refusals.IsEmpty)
        {
            Findings.Write(read.Refusals, ReportFormat.Text, environment);
            return null;
        }
        var site = new SiteDatabase();
        site.Update(read.Tree, request.Compile);
        return site.Engine.Demand(reads => SiteTexts.Of(new FactsView(site, reads), CliEnvironment.Shown(request.Input).TrimEnd('/')));
    }

    private static int Refuse(CliEnvironment environment, string why)
    {
        Wrapping.Say(environment.Error, why);
        return ExitStatus.WrongUsage;
    }
}
