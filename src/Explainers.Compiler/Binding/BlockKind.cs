using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Binding;

/// <summary>A block that articles can ask for; each is made by its own room in Blocks.</summary>
/// <param name="Name">Its name in articles; its template is <c>blocks/</c> and the name with hyphens.</param>
/// <param name="Shown">What it shows, in the words of a message: "events".</param>
/// <param name="Shows">Whether it can show a fact.</param>
internal sealed record BlockKind(string Name, string Shown, Func<Fact, bool> Shows)
{
    /// <summary>What it can be asked for by name: <c>side: "Russia"</c>.</summary>
    public ImmutableArray<BlockOption> Options { get; init; } = [];

    /// <summary>What it can be told by name that is no property of what it shows: <c>as: "lines"</c>.</summary>
    public ImmutableArray<BlockSetting> Settings { get; init; } = [];

    /// <summary>Reads the address of what it shows of another site, null for one that it cannot; or null where it shows facts.</summary>
    public Func<string, EmbedAddress?>? Embed { get; init; }

    /// <summary>What it is told in words of the writer's own: <c>title: "The talks begin"</c>.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>Whether it stands for itself, and shows no facts.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>What it takes besides only where an article names it, so that a sheet by itself does not bring it.</summary>
    public Func<Fact, bool> ShowsNamed { get; init; } = static _ => false;

    /// <summary>Says why it cannot show some facts together with some settings, or null where it can.</summary>
    public Func<ImmutableArray<Fact>, Func<string, string?>, BlockFault?> Fault { get; init; } = static (_, _) => null;

    /// <summary>What of a table it cannot draw because its cells count different things, column by column.</summary>
    public Func<Fact, IEnumerable<MixedColumn>> Mixed { get; init; } = static _ => [];

    /// <summary>What of a table it cannot read, cell by cell.</summary>
    public Func<Fact, IEnumerable<FaultyCell>> Faulty { get; init; } = static _ => [];

    /// <summary>Puts what it shows in order; as written, where the block does not say.</summary>
    public Func<ImmutableArray<Fact>, ImmutableArray<Fact>> Order { get; init; } = static facts => facts;

    /// <summary>A block that the theme has a template for and the compiler knows nothing of: it shows every fact.</summary>
    public static BlockKind OfTheme(string name) => new(name, "facts", static _ => true);
}

/// <summary>Why a block cannot show something.</summary>
/// <param name="What">The reason.</param>
/// <param name="Hint">What to write instead, or null.</param>
internal sealed record BlockFault(string What, string? Hint = null);

/// <summary>A cell of a table that a block cannot read.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Column">Its column.</param>
/// <param name="What">The reason.</param>
/// <param name="Hint">What to write instead.</param>
internal sealed record FaultyCell(int Row, int Column, string What, string Hint);

/// <summary>A column of a table whose cells count different things.</summary>
/// <param name="Column">The column.</param>
/// <param name="Row">The first row that counts another thing than those before it.</param>
/// <param name="Name">The column's name.</param>
/// <param name="Units">What the cells count, in order of first use.</param>
/// <param name="IsMoney">Whether all of that are currencies.</param>
internal sealed record MixedColumn(int Column, int Row, string Name, ImmutableArray<string> Units, bool IsMoney);

/// <summary>An option of a block, which keeps some of what it shows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">What a fact has in this respect, or null: a person's side.</param>
internal sealed record BlockOption(string Name, Func<Fact, string?> Of);

/// <summary>A setting of a block, which changes how it shows something.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The values that it can have, given something that the block shows.</param>
internal sealed record BlockSetting(string Name, Func<Fact, IEnumerable<string>> Values)
{
    /// <summary>Whether its value is words of the writer's own.</summary>
    public bool IsText { get; init; }
}
