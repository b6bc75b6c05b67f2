using Explainers.Diagnostics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Writes the marks of footnotes; the footnotes themselves follow the body.</summary>
internal sealed class BodyNoteMarks(BodyNotes notes) : HtmlObjectRenderer<NoteInline>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, NoteInline inline)
    {
        var body = (BodyRenderer)renderer;
        var isPlain = !body.EnableHtmlForInline;
        if (isPlain || IsInLink(inline))
        {
            notes.Misplace(inline.Label);
            body.Report(Catalog.MisplacedFootnote(body.Span(inline)));
        }
        else if (notes.Refer(inline.Label) is { } mark) body.Add(mark);
        else body.Report(Catalog.UnknownFootnote(body.Span(inline), inline.Label, notes.Near(inline.Label)));
    }

    /// <summary>Whether an inline stands among the words of a link.</summary>
    public static bool IsInLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
            if (parent is LinkInline) return true;
        return false;
    }
}

/// <summary>Writes nothing where a footnote stands in the file.</summary>
internal sealed class BodyNoteTexts : HtmlObjectRenderer<NoteBlock>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, NoteBlock obj)
    {
    }
}

/// <summary>Writes the boxes of tasks, whose state the page says in its language.</summary>
internal sealed class BodyTasks : HtmlObjectRenderer<TaskInline>
{
    /// <inheritdoc />
    protected override void Write(HtmlRenderer renderer, TaskInline task) => ((BodyRenderer)renderer).Add(new TaskPart(task.IsDone));
}
