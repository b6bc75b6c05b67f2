using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Hosting;

namespace Explainers.Cli.Commands;

/// <summary>Compiles a site without writing it, to answer a question about it.</summary>
internal static class SiteQuestion
{
    /// <summary>Asks about the facts of a site.</summary>
    public static int Ask(SiteRequest request, CliEnvironment environment, Func<FactsView, int> answer) =>
        Ask(request, environment, (site, _) => answer(site));

    /// <summary>Asks about a site and what was found in it.</summary>
    public static int Ask(SiteRequest request, CliEnvironment environment, Func<FactsView, CompiledSite, int> answer)
    {
        var read = SourceReader.Read(request.Folders(environment));
        if (!read.Refusals.IsEmpty)
        {
            Findings.Write(read.Refusals, ReportFormat.Text, environment);
            return ExitStatus.WrongUsage;
        }
        var site = new SiteDatabase();
        var options = request.Compile with { Reading = read.Findings };
        site.Update(read.Tree, options);
        var compiled = new Compilation(site, options, static _ => { }) { Stop = environment.Stop }.Run();
        var errors = compiled.Findings.Count(finding => finding.Severity == Severity.Error);
        if (errors > 0)
            Wrapping.Say(
                environment.Error,
                $"The site has {errors} error{(errors == 1 ? "" : "s")}, so this may not be the whole answer; 'explainers check' shows "
                    + "them.");
        return site.Engine.Demand(reads => answer(new FactsView(site, reads), compiled));
    }
}
