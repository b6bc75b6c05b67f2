using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Incremental;
using Explainers.Sources;
using Scriban;

namespace Explainers.Parsing.Templates;

/// <summary>A template as written.</summary>
/// <param name="Name">Its path in the theme without the extension: <c>layouts/article</c>.</param>
/// <param name="File">Its file.</param>
internal sealed partial record TemplateSyntax(string Name, SourceFile File)
{
    /// <summary>The parsed template.</summary>
    public required Template Template { get; init; }

    /// <summary>The names of the partials that it includes.</summary>
    public ImmutableArray<string> Includes { get; } = [.. Inclusion().Matches(File.Text).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"\binclude\s+""([^""]+)""")]
    private static partial Regex Inclusion();
}

/// <summary>The words of a language that the theme prints.</summary>
/// <param name="Language">The language's code, from the file name.</param>
/// <param name="File">Its file; the site's own, where there is one beside the built-in one.</param>
/// <param name="Texts">The words by key, those that its file leaves to others among them.</param>
internal sealed record StringsSyntax(string Language, SourceFile File, FrozenDictionary<string, string> Texts)
{
    /// <summary>The keys of what English says in its place.</summary>
    public EquatableArray<string> Foreign { get; init; } = [];

    /// <summary>Whether another language has the same words.</summary>
    public bool HasSameTexts(StringsSyntax other) => ReferenceEquals(Texts, other.Texts)
        || (Texts.Count == other.Texts.Count && Texts.All(word => other.Texts.TryGetValue(word.Key, out var text) && text == word.Value));
}

/// <summary>A theme as written.</summary>
/// <param name="Templates">Layouts, partials and blocks in order of name.</param>
/// <param name="Strings">Words by language.</param>
/// <param name="Assets">Files that go into the site with a hash in their name.</param>
internal sealed record ThemeSyntax(
    ImmutableArray<TemplateSyntax> Templates,
    ImmutableArray<StringsSyntax> Strings,
    ImmutableArray<SourceFile> Assets)
{
    /// <summary>The layout around every page.</summary>
    public const string Frame = "layouts/frame";

    /// <summary>The folder of what a site adds to the pages of a theme.</summary>
    public const string SlotFolder = "slots/";

    /// <summary>The places of pages that a site can add something to.</summary>
    public static readonly ImmutableArray<string> Slots = ["head", "before_article", "after_article", "footer"];

    private const string BlockFolder = "blocks/";

    /// <summary>The layout of social cards, or null where the theme has none.</summary>
    public CardSyntax? Card { get; init; }

    /// <summary>
    /// The names of the blocks that the theme can draw, as articles write them: <c>blocks/key-facts</c> is <c>key_facts</c>.
    /// </summary>
    public ImmutableArray<string> Blocks { get; } =
        [.. Templates
            .Where(template => template.Name.StartsWith(BlockFolder, StringComparison.Ordinal))
            .Select(template => template.Name[BlockFolder.Length..].Replace('-', '_'))];

    /// <summary>The template of a block.</summary>
    public static string BlockTemplate(string block) => BlockFolder + block.Replace('_', '-');
}
