using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Blocks.Chart;
using Explainers.Facts;
using Explainers.Graphics;
using Explainers.Incremental;
using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Blocks.Ranges;

/// <summary>
/// Figures on a common scale, one for each unit: a dot for a figure, a bar for a range, open at the end where a figure is only a limit. The
/// list says the same in words.
/// </summary>
internal static class RangePlot
{
    private const double Edge = 30;

    /// <summary>Draws every version of some facts.</summary>
    public static void Draw(PageOutput html, EquatableArray<FactId> shown, PageScope page)
    {
        var facts = shown.Select(page.Fact).ToImmutableArray();
        html.Append("<ul class=\"ranges\">\n");
        foreach (var unit in facts.GroupBy(fact => Unit(Versions(fact)[0].Value), StringComparer.Ordinal))
        {
            double[] numbers =
            [
                .. unit.SelectMany(fact => Versions(fact)).Select(version => Extent.Of(version.Value))
                    .SelectMany(extent => new[] { extent.Low, extent.High }),
            ];
            var axis = NumberAxis.Of(
                numbers, Versions(unit.First())[0].Value, (4 * Edge, 1000 - (4 * Edge)), 3, mustHaveZero: false, page.Format);
            foreach (var fact in unit)
            {
                html.Append("<li><a class=\"label\" href=\"").AppendEscaped(page.Site.Link(fact.Url)).Append("\">")
                    .AppendEscaped(page.Named(fact.Name)).Append("</a>\n<ul>\n");
                page.Stated(fact.Name);
                foreach (var version in Versions(fact)) Draw(html, version, axis.Scale, page);
                html.Append("</ul>\n</li>\n");
            }
            DrawAxis(html, axis, page);
        }
        html.Append("</ul>\n");
    }

    private static void Draw(PageOutput html, DisputedVersion version, Scale scale, PageScope page)
    {
        html.Append("<li><span class=\"number\">");
        FactMarkup.OfValue(version.Value, page).AppendTo(html);
        FactMarkup.Notes(version.Sourcing, page).AppendTo(html);
        html.Append("</span>");
        var who = new[]
        {
            version.Sourcing.Citations.Select(citation => citation.Publisher).FirstOrDefault(),
            version.AsOf is { } held ? page.Format.Date(held, FactForm.Whole) : null,
        };
        if (who.Any(part => part is not null))
            html.Append(" <span class=\"who\">").AppendEscaped(string.Join(", ", who.OfType<string>())).Append("</span>");
        html.BeginStrip();
        html.Box("zero", 0, 9, 1000, 2);
        var extent = Extent.Of(version.Value);
        var (low, high) = (scale.At(extent.Low), scale.At(extent.High));
        if (extent.IsOpenAbove) html.Box("open", high, 7, 3 * Edge, 6);
        if (extent.IsOpenBelow) html.Box("open", low - (3 * Edge), 7, 3 * Edge, 6);
        if (high > low)
            html.Box("mark", low, 8, high - low, 4).Box("mark", low - 3, 2, 6, 16).Box("mark", high - 3, 2, 6, 16);
        else html.Box("mark", low - 6, 2, 12, 16);
        html.Append("</svg></li>\n");
    }

    /// <summary>Names round numbers below the strips, and says so where zero is not among them.</summary>
    private static void DrawAxis(PageOutput html, NumberAxis axis, PageScope page)
    {
        html.Append("<li class=\"axis\" aria-hidden=\"true\"><svg class=\"ticks\">");
        foreach (var (number, name) in axis.Ticks)
        {
            var at = Svg.Length((page.Format.IsIsolating ? 1000 - axis.Scale.At(number) : axis.Scale.At(number)) / 10);
            html.Append("<line x1=\"").Append(at).Append("%\" x2=\"").Append(at).Append("%\" y2=\"5\"/><text x=\"").Append(at)
                .Append("%\" y=\"18\" text-anchor=\"middle\">").AppendEscaped(name).Append("</text>");
        }
        html.Append("</svg>");
        if (!axis.HasZero) html.AppendEscaped(page.Strings["axis_not_zero"]);
        html.Append("</li>\n");
    }

    private static ImmutableArray<DisputedVersion> Versions(Fact fact) =>
        fact.Value is DisputedValue disputed ? disputed.Versions : [new DisputedVersion(fact.Value, fact.Sourcing, fact.AsOf)];

    private static string Unit(FactValue value) => ChartColumns.UnitOf(value);
}
