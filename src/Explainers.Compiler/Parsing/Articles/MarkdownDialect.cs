using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Incremental;
using Explainers.Parsing.Templates;
using Markdig;
using Markdig.Extensions.Tables;

namespace Explainers.Parsing.Articles;

/// <summary>
/// The Markdown that articles are written in: CommonMark with front matter, GitHub's tables, footnotes, tasks, strikethrough and bare
/// addresses, definition lists, marked words, typographic marks of the page's language and references in braces.
/// </summary>
internal sealed class MarkdownDialect : IEquatable<MarkdownDialect>
{
    private readonly EquatableArray<string> _identity;
    private readonly string _language;
    private readonly FrozenDictionary<string, QuotationMarks> _marks;

    /// <summary>Makes the dialect of a site.</summary>
    /// <param name="html">What becomes of HTML in Markdown.</param>
    /// <param name="language">The language of the site.</param>
    /// <param name="theme">The theme, whose words have the quotation marks and whose templates print anchors.</param>
    public MarkdownDialect(HtmlInMarkdown html, string language = "en", ThemeSyntax? theme = null)
    {
        Html = html;
        _language = language;
        _marks = (theme?.Strings ?? []).ToFrozenDictionary(strings => strings.Language, QuotationMarks.Of, StringComparer.Ordinal);
        Anchors = ReservedAnchors.Of(theme?.Templates ?? []);
        var marks = _marks.OrderBy(one => one.Key, StringComparer.Ordinal)
            .SelectMany(one => new[] { one.Key, one.Value.ToString()! });
        _identity = [.. Anchors.All, html.ToString(), language, .. marks];
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseYamlFrontMatter()
            .UsePipeTables(new PipeTableOptions { UseGfmRules = true })
            .Use<ReferenceEmphasis>()
            .Use<MarkdownLimits>();
        builder.BlockParsers.Insert(0, new NoteBlockParser());
        builder.BlockParsers.Insert(0, new DefinitionParser());
        builder.InlineParsers.InsertRange(0,
            [new ExpressionInlineParser(), new NoteInlineParser(), new TaskInlineParser(), new BareAddressParser()]);
        Pipeline = builder.Build();
    }

    /// <summary>What becomes of HTML in Markdown.</summary>
    public HtmlInMarkdown Html { get; }

    /// <summary>The anchors that headings cannot have.</summary>
    internal ReservedAnchors Anchors { get; }

    /// <summary>The one pipeline that parses and renders.</summary>
    internal MarkdownPipeline Pipeline { get; }

    /// <summary>The quotation marks of a language, or of the site's.</summary>
    internal QuotationMarks Marks(string? language = null) =>
        _marks.GetValueOrDefault(language ?? _language) ?? _marks.GetValueOrDefault(_language) ?? QuotationMarks.English;

    /// <inheritdoc />
    public bool Equals(MarkdownDialect? other) => other is not null && _identity == other._identity;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as MarkdownDialect);

    /// <inheritdoc />
    public override int GetHashCode() => _identity.GetHashCode();
}

/// <summary>What becomes of HTML in Markdown.</summary>
internal enum HtmlInMarkdown
{
    /// <summary>It is shown as text, and reported.</summary>
    Shown,

    /// <summary>It goes into the page as it is.</summary>
    Allowed,
}
