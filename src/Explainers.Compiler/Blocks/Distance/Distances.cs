using System.Collections.Immutable;
using System.Globalization;
using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formulas;
using Explainers.Graphics;
using Explainers.Incremental;
using Explainers.Scopes;
using Explainers.Templating;
using NodaTime;

namespace Explainers.Blocks.Distance;

/// <summary>
/// How far it is from each place to the next, and what the clocks show there at a moment. The words say all that the strips show.
/// </summary>
internal static class Distances
{
    private const int Digits = 2;
    private const decimal KilometersOfMile = 1.609344m;

    /// <summary>Draws the places among some facts, and the moments among them.</summary>
    public static void Draw(PageOutput html, EquatableArray<FactId> shown, PageScope page)
    {
        var facts = shown.Select(page.Fact).ToImmutableArray();
        var places = facts.Where(fact => page.Stated(fact.Name) is PlaceValue).ToImmutableArray();
        var legs = places.Zip(places.Skip(1))
            .Select(pair => (From: pair.First, To: pair.Second, Km: GreatCircle.Kilometers(At(pair.First), At(pair.Second)))).ToArray();
        var longest = Math.Max(1, legs.Select(leg => (double)leg.Km).DefaultIfEmpty().Max());
        html.Append("<ul class=\"distances\">\n");
        foreach (var (from, to, km) in legs)
        {
            html.Append("<li><span class=\"label\">")
                .AppendEscaped(page.Strings.Fill("from_to", ("from", page.Named(from.Name)), ("to", page.Named(to.Name))));
            FactMarkup.Notes(new Sourcing([.. from.Sourcing.Citations.Concat(to.Sourcing.Citations).Distinct()], false), page)
                .AppendTo(html);
            html.Append("</span> <span class=\"number\">");
            html.AppendEscaped(Length(km, "km", Approximation.About, page)).Append(" (")
                .AppendEscaped(Length(km / KilometersOfMile, "mi", Approximation.Exact, page)).Append(")</span>");
            html.BeginStrip().Box("zero", 0, 9, (double)km / longest * 1000, 2).Box("mark", 0, 2, 10, 16)
                .Box("mark", ((double)km / longest * 1000) - 10, 2, 10, 16).Append("</svg></li>\n");
        }
        html.Append("</ul>\n");
        foreach (var fact in facts)
            if (DistanceBlock.Moment(fact.Value) is { } moment && page.Stated(fact.Name) is not PlaceValue)
                Clocks(html, fact, moment.Moment, places, page);
    }

    private static void Clocks(PageOutput html, Fact fact, ZonedDateTime moment, ImmutableArray<Fact> places, PageScope page)
    {
        html.Append("<p class=\"at\"><a href=\"").AppendEscaped(page.Site.Link(fact.Url)).Append("\">").AppendEscaped(page.Named(fact.Name))
            .Append("</a>");
        FactMarkup.Notes(fact.Name, page).AppendTo(html);
        html.Append("</p>\n<ul class=\"clocks\">\n");
        foreach (var place in places)
        {
            if (place.Value is not PlaceValue { Zone: { } zone }) continue;
            var there = moment.WithZone(zone);
            html.Append("<li><span class=\"label\">").AppendEscaped(page.Named(place.Name)).Append("</span> <span class=\"number\">");
            FactMarkup.OfValue(new MomentValue(there), page).AppendTo(html);
            var hour = there.TimeOfDay.TickOfDay / (double)NodaConstants.TicksPerDay * 1000;
            // Six in the morning to six in the evening is drawn as day.
            html.Append("</span>").BeginStrip().Box("night", 0, 4, 1000, 12).Box("light", 250, 4, 500, 12).Box("mark", hour - 5, 0, 10, 20)
                .Append("</svg></li>\n");
        }
        html.Append("</ul>\n");
    }

    private static CoordinatesValue At(Fact place) => ((PlaceValue)place.Value).At;

    private static string Length(decimal length, string unit, Approximation limit, PageScope page) =>
        page.Format.Value(
            new QuantityValue(
                new Figure(Rounding.ToDigits(length, Digits).ToString(CultureInfo.InvariantCulture), "", limit),
                Unit.Of(Units.Atom(unit)!)),
            FactForm.Whole);
}
