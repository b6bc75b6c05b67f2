using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Chart;

/// <summary>A table as bars. It is a list of names and values, so that it needs no other form for those who do not see the bars.</summary>
internal static class Bars
{
    /// <summary>Draws some columns of a table, which share a unit.</summary>
    public static void Draw(PageOutput html, TableValue table, IReadOnlyList<int> columns, PageScope page)
    {
        var numbers = table.Rows.SelectMany(row => columns.Select(column => row[column].Number)).OfType<decimal>()
            .Select(number => (double)number).Append(0);
        var scale = Scale.Of(numbers, 0, 1000);
        html.Append("<ul class=\"bars\">\n");
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                var value = row[columns[i]];
                html.Append(i == 0 ? "<li><span class=\"label\">" : "<li class=\"more\"><span class=\"label\">")
                    .AppendEscaped(page.Format.Value(row[0], FactForm.Whole));
                if (columns.Count > 1)
                    html.Append(" <span class=\"series\">").AppendEscaped(table.Columns[columns[i]].Label).Append("</span>");
                html.Append("</span> <span class=\"number\">");
                FactMarkup.OfValue(value, page).AppendTo(html);
                html.Append("</span>").BeginStrip();
                if (value.Number is { } number)
                    html.Box(
                        i == 0 ? "mark" : "mark other",
                        Math.Min(scale.At((double)number), scale.At(0)),
                        0,
                        Math.Abs(scale.At((double)number) - scale.At(0)),
                        20);
                html.Box("zero", Math.Clamp(scale.At(0) - 1, 0, 998), 0, 2, 20).Append("</svg></li>\n");
            }
        }
        html.Append("</ul>\n");
    }
}
