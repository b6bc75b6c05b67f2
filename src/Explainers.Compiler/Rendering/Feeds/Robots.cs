using System.Text;
using Explainers.Binding;

namespace Explainers.Rendering.Feeds;

/// <summary>What robots may fetch, after RFC 9309: everything; what must not be listed says so itself, and has to be fetched to be heard.</summary>
internal static class Robots
{
    /// <summary>Writes the file with the address of the sitemap.</summary>
    public static OutputFile Write(SiteScope scope) =>
        new(Routes.File(Routes.Robots), Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {scope.Absolute(Routes.Sitemap)}\n"));
}
