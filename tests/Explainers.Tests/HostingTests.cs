using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Explainers.Cli.Serving;
using Explainers.Parsing.Settings;

namespace Explainers.Tests;

/// <summary>
/// The site of tests/fixture, built for each host: files of public/ as they are, the same headers in the words of each, old addresses that
/// lead on. What a host reads is read here by its rules.
/// </summary>
public sealed partial class HostingTests
{
    private static readonly Dictionary<string, Lazy<SortedDictionary<string, byte[]>>> Built = Hosts.Names.ToDictionary(
        host => host, host => new Lazy<SortedDictionary<string, byte[]>>(() => Build(host)), StringComparer.Ordinal);

    public static TheoryData<string> AllHosts() => [.. Hosts.Names];

    [Theory]
    [MemberData(nameof(AllHosts))]
    public void Files_of_public_are_published_as_they_are(string host)
    {
        var files = Built[host].Value;
        foreach (var (path, bytes) in Scratch.Files(Path.Combine(FixtureSite.Input, "public"))) Assert.Equal(bytes, files[path]);
    }

    [Theory]
    [InlineData(Hosts.Cloudflare)]
    [InlineData(Hosts.Nginx)]
    [InlineData(Hosts.Caddy)]
    [InlineData(Hosts.S3)]
    public void Each_file_has_the_headers_that_it_has_on_Netlify(string host)
    {
        var wanted = HeaderRules.Parse(Text(Hosts.Netlify, "_headers"));
        var given = host switch
        {
            Hosts.Cloudflare => OfCloudflare(),
            Hosts.Nginx => OfNginx(),
            Hosts.Caddy => OfCaddy(),
            _ => OfCloudFront(),
        };
        var compared = 0;
        foreach (var path in Built[host].Value.Keys.Where(path => !path.StartsWith('_') && path != ".explainers"))
        {
            var url = Explainers.Rendering.OutputFile.UrlOf(path);
            var (on, here) = (Set(wanted.Of(url)), Set(given(url)));
            // Netlify knows what must not be framed by its depth; others know it.
            var isDeep = url.Trim('/').Split('/').Length > 2 && !url.StartsWith("/embed/", StringComparison.Ordinal);
            if (isDeep && host != Hosts.Cloudflare) Assert.Superset(on, here);
            else Assert.True(on.SetEquals(here), $"{url}: {string.Join(" | ", on)}\n{string.Join(" | ", here)}");
            compared++;
        }
        Assert.True(compared > 150, $"Only {compared} files were compared.");
    }

