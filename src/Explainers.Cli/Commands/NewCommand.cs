using System.CommandLine;
using System.CommandLine.Completions;
using Explainers.Cli.Invocation;
using Explainers.Cli.Scaffolding;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Hosting;

namespace Explainers.Cli.Commands;

/// <summary>
/// <c>explainers new article|sheet|site|theme|deploy</c>: the first text of an article, a fact sheet, a site, a theme, or what a host
/// needs. What is there already is never touched.
/// </summary>
internal static class NewCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CliEnvironment environment)
    {
        var command = new Command("new", "Begin an article, a fact sheet, a site, a theme or a deploy; nothing is overwritten.");
        command.Add(Article(environment));
        command.Add(Sheet(environment));
        command.Add(Site(environment));
        command.Add(Theme(environment));
        command.Add(NewDeploy.Make(environment));
        return command;
    }

    private static Command Article(CliEnvironment environment)
    {
        var (name, title, input) = (
            Name("the last part of its address: how-high-is-denali"),
            Text("--title", "Its title, best a question."),
            Input());
        var description = Text("--description", "The answer in one sentence.");
        var command = new Command("article", "Begin an article, as a draft.") { name, title, description, input };
        command.SetAction(parsed => Write(NewName.RefusedToArticle(parsed.GetValue(name)!), parsed.GetValue(input)!,
            $"articles/{parsed.GetValue(name)}.md", environment, () =>
        [
            parsed.GetValue(title) ?? Ask("Title", $"{Sentence(parsed.GetValue(name)!)}?", environment),
            parsed.GetValue(description) ?? Ask("The answer in one sentence", "The answer in one sentence.", environment),
        ], texts => Scaffold.Article(texts[0], texts[1], Today(environment))));
        return command;
    }

    private static Command Sheet(CliEnvironment environment)
    {
        var (name, title, input) = (
            Name("how articles call it, with hyphens: alaska-purchase"),
            Text("--title", "Its name for readers."),
            Input());
        var (publisher, url) = (Text("--publisher", "Who published its first source."), Text("--url", "Where that source can be read."));
        var (from, mark) = (Text("--from", "A CSV, TSV, JSON or XLSX file with the rows of its table."), Decimal());
        var command = new Command("sheet", "Begin a fact sheet with its first source, or with a table from a file.")
        {
            name, title, publisher, url, input, from, mark,
        };
        command.SetAction(parsed => parsed.GetValue(from) is { } data
            ? NewDataSheet.Write(
                new(parsed.GetValue(name)!, parsed.GetValue(input)!, data, parsed.GetValue(mark)),
                () =>
                [
                    parsed.GetValue(title) ?? Ask("Title", Sentence(parsed.GetValue(name)!), environment),
                    parsed.GetValue(publisher) ?? Ask("Publisher of the data", "The publisher", environment),
                    parsed.GetValue(url) ?? Ask("Address of the data", "https://source.example/", environment),
                ],
                Today(environment),
                environment)
            : Write(NewName.RefusedToSheet(parsed.GetValue(name)!), parsed.GetValue(input)!,
            $"facts/{parsed.GetValue(name)}.yaml", environment, () =>
        [
            parsed.GetValue(title) ?? Ask("Title", Sentence(parsed.GetValue(name)!), environment),
            parsed.GetValue(publisher) ?? Ask("Publisher of its first source", "The publisher", environment),
            parsed.GetValue(url) ?? Ask("Address of that source", "https://source.example/", environment),
        ], texts => Scaffold.Sheet(texts[0], texts[1], texts[2])));
        return command;
    }

    private static Command Site(CliEnvironment environment)
    {
        var folder = new Argument<string>("FOLDER") { Description = "Where it is to stand." };
        var title = Text("--title", "Its name.");
        var command = new Command("site", "Begin a site with an article and a fact sheet, which builds at once.") { folder, title };
        command.SetAction(parsed => BeginSite(parsed.GetValue(folder)!, parsed.GetValue(title)
            ?? Ask("Title", "Explainers", environment), environment));
        return command;
    }

    private static Command Theme(CliEnvironment environment)
    {
        var files = new Argument<string[]>("FILE")
        {
            HelpName = "FILE",
            Description = "Files of the built-in theme, such as layouts/page.sbn-html; without one, all are listed.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        files.CompletionSources.Add(_ => BuiltInTheme.Files().Select(file => new CompletionItem(file.Path)));
        var theme = new Option<string>("--theme")
        {
            Description = "The site's theme folder.",
            DefaultValueFactory = _ => SourceReader.DefaultTheme,
        };
        var command = new Command("theme", "Begin a theme with copies of files of the built-in one, to be changed.") { files, theme };
        command.SetAction(parsed => Copy(parsed.GetValue(files) ?? [], parsed.GetValue(theme)!, environment));
        return command;
    }

    private static int Copy(string[] names, string theme, CliEnvironment environment)
    {
        var builtIn = BuiltInTheme.Files().ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        if (names.Length == 0)
        {
            foreach (var path in builtIn.Keys.Order(StringComparer.Ordinal)) environment.Output.WriteLine(path);
            return ExitStatus.Done;
        }
        if (names.FirstOrDefault(name => !builtIn.ContainsKey(name)) is not { } unknown)
            return NewFiles.Write([.. names.Select(name => ($"{theme}/{name}", builtIn[name]))], environment);
        environment.Error.WriteLine(Wrapping.Plain($"explainers: the built-in theme has no file '{unknown}'."));
        if ((InAnyFolder(unknown, builtIn.Keys) ?? Nearest.To(unknown, builtIn.Keys)) is { } nearest)
            environment.Error.WriteLine($"Did you mean '{nearest}'?");
        return ExitStatus.WrongUsage;
    }

    /// <summary>The file that a path means which has a folder too few or too many.</summary>
    private static string? InAnyFolder(string path, IEnumerable<string> files) =>
        files.FirstOrDefault(file => file.EndsWith($"/{path}", StringComparison.Ordinal)
            || CliEnvironment.Shown(path).EndsWith($"/{file}", StringComparison.Ordinal));

    private static Argument<string> Name(string what) => new("NAME") { Description = $"Its file's name, {what}." };

    private static Option<string?> Text(string name, string what) => new(name) { Description = what };

    private static Option<string?> Decimal()
    {
        var option = Text("--decimal", "The decimal mark of that file, if it is unclear: point or comma.");
        option.AcceptOnlyFromAmong("point", "comma");
        return option;
    }

    private static Option<string> Input() =>
        new("--input") { Description = "The site's input folder.", DefaultValueFactory = _ => "input" };

    private static DateOnly Today(CliEnvironment environment) => DateOnly.FromDateTime(environment.Clock.GetUtcNow().UtcDateTime);

    /// <summary>A name as the beginning of a sentence.</summary>
    private static string Sentence(string slug) => char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' ');

    /// <summary>Asks at a terminal for what no option gave; elsewhere, and for an empty answer, there is a word to be replaced.</summary>
    private static string Ask(string what, string otherwise, CliEnvironment environment)
    {
        if (environment.Input is not { } input) return otherwise;
        environment.Error.Write($"{what} [{otherwise}]: ");
        return input.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : otherwise;
    }

    private static int BeginSite(string folder, string title, CliEnvironment environment)
    {
        if (Trial.RefusedText(title) is { } why) return NewFiles.Refuse($"'{title}' cannot be the title: {why}.", environment);
        var files = Scaffold.Site(title, Today(environment)).ToArray();
        return Trial.OfSite(files, Today(environment)) is { } finding
            ? NewFiles.Refuse(finding, environment)
            : NewFiles.WriteSite(folder, files, environment);
    }

    private static int Write(
        NewName? refused,
        string input,
        string path,
        CliEnvironment environment,
        Func<string[]> ask,
        Func<string[], string> write)
    {
        if (refused is not null) return refused.Say(environment);
        var texts = ask();
        foreach (var text in texts)
            if (Trial.RefusedText(text) is { } why) return NewFiles.Refuse($"'{text}' cannot go into a new file: {why}.", environment);
        var file = write(texts);
        return Trial.OfFile(path, file, Today(environment)) is { } finding ? NewFiles.Refuse(finding, environment)
            : NewFiles.Write(NewFiles.Encoded([($"{input}/{path}", file)]), environment);
    }
}
