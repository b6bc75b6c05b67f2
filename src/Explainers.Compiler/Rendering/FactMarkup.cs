using System.Globalization;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Articles;
using Explainers.Rendering.Templating;

namespace Explainers.Rendering;

/// <summary>Writes a fact into a page: the value for readers and for machines, and a link to its source note.</summary>
internal static class FactMarkup
{
    /// <summary>Appends a reference as its place allows.</summary>
    public static void Append(PageOutput html, FactPart part, PageScope page)
    {
        if (part.Setting == Setting.PlainText)
        {
            html.AppendEscaped(page.Format.Value(part.Fact.Value, part.Format.Form));
            return;
        }
        var isLinked = part.Setting == Setting.Prose && part.Format.Note == SourceNote.Linked;
        var (form, isRepeated) = Introduced(part, page);
        AppendValue(html, part.Fact.Value, form, page);
        if (isLinked && !isRepeated) AppendNotes(html, part.Fact, page);
    }

    /// <summary>A value with its note, or alone.</summary>
    public static Html Of(Fact fact, SourceNote note, PageScope page) => new(html =>
    {
        AppendValue(html, fact.Value, FactForm.Whole, page);
        if (note == SourceNote.Linked) AppendNotes(html, fact, page);
    });

    /// <summary>The links to a fact's sources alone.</summary>
    public static Html Notes(Fact fact, PageScope page) => new(html => AppendNotes(html, fact, page));

    /// <summary>A person is introduced with the role, and with a source, on first use only.</summary>
    private static (FactForm Form, bool IsRepeated) Introduced(FactPart part, PageScope page)
    {
        if (part.Fact.Value is not PersonValue || part.Format is not { Form: FactForm.Whole, Note: SourceNote.Linked }) return (part.Format.Form, false);
        return page.Introduces(part.Fact) ? (FactForm.Long, false) : (FactForm.Short, true);
    }

    private static void AppendValue(PageOutput html, FactValue value, FactForm form, PageScope page)
    {
        var text = page.Format.Value(value, form);
        switch (value)
        {
            case PersonValue or QuoteValue:
                html.AppendEscaped(text);
                break;
            case DateValue or MomentValue:
                html.Append("<time datetime=\"").AppendEscaped(Machine(value, form)).Append("\">").AppendEscaped(text).Append("</time>");
                break;
            default:
                html.Append("<data value=\"").AppendEscaped(value.Machine).Append("\">").AppendEscaped(text).Append("</data>");
                break;
        }
    }

    private static string Machine(FactValue value, FactForm form) => (form, value.Machine) switch
    {
        (FactForm.Year, var machine) => machine[..4],
        (FactForm.Month, var machine) => machine[..7],
        (FactForm.Whole or FactForm.LocalTime or FactForm.UtcTime, var machine) => machine,
        (_, var machine) => machine[..Math.Min(10, machine.Length)],
    };

    private static void AppendNotes(PageOutput html, Fact fact, PageScope page)
    {
        if (fact.Sourcing.Citations.IsEmpty) return;
        html.Append("<sup class=\"notes\">");
        foreach (var (entry, anchor) in fact.Sourcing.Citations.Select(page.Notes.Use).OrderBy(use => use.Entry.Number))
        {
            var number = entry.Number.ToString(CultureInfo.InvariantCulture);
            html.Append("<a href=\"#").Append(entry.Anchor).Append("\" id=\"").Append(anchor).Append("\" role=\"doc-noteref\" aria-label=\"");
            html.AppendEscaped(page.Words["source_number"].Replace("{number}", number, StringComparison.Ordinal));
            html.Append("\">").Append(number).Append("</a>");
        }
        html.Append("</sup>");
    }
}
