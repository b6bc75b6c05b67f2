using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Blocks;
using Explainers.Cli.Commands;
using Explainers.Cli.Invocation;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Formulas;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Authors;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Templates;
using Explainers.Parsing.Yaml;

namespace Explainers.Tests.Guides;

/// <summary>The parts of the guides that are made from the tables that the parser, the binder and the blocks themselves read.</summary>
internal static partial class Reference
{
    private static readonly (string Name, KeyTable Table)[] Tables =
    [
        ("sheet", FactKeys.Sheet), ("source", FactKeys.Citation), ("fact", FactKeys.Fact), ("version", FactKeys.Version),
            ("change", FactKeys.Change),
        ("person", FactKeys.Person), ("organisation", FactKeys.Organisation), ("name", FactKeys.Name), ("role", FactKeys.Role),
            ("event", FactKeys.Event), ("place", FactKeys.Place), ("quotation", FactKeys.Quote),
            ("term", FactKeys.Term), ("table", FactKeys.Table), ("column", FactKeys.Column), ("rule", FactKeys.Rule),
        ("front matter", FrontMatter.Keys), ("photograph", CreditKeys.Photograph), ("site", SettingsKeys.Site),
            ("publisher", SettingsKeys.Publisher), ("menus", SettingsKeys.Menus), ("entry of a menu", SettingsKeys.MenuEntry),
            ("author", AuthorKeys.Author), ("contributor", FrontMatter.Contributor), ("topic", SettingsKeys.Topic),
        ("source policy", SettingsKeys.SourcePolicy), ("security", SettingsKeys.Security),
            ("service", SettingsKeys.Service),
        ("card", CardKeys.Card), .. Below(CardKeys.Card)
            .Select(table => (table.Owner[(table.Owner.IndexOf(' ', StringComparison.Ordinal) + 1)..], table)),
    ];

    /// <summary>What a part of that name is to say, in Markdown.</summary>
    public static string Of(string part) => part switch
    {
        "filters" => Rows(["filter", "takes", "what it does"],
            FactFilters.All.Select(filter => new[] { Code(filter.Name), filter.Takes, filter.Meaning })),
        "functions" => Rows(["function", "what it gives"],
            FormulaFunctions.All.Select(function => new[] { Code(function.Written), function.Meaning })),
        "units" => Rows(["measure", "units, by any of their names"], Units.ByDimension()
            .Select(group => new[] { group.Key, string.Join("; ", group.Select(names => string.Join(", ", names.Select(Code)))) })),
        "types" => string.Join(", ", FactKeys.ValueTypes.Select(Code)) + "\n",
        "blocks" => Rows(["block", "shows", "options"],
            BlockKinds.All.Select(kind => new[] { Code(kind.Name), kind.Shown, Options(kind) })),
        "commands" => Rows(["command", "what it does"], Commands(RootCommandLine.Make(Nowhere), "explainers")
            .Select(command => new[] { Code(command.Usage), command.Meaning })),
        "errors" => Codes(Severity.Error),
        "warnings" => Codes(Severity.Warning),
        "example" => $"```csharp\n{File.ReadAllText(ExamplePath).TrimEnd('\n')}\n```\n",
        _ => Keys(Tables.Single(table => table.Name == part).Table),
    };

    /// <summary>The names of the parts that are tables of keys.</summary>
    public static IEnumerable<string> KeyParts => Tables.Select(table => table.Name);

    private static string Keys(KeyTable table)
    {
        var rows = Rows(["key", "takes", "what it says"],
            table.Keys.Select(key =>
            new[] { Code(key.Name) + (key.Presence == Presence.Required ? " (required)" : ""), Takes(key.Shape), Marked(key.Meaning) }));
        return table.ExactlyOne.IsEmpty ? rows
            : $"{rows}\nOf {string.Join(" and ", table.ExactlyOne.Select(Code))}, exactly one has to be there.\n";
    }

    private static string Takes(Shape shape) => shape switch
    {
        RecordShape record => $"the keys of {record.Table.Owner}",
        MapShape { Item: RecordShape or EitherShape } map => $"ids, each with {Takes(map.Item)}",
        MapShape map => $"names, each with {Takes(map.Item)}",
        EitherShape either => $"{either.Brief.Expected}, or {Takes(either.Long)}",
        ListShape { Item: RecordShape record } list => $"{list.Expected}, each with {Takes(record)}",
        ListShape { Item: ChoiceShape choice } list => $"{list.Expected}: {Takes(choice)}",
        ChoiceShape choice => $"{string.Join(", ", choice.Words.SkipLast(1).Select(Code))} or {Code(choice.Words[^1])}",
        _ => Marked(shape.Expected),
    };

    private static readonly CliEnvironment Nowhere = new(TextWriter.Null, TextWriter.Null, Path.GetTempPath(), TimeProvider.System);

    private static readonly string ExamplePath = Path.Combine(RepositoryRoot.Path, "tests", "Explainers.Example", "Program.cs");

    /// <summary>Every command that a person types, with its arguments, below the one that it belongs to.</summary>
    private static IEnumerable<(string Usage, string Meaning)> Commands(Command owner, string prefix) => owner.Subcommands
        .Where(command => !command.Hidden)
        .SelectMany(command =>
        {
            var usage = $"{prefix} {command.Name}";
            var own = command.Subcommands.Count > 0 && command.Action is null ? []
                : new[] { (usage + string.Concat(command.Arguments.Select(Argument)), command.Description ?? "") };
            return own.Concat(Commands(command, usage));
        });

    private static string Argument(Argument argument) =>
        argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}]" : $" {argument.Name}";

    private static string Codes(Severity severity) => Rows(["code", "meaning"], Catalog.Codes.Select(code => Catalog.Explain(code)!)
        .Where(explanation => explanation.Severity == severity)
        .Select(explanation => new[] { Code(explanation.Code), explanation.Summary }));

    private static string Options(BlockKind kind)
    {
        string[] names =
        [
            .. kind.Options.Select(option => option.Name), .. kind.Settings.Select(setting => setting.Name),
            .. kind.Texts,
        ];
        return names.Length == 0 ? "none" : string.Join(", ", names.Select(name => Code($"{name}:")));
    }

    private static IEnumerable<KeyTable> Below(KeyTable table) => table.Keys.Select(key => Inside(key.Shape)).OfType<RecordShape>()
        .SelectMany(record => Below(record.Table).Prepend(record.Table)).Distinct();

    private static Shape Inside(Shape shape) => shape switch
    {
        ListShape list => Inside(list.Item),
        MapShape map => Inside(map.Item),
        EitherShape either => Inside(either.Long),
        _ => shape,
    };

    private static string Code(string text) => $"`{text}`";

    /// <summary>A text with what a writer would type in it marked as code: values, keys and names of files.</summary>
    private static string Marked(string text) => Typed().Replace(text, match => Code(match.Value));

    private static string Rows(string[] head, IEnumerable<string[]> rows)
    {
        var table = new StringBuilder();
        foreach (var row in rows.Prepend([.. head.Select(_ => "---")]).Prepend(head)) table.Append("| ")
            .AppendJoin(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        return table.ToString();
    }

    [GeneratedRegex(@"(?<![\w/'])(\d{4}-\d\d-\d\d \d\d:\d\d \w+/\w+|[\d.]+ [NS] [\d.]+ [EW]|#[0-9a-f]{6}|\d[\w.-]*\w|\d|\w+\.\w+(?:\.yaml)?\b|\w+(?:_\w+)+|\w+/\w+|theme/\w+)")]
    private static partial Regex Typed();
}
