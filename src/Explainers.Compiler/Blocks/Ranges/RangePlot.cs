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
            var scale = Scale.Of(
                unit.SelectMany(fact => Versions(fact)).SelectMany(version => new[] { Low(version.Value), High(version.Value) }),
                4 * Edge,
                1000 - (4 * Edge));
            foreach (var fact in unit)
            {
                html.Append("<li><a class=\"label\" href=\"").AppendEscaped(page.Site.Link(fact.Url)).Append("\">")
                    .AppendEscaped(page.Named(fact.Name)).Append("</a>\n<ul>\n");
                page.Stated(fact.Name);
                foreach (var version in Versions(fact)) Draw(html, version, scale, page);
                html.Append("</ul>\n</li>\n");
            }
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
        var (low, high) = (scale.At(Low(version.Value)), scale.At(High(version.Value)));
        var limit = Limit(version.Value);
        if (limit is Approximation.MoreThan or Approximation.AtLeast) html.Box("open", high, 6, 3 * Edge, 8);
        if (limit is Approximation.LessThan or Approximation.AtMost or Approximation.Nearly)
            html.Box("open", low - (3 * Edge), 6, 3 * Edge, 8);
        if (limit is Approximation.About) html.Box("open", low - Edge, 6, high - low + (2 * Edge), 8);
        html.Box("mark", low - 6, 2, high - low + 12, 16).Append("</svg></li>\n");
    }

    private static ImmutableArray<DisputedVersion> Versions(Fact fact) =>
        fact.Value is DisputedValue disputed ? disputed.Versions : [new DisputedVersion(fact.Value, fact.Sourcing, fact.AsOf)];

    private static string Unit(FactValue value) => ChartColumns.UnitOf(value is RangeValue range ? range.Low : value);

    private static double Low(FactValue value) => (double)((value as RangeValue)?.Low ?? value).Number.GetValueOrDefault();

    private static double High(FactValue value) => (double)((value as RangeValue)?.High ?? value).Number.GetValueOrDefault();

    private static Approximation Limit(FactValue value) => value switch
    {
        RangeValue range => range.Approximation,
        MoneyValue money => money.Figure.Approximation,
        QuantityValue quantity => quantity.Figure.Approximation,
        NumberValue number => number.Figure.Approximation,
        _ => Approximation.Exact,
    };
}
