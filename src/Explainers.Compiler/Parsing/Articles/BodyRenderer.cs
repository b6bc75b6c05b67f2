using System.Collections.Immutable;
using System.Text;
using Explainers.Diagnostics;
using Explainers.Parsing.Text;
using Explainers.Sources;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Markdig's HTML renderer, which leaves holes for references, links and blocks, and marks where things came from.</summary>
internal sealed class BodyRenderer : HtmlRenderer
{
    /// <summary>Room for the HTML between two holes.</summary>
    private const int Room = 1_000;

    private readonly SourceFile _file;
    private readonly string _text;
    private readonly QuotationMarks _marks;
    private readonly ImmutableArray<Diagnostic>.Builder _findings;
    private readonly StringWriter _html;
    private readonly ImmutableArray<BodyPart>.Builder _parts = ImmutableArray.CreateBuilder<BodyPart>();
    private readonly BodyTitles _titles;
    private readonly SortedSet<string> _addresses = new(StringComparer.Ordinal);
    private readonly BodyNotes _notes;
    private InlineContext _context = InlineContext.Prose;
    private bool _isSectionOpen;

    public BodyRenderer(
        SourceFile file,
        string text,
        MarkdownDialect dialect,
        Dictionary<HeadingBlock, HeadingSyntax> headings,
        BodyCaptions captions,
        BodyNotes notes,
        BodyTitles titles,
        QuotationMarks marks,
        ImmutableArray<Diagnostic>.Builder findings)
        : base(new StringWriter(new StringBuilder(Room)) { NewLine = "\n" })
    {
        (_file, _text, _notes, _titles, _marks, _findings) = (file, text, notes, titles, marks, findings);
        _html = (StringWriter)Writer;
        dialect.Pipeline.Setup(this);
        ObjectRenderers.Replace<HeadingRenderer>(new Headings(headings));
        ObjectRenderers.Replace<ParagraphRenderer>(new Paragraphs(captions));
        ObjectRenderers.Replace<CodeBlockRenderer>(new BodyCode());
        ObjectRenderers.Replace<HtmlTableRenderer>(new BodyTables(captions));
        ObjectRenderers.Replace<LinkInlineRenderer>(new BodyLinks());
        ObjectRenderers.Replace<HtmlBlockRenderer>(new BodyHtmlBlocks(dialect.Html));
        ObjectRenderers.Replace<HtmlInlineRenderer>(new BodyHtmlInlines(dialect.Html));
        ObjectRenderers.Replace<AutolinkInlineRenderer>(new BodyAutolinks());
        ObjectRenderers.Replace<EmphasisInlineRenderer>(new EmphasisInlineRenderer { GetTag = Tag });
        ObjectRenderers.Replace<HtmlEntityInlineRenderer>(new BodyEntities());
        ObjectRenderers.InsertRange(0,
        [
            new Expressions(), new BodyNoteMarks(notes), new BodyNoteTexts(), new BodyTasks(), new BodyBareAddresses(),
            new DefinitionRenderer(), new BodyWords(),
        ]);
    }

    /// <summary>Whether running text is being written, where markup may stand.</summary>
    public bool IsProse => _context == InlineContext.Prose && EnableHtmlForInline;

    /// <summary>The heading above what is being written, or null.</summary>
    public HeadingSyntax? LastHeading { get; private set; }

    private static string? Tag(EmphasisInline emphasis) => emphasis.DelimiterChar switch
    {
        ReferenceEmphasisParser.Strike => "del",
        ReferenceEmphasisParser.Highlight => "mark",
        _ => EmphasisInlineRenderer.GetDefaultTag(emphasis),
    };

    /// <summary>What was rendered.</summary>
    public ImmutableArray<BodyPart> Parts()
    {
        CloseSection();
        Flush();
        Notes();
        return _parts.DrainToImmutable();
    }

    /// <summary>Writes the footnotes behind the body; one may refer to the next.</summary>
    private void Notes()
    {
        var texts = new List<ImmutableArray<BodyPart>>();
        LastHeading = null;
        for (var i = 0; i < _notes.Order.Count; i++)
        {
            var note = _notes.Order[i];
            texts.Add(Apart(() => WriteChildren(note)));
        }
        _notes.ReportUnused(_file, _findings);
        if (texts.Count == 0) return;
        _parts.Add(new NotesPart());
        for (var number = 1; number <= texts.Count; number++)
        {
            _parts.Add(new NotePart(number));
            _parts.AddRange(texts[number - 1]);
            _parts.Add(new NoteEndPart(number, _notes.Uses(number)));
        }
        _parts.Add(new NotesEndPart());
    }

    /// <summary>What something writes, kept apart.</summary>
    private ImmutableArray<BodyPart> Apart(Action write)
    {
        Flush();
        var before = _parts.Count;
        write();
        Flush();
        ImmutableArray<BodyPart> written = [.. _parts.Skip(before)];
        _parts.Count = before;
        return written;
    }

    /// <summary>The addresses in the finished HTML that may be those of images, each once.</summary>
    public ImmutableArray<string> Addresses() => [.. _addresses];

    /// <summary>Takes down an address in the finished HTML, or a value of an attribute that may hold several.</summary>
    public void Refer(string value)
    {
        if (!value.Contains(ImageAddresses.Folder, StringComparison.Ordinal)) return;
        _addresses.Add(value);
        _addresses.UnionWith(ImageAddresses.In(value));
    }

    private void CloseSection()
    {
        if (_isSectionOpen)
        {
            EnsureLine();
            Add(new SectionEndPart());
        }
        _isSectionOpen = false;
    }

