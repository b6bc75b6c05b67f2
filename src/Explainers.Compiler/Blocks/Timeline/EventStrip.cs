using System.Collections.Immutable;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Incremental;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Timeline;

/// <summary>Events to scale on a line of time; the list of events has to stand beside it.</summary>
internal static class EventStrip
{
    /// <summary>Fewer events than this need no drawing.</summary>
    public const int Fewest = 4;

    private const double Radius = 5, Row = 12;
    private const int MostRows = 8;

    /// <summary>Draws some events.</summary>
    public static void Draw(PageOutput html, EquatableArray<FactId> shown, PageScope page)
    {
        var facts = shown.Select(page.Fact).ToImmutableArray();
        var scale = new TimeScale(facts.Select(When), Radius + 4, Svg.Width - Radius - 4);
        var rows = new List<double>();
        var marks = facts
            .Select(fact => (Fact: fact, Span: scale.At(When(fact))))
            .OrderBy(mark => mark.Span.From)
            .Select(mark => (mark.Fact, mark.Span, Row: RowFor(rows, mark.Span)))
            .ToArray();
        var line = (rows.Count * Row) + 8;
        html.Begin(
            page.Strings.Fill(
                "events_to_scale",
                ("first", page.Format.Value(When(facts[0]), FactForm.Whole)),
                ("last", page.Format.Value(When(facts[^1]), FactForm.Whole))),
            line + Svg.TextSize + 14,
            "events");
        TimeAxis.Draw(html, scale, line, line + Svg.TextSize + 8, 0, page);
        foreach (var (fact, (from, to), row) in marks)
        {
            var y = line - (row * Row) - Radius - 3;
            if (to - from > Radius)
                html.Append("<rect class=\"mark\" x=\"").Append(Svg.Length(from)).Append("\" y=\"").Append(Svg.Length(y - 3))
                    .Append("\" width=\"").Append(Svg.Length(to - from)).Append("\" height=\"6\" rx=\"3\"/>\n");
            html.Dot("mark", from, y, Radius, $"{page.Format.Value(When(fact), FactForm.Whole)}: {page.Named(fact.Name)}");
        }
        html.End();
    }

    private static FactValue When(Fact fact) => ((EventValue)fact.Value).When;

    /// <summary>The lowest row in which a mark has room; beyond the last, marks lie on each other.</summary>
    private static int RowFor(List<double> ends, (double From, double To) span)
    {
        var row = ends.FindIndex(end => end < span.From - Radius);
        if (row < 0 && ends.Count < MostRows)
        {
            row = ends.Count;
            ends.Add(0);
        }
        if (row < 0) row = MostRows - 1;
        ends[row] = Math.Max(span.To, span.From) + Radius + 1;
        return row;
    }
}
