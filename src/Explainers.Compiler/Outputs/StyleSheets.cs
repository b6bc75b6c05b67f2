using System.Text.RegularExpressions;
using Explainers.Diagnostics;
using Explainers.Scopes;
using Explainers.Sources;

namespace Explainers.Outputs;

/// <summary>Finds what the style sheets of a theme load from elsewhere, and the security policy refuses.</summary>
internal static partial class StyleSheets
{
    /// <summary>What is refused, at its place.</summary>
    public static IEnumerable<Diagnostic> Remote(SiteScope scope)
    {
        foreach (var sheet in scope.Site.Theme.Assets.Where(asset => asset.Path.EndsWith(".css", StringComparison.OrdinalIgnoreCase)))
        {
            if (!sheet.Text.Contains("//", StringComparison.Ordinal)) continue;
            foreach (Match match in Loaded().Matches(sheet.Text))
            {
                var address = match.Groups["address"];
                var element = ElementOf(match, address.Value);
                if (!scope.Policy.Allows(element, address.Value))
                    yield return Catalog.RemoteContent(
                        new FileSpan(sheet, address.Index, address.Length), element, address.Value, sheet.Path);
            }
        }
    }

    private static string ElementOf(Match match, string address) =>
        match.Value.StartsWith("@import", StringComparison.OrdinalIgnoreCase) ? "style" : FontFile().IsMatch(address) ? "font" : "img";

    [GeneratedRegex(
        """(?:@import\s+(?:url\(\s*)?["']?|url\(\s*["']?)(?<address>(?:https?:)?//[^"')\s;]{1,2000})""", RegexOptions.IgnoreCase)]
    private static partial Regex Loaded();

    [GeneratedRegex(@"\.(?:woff2?|ttf|otf|eot)(?:[?#]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex FontFile();
}