    private void OpenSection(HeadingSyntax heading)
    {
        CloseSection();
        _isSectionOpen = true;
        Add(new SectionPart(heading.Kind));
    }

    /// <summary>Adds a part behind the HTML written so far.</summary>
    public void Add(BodyPart part)
    {
        Flush();
        _parts.Add(part);
    }

    private void Flush()
    {
        var html = _html.GetStringBuilder();
        if (html.Length == 0) return;
        _parts.Add(new HtmlPart(ReferencePipes.ShowHtml(html.ToString())));
        html.Clear();
    }

    /// <summary>The place of a piece of Markdown in its file.</summary>
    public FileSpan Span(MarkdownObject from) =>
        new(_file, Math.Max(0, from.Span.Start), Math.Clamp(from.Span.Length, 0, _text.Length - Math.Max(0, from.Span.Start)));

    /// <summary>Says that a piece of Markdown made what follows.</summary>
    public void Mark(MarkdownObject from) => Add(new MarkPart(Span(from)));

    /// <summary>Writes what stands inside something that decides what the markup of references may be.</summary>
    public void Within(InlineContext context, ContainerInline inline)
    {
        var outer = _context;
        if (context > outer) _context = context;
        WriteChildren(inline);
        _context = outer;
    }

    /// <summary>Writes what stands inside something as text for an attribute.</summary>
    public void WritePlain(ContainerInline inline)
    {
        EnableHtmlForInline = false;
        WriteChildren(inline);
        EnableHtmlForInline = true;
    }

    /// <summary>What stands inside something as text for an attribute, kept apart.</summary>
    public ImmutableArray<BodyPart> Plain(ContainerInline inline) => Apart(() => WritePlain(inline));

    /// <summary>The text and the references of the title of a link or picture.</summary>
    public ImmutableArray<BodyPart> Title(LinkInline link) => _titles.Of(link, Span(link));

    /// <summary>The text and the references of an address, which stands inside of something.</summary>
    public ImmutableArray<BodyPart> Target(string text, MarkdownObject inside, InlineContext context) =>
        TargetText.Parts(text, Span(inside), _text, context, _findings);

    /// <summary>A text without the characters that no page may hold, which are reported.</summary>
    public string Clean(string text, MarkdownObject from) => Utf8Text.Clean(text, Span(from), _findings);

    /// <summary>Reports something.</summary>
    public void Report(Diagnostic finding) => _findings.Add(finding);

    private object? Read(ExpressionInline inline)
    {
        var at = Span(inline);
        if (inline.Text is { } text)
        {
            var inner = at with { Start = at.Start + 2, Length = Math.Max(0, at.Length - 4) };
            return ExpressionParser.Parse(
                inner.Length == text.Length ? _text.Substring(inner.Start, inner.Length) : text, inner, _findings);
        }
        _findings.Add(Catalog.UnclosedExpression(at));
        Write("{{");
        return null;
    }

    private sealed class Expressions : MarkdownObjectRenderer<BodyRenderer, ExpressionInline>
    {
        protected override void Write(BodyRenderer renderer, ExpressionInline inline)
        {
            switch (renderer.Read(inline))
            {
                case ExpressionSyntax expression:
                    renderer.Add(
                        new ExpressionPart(expression, renderer.EnableHtmlForInline ? renderer._context : InlineContext.PlainText));
                    break;
                case BlockSyntax block:
                    renderer.Add(new BlockPart(block, Placement.InText));
                    break;
                case WordsSyntax words:
                    renderer.WriteEscape(renderer._marks.Set(words.Words.Text));
                    break;
            }
        }
    }

    private sealed class Paragraphs(BodyCaptions captions) : ParagraphRenderer
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
        {
            var body = (BodyRenderer)renderer;
            if (captions.Has(paragraph)) return;
            if (paragraph.Inline?.FirstChild is LinkInline { NextSibling: null } image && body.EnableHtmlForInline
                && BodyLinks.WriteAlone(body, image))
                return;
            if (paragraph.Inline?.FirstChild is ExpressionInline { Text: not null, NextSibling: null } only) Alone(body, only);
            else base.Write(renderer, paragraph);
        }

        private static void InParagraph(BodyRenderer body, Action write)
        {
            if (!body.ImplicitParagraph) body.Write("<p>");
            write();
            if (!body.ImplicitParagraph) body.WriteLine("</p>");
        }

        private static void Alone(BodyRenderer body, ExpressionInline only)
        {
            switch (body.Read(only))
            {
                case BlockSyntax block:
                    body.Add(new BlockPart(body._titles.Of(block), Placement.Alone));
                    break;
                case ExpressionSyntax expression:
                    InParagraph(body, () => body.Add(new ExpressionPart(expression, body._context)));
                    break;
                case WordsSyntax words:
                    InParagraph(body, () => body.WriteEscape(body._marks.Set(words.Words.Text)));
                    break;
            }
        }
    }

    private sealed class Headings(Dictionary<HeadingBlock, HeadingSyntax> headings) : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            var body = (BodyRenderer)renderer;
            var tag = $"h{Math.Max(2, heading.Level)}";
            var opensSection = heading is { Level: <= 2, Parent: MarkdownDocument };
            body.LastHeading = headings[heading];
            body.EnsureLine();
            if (opensSection) body.OpenSection(headings[heading]);
            body.Mark(heading);
            body.Write($"<{tag} id=\"").WriteEscape(headings[heading].Id).Write("\">");
            if (heading.Inline is { } inline) body.Within(InlineContext.Unlinked, inline);
            body.Write($"</{tag}>").EnsureLine();
            if (opensSection) body.Add(new SectionLinkPart(headings[heading]));
        }
    }
}
