using Explainers.Scopes;
using Explainers.Templating;

namespace Explainers.Graphics;

/// <summary>The line of time below a drawing.</summary>
internal static class TimeAxis
{
    /// <summary>Names the times below a drawing; those that would run into the one before are left out.</summary>
    public static void Draw(PageOutput html, TimeScale x, double line, double text, double left, PageScope page)
    {
        html.Line("axis", left, line, Svg.Width, line);
        var free = 0.0;
        foreach (var (at, name) in x.Ticks(page.Format))
        {
            var half = Svg.WidthOf(name) / 2;
            var middle = Math.Clamp(at, half, Svg.Width - half);
            html.Line("axis", at, line, at, line + 5);
            if (middle - half < free) continue;
            html.Text(middle, text, "middle", name);
            free = middle + half + 6;
        }
    }
}
