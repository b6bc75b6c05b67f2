using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Completions;

namespace Explainers.Cli.Completion;

/// <summary>What a shell may put where the cursor stands.</summary>
/// <param name="Text">The whole word.</param>
/// <param name="Description">What it means, in a line; empty where the word says it.</param>
internal sealed record Proposal(string Text, string Description);

/// <summary>Tells what may follow on a command line that is being typed.</summary>
internal static class Completer
{
    /// <summary>Lists what may follow, in order of name; nothing where a path or a free text is wanted.</summary>
    /// <param name="root">The commands and what they take.</param>
    /// <param name="before">The words between the tool's name and the one in which the cursor stands.</param>
    /// <param name="word">The part of that word before the cursor.</param>
    public static IEnumerable<Proposal> Complete(Command root, IEnumerable<string> before, string word)
    {
        var place = before.Aggregate(Place.Of(root), (place, next) => place.After(next));
        var begun = word.TrimStart('"', '\'');
        return Following(place, begun)
            .Where(proposal => proposal.Text.StartsWith(begun == "=" ? "" : begun, StringComparison.OrdinalIgnoreCase))
            .OrderBy(proposal => proposal.Text, StringComparer.Ordinal);
    }

    private static IEnumerable<Proposal> Following(Place place, string begun)
    {
        if (place.Waiting is { } option) return Values(option);
        if (begun.StartsWith('-') && !place.TakesNoOptions)
        {
            var end = begun.IndexOf('=', StringComparison.Ordinal) + 1;
            if (end == 0) return place.Options.Where(option => !place.Given.Contains(option)).Select(Named);
            return place.Find(begun[..(end - 1)]) is { } given
                ? Values(given).Select(value => value with { Text = begun[..end] + value.Text })
                : [];
        }
        if (place.TakesCommand) return place.Command.Subcommands.Where(command => !command.Hidden).Select(Named);
        if (place.Argument is { } argument) return Values(argument);
        return place.TakesNoOptions ? [] : place.Options.Where(option => !place.Given.Contains(option)).Select(Named);
    }

    private static Proposal Named(Symbol symbol) => new(symbol.Name, symbol.Description ?? "");

    private static IEnumerable<Proposal> Values(Option option) => Values(option.GetCompletions(CompletionContext.Empty));

    private static IEnumerable<Proposal> Values(Argument argument) => Values(argument.GetCompletions(CompletionContext.Empty));

    private static IEnumerable<Proposal> Values(IEnumerable<CompletionItem> items) =>
        items.Select(item => new Proposal(item.Label, item.Detail ?? ""));

    /// <summary>How far a command line has come.</summary>
    /// <param name="Command">The innermost command.</param>
    /// <param name="Options">The options that it takes.</param>
    private sealed record Place(Command Command, ImmutableArray<Option> Options)
    {
        /// <summary>The options that were given.</summary>
        public ImmutableHashSet<Option> Given { get; init; } = [];

        /// <summary>The option whose value comes next, or null.</summary>
        public Option? Waiting { get; init; }

        /// <summary>How many arguments were given.</summary>
        public int Arguments { get; init; }

        /// <summary>Whether all that follows are arguments.</summary>
        public bool TakesNoOptions { get; init; }

        /// <summary>Whether a command may come next; it stands before options and arguments.</summary>
        public bool TakesCommand => Command.Subcommands.Count > 0 && Given.IsEmpty && Arguments == 0 && !TakesNoOptions;

        /// <summary>The argument that comes next, or null.</summary>
        public Argument? Argument =>
            Command.Arguments.ElementAtOrDefault(Arguments)
                ?? Command.Arguments.LastOrDefault(argument => argument.Arity.MaximumNumberOfValues > 1);

        public static Place Of(Command root) => new(root, [.. root.Options.Where(option => !option.Hidden)]);

        /// <summary>The option of a name, or null.</summary>
        public Option? Find(string name) => Options.FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name));

        /// <summary>The place behind a word.</summary>
        public Place After(string word)
        {
            // Bash makes words of "=" and of what stands around it.
            if (Waiting is not null) return word == "=" ? this : this with { Waiting = null };
            if (word == "--") return this with { TakesNoOptions = true };
            if (word.StartsWith('-') && !TakesNoOptions) return AfterOption(word);
            if (TakesCommand && Command.Subcommands.FirstOrDefault(command => command.Name == word) is { } found)
                return new Place(found, [.. found.Options, .. Options.Where(option => option.Recursive)]);
            return this with { Arguments = Arguments + 1 };
        }

        private Place AfterOption(string word)
        {
            var name = word.Split('=')[0];
            if (Find(name) is not { } option) return this;
            var waits = option.Arity.MinimumNumberOfValues > 0 && name == word;
            return this with { Given = Given.Add(option), Waiting = waits ? option : null };
        }
    }
}