    [Fact]
    public void A_host_without_headers_has_the_policy_in_each_page()
    {
        var policy = HeaderRules.Parse(Text(Hosts.Netlify, "_headers")).Of("/")
            .First(header => header.Key == "Content-Security-Policy").Value;
        foreach (var (path, bytes) in Built[Hosts.GitHub].Value.Where(file => file.Key.EndsWith("index.html", StringComparison.Ordinal)))
        {
            var page = Encoding.UTF8.GetString(bytes).Replace("&#39;", "'", StringComparison.Ordinal);
            if (page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal)) continue;
            // Pages do not wait for one another, so that it allows what any of them may load.
            var own = MetaPolicy().Match(page).Groups[1].Value.Split("; ");
            Assert.All(policy.Split("; "), directive => Assert.Contains(directive, own));
        }
    }

    [Theory]
    [InlineData(Hosts.GitHub)]
    [InlineData(Hosts.S3)]
    public void A_host_without_redirects_has_a_page_at_each_old_address(string host)
    {
        foreach (var path in (string[])["old-markets/index.html", "2019/markets.html", "große-märkte/index.html"])
        {
            var page = Text(host, path);
            Assert.Contains("<meta http-equiv=\"refresh\" content=\"0; url=/markets/\">", page, StringComparison.Ordinal);
            Assert.Contains("<link rel=\"canonical\" href=\"https://fixture.example/markets/\">", page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("old-markets", Text(host, "sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("_redirects", Built[host].Value.Keys);
    }

    [Theory]
    [InlineData(Hosts.Netlify, "_redirects", "/old-markets/ /markets/ 301\n")]
    [InlineData(Hosts.Cloudflare, "_redirects", "/old-markets/ /markets/ 301\n/old-markets /markets/ 301\n")]
    [InlineData(Hosts.Nginx, "_nginx.conf", "location = \"/old-markets\" { return 301 \"/markets/\"; }\n")]
    [InlineData(Hosts.Nginx, "_nginx.conf", "location = \"/große-märkte/\" { return 301 \"/markets/\"; }\n")]
    [InlineData(Hosts.Caddy, "_caddyfile", "redir \"/2019/markets.html\" \"/markets/\" permanent\n")]
    public void A_host_with_redirects_has_a_rule_for_each_old_address(string host, string path, string rule) =>
        Assert.Contains(rule, Text(host, path), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(AllHosts))]
    public void A_new_deploy_has_the_files_of_its_host(string host)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "deploy", host);
        using var site = new Scratch();
        var run = site.Run("new", "deploy", host);
        Assert.Equal(0, run.Status);
        Assert.Equal(host == Hosts.Netlify, run.Error.Length == 0);
        var made = site.FilesOf("");
        if (Guides.Guide.IsUpdating)
        {
            foreach (var (path, bytes) in made)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
                File.WriteAllBytes(Path.Combine(folder, path), bytes);
            }
        }
        Assert.Equal(Scratch.Files(folder), made);
    }

    [Fact]
    public async Task The_preview_serves_files_of_public_with_the_headers_of_the_deploy()
    {
        using var site = Scratch.OfFixture();
        site.Insert("input/site.yaml", "title: Fixture\n", "host: nginx\n");
        await using var preview = await Previewing.StartAsync(site.Folder);
        Assert.StartsWith("# Nobody", await preview.TextAsync("/ads.txt"), StringComparison.Ordinal);
        Assert.Equal("fixture-proof=1\n", await preview.TextAsync("/.well-known/proof.txt"));
    }

    [Fact]
    public void Feeds_are_known_by_what_stays_when_slug_host_and_folder_change()
    {
        using var site = new Scratch();
        site.Write("input/site.yaml", "title: A site\ndescription: A site for a test.\nbase_url: https://old.example/\n");
        site.Write("input/articles/first-name.md", "---\ntitle: One\ndescription: The first.\npublished: 2026-01-02\n---\n\nText.\n");
        Assert.Equal(0, site.Run("build").Status);
        var before = Ids(site);
        File.Move(Path.Combine(site.Folder, "input/articles/first-name.md"), Path.Combine(site.Folder, "input/articles/third.md"));
        site.Insert("input/articles/third.md", "---\n", "aliases: [/first-name/, /second/]\n");
        site.Replace("input/site.yaml", "https://old.example/", "https://new.example/folder/");
        site.Insert("input/site.yaml", "title: A site\n", "feed_id: https://old.example\n");
        Assert.Equal(0, site.Run("build").Status);
        Assert.Equal(before, Ids(site));
        Assert.Contains("https://new.example/folder/third/", site.Read("output/feed.xml"), StringComparison.Ordinal);
        site.Replace("input/articles/third.md", "aliases: [/first-name/, /second/]", "id: another");
        Assert.Equal(0, site.Run("build").Status);
        Assert.NotEqual(before, Ids(site));
    }

    private static string[] Ids(Scratch site) =>
        [.. Id().Matches(site.Read("output/feed.xml") + site.Read("output/feed.json")).Select(match => match.Value)];

    private static SortedDictionary<string, byte[]> Build(string host)
    {
        using var site = Scratch.OfFixture();
        site.Insert("input/site.yaml", "title: Fixture\n", $"host: {host}\n");
        var run = site.Run("build", "--strict");
        Assert.True(run.Status == 0, run.Error);
        return site.FilesOf("output");
    }

    private static string Text(string host, string path) => Encoding.UTF8.GetString(Built[host].Value[path]);

    /// <summary>Names and values; several policies are as many pieces as they have directives.</summary>
    private static HashSet<string> Set(IEnumerable<KeyValuePair<string, string>> headers) => [.. headers.SelectMany(header =>
        header.Value.Split("; ").Select(piece => $"{header.Key.ToLowerInvariant()}: {piece}"))];

    /// <summary>Cloudflare compares whole paths; <c>*</c> is any rest and <c>:name</c> one part.</summary>
    private static Func<string, IEnumerable<KeyValuePair<string, string>>> OfCloudflare()
    {
        var rules = new List<(Regex Path, string Name, string Value)>();
        Regex? path = null;
        foreach (var line in Text(Hosts.Cloudflare, "_headers").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '/') path = new Regex($"^{Regex.Replace(line.Replace("*", ".*", StringComparison.Ordinal), ":[a-z]+", "[^/]+")}$");
            else if (line.Trim().Split(": ", 2) is [var name, var value]) rules.Add((path!, name, value));
        }
        return url => rules.Where(rule => rule.Path.IsMatch(url)).Select(rule => KeyValuePair.Create(rule.Name, rule.Value));
    }

    /// <summary>nginx takes the location with the longest prefix, and its headers alone.</summary>
    private static Func<string, IEnumerable<KeyValuePair<string, string>>> OfNginx()
    {
        var areas = Location().Matches(Text(Hosts.Nginx, "_nginx.conf")).Select(location => (Prefix: location.Groups[1].Value,
            Headers: AddHeader().Matches(location.Groups[2].Value).Select(header =>
                KeyValuePair.Create(header.Groups[1].Value, header.Groups[2].Value)).ToArray())).ToArray();
        return url =>
            areas.Where(area => url.StartsWith(area.Prefix, StringComparison.Ordinal)).MaxBy(area => area.Prefix.Length).Headers;
    }

    /// <summary>Caddy sends the headers of every matcher that fits.</summary>
    private static Func<string, IEnumerable<KeyValuePair<string, string>>> OfCaddy()
    {
        var areas = CaddyArea().Matches(Text(Hosts.Caddy, "_caddyfile")).Select(area => (
            Path: CaddyPath().Matches(area.Groups[1].Value).Select(path => (IsNot: path.Groups[1].Success, Prefix: path.Groups[2].Value))
                .ToArray(),
            Headers: CaddyHeader().Matches(area.Groups[2].Value).Select(header =>
                KeyValuePair.Create(header.Groups[1].Value, header.Groups[2].Value)).ToArray())).ToArray();
        return url => areas.Where(area => area.Path.All(path => url.StartsWith(path.Prefix, StringComparison.Ordinal) != path.IsNot))
            .SelectMany(area => area.Headers);
    }

    [Fact]
    public void In_a_bucket_a_file_without_a_dot_is_no_folder() =>
        Assert.Contains("var files = [\"/CNAME\"];\n", Text(Hosts.S3, "_cloudfront.js"), StringComparison.Ordinal);

    private static Func<string, IEnumerable<KeyValuePair<string, string>>> OfCloudFront()
    {
        var text = Text(Hosts.S3, "_cloudfront.js");
        Assert.True(text.Length < 10_000, "CloudFront takes ten kilobytes.");
        using var json = JsonDocument.Parse(Areas().Match(text).Groups[1].Value);
        var areas = json.RootElement.EnumerateArray().Select(area => (Prefix: area.GetProperty("prefix").GetString()!,
            Headers: area.GetProperty("headers").EnumerateObject().Select(header =>
                KeyValuePair.Create(header.Name, header.Value.GetString()!)).ToArray())).ToArray();
        return url =>
            areas.Where(area => url.StartsWith(area.Prefix, StringComparison.Ordinal)).MaxBy(area => area.Prefix.Length).Headers;
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\">")]
    private static partial Regex MetaPolicy();

    [GeneratedRegex("urn:uuid:[0-9a-f-]{36}")]
    private static partial Regex Id();

    [GeneratedRegex(@"(?m)^location ""([^""]+)"" \{\n((?:    .*\n)*)\}")]
    private static partial Regex Location();

    [GeneratedRegex(@"add_header (\S+) ""([^""]*)"" always;")]
    private static partial Regex AddHeader();

    [GeneratedRegex(@"(?m)^@area\d+ \{\n((?:    .*\n)*)\}\nheader @area\d+ \{\n((?:    .*\n)*)\}")]
    private static partial Regex CaddyArea();

    [GeneratedRegex(@"    (not )?path ""([^""*]+)\*""")]
    private static partial Regex CaddyPath();

    [GeneratedRegex(@"(?m)^    (\S+) ""(.*)""$")]
    private static partial Regex CaddyHeader();

    [GeneratedRegex(@"var areas = (.*);\n")]
    private static partial Regex Areas();
}
