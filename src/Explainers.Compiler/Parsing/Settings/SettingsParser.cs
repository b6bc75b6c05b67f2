using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Settings;

/// <summary>Reads site.yaml.</summary>
internal static class SettingsParser
{
    private const string DefaultBaseUrl = "http://localhost/";

    /// <summary>Reads the settings; without a file, a finding and defaults.</summary>
    public static Diagnosed<SettingsSyntax> Parse(SourceFile? file)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        if (file is null)
        {
            findings.Add(Catalog.MissingSite());
            return new Diagnosed<SettingsSyntax>(From(null, MappingSyntax.EmptyAt(FileSpan.None), [], findings), findings.ToImmutable());
        }
        var site = ShapeCheck.Check(YamlReader.ReadFile(file, findings), SettingsKeys.Site, findings);
        var settings = From(file, site, Levels(site, findings), findings);
        settings = settings with { Topics = [.. settings.Topics.Where(topic => Names.IsSlug(topic.Id, findings))] };
        return new Diagnosed<SettingsSyntax>(settings, findings.ToImmutable());
    }

    private static SettingsSyntax From(
        SourceFile? file,
        MappingSyntax site,
        ImmutableArray<KeyValueSyntax> levels,
        ImmutableArray<Diagnostic>.Builder findings)
    {
        var policy = site["source_policy"] as MappingSyntax ?? MappingSyntax.EmptyAt(site.Span);
        return new SettingsSyntax(
            file,
            site.Text("title") ?? "",
            site.Text("tagline"),
            site.Text("description") ?? "",
            site.Text("base_url") ?? DefaultBaseUrl,
            site.Scalar("language") ?? new ScalarSyntax("en", FileSpan.None),
            site["publisher"] is MappingSyntax publisher ? Publisher(publisher, findings) : null,
            [.. site.Map("topics").Select(Topic)],
            site.Scalar("lead"),
            site.Text("allow_html") == "true",
            new SourcePolicySyntax(
                [.. policy.List("require").Select(key => key.Text)],
                Number(policy.Scalar("important_facts"), 1, 10, 1, findings)),
            Number(site.Scalar("grace_days"), 0, 3650, -1, findings) is var days and >= 0 ? days : null,
            Number(site.Scalar("coverage"), 0, 100, -1, findings) < 0 ? null : site.Scalar("coverage"),
            site.Text("embeds") == "true",
            site.Text("search") != "false",
            Security(site["security"] as MappingSyntax, findings),
            levels)
        {
            // A key that does not exist may be 'topics' misspelt.
            IsPartial = file is null
                || site.IsPartial
                || (site["topics"] is null && findings.Any(finding => finding.Code == "unknown-key")),
            AllowedLinks = [.. site.List("allow_links").Where(folder => IsBeside(folder, findings)).Select(folder => folder.Text)],
            PerPage = Number(site.Scalar("per_page"), 1, 1000, 0, findings) is var entries and > 0 ? entries : null,
            ReadsDecades = site.Text("decades") != "false",
            HasSocialCards = site.Text("social_cards") == "true",
            Services = [.. site.Map("services").Select(entry => ServiceParser.Parse(entry, findings))],
            DefaultAuthors = site.List("default_authors"),
            Host = site.Text("host") ?? Hosts.Netlify,
            HeaderMenu = Menu(site["menus"] as MappingSyntax, "header", findings),
            FooterMenu = Menu(site["menus"] as MappingSyntax, "footer", findings),
            FeedId = site.Text("feed_id"),
        };
    }

    private static PublisherSyntax Publisher(MappingSyntax publisher, ImmutableArray<Diagnostic>.Builder findings) =>
        new(publisher.Text("name") ?? "", publisher.Text("url"), publisher.Text("email"), publisher.Scalar("principles"))
        {
            Policies = [.. SettingsKeys.Policies
                .Select(key => (Key: key, Page: publisher.Scalar(key)))
                .Where(policy => policy.Page is { } page && IsPageOrAddress(page, findings))
                .Select(policy => KeyValuePair.Create(policy.Key, policy.Page!))],
            Founded = publisher.Text("founded"),
            Links = [.. publisher.List("links").Select(link => link.Text)],
        };

    private static ImmutableArray<MenuEntrySyntax>? Menu(
        MappingSyntax? menus, string name, ImmutableArray<Diagnostic>.Builder findings) => menus?[name] switch
        {
            SequenceSyntax list =>
                [.. list.Items.Select(MenuEntry).OfType<MenuEntrySyntax>().Where(entry => IsPageOrAddress(entry.Page, findings))],
            { } only => MenuEntry(only) is { } entry && IsPageOrAddress(entry.Page, findings) ? [entry] : [],
            null => null,
        };

    private static MenuEntrySyntax? MenuEntry(YamlSyntax written) => written switch
    {
        ScalarSyntax page => new MenuEntrySyntax(page, null),
        MappingSyntax keys when keys.Scalar("page") is { } page => new MenuEntrySyntax(page, keys.Text("title")),
        _ => null,
    };

    /// <summary>Whether a text can be the slug of a page, or is an address without fault.</summary>
    private static bool IsPageOrAddress(ScalarSyntax page, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (!page.Text.Contains(':', StringComparison.Ordinal) || WebAddress.OfWeb(page.Text) is not { } fault) return true;
        findings.Add(Catalog.InvalidValue(page.Span, page.Text, fault.Expected, fault.Hint));
        return false;
    }

    /// <summary>
    /// Whether a folder is one that links may be allowed to lead to: a path from the folder that holds the input, without hidden folders.
    /// Who
    /// may change site.yaml must not reach the system's folders by it, nor whatever lies above the site.
    /// </summary>
    private static bool IsBeside(ScalarSyntax folder, ImmutableArray<Diagnostic>.Builder findings)
    {
        var parts = folder.Text.TrimEnd('/').Split('/');
        if (parts[^1] != ".." && parts.All(part => part == ".." || IsSeen(part))) return true;
        findings.Add(Catalog.InvalidValue(folder.Span, folder.Text, "a folder that links may lead to",
            "write its path from the folder of the site, such as ../shared-images"));
        return false;
    }

    private static bool IsSeen(string part) =>
        part.Length > 0 && part[0] is not ('~' or '_' or '.') && !part.AsSpan().ContainsAny('\\', ':');

    private static SecuritySyntax? Security(MappingSyntax? security, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (security?.Scalar("contact") is not { } contact || security.Scalar("expires") is not { } expires) return null;
        if (FaultOf(contact.Text) is not { } fault) return new SecuritySyntax(contact, expires, security.Text("policy"));
        findings.Add(Catalog.InvalidValue(contact.Span, contact.Text, fault.Expected, fault.Hint));
        return null;
    }

    /// <summary>What is wrong with a contact for security reports.</summary>
    private static AddressFault? FaultOf(string contact)
    {
        if (contact.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) return WebAddress.OfMail(contact);
        if (contact.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return WebAddress.OfWeb(contact);
        return new AddressFault("an address that begins with mailto: or https://", WebAddress.IsMailbox(contact)
            ? $"write mailto:{contact}" : null);
    }

    private static int Number(ScalarSyntax? written, int least, int most, int otherwise, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (written is null) return otherwise;
        if (
            int.TryParse(
                written.Text,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number)
            && number >= least && number <= most)
            return number;
        findings.Add(Catalog.InvalidValue(written.Span, written.Text, $"a whole number from {least} to {most}"));
        return otherwise;
    }

    private static TopicSyntax Topic(KeyValueSyntax entry)
    {
        var keys = (MappingSyntax)entry.Value;
        return new TopicSyntax(entry.Key, keys.Text("title") ?? entry.Key.Text, keys.Text("summary"));
    }

    private static ImmutableArray<KeyValueSyntax> Levels(MappingSyntax site, ImmutableArray<Diagnostic>.Builder findings) =>
        [.. site.Map("findings").Where(entry => Acceptance.IsWarning(entry.Key, findings))];
}
