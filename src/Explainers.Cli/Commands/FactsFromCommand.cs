using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Explainers.Binding;
using Explainers.Checking.Prose;
using Explainers.Cli.Disk;
using Explainers.Cli.Invocation;
using Explainers.Cli.Scaffolding;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Hosting;
using Explainers.Sources;

namespace Explainers.Cli.Commands;

/// <summary><c>explainers facts from ARTICLE</c>: proposes a sheet of what an article states, and lets the article refer to it.</summary>
internal static class FactsFromCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var article = new Argument<string>("ARTICLE") { Description = "Its file, or the file's name without folder and ending." };
        var sheet = new Option<string?>("--sheet") { HelpName = "name", Description = "The name of the sheet [default: the article's]." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the sheet and the article, and write nothing." };
        var command = new Command("from", "Make a sheet of the figures, dates and quotations that an article states, and refer to it.")
        {
            article,
            sheet,
            dryRun,
        };
        SiteOptions.AddQuestion(
            command,
            (request, parsed) => Propose(
                request, environment, parsed.GetValue(article)!, parsed.GetValue(sheet), parsed.GetValue(dryRun)),
            environment);
        return command;
    }

    private static int Propose(SiteRequest request, CliEnvironment environment, string article, string? sheet, bool isDryRun)
    {
        var read = SourceReader.Read(request.Folders(environment));
        if (!read.Refusals.IsEmpty)
        {
            Findings.Write(read.Refusals, ReportFormat.Text, environment);
            return ExitStatus.WrongUsage;
        }
        if (Find(read.Tree, article) is not { } file)
        {
            var names = read.Tree.Input.Where(IsArticle).Select(known => NameOf(known.Path));
            var nearest = Nearest.To(NameOf(article), names) is { } near ? $" Did you mean '{near}'?" : "";
            return NewFiles.Refuse($"there is no article '{article}'.{nearest}", environment);
        }
        var name = sheet ?? NameOf(file.Path);
        if (NewName.RefusedToSheet(name) is { } refused) return NewFiles.Refuse(refused.Why, environment);
        var path = $"{request.Input.TrimEnd('/')}/facts/{name}.yaml";
        if (Path.Exists(environment.Full(path)))
            return NewFiles.Refuse($"{path} is there already; --sheet takes another name.", environment);
        var options = request.Compile with { Reading = read.Findings, Drafts = Drafts.Included };
        var (proposals, text) = Rewritten(read.Tree, options, file, name.Replace('-', '_'), environment);
        if (proposals.IsEmpty && text == file.Text)
        {
            Wrapping.Say(environment.Error, $"{file.DisplayPath} states nothing that is not in a sheet.");
            return ExitStatus.Done;
        }
        var title = char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
        var made = ProposedSheet.Sheet(title, file.DisplayPath, proposals);
        if (isDryRun)
        {
            environment.Output.Write(Visible.Text($"{made}\n{text}"));
            return ExitStatus.Done;
        }
        if (!proposals.IsEmpty)
        {
            var status = NewFiles.Write(NewFiles.Encoded([(path, made)]), environment);
            if (status != ExitStatus.Done) return status;
        }
        return Rewrite(file, text, proposals.Length, environment);
    }

    private static int Rewrite(SourceFile file, string text, int entries, CliEnvironment environment)
    {
        byte[] mark = file.Bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? [.. Encoding.UTF8.Preamble] : [];
        var fault = AtomicFile.Write(environment.Full(file.DisplayPath), stream =>
        {
            stream.Write(mark);
            stream.Write(Encoding.UTF8.GetBytes(text));
        });
        if (fault is not null) return NewFiles.Refuse($"{file.DisplayPath}: {DiskFault.Words(fault, file.DisplayPath)}.", environment);
        environment.Output.WriteLine(CliEnvironment.Shown(file.DisplayPath));
        Wrapping.Say(environment.Error, $"{Summary.Count(entries, "entry")}; "
            + "'explainers check' names those that have no source yet.");
        return ExitStatus.Done;
    }

    /// <summary>What an article states, and the article with references in its place.</summary>
    private static (ImmutableArray<FactProposal> Proposals, string Text) Rewritten(
        SourceTree tree, CompileOptions options, SourceFile file, string sheet, CliEnvironment environment)
    {
        var site = new SiteDatabase();
        site.Update(tree, options);
        var compiled = new Compilation(site, options, static _ => { }) { Stop = environment.Stop }.Run();
        var found = compiled.Findings.Where(finding => finding.Span.File?.Path == file.Path).ToArray();
        var unbound = found.Where(finding => finding.Code == "unbound-figure").Select(finding => finding.Span).ToHashSet();
        var article = site.Engine.Demand(reads => site.Binding.Articles.Bound.Get(reads, new ArticleId(file.Path)).Value);
        var source = file.Text;
        var (proposals, references) = FactProposals.Of(
            article.Texts, ProseLanguage.Of(article.Head.Language), span => unbound.Contains(span) && CanRefer(source, span));
        var edits = references.Select(reference =>
            (reference.Span.Start, reference.Span.Length, $"{{{{ {sheet}.{reference.Id} }}}}{reference.Behind}"));
        var known = found
            .Where(finding => finding.Code == "retyped-fact" && CanRefer(source, finding.Span) && ReferenceIn(finding) is not null)
            .Select(finding => (finding.Span.Start, finding.Span.Length, ReferenceIn(finding)!));
        return (proposals, ProposedSheet.Article(source, edits.Concat(known)));
    }

    /// <summary>The reference that a finding says to write; one with words of its own is left to the writer.</summary>
    private static string? ReferenceIn(Diagnostic finding) =>
        finding.Hint is { } hint && !hint.Contains('"') && hint.StartsWith("write {{", StringComparison.Ordinal)
            && hint.EndsWith("}}", StringComparison.Ordinal)
            ? hint["write ".Length..]
            : null;

    /// <summary>Whether a reference can stand at a place: not where it would begin a value of the front matter.</summary>
    private static bool CanRefer(string source, FileSpan span)
    {
        var head = source.StartsWith("---", StringComparison.Ordinal) ? source.IndexOf("\n---", 3, StringComparison.Ordinal) : -1;
        if (span.Start > head) return true;
        var line = source[(source.LastIndexOf('\n', span.Start) + 1)..span.Start].TrimEnd();
        return line.Length > 0 && line[^1] is not (':' or '-' or '[');
    }

    private static SourceFile? Find(SourceTree tree, string article)
    {
        var shown = CliEnvironment.Shown(article);
        return tree.Input.FirstOrDefault(file => IsArticle(file) && (file.DisplayPath == shown || file.Path == shown))
            ?? tree.Input.FirstOrDefault(file => IsArticle(file) && NameOf(file.Path) == article);
    }

    private static bool IsArticle(SourceFile file) => file.Path.EndsWith(".md", StringComparison.Ordinal);

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);
}
