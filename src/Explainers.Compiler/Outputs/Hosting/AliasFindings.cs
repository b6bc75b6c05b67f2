using Explainers.Diagnostics;
using Explainers.Parsing.Settings;
using Explainers.Scopes;

namespace Explainers.Outputs.Hosting;

/// <summary>Finds old addresses that cannot lead on, or hardly can be meant.</summary>
internal static class AliasFindings
{
    /// <summary>Checks all old addresses.</summary>
    public static IEnumerable<Diagnostic> Of(SiteScope scope)
    {
        var hasRules = scope.Site.Settings.Host is not (Hosts.GitHub or Hosts.S3);
        var folder = new Uri(scope.Site.Settings.BaseUrl).AbsolutePath;
        foreach (var alias in scope.Site.Aliases)
        {
            if (!hasRules && !RedirectPage.IsServed(alias.From))
                yield return Catalog.UnledAlias(scope.Site.Span(alias), alias.From, scope.Site.Settings.Host);
            if (folder.Length > 1 && folder.EndsWith('/') && alias.From.StartsWith(folder, StringComparison.Ordinal)
                && alias.From.Length > folder.Length)
                yield return Catalog.DoubledFolder(scope.Site.Span(alias), alias.From, folder);
        }
    }
}
