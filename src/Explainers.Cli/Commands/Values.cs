using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Explainers.Cli.Commands;

/// <summary>What values options and arguments take, and the words for those that they do not.</summary>
internal static class Values
{
    /// <summary>Lets an option have one of a few values; each call replaces what was said before.</summary>
    public static void TakesOneOf<T>(this Option<T> option, params string[] choices)
    {
        option.Validators.Clear();
        option.CompletionSources.Clear();
        option.Validators.Add(result => Choose(result, option.Name, choices));
        option.CompletionSources.Add(choices);
    }

    /// <summary>Lets an argument have one of a few values.</summary>
    public static void TakesOneOf<T>(this Argument<T> argument, params string[] choices)
    {
        argument.Validators.Add(result => Choose(result, argument.Name, choices));
        argument.CompletionSources.Add(choices);
    }

    /// <summary>A number of days.</summary>
    public static int Days(ArgumentResult argument)
    {
        var text = argument.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3650) return days;
        argument.AddError($"--days takes a number from 0 to 3650, not '{text}'.");
        return 0;
    }

    /// <summary>Refuses empty and blank values of every option and argument, of a command and all below it.</summary>
    public static void RefuseBlank(Command command)
    {
        foreach (var option in command.Options) option.Validators.Add(result => RefuseBlank(result, option));
        foreach (var argument in command.Arguments) argument.Validators.Add(result => RefuseBlank(result, argument));
        foreach (var below in command.Subcommands) RefuseBlank(below);
    }

    /// <summary>The sentence for an option or argument that stands there without a value.</summary>
    public static string Lacking(Symbol symbol) =>
        symbol.Description is { Length: > 0 } what
            ? $"{symbol.Name} needs a value: {char.ToLowerInvariant(what[0])}{what[1..]}"
            : $"{symbol.Name} needs a value.";

    /// <summary>Some words as a sentence lists them: one, two or three.</summary>
    public static string Listed(IReadOnlyList<string> words) =>
        words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    private static void RefuseBlank(SymbolResult result, Symbol symbol)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value))) result.AddError(Lacking(symbol));
    }

    private static void Choose(SymbolResult result, string name, string[] choices)
    {
        foreach (var token in result.Tokens.Where(token => !choices.Contains(token.Value) && !string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{name} takes {Listed(choices)}, not '{token.Value}'.");
    }
}
