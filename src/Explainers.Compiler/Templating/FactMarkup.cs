using System.Globalization;
using System.Text;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Parsing.Articles;
using Explainers.Scopes;

namespace Explainers.Templating;

/// <summary>Writes a fact into a page: the value for readers and for machines, and a link to its source note.</summary>
internal static class FactMarkup
{
    /// <summary>What the mark of a source or a footnote ends with.</summary>
    public const string MarkEnd = "</sup>";

    /// <summary>Appends a reference as its place allows.</summary>
    /// <returns>The text that a reader sees, without notes.</returns>
    public static string Append(PageOutput html, FactPart part, PageScope page)
    {
        if (part.Context is InlineContext.Address or InlineContext.WholeAddress)
        {
            var address = page.Format.Value(Value(part, page), part.Format);
            html.AppendEscaped(part.Context == InlineContext.WholeAddress ? address : Uri.EscapeDataString(address));
            return "";
        }
        if (part.Context == InlineContext.PlainText)
        {
            html.AppendEscaped(page.Format.Among(Value(part, page), part.Format));
            return page.Format.Value(Value(part, page), part.Format);
        }
        var isLinked = part.Context == InlineContext.Prose && part.Format.Note == SourceNote.Linked;
        var fact = page.Fact(part.Fact);
        var (form, isRepeated) = Introduced(part, fact, page);
        if (part.Format.Words is null) page.State(part.Fact);
        var value = fact.Value;
        if (value is DisputedValue disputed && isLinked && part.Format.Words is null && page.Introduces(part.Fact))
        {
            var versions = page.Format.Versions(disputed, form);
            html.AppendEscaped(versions);
            AppendNotes(html, fact.Sourcing, page);
            return versions;
        }
        var text = AppendValue(
            html,
            value,
            part.Format with { Form = form },
            value is TermValue && part.Context == InlineContext.Prose ? part.Fact : null,
            page);
        if (isLinked && !isRepeated) AppendNotes(html, Converted(fact.Sourcing, part.Format.Rate, page), page);
        return text;
    }

    /// <summary>What a figure rests on that was converted at an exchange rate: its own sources, and those of the rate.</summary>
    private static Sourcing Converted(Sourcing own, FactId? rate, PageScope page)
    {
        if (rate is not { } name) return own;
        page.State(name);
        var citations = page.Fact(name).Sourcing.Citations.Select(citation => citation with { Rate = name });
        return own with { Citations = [.. own.Citations, .. citations] };
    }

    /// <summary>The value that a reference states; one in other words states none.</summary>
    private static FactValue Value(FactPart part, PageScope page) =>
        part.Format.Words is null ? page.Stated(part.Fact) : page.Fact(part.Fact).Value;

    /// <summary>A value with its note, or alone.</summary>
    public static Html Of(FactId fact, SourceNote note, PageScope page) => new(html =>
    {
        var known = page.Fact(fact);
        page.State(fact);
        AppendValue(html, known.Value, new FactFormat(FactForm.Whole, note) { AsOf = page.Head.AsOf }, null, page);
        if (note == SourceNote.Linked) AppendNotes(html, known.Sourcing, page);
    });

    /// <summary>A value that is part of an entry: a cell, one version of what is disputed.</summary>
    public static Html OfValue(FactValue value, PageScope page) =>
        new(html => AppendValue(html, value, new FactFormat(FactForm.Whole, SourceNote.Absent), null, page));

    /// <summary>A cell, without the unit that stands in the head of its column.</summary>
    public static Html OfCell(FactValue value, TableColumn column, PageScope page) =>
        column.Unit is null || value.Number is null
            ? OfValue(value, page)
            : new(html => html.Append("<data value=\"").AppendEscaped(value.Machine).Append("\">")
                .AppendEscaped(page.Format.Bare(value, column)).Append("</data>"));

    /// <summary>The links to some sources alone.</summary>
    public static Html Notes(Sourcing sourcing, PageScope page) => new(html => AppendNotes(html, sourcing, page));

    /// <summary>The links to a fact's sources alone.</summary>
    public static Html Notes(FactId fact, PageScope page) => new(html => AppendNotes(html, page.Fact(fact).Sourcing, page));

    /// <summary>A person or organisation is introduced with the role, and with a source, on first use only.</summary>
    private static (FactForm Form, bool IsRepeated) Introduced(FactPart part, Fact fact, PageScope page)
    {
        if (!fact.Head.IsActor || part.Format is not { Form: FactForm.Whole, Note: SourceNote.Linked })
            return (part.Format.Form, false);
        return page.Introduces(part.Fact) ? (FactForm.Long, false) : (FactForm.Short, true);
    }

