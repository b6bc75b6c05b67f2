using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Blocks;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Templates;
using Explainers.Scopes;
using Explainers.Sources;
using Explainers.Templating;
using Scriban.Runtime;

namespace Explainers.Pages;

/// <summary>Writes what articles say as HTML.</summary>
internal static class Prose
{
    /// <summary>The template of a photograph.</summary>
    public const string Figure = "partials/figure";

    /// <summary>A sentence of front matter as HTML, its facts with links to their sources.</summary>
    public static Html Sentence(ImmutableArray<BodyPart> parts, PageScope page) => new(html =>
    {
        var last = "";
        foreach (var part in parts)
        {
            if (part is TextPart { Text: var text })
                html.AppendEscaped(last.EndsWith('.') && PlainText.BeginsWithFullStop(text) ? text[1..] : text);
            last = part is FactPart fact ? FactMarkup.Append(html, fact with { Context = InlineContext.Prose }, page) : "";
        }
    });

    /// <summary>A body as HTML, with the places of the source that made its links, headings and images.</summary>
    public static Html Body(ImmutableArray<BodyPart> parts, PageScope page) => new(html =>
    {
        var (endsWithPoint, last) = (false, "");
        foreach (var part in parts)
        {
            switch (part)
            {
                case TextPart { Text: var text }: html.AppendEscaped(text); break;
                case HtmlPart { Html: var markup }:
                    html.Append(endsWithPoint && PlainText.BeginsWithFullStop(markup) ? markup.AsSpan(1) : markup);
                    break;
                case MarkPart mark: html.Mark(mark.Span); break;
                case UrlPart { Url: null }: break;
                case UrlPart { Url: { } url }: html.Append(" href=\"").AppendEscaped(page.Site.Link(url)).Append("\""); break;
                case BoundImagePart image: AppendImage(html, image, page); break;
                case FactPart fact: last = FactMarkup.Append(html, fact, page); break;
                case SectionPart section: html.Append(Opening(section.Kind)); break;
                case SectionLinkPart link: AppendSectionLink(html, link.Heading, page); break;
                case SectionEndPart: html.Append("</section>\n"); break;
                case TablePart table: AppendTable(html, table); break;
                case TableEndPart: html.Append("</div>\n"); break;
                case BoundTableSourcePart source: NoteMarkup.AppendSource(html, source, page); break;
                case TaskPart task: NoteMarkup.AppendTask(html, task, page); break;
                case NoteMarkPart mark: NoteMarkup.AppendMark(html, mark, page); break;
                case NotesPart or NotePart or NoteEndPart or NotesEndPart: NoteMarkup.Append(html, part, page); break;
                case BoundEmbedPart embed: AppendEmbed(html, embed, page); break;
                case BoundBlockPart block: AppendBlock(html, block, page); break;
                default: throw new InvalidOperationException($"A part of type {part.GetType().Name} was not bound.");
            }
            endsWithPoint = part is FactPart && last.EndsWith('.');
        }
        html.Mark(FileSpan.None);
    });

    /// <summary>A photograph as the theme's figure; any other image as it stands.</summary>
    private static void AppendImage(PageOutput html, BoundImagePart image, PageScope page)
    {
        if (image.Photograph is not null)
        {
            if (page.Site.Template(Figure) is { } template)
                html.Context.Run(template.Template, Variables(page, "photograph", Views.Photographs.Of(image, page)));
            return;
        }
        html.Append(image.Placement == ImagePlacement.Alone ? "<p><img src=\"" : "<img src=\"").AppendEscaped(page.Site.Link(image.Url))
            .Append("\"");
        if (image.Alt is { } alt)
        {
            html.Append(" alt=\"");
            Body(alt, page).AppendTo(html);
            html.Append("\"");
        }
        if (image.Title is { } title)
        {
            html.Append(" title=\"");
            Body(title, page).AppendTo(html);
            html.Append("\"");
        }
        html.Append(image.Placement == ImagePlacement.Alone ? "></p>\n" : ">");
    }

    private static ScriptObject Variables(PageScope page, string name, object value) => new(StringComparer.Ordinal)
    {
        [name] = value,
        ["words"] = new StringsView(page.Strings.All),
    };

    private static string Opening(SectionKind kind) => kind switch
    {
        SectionKind.Known => "<section class=\"qa known\">\n",
        SectionKind.Unknown => "<section class=\"qa unknown\">\n",
        SectionKind.Method => "<section class=\"qa method\">\n",
        _ => "<section class=\"qa\">\n",
    };

    /// <summary>What a table stands in, which scrolls by itself on narrow screens under the name of the heading above.</summary>
    private static void AppendTable(PageOutput html, TablePart table)
    {
        html.Append("<div class=\"scroll\"");
        if (table.Heading is { } heading) html.Append(" role=\"group\" aria-labelledby=\"").AppendEscaped(heading).Append("\"");
        html.Append(" tabindex=\"0\">\n");
    }

    private static void AppendSectionLink(PageOutput html, HeadingSyntax heading, PageScope page)
    {
        html.Append("<a class=\"anchor\" href=\"#").AppendEscaped(heading.Id).Append("\" aria-label=\"");
        html.AppendEscaped(page.Strings.Fill("link_to_card", ("title", heading.Text))).Append("\"></a>\n");
    }

    private static void AppendEmbed(PageOutput html, BoundEmbedPart embed, PageScope page)
    {
        if (page.Site.Template(ThemeSyntax.BlockTemplate(embed.Block)) is not { } template) return;
        html.Mark(embed.Span);
        page.Shows(embed);
        html.Context.Run(template.Template, Variables(page, "embed", Views.Embeds.Of(embed, page)));
        html.Mark(FileSpan.None);
    }

    private static void AppendBlock(PageOutput html, BoundBlockPart block, PageScope page)
    {
        if (page.Site.Template(ThemeSyntax.BlockTemplate(block.Name)) is not { } template) return;
        html.Mark(FileSpan.None);
        var variables = Variables(page, "facts", Views.Facts.Of(block.Facts, page));
        variables["pictures"] = BlockDrawings.Of(block, page);
        variables["title"] = block.Title.IsEmpty ? null : page.Text(block.Title);
        html.Context.Run(template.Template, variables);
    }
}
