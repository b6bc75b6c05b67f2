using System.CommandLine;
using System.CommandLine.Parsing;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;

namespace Explainers.Cli.Commands;

/// <summary>Says what is wrong with a command line, and what was most likely meant.</summary>
internal static class WrongUsage
{
    /// <summary>Writes a sentence for each fault to standard error, and which help to read.</summary>
    public static int Report(ParseResult parsed, CliEnvironment environment)
    {
        var line = Line(parsed.CommandResult);
        foreach (var sentence in Unknown(parsed, line).Concat(Unsuited(parsed))) Wrapping.Say(environment.Error, $"explainers: {sentence}");
        Wrapping.Say(environment.Error, $"'{line} --help' lists what it takes.");
        return ExitStatus.WrongUsage;
    }

    /// <summary>
    /// Words that nothing takes. A word after an unknown option is most likely its value. Words after an unknown command belong to it.
    /// </summary>
    private static IEnumerable<string> Unknown(ParseResult parsed, string line)
    {
        var (command, words) = (parsed.CommandResult.Command, parsed.UnmatchedTokens);
        var commands = command.Subcommands.Select(below => below.Name).ToArray();
        if (words.Any(IsOption))
            return words.Where(IsOption).Select(word => $"'{line}' has no option '{word}'.{Guess(word, OptionsOf(parsed.CommandResult))}");
        if (words.Count > 0 && commands.Length > 0) return [$"'{line}' has no command '{words[0]}'.{Guess(words[0], commands)}"];
        if (words.Count > 0) return words.Select(word => $"'{line}' does not take '{word}'.");
        return command.Action is null ? [$"'{line}' takes one of {Values.Listed(commands)} behind it."] : [];
    }

    /// <summary>Options and arguments that have too few values, too many, or the wrong ones.</summary>
    private static IEnumerable<string> Unsuited(ParseResult parsed) => parsed.Errors.Select(error => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => Values.Lacking(option.Option),
        ArgumentResult { Tokens.Count: 0 } argument => Values.Lacking(argument.Argument),
        CommandResult => null,
        _ => error.Message,
    }).OfType<string>();

    private static bool IsOption(string word) => word.StartsWith('-');

    private static string Guess(string word, IEnumerable<string> known) =>
        Nearest.To(word, known) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    private static IEnumerable<string> OptionsOf(CommandResult result) =>
        result.Command.Options.Concat(Above(result).SelectMany(above => above.Command.Options).Where(option => option.Recursive))
            .Select(option => option.Name);

    private static IEnumerable<CommandResult> Above(CommandResult result) =>
        result.Parent is CommandResult above ? Above(above).Prepend(above) : [];

    /// <summary>The words by which a command is called.</summary>
    private static string Line(CommandResult result) =>
        string.Join(
            ' ',
            Above(result).Reverse().Append(result).Select(part => part.Command is RootCommand ? "explainers" : part.Command.Name));
}
