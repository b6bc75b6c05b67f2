using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Articles;

namespace Explainers.Binding;

/// <summary>Binds one block: what it is, what it shows, and in what order.</summary>
internal static class BlockBinder
{
    private static readonly BoundBlockPart Nothing = new("", []);

    /// <summary>Binds a block; what it cannot show is reported and left out.</summary>
    public static BoundBlockPart Bind(BlockPart part, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var block = part.Block;
        if (scope.Block(block.Name) is not { } kind)
        {
            findings.Add(scope.Sheet(block.Name) is { } named
                ? Catalog.UnknownFact(block.Span, block.Name, named.Facts.Select(fact => fact.Name).FirstOrDefault())
                : Catalog.UnknownBlock(
                    block.Span,
                    block.Name,
                    Nearest.To(block.Name, scope.Blocks),
                    scope.Blocks.Order(StringComparer.Ordinal)));
            return Nothing;
        }
        if (part.Placement == Placement.InText)
        {
            findings.Add(Catalog.MisplacedBlock(block.Span, block.Name));
            return Nothing;
        }
        var facts = block.Arguments.SelectMany(argument => Shown(argument, kind, scope, findings)).Distinct().ToImmutableArray();
        if (kind.StandsAlone && !block.Arguments.IsEmpty)
            findings.Add(Catalog.BlockMismatch(block.Span, $"the block '{kind.Name}' shows no facts", $"write {{{{ {kind.Name} }}}}"));
        if (block.Arguments.IsEmpty && !kind.StandsAlone)
            findings.Add(
                Catalog.BlockMismatch(
                    block.Span,
                    $"the block '{kind.Name}' shows nothing here",
                    $"name a sheet or some of its {kind.Shown}: {{{{ {kind.Name} sheet }}}}"));
        var settings = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var option in block.Options)
        {
            if (kind.Settings.FirstOrDefault(known => known.Name == option.Name.Text) is { } setting)
                Set(settings, facts, option, setting, kind, findings);
            else facts = Kept(facts, option, kind, findings);
        }
        if (!facts.IsEmpty && kind.Fault(facts, name => settings.FirstOrDefault(known => known.Key == name).Value) is { } fault)
            findings.Add(Catalog.BlockMismatch(block.Span, fault.What, fault.Hint));
        var shown = kind.Order(facts).Select(fact => fact.Name).ToEquatable();
        foreach (var fact in shown) scope.Use(new FactUse(fact, block.Span));
        return new BoundBlockPart(kind.Name, shown)
        {
            Settings = settings.ToImmutable(),
            Title = block.Title is { } title ? ArticleBinder.Text(title, scope, findings) : [],
        };
    }

    private static void Set(
        ImmutableArray<KeyValuePair<string, string>>.Builder settings, ImmutableArray<Fact> facts, OptionSyntax option,
        BlockSetting setting, BlockKind kind, ImmutableArray<Diagnostic>.Builder findings)
    {
        var values = facts.SelectMany(setting.Values).Distinct().ToArray();
        if (setting.IsText || values.Contains(option.Value.Text, StringComparer.Ordinal))
            settings.Add(new(setting.Name, option.Value.Text));
        else if (!facts.IsEmpty)
            findings.Add(
                Catalog.BlockMismatch(
                    option.Value.Span,
                    $"the block '{kind.Name}' cannot have {setting.Name}: \"{option.Value.Text}\" here",
                    Catalog.DidYouMean(Nearest.To(option.Value.Text, values)) ?? $"there is {string.Join(", ", values)}"));
    }

    private static ImmutableArray<Fact> Shown(
        ReferenceSyntax argument,
        BlockKind kind,
        Scope scope,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        if (argument.Id is not null || scope.Sheet(argument.Sheet) is not { } sheet)
        {
            var fact = scope.Fact(argument, findings);
            var isMixed = Mixed(fact, argument, kind, scope, findings);
            foreach (var cell in kind.Faulty(fact))
                findings.Add(Catalog.BlockMismatch(scope.Cell(fact.Name, cell.Row, cell.Column) ?? argument.Span, cell.What, cell.Hint));
            if (fact.IsMissing || kind.Shows(fact) || kind.ShowsNamed(fact)) return fact.IsMissing ? [] : [fact];
            if (isMixed)
            {
                findings.Add(Catalog.BlockMismatch(
                    argument.Span, $"no column of {fact.Name} counts one thing in all rows, so that the block '{kind.Name}' shows none"));
                return [];
            }
            findings.Add(
                Catalog.BlockMismatch(
                    argument.Span,
                    $"the block '{kind.Name}' shows {kind.Shown}, and {fact.Name} is {Kinds.Named(fact.Value)}",
                    $"name a sheet or some of its {kind.Shown}: {{{{ {kind.Name} {fact.Sheet} }}}}"));
            return [];
        }
        var facts = sheet.Facts.Select(scope.Fact).Where(kind.Shows).ToImmutableArray();
        foreach (var fact in facts) Mixed(fact, argument, kind, scope, findings);
        if (facts.IsEmpty && !scope.MayHold(sheet.Name, null))
            findings.Add(
                Catalog.BlockMismatch(
                    argument.Span,
                    $"the block '{kind.Name}' shows {kind.Shown}, and the sheet '{sheet.Name}' has none",
                    $"name a sheet that has {kind.Shown}, or add some to this one"));
        return facts;
    }

    /// <summary>Columns whose cells count different things, at the first row that does; where that has no place, at the block.</summary>
    /// <returns>Whether there are any.</returns>
    private static bool Mixed(
        Fact fact, ReferenceSyntax argument, BlockKind kind, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        MixedColumn[] mixed = [.. kind.Mixed(fact)];
        foreach (var column in mixed)
            findings.Add(Catalog.MixedUnits(
                scope.Cell(fact.Name, column.Row, column.Column) ?? argument.Span, fact.Name.Name, column.Name,
                string.Join(", ", column.Units), column.IsMoney));
        return mixed.Length > 0;
    }

    private static ImmutableArray<Fact> Kept(
        ImmutableArray<Fact> facts,
        OptionSyntax option,
        BlockKind kind,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        var known = kind.Options.FirstOrDefault(known => known.Name == option.Name.Text);
        if (known is null)
        {
            var names = kind.Options.Select(candidate => candidate.Name).Concat(kind.Settings.Select(candidate => candidate.Name))
                .ToArray();
            findings.Add(Catalog.BlockMismatch(option.Name.Span, $"the block '{kind.Name}' has no option '{option.Name.Text}'",
                names.Length == 0
                    ? "it has none"
                    : Catalog.DidYouMean(Nearest.To(option.Name.Text, names)) ?? $"it has {string.Join(", ", names)}"));
            return facts;
        }
        var kept = facts.Where(fact => known.Of(fact) == option.Value.Text).ToImmutableArray();
        if (!kept.IsEmpty || facts.IsEmpty) return kept;
        var values = facts.Select(known.Of).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        findings.Add(
            Catalog.BlockMismatch(option.Value.Span, $"none of the {kind.Shown} here has the {option.Name.Text} '{option.Value.Text}'",
            Catalog.DidYouMean(Nearest.To(option.Value.Text, values))
                ?? (values.Length == 0 ? null : $"there is {string.Join(", ", values)}")));
        return kept;
    }
}
