using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Explainers.Binding;
using Explainers.Cli.Desk;
using Explainers.Cli.Disk;
using Explainers.Cli.Invocation;
using Explainers.Cli.Preview;
using Explainers.Imaging;
using Explainers.Parsing.Text;
using Explainers.Rendering;

namespace Explainers.Cli.Commands;

/// <summary>The options of the commands that compile a site.</summary>
internal sealed class SiteOptions
{
    private readonly Option<string> _input = new("--input")
    {
        Description = "The folder with site.yaml, articles, facts, pages and images.",
        DefaultValueFactory = _ => "input",
    };
    private readonly Option<string?> _theme = new("--theme")
    {
        Description = "A folder whose files override the built-in theme's [default: theme, if it exists].",
    };
    private readonly Option<string> _output = new("--output")
    {
        Description = "The folder that the site is written to.",
        DefaultValueFactory = _ => "output",
    };
    private readonly Option<string> _cache = new("--cache")
    {
        Description = "The folder that keeps pictures and what the last build computed; safe to delete.",
        DefaultValueFactory = _ => PictureCache.DefaultFolder,
    };
    private readonly Option<bool> _noCache = new("--no-cache")
    {
        Description = "Make everything anew, and keep nothing for the next build.",
    };
    private readonly Option<Uri?> _baseUrl = new("--base-url")
    {
        Description = "The address that the site is published at, instead of the one in site.yaml.",
        CustomParser = Address,
    };
    private readonly Option<DateOnly?> _today = new("--today")
    {
        Description = "The day to judge dates against, such as 2026-11-23 [default: today in UTC].",
        CustomParser = Day,
    };
    private readonly Option<DateTimeOffset?> _now = new("--now")
    {
        HelpName = "moment",
        Description = "The moment to judge hours of publication against, such as 2026-11-23T09:00+01:00 [default: now].",
        CustomParser = Moments.Read,
    };
    private readonly Option<bool> _drafts = new("--drafts") { Description = "Treat drafts as published." };
    private readonly Option<bool> _noIndex = new("--noindex")
    {
        Description = "Ask search engines not to list the site: for previews of a change.",
    };
    private readonly Option<bool> _minify = new("--minify")
    {
        Description = "Leave out the space and comments that browsers do not need: for deploys.",
    };
    private readonly Option<Strictness> _strict = new("--strict")
    {
        HelpName = "calendar",
        Description = "Count warnings as errors; with 'calendar', also those that only the calendar brings up.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = Strict,
    };
    private readonly Option<bool> _timings = new("--timings") { Description = "Show how long each stage took." };
    private readonly Option<bool> _coverage = new("--coverage")
    {
        Description = "Show how many figures, dates and quotations of each file are bound to facts.",
    };
    private readonly Option<string?> _baseline = new("--baseline")
    {
        HelpName = "file",
        Description = "A file of accepted warnings, of which only what is new is told.",
    };
    private readonly Option<bool> _writeBaseline = new("--write-baseline")
    {
        Description = "Accept all warnings of now: write them to the file of --baseline.",
    };
    private readonly Option<ReportFormat> _format = new("--format")
    {
        Description = "How findings are written: text, json, sarif or github.",
        CustomParser = Format,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write the answer as JSON, for programs: --format json." };

    private SiteOptions()
    {
        _format.TakesOneOf("text", "json", "sarif", "github");
        _now.Validators.Add(Agree);
    }

    /// <summary>Gives a command the options of a build.</summary>
    public static void AddBuild(Command command, Func<SiteRequest, CliEnvironment, int> run, CliEnvironment environment) =>
        new SiteOptions().Add(command, run, environment, withOutput: true);

    /// <summary>Gives a command the options of a check.</summary>
    public static void AddCheck(Command command, Func<SiteRequest, CliEnvironment, int> run, CliEnvironment environment) =>
        new SiteOptions().Add(command, run, environment, withOutput: false);

    /// <summary>
    /// Gives a command that shows a site while it is written the options that decide which site it is, and where it is shown.
    /// </summary>
    public static void AddPreview(Command command, Func<SiteRequest, int, string, CliEnvironment, int> run, CliEnvironment environment)
    {
        var options = new SiteOptions();
        var port = new Option<int>("--port")
        {
            Description = "The port to serve on; the next free one where it is in use.",
            DefaultValueFactory = _ => 8080,
            CustomParser = Port,
        };
        var editor = new Option<string>("--editor")
        {
            HelpName = "editor",
            Description = $"The editor that findings open: {string.Join(", ", EditorLink.Names)}, "
                + "or an address with {file}, {line} and {column} in it.",
            DefaultValueFactory = _ => EditorLink.Usual,
            CustomParser = Editor,
        };
        editor.CompletionSources.Add([.. EditorLink.Names]);
        command.Add(options._input);
        command.Add(options._theme);
        command.Add(port);
        command.Add(editor);
        command.Add(options._cache);
        command.Add(options._noCache);
        options.AddTime(command);
        command.SetAction(parsed =>
            run(options.Request(parsed, environment, withOutput: false), parsed.GetValue(port), parsed.GetValue(editor)!, environment));
    }

    /// <summary>Gives a command that asks about a site the options that decide which site it is.</summary>
    public static void AddQuestion(Command command, Func<SiteRequest, ParseResult, int> run, CliEnvironment environment)
    {
        var options = new SiteOptions();
        options._format.Description = "How the answer is written: text or json.";
        options._format.TakesOneOf("text", "json");
        command.Add(options._input);
        command.Add(options._theme);
        command.Add(options._cache);
        command.Add(options._noCache);
        options.AddTime(command);
        command.Add(options._drafts);
        command.Add(options._format);
        command.Add(options._json);
        command.SetAction(parsed => run(options.Request(parsed, environment, withOutput: false), parsed));
    }

    /// <summary>Gives a command that writes a document the options that decide of which site, and how.</summary>
    public static void AddDocument(Command command, Func<SiteRequest, ParseResult, int> run, CliEnvironment environment)
    {
        var options = new SiteOptions();
        var form = new Option<string>("--format")
        {
            Description = "How the document is written: markdown or html.",
            DefaultValueFactory = _ => "markdown",
        };
        form.TakesOneOf("markdown", "html");
        command.Add(options._input);
        command.Add(options._theme);
        command.Add(options._cache);
        command.Add(options._noCache);
        options.AddTime(command);
        command.Add(options._drafts);
        command.Add(form);
        command.SetAction(parsed => run(options.Request(parsed, environment, withOutput: false), parsed));
    }

    /// <summary>How a document is to be written.</summary>
    public static DocumentForm FormOf(ParseResult parsed) =>
        parsed.GetValue<string>("--format") == "html" ? DocumentForm.Html : DocumentForm.Markdown;

    private void Add(Command command, Func<SiteRequest, CliEnvironment, int> run, CliEnvironment environment, bool withOutput)
    {
        command.Add(_input);
        command.Add(_theme);
        if (withOutput) command.Add(_output);
        command.Add(_cache);
        command.Add(_noCache);
        command.Add(_baseUrl);
        AddTime(command);
        command.Add(_drafts);
        if (withOutput) command.Add(_noIndex);
        if (withOutput) command.Add(_minify);
        else command.Add(_coverage);
        if (!withOutput) command.Add(_baseline);
        if (!withOutput) command.Add(_writeBaseline);
        command.Add(_strict);
        command.Add(_format);
        command.Add(_timings);
        command.SetAction(parsed => run(Request(parsed, environment, withOutput), environment));
    }

    private void AddTime(Command command)
    {
        command.Add(_today);
        command.Add(_now);
    }

    /// <summary>Refuses a day and a moment that do not agree.</summary>
    private void Agree(OptionResult result)
    {
        if (result.Tokens is not [.., var written] || Moments.Of(written.Value) is not { } now) return;
        if (result.GetResult(_today)?.Tokens is not [.., var day] || day.Value == Moments.Day(now).ToString("O")) return;
        result.AddError($"--today {day.Value} is not the day of --now, which is {Moments.Day(now):O} in UTC.");
    }

    private SiteRequest Request(ParseResult parsed, CliEnvironment environment, bool withOutput) => new(
        parsed.GetValue(_input)!,
        parsed.GetValue(_theme),
        withOutput ? parsed.GetValue(_output)! : "",
        new CompileOptions(parsed.GetValue(_today) ?? Moments.Day(parsed.GetValue(_now) ?? environment.Clock.GetUtcNow()))
        {
            // A day that is named without an hour is meant whole.
            Now = parsed.GetValue(_now) ?? (parsed.GetValue(_today) is null ? environment.Clock.GetUtcNow() : null),
            Address = parsed.GetValue(_baseUrl),
            Drafts = parsed.GetValue(_drafts) ? Drafts.Included : Drafts.Excluded,
            Indexing = withOutput && parsed.GetValue(_noIndex) ? Indexing.Refused : Indexing.Allowed,
            Spacing = withOutput && parsed.GetValue(_minify) ? Spacing.Minified : Spacing.Readable,
            Imaging = SkiaImaging.Instance,
            Threads = Environment.ProcessorCount,
            Pictures = parsed.GetValue(_noCache)
                ? null
                : new PictureCache(environment.Full(parsed.GetValue(_cache)!), withOutput ? CacheUse.ReadAndWrite : CacheUse.Read),
        },
        parsed.GetValue(_json) ? ReportFormat.Json : parsed.GetValue(_format),
        parsed.GetValue(_strict),
        parsed.GetValue(_timings))
    {
        Cache = parsed.GetValue(_noCache) ? null : parsed.GetValue(_cache)!,
        IsInputNamed = parsed.GetResult(_input) is { Implicit: false },
        IsDayNamed = parsed.GetValue(_today) is not null || parsed.GetValue(_now) is not null,
        ShowsCoverage = !withOutput && parsed.GetValue(_coverage),
        Baseline = withOutput ? null : parsed.GetValue(_baseline),
        WritesBaseline = !withOutput && parsed.GetValue(_writeBaseline),
    };

    private static Uri? Address(ArgumentResult argument)
    {
        var text = argument.Tokens[^1].Value;
        if (WebAddress.OfSite(text) is not { } fault) return new Uri(text);
        argument.AddError($"--base-url takes {fault.Expected}, not '{text}'.");
        return null;
    }

    private static DateOnly? Day(ArgumentResult argument)
    {
        var text = argument.Tokens[^1].Value;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        argument.AddError($"--today takes a day such as 2026-11-23, not '{text}'.");
        return null;
    }

    private static Strictness Strict(ArgumentResult argument)
    {
        if (argument.Tokens.Count == 0) return Strictness.Content;
        var text = argument.Tokens[^1].Value;
        if (text == "calendar") return Strictness.Calendar;
        argument.AddError($"--strict takes nothing or 'calendar', not '{text}'.");
        return Strictness.None;
    }

    private static int Port(ArgumentResult argument)
    {
        var text = argument.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= ushort.MaxValue)
            return port;
        argument.AddError($"--port takes a number from 1 to {ushort.MaxValue}, not '{text}'.");
        return 0;
    }

    private static string? Editor(ArgumentResult argument)
    {
        var text = argument.Tokens[^1].Value;
        if (EditorLink.IsPattern(text)) return text;
        argument.AddError($"--editor takes {string.Join(", ", EditorLink.Names)}, or an address with {{file}} in it, not '{text}'.");
        return null;
    }

    private static ReportFormat Format(ArgumentResult argument) => argument.Tokens[^1].Value switch
    {
        "json" => ReportFormat.Json,
        "sarif" => ReportFormat.Sarif,
        "github" => ReportFormat.GitHub,
        _ => ReportFormat.Text,
    };
}
