using System.Globalization;
using Explainers.Templating;

namespace Explainers.Graphics;

/// <summary>
/// Writes drawings. Colours and sizes of text come from the theme's classes, so that a drawing follows scheme, print and forced colours.
/// </summary>
internal static class Svg
{
    /// <summary>How wide drawings with text are, in their own units.</summary>
    public const double Width = 400;

    /// <summary>The size of text on narrow screens, the largest that the theme uses; what has room then has room on wide ones.</summary>
    public const double TextSize = 17;

    /// <summary>A length with at most one decimal.</summary>
    public static string Length(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>How wide a text is at most, about.</summary>
    public static double WidthOf(string text) => text.Length * TextSize * 0.58;

    /// <summary>Begins a drawing that is one image to those who do not see it.</summary>
    public static PageOutput Begin(this PageOutput html, string name, double height, string kind) => html
        .Append("<svg class=\"").Append(kind).Append("\" viewBox=\"0 0 ").Append(Length(Width)).Append(" ").Append(Length(height))
        .Append("\" role=\"img\" aria-label=\"").AppendEscaped(name).Append("\">\n");

    /// <summary>Begins a drawing for a frame, which is one image to those who do not see it.</summary>
    public static PageOutput Begin(this PageOutput html, string name, Frame frame, double height, string kind) => html
        .Append("<svg class=\"").Append(kind).Append(" ").Append(frame.Name)
        .Append("\" viewBox=\"0 0 ").Append(Length(frame.Width)).Append(" ")
        .Append(Length(height)).Append("\" role=\"img\" tabindex=\"0\" aria-label=\"").AppendEscaped(name).Append("\">\n");

    /// <summary>Begins a map, which is one image to those who do not see it.</summary>
    public static PageOutput Begin(this PageOutput html, string name, string kind) => html
        .Append("<svg class=\"").Append(kind).Append("\" viewBox=\"0 0 ").Append(Length(MapView.Width)).Append(" ")
        .Append(Length(MapView.Height)).Append("\" role=\"img\" aria-label=\"").AppendEscaped(name).Append("\">\n");

    /// <summary>A piece of text of a kind.</summary>
    public static PageOutput Text(this PageOutput html, string kind, double x, double y, string anchor, string text) => html
        .Append("<text").Append(kind.Length == 0 ? "" : $" class=\"{kind}\"").Append(" x=\"").Append(Length(x)).Append("\" y=\"")
        .Append(Length(y)).Append("\"").Append(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"").Append(">")
        .AppendEscaped(text).Append("</text>\n");

    /// <summary>Begins what has a value that readers see when they point at it.</summary>
    public static PageOutput BeginValue(this PageOutput html, string name) =>
        html.Append("<g class=\"at\"><title>").AppendEscaped(name).Append("</title>");

    /// <summary>Ends what has a value.</summary>
    public static PageOutput EndValue(this PageOutput html) => html.Append("</g>\n");

    /// <summary>A dot.</summary>
    public static PageOutput Dot(this PageOutput html, string kind, double x, double y, double radius) => html
        .Append("<circle class=\"").Append(kind).Append("\" cx=\"").Append(Length(x)).Append("\" cy=\"").Append(Length(y))
        .Append("\" r=\"").Append(Length(radius)).Append("\"/>");

    /// <summary>A line through some points.</summary>
    public static PageOutput Polyline(this PageOutput html, string kind, IEnumerable<(double X, double Y)> points) =>
        html.Points("polyline", kind, points);

    /// <summary>An area between some points.</summary>
    public static PageOutput Polygon(this PageOutput html, string kind, IEnumerable<(double X, double Y)> points) =>
        html.Points("polygon", kind, points);

    private static PageOutput Points(this PageOutput html, string element, string kind, IEnumerable<(double X, double Y)> points) => html
        .Append("<").Append(element).Append(" class=\"").Append(kind).Append("\" points=\"")
        .Append(string.Join(' ', points.Select(point => $"{Length(point.X)},{Length(point.Y)}"))).Append("\"/>\n");

    /// <summary>A piece of text.</summary>
    public static PageOutput Text(this PageOutput html, double x, double y, string anchor, string text) => html
        .Append("<text x=\"").Append(Length(x)).Append("\" y=\"").Append(Length(y)).Append("\" text-anchor=\"").Append(anchor).Append("\">")
        .AppendEscaped(text).Append("</text>\n");

    /// <summary>A straight line.</summary>
    public static PageOutput Line(this PageOutput html, string kind, double x1, double y1, double x2, double y2) => html
        .Append("<line class=\"").Append(kind).Append("\" x1=\"").Append(Length(x1)).Append("\" y1=\"").Append(Length(y1))
        .Append("\" x2=\"").Append(Length(x2)).Append("\" y2=\"").Append(Length(y2)).Append("\"/>\n");

    /// <summary>A dot, with a name for those who point at it.</summary>
    public static PageOutput Dot(this PageOutput html, string kind, double x, double y, double radius, string name) => html
        .Append("<circle class=\"").Append(kind).Append("\" cx=\"").Append(Length(x)).Append("\" cy=\"").Append(Length(y)).Append("\" r=\"")
        .Append(Length(radius)).Append("\"><title>").AppendEscaped(name).Append("</title></circle>\n");

    /// <summary>A strip that is as wide as its place, whatever that is; it has no text, which would be stretched.</summary>
    public static PageOutput BeginStrip(this PageOutput html) =>
        html.Append("<svg class=\"strip\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");

    /// <summary>A rectangle.</summary>
    public static PageOutput Box(this PageOutput html, string kind, double x, double y, double width, double height) => html
        .Append("<rect class=\"").Append(kind).Append("\" x=\"").Append(Length(x)).Append("\" y=\"").Append(Length(y)).Append("\" width=\"")
        .Append(Length(Math.Max(0, width))).Append("\" height=\"").Append(Length(height)).Append("\"/>");

    /// <summary>Ends a drawing.</summary>
    public static PageOutput End(this PageOutput html) => html.Append("</svg>\n");
}
