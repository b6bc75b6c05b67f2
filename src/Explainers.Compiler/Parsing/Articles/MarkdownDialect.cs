using Markdig;
using Markdig.Extensions.SmartyPants;

namespace Explainers.Parsing.Articles;

/// <summary>The Markdown that articles are written in: CommonMark with front matter, pipe tables, typographic quotation marks and references in braces.</summary>
public sealed class MarkdownDialect
{
    /// <summary>Makes the dialect of a site.</summary>
    /// <param name="html">What becomes of HTML in Markdown.</param>
    public MarkdownDialect(HtmlInMarkdown html)
    {
        Html = html;
        var typography = new SmartyPantOptions();
        typography.Mapping[SmartyPantType.LeftQuote] = "‘";
        typography.Mapping[SmartyPantType.RightQuote] = "’";
        typography.Mapping[SmartyPantType.Quote] = "’";
        typography.Mapping[SmartyPantType.LeftDoubleQuote] = "“";
        typography.Mapping[SmartyPantType.RightDoubleQuote] = "”";
        typography.Mapping[SmartyPantType.Dash2] = "–";
        typography.Mapping[SmartyPantType.Dash3] = "—";
        typography.Mapping[SmartyPantType.Ellipsis] = "…";
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseYamlFrontMatter()
            .UsePipeTables()
            .UseSmartyPants(typography);
        builder.InlineParsers.Insert(0, new ExpressionInlineParser());
        Pipeline = builder.Build();
    }

    /// <summary>What becomes of HTML in Markdown.</summary>
    public HtmlInMarkdown Html { get; }

    /// <summary>The one pipeline that parses and renders.</summary>
    internal MarkdownPipeline Pipeline { get; }
}

/// <summary>What becomes of HTML in Markdown.</summary>
public enum HtmlInMarkdown
{
    /// <summary>It is shown as text, and reported.</summary>
    Shown,

    /// <summary>It goes into the page as it is.</summary>
    Allowed,
}
