using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Parsing.Settings;
using Explainers.Rendering;
using Explainers.Scopes;

namespace Explainers.Outputs.Hosting;

/// <summary>What the host of a site has to be told, in the form that it reads.</summary>
internal static class HostFiles
{
    /// <summary>Tells GitHub to publish the files as they are.</summary>
    private const string NoJekyll = ".nojekyll";

    /// <summary>Cloudflare reads two thousand redirects; each has two spellings.</summary>
    private const int MostOfCloudflare = 1000;

    /// <summary>The files that only hosts read.</summary>
    public static readonly ImmutableArray<string> Unserved =
        [Routes.File(Routes.Headers), Routes.File(Routes.Redirects), ServerFiles.Nginx, ServerFiles.Caddy, CloudFrontFile.Name];

    /// <summary>The files for a site's host.</summary>
    public static IEnumerable<OutputKey> Of(SiteScope scope)
    {
        OutputKey[] pair = [new(OutputKind.Redirects, ""), new(OutputKind.Headers, "")];
        return scope.Site.Settings.Host switch
        {
            Hosts.Cloudflare when scope.Site.Aliases.Length > MostOfCloudflare => [.. Pages(scope), pair[1]],
            Hosts.GitHub => [.. Pages(scope), new(OutputKind.HostFile, NoJekyll)],
            Hosts.S3 => [.. Pages(scope), new(OutputKind.HostFile, CloudFrontFile.Name)],
            Hosts.Nginx => [new(OutputKind.HostFile, ServerFiles.Nginx)],
            Hosts.Caddy => [new(OutputKind.HostFile, ServerFiles.Caddy)],
            _ => pair,
        };
    }

    /// <summary>Writes a file of the kind that has a name.</summary>
    public static OutputFile Write(SiteScope scope, string name, IEnumerable<string> kinds, IEnumerable<string> publicFiles) => name switch
    {
        ServerFiles.Nginx => ServerFiles.ForNginx(scope, kinds),
        ServerFiles.Caddy => ServerFiles.ForCaddy(scope, kinds),
        CloudFrontFile.Name => CloudFrontFile.Write(scope, kinds, publicFiles),
        _ => new OutputFile(NoJekyll, ReadOnlyMemory<byte>.Empty),
    };

    private static IEnumerable<OutputKey> Pages(SiteScope scope) => scope.Site.Aliases
        .Where(alias => RedirectPage.IsServed(alias.From)).Select(alias => new OutputKey(OutputKind.Redirect, alias.From));
}
