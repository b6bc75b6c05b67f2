using Explainers.Binding;
using Explainers.Facts.Formatting;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Text;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Feeds;

/// <summary>Small files in which the site says something of itself to machines.</summary>
internal static class SiteTexts
{
    /// <summary>
    /// What robots may fetch, after RFC 9309: everything; what must not be listed says so itself, and has to be fetched to be heard.
    /// </summary>
    public static OutputFile Robots(SiteScope site) => new LineFile(Routes.Robots)
        .Field("User-agent", "*")
        .Field("Allow", "/")
        .Line()
        .Field("Sitemap", site.Absolute(Routes.Sitemap))
        .Done();

    /// <summary>Whom to tell of a hole in the site's security, after RFC 9116, where site.yaml says so.</summary>
    public static OutputFile Security(SiteScope site, SecuritySyntax security)
    {
        var text = new LineFile(Routes.SecurityText).Field("Contact", WebAddress.Ascii(security.Contact.Text))
            .Field("Expires", $"{security.Expires.Text}T23:59:59Z");
        if (security.Policy is { } policy) text.Field("Policy", WebAddress.Ascii(policy));
        return text.Field("Preferred-Languages", site.Site.Language).Field("Canonical", site.Absolute(Routes.SecurityText)).Done();
    }

    /// <summary>Name and icon of the site for devices that keep it among their apps, after the W3C's Web Application Manifest.</summary>
    public static OutputFile Manifest(SiteScope site)
    {
        var home = site.Link(Routes.Home);
        var manifest = new ManifestData(
            site.Site.Settings.Title,
            site.Site.Settings.Description,
            site.Site.Language,
            WritingDirection.IsRightToLeft(site.Site.Language) ? "rtl" : null,
            home,
            home,
            home,
            "minimal-ui",
            site.Asset("icon.svg") is { } icon ? [new ManifestIcon(site.Link(icon), "image/svg+xml", "any")] : null);
        return JsonFile.Write(Routes.File(Routes.Manifest), manifest, FeedDataJson.Default.ManifestData);
    }
}
