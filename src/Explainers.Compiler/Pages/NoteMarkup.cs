using System.Globalization;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Parsing.Articles;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Pages;

/// <summary>
/// Writes footnotes, which have letters where sources have numbers. Each stands in a list behind the body; where theme and browser know
/// popovers, its mark shows it in place, out of the list.
/// </summary>
internal static class NoteMarkup
{
    private const int Letters = 26;

    /// <summary>The letter of a footnote: a to z, then aa, as lists in HTML count.</summary>
    public static string Letter(int number)
    {
        var letter = "";
        for (var left = number; left > 0; left = (left - 1) / Letters) letter = (char)('a' + ((left - 1) % Letters)) + letter;
        return letter;
    }

    /// <summary>Appends the mark of a footnote.</summary>
    public static void AppendMark(PageOutput html, NoteMarkPart mark, PageScope page)
    {
        var letter = Letter(mark.Number);
        html.Append(html.IsNextToMark ? "<sup class=\"notes footnote near" : "<sup class=\"notes footnote").Append("\"><span id=\"")
            .Append(Id(ReservedAnchors.FootnoteMark, mark.Use))
            .Append("\"><a href=\"#").Append(Id(ReservedAnchors.Footnote, mark.Number)).Append("\" role=\"doc-noteref\">")
            .Append(letter).Append("</a>");
        FactMarkup.AppendButton(
            html, Id(ReservedAnchors.FootnoteText, mark.Number), page.Strings.Fill("note_letter", ("letter", letter)), letter, page);
        html.Append("</span>").Append(FactMarkup.MarkEnd);
    }

    /// <summary>Appends the beginning or the end of the footnotes, or of one of them.</summary>
    public static void Append(PageOutput html, BodyPart part, PageScope page)
    {
        switch (part)
        {
            case NotesPart:
                html.Append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"").Append(ReservedAnchors.Footnotes)
                    .Append("\">\n<h2 id=\"").Append(ReservedAnchors.Footnotes).Append("\">").AppendEscaped(page.Strings["notes"])
                    .Append("</h2>\n<ol>\n");
                break;
            case NotePart note:
                html.Append("<li id=\"").Append(Id(ReservedAnchors.Footnote, note.Number)).Append("\">\n<div class=\"slip-note\" id=\"")
                    .Append(Id(ReservedAnchors.FootnoteText, note.Number)).Append(page.HasPopovers ? "\" popover>\n" : "\">\n");
                break;
            case NoteEndPart end:
                html.Append("</div>\n<span class=\"uses\">");
                for (var i = 0; i < end.Uses.Length; i++) AppendBack(html, end, i, page);
                html.Append("</span>\n</li>\n");
                break;
            case NotesEndPart:
                html.Append("</ol>\n</section>\n");
                break;
        }
    }

    private static void AppendBack(PageOutput html, NoteEndPart note, int use, PageScope page)
    {
        if (use > 0) html.Append(" ");
        var number = (use + 1).ToString(CultureInfo.InvariantCulture);
        html.Append("<a href=\"#").Append(Id(ReservedAnchors.FootnoteMark, note.Uses[use]))
            .Append("\" role=\"doc-backlink\" aria-label=\"")
            .AppendEscaped(page.Strings.Fill("back_to_note", ("number", number), ("letter", Letter(note.Number))))
            .Append("\">↑").Append(note.Uses.Length == 1 ? "" : number).Append("</a>");
    }

    /// <summary>Appends the box of a task, which nobody can change.</summary>
    public static void AppendTask(PageOutput html, TaskPart task, PageScope page) =>
        html.Append("<input class=\"task\" type=\"checkbox\" disabled").Append(task.IsDone ? " checked" : "").Append(" aria-label=\"")
            .AppendEscaped(page.Strings[task.IsDone ? "task_done" : "task_open"]).Append("\">");

    /// <summary>Appends what a table rests on, below its caption.</summary>
    public static void AppendSource(PageOutput html, BoundTableSourcePart source, PageScope page)
    {
        if (source.Citations.IsEmpty) return;
        html.Append(" <span class=\"table-source\">").AppendEscaped(page.Strings["source"]).Append(": ")
            .AppendEscaped(string.Join(", ", source.Citations.Select(citation => citation.Publisher).Distinct()));
        FactMarkup.AppendNotes(html, new Sourcing(source.Citations, false), page);
        html.Append("</span>");
    }

    private static string Id(string beginning, int number) => beginning + number.ToString(CultureInfo.InvariantCulture);
}
