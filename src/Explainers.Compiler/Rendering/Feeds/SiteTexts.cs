using Explainers.Binding;
using Explainers.Parsing;
using Explainers.Parsing.Settings;
using Explainers.Rendering.Data;
using Explainers.Rendering.Formatting;

namespace Explainers.Rendering.Feeds;

/// <summary>Small files in which the site says something of itself to machines.</summary>
internal static class SiteTexts
{
    /// <summary>What robots may fetch, after RFC 9309: everything; what must not be listed says so itself, and has to be fetched to be heard.</summary>
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
    public static OutputFile Manifest(SiteScope site) => JsonFile.Write(Routes.File(Routes.Manifest), json =>
    {
        json.WriteString("name", site.Site.Settings.Title);
        json.WriteString("description", site.Site.Settings.Description);
        json.WriteString("lang", site.Site.Language);
        if (WritingDirection.IsRightToLeft(site.Site.Language)) json.WriteString("dir", "rtl");
        json.WriteString("id", site.Link(Routes.Home));
        json.WriteString("start_url", site.Link(Routes.Home));
        json.WriteString("scope", site.Link(Routes.Home));
        json.WriteString("display", "minimal-ui");
        if (!site.Assets.TryGetValue("icon.svg", out var icon)) return;
        json.WriteStartArray("icons");
        json.WriteStartObject();
        json.WriteString("src", site.Link(icon));
        json.WriteString("type", "image/svg+xml");
        json.WriteString("sizes", "any");
        json.WriteEndObject();
        json.WriteEndArray();
    });
}
