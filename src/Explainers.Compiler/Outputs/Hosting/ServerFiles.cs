using System.Text;
using Explainers.Binding;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Hosting;

/// <summary>Headers and redirects in the words of web servers, each a file that the configuration of the server includes.</summary>
internal static class ServerFiles
{
    /// <summary>What the build writes for nginx; it belongs into a block <c>server</c>.</summary>
    public const string Nginx = "_nginx.conf";

    /// <summary>What the build writes for Caddy; it belongs into the block of a site.</summary>
    public const string Caddy = "_caddyfile";

    private const string Head = "# Written by explainers; every build writes it anew.\n";

    /// <summary>Writes the file for nginx. A location says all of its headers, since those of the block around it would be lost.</summary>
    public static OutputFile ForNginx(SiteScope scope, IEnumerable<string> kinds)
    {
        var missing = Quoted(scope.Link(Routes.NotFound));
        var text = new StringBuilder(Head).Append("index index.html;\nabsolute_redirect off;\n")
            .Append("error_page 404 ").Append(missing).Append(";\n")
            .Append("# A folder without a page.\nerror_page 403 =404 ").Append(missing).Append(";\n");
        foreach (var hidden in Hidden(scope, Nginx)) text.Append("location = ").Append(Quoted(hidden)).Append(" { return 404; }\n");
        foreach (var (from, to) in Redirects(scope))
            text.Append("location = ").Append(Quoted(from)).Append(" { return 301 ").Append(Quoted(to.Replace("$", "%24",
                StringComparison.Ordinal))).Append("; }\n");
        foreach (var area in ResponseHeaders.Areas(scope, kinds))
        {
            text.Append("location ").Append(Quoted(area.Prefix)).Append(" {\n");
            foreach (var (name, value) in area.Headers)
                text.Append("    add_header ").Append(name).Append(' ').Append(Quoted(value)).Append(" always;\n");
            text.Append("    try_files $uri $uri/ =404;\n}\n");
        }
        return Done(Nginx, text);
    }

    /// <summary>Writes the file for Caddy.</summary>
    public static OutputFile ForCaddy(SiteScope scope, IEnumerable<string> kinds)
    {
        var areas = ResponseHeaders.Areas(scope, kinds);
        var text = new StringBuilder(Head);
        foreach (var hidden in Hidden(scope, Caddy)) text.Append("respond ").Append(Quoted(hidden)).Append(" 404\n");
        foreach (var (from, to) in Redirects(scope))
            text.Append("redir ").Append(Quoted(from)).Append(' ').Append(Quoted(to)).Append(" permanent\n");
        for (var i = 0; i < areas.Length; i++)
        {
            var deeper = areas.Where(area => area != areas[i] && area.Prefix.StartsWith(areas[i].Prefix, StringComparison.Ordinal));
            text.Append("@area").Append(i).Append(" {\n    path ").Append(Quoted(areas[i].Prefix + "*")).Append('\n');
            foreach (var area in deeper) text.Append("    not path ").Append(Quoted(area.Prefix + "*")).Append('\n');
            text.Append("}\nheader @area").Append(i).Append(" {\n");
            Headers(text, areas[i]);
            text.Append("}\n");
        }
        text.Append("file_server\nhandle_errors {\n    rewrite * ").Append(Quoted(scope.Link(Routes.NotFound))).Append("\n    header {\n");
        Headers(text, areas[0]);
        return Done(Caddy, text.Append("    }\n    file_server\n}\n"));
    }

    /// <summary>The files of an output folder that no reader is given: what the server reads, and the tool's own list of files.</summary>
    private static string[] Hidden(SiteScope scope, string own) => [scope.Link($"/{own}"), scope.Link("/.explainers")];

    private static void Headers(StringBuilder text, HeaderArea area)
    {
        foreach (var (name, value) in ResponseHeaders.Joined(area))
            text.Append("    ").Append(name).Append(' ').Append(Quoted(value)).Append('\n');
    }

    /// <summary>
    /// Old addresses as a server compares them, without escapes, and where they lead. An address with a slash at its end is known without
    /// it too.
    /// </summary>
    private static IEnumerable<(string From, string To)> Redirects(SiteScope scope)
    {
        foreach (var alias in scope.Site.Aliases)
        {
            var (from, to) = (Uri.UnescapeDataString(scope.Link(alias.From)), scope.Link(alias.To));
            yield return (from, to);
            if (from.Length > 1 && from.EndsWith('/')) yield return (from[..^1], to);
        }
    }

    /// <summary>A text in the quotation marks of both servers.</summary>
    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static OutputFile Done(string path, StringBuilder text) => new(path, Encoding.UTF8.GetBytes(text.ToString()));
}
