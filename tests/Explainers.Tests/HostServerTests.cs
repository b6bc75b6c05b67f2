using System.Diagnostics;
using System.Net;
using Explainers.Cli.Serving;
using Explainers.Parsing.Settings;

namespace Explainers.Tests;

/// <summary>The site of tests/fixture, served by nginx and Caddy themselves with the files that a build writes for them.</summary>
public sealed class HostServerTests
{
    /// <summary>Stands in for the configuration that <c>explainers new deploy</c> writes, on a port of this machine.</summary>
    private const string NginxConfiguration = """
        USER daemon off; worker_processes 1; pid FOLDER/nginx.pid; error_log FOLDER/error.log;
        events {}
        http {
            types { text/html html; text/css css; text/plain txt; application/json json; text/xml xml; }
            access_log off;
            client_body_temp_path FOLDER/1; proxy_temp_path FOLDER/2; fastcgi_temp_path FOLDER/3;
            uwsgi_temp_path FOLDER/4; scgi_temp_path FOLDER/5;
            server {
                listen 127.0.0.1:PORT;
                root FOLDER/output;
                include FOLDER/output/_nginx.conf;
            }
        }

        """;

    private const string CaddyConfiguration = """
        {
            admin off
            auto_https off
        }
        http://127.0.0.1:PORT {
            root * FOLDER/output
            import FOLDER/output/_caddyfile
        }

        """;

    [Theory]
    [InlineData(Hosts.Nginx)]
    [InlineData(Hosts.Caddy)]
    public async Task A_server_gives_pages_redirects_and_headers_as_Netlify_does(string host)
    {
        Assert.SkipUnless(ProgramPath(host) is not null, $"{host} is not on this machine.");
        using var site = Scratch.OfFixture();
        Assert.Equal(0, site.Run("build", "--strict").Status);
        var wanted = HeaderRules.Parse(site.Read("output/_headers"));
        site.Insert("input/site.yaml", "title: Fixture\n", $"host: {host}\n");
        Assert.Equal(0, site.Run("build", "--strict").Status);
        using var server = await StartAsync(host, site);
        foreach (var path in (string[])["/", "/markets/", "/CNAME", "/ads.txt", "/feed.xml", "/facts/", "/facts.schema.json", "/nowhere/"])
        {
            using var answer = await server.GetAsync(path);
            Assert.Equal(path == "/nowhere/" ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
            Assert.All(wanted.Of(path), header => Assert.Contains(
                header.Value, string.Join("; ", answer.Headers.GetValues(header.Key)), StringComparison.Ordinal));
        }
        foreach (var path in (string[])["/old-markets/", "/old-markets", "/2019/markets.html", "/gro%C3%9Fe-m%C3%A4rkte/"])
        {
            using var answer = await server.GetAsync(path);
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal("/markets/", answer.Headers.Location?.OriginalString);
        }
        foreach (var path in (string[])["/assets/", "/embed/", "/_nginx.conf", "/_caddyfile", "/.explainers"])
        {
            using var answer = await server.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static async Task<Server> StartAsync(string host, Scratch site)
    {
        var port = FreePort.Find();
        site.Write("server.conf", (host == Hosts.Nginx ? NginxConfiguration : CaddyConfiguration)
            .Replace("USER", Environment.IsPrivilegedProcess ? "user root;" : "", StringComparison.Ordinal)
            .Replace("FOLDER", site.Folder, StringComparison.Ordinal).Replace("PORT", port, StringComparison.Ordinal));
        var configuration = Path.Combine(site.Folder, "server.conf");
        string[] arguments = host == Hosts.Nginx
            ? ["-c", configuration]
            : ["run", "--config", configuration, "--adapter", "caddyfile"];
        var start = new ProcessStartInfo(ProgramPath(host)!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = site.Folder;
        var server = new Server(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        for (var tries = 0; !await server.AnswersAsync(); tries++)
        {
            Assert.True(tries < 200 && !server.Program.HasExited, $"{host} does not answer.");
            await Task.Delay(50);
        }
        return server;
    }

    private static string? ProgramPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/sbin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>A server on this machine, which ends with the test.</summary>
    private sealed class Server(Process program, Uri address) : IDisposable
    {
        private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

        public Process Program => program;

        public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

        public async Task<bool> AnswersAsync()
        {
            try
            {
                using var answer = await _client.GetAsync("/");
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }

        public void Dispose()
        {
            program.Kill(entireProcessTree: true);
            program.WaitForExit();
            program.Dispose();
            _client.Dispose();
        }
    }
}