    private static string AppendValue(PageOutput html, FactValue value, FactFormat format, FactId? term, PageScope page)
    {
        var text = page.Format.Value(value, format);
        if (page.Format.IsIsolating) html.Append("<bdi>");
        switch (format.Of(value))
        {
            case ActorValue { Role: { } role } when format.Form == FactForm.Long:
                page.Role(role);
                html.AppendEscaped(text);
                break;
            case TermValue when term is { } named:
                AppendTerm(html, named, text, page);
                break;
            case TextValue or ActorValue or QuoteValue or PlaceValue or TermValue or DisputedValue or TableValue:
                html.AppendEscaped(text);
                break;
            case DateValue or MomentValue or TimeValue or DurationValue or EventValue:
                html.Append("<time datetime=\"").AppendEscaped(Machine(value, format.Form)).Append("\">").AppendEscaped(text)
                    .Append("</time>");
                break;
            case var shown:
                html.Append("<data value=\"").AppendEscaped(shown.Machine).Append("\">").AppendEscaped(text).Append("</data>");
                break;
        }
        if (page.Format.IsIsolating) html.Append("</bdi>");
        return text;
    }

    private static string Machine(FactValue value, FactForm form) => (form, value.Machine) switch
    {
        (FactForm.Year, var machine) => machine[..4],
        (FactForm.Month, var machine) => machine[..7],
        (FactForm.Whole or FactForm.LocalTime or FactForm.UtcTime, var machine) => machine,
        (_, var machine) => machine[..Math.Min(10, machine.Length)],
    };

    /// <summary>A term: a link to its definition, or where theme and browser know popovers, a button that shows it in place.</summary>
    private static void AppendTerm(PageOutput html, FactId term, string text, PageScope page)
    {
        page.Defined(term);
        html.Append("<span class=\"term\"><a href=\"").AppendEscaped(page.Site.Link(page.HeadOf(term).Url)).Append("\">")
            .AppendEscaped(text).Append("</a>");
        AppendButton(html, TermPopover(term), "", text, page);
        html.Append("</span>");
    }

    /// <summary>The anchor of the popover that defines a term on a page.</summary>
    public static string TermPopover(FactId term) => $"term_{Routes.Hyphened(term.Name).Replace('.', '-')}";

    /// <summary>
    /// The mark of one or more sources: a link to the list, or where theme and browser know popovers, a button that shows them in place.
    /// </summary>
    public static void AppendNotes(PageOutput html, Sourcing sourcing, PageScope page)
    {
        if (sourcing.Citations.IsEmpty) return;
        (SourceEntry Entry, string Anchor)[] uses = [.. sourcing.Citations.Select(page.Notes.Use).OrderBy(use => use.Entry.Number)];
        var numbers = Numbers([.. uses.Select(use => use.Entry.Number)]);
        html.Append(html.IsNextToMark ? "<sup class=\"notes near\">" : "<sup class=\"notes\">");
        foreach (var (_, anchor) in uses) html.Append("<span id=\"").Append(anchor).Append("\">");
        html.Append("<a href=\"#").Append(uses[0].Entry.Anchor).Append("\" role=\"doc-noteref\">").Append(numbers).Append("</a>");
        if (page.HasPopovers)
        {
            var popover = uses is [var only] ? only.Entry.Popover : page.Notes.Group([.. uses.Select(use => use.Entry)]);
            var label = page.Strings.Fill(uses.Length == 1 ? "source_number" : "source_numbers", ("number", numbers));
            AppendButton(html, popover, label, numbers, page);
        }
        foreach (var _ in uses) html.Append("</span>");
        html.Append(MarkEnd);
    }

    /// <summary>Numbers in order, with a dash for those between: 1–3,5.</summary>
    private static string Numbers(int[] numbers)
    {
        var text = new StringBuilder();
        for (int start = 0, end; start < numbers.Length; start = end + 1)
        {
            end = start;
            while (end + 1 < numbers.Length && numbers[end + 1] == numbers[end] + 1) end++;
            if (start > 0) text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{numbers[start]}");
            if (end > start) text.Append(CultureInfo.InvariantCulture, $"{(end == start + 1 ? ',' : '–')}{numbers[end]}");
        }
        return text.ToString();
    }

    /// <summary>A button that opens a popover; hidden until the theme's styles find that the browser knows popovers.</summary>
    public static void AppendButton(PageOutput html, string popover, string label, string text, PageScope page)
    {
        if (!page.HasPopovers) return;
        html.Append("<button popovertarget=\"").AppendEscaped(popover).Append("\"");
        if (label.Length > 0) html.Append(" aria-label=\"").AppendEscaped(label).Append("\"");
        html.Append(" hidden>").AppendEscaped(text).Append("</button>");
    }
}
