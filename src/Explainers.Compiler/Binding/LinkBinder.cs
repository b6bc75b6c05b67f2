using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Turns the target of a link, as editors follow it among files, into an address of the site.</summary>
internal static class LinkBinder
{
    /// <summary>The address: a path from the root for Markdown files, images and rooted targets; anything else stays as it is.</summary>
    public static string Url(LinkPart link, ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var cut = link.Target.AsSpan().IndexOfAny('#', '?');
        var (path, rest) = cut < 0 ? (link.Target, "") : (link.Target[..cut], link.Target[cut..]);
        if (path.StartsWith('/')) return path + rest;
        var file = RelativePath.Resolve(article.File.Path, Uri.UnescapeDataString(path));
        if (file.StartsWith("images/", StringComparison.Ordinal)) return Routes.Image(file) + rest;
        if (!path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return link.Target;
        if (scope.Find(scope.Site.Urls, file) is { } url) return url + rest;
        var meant = scope.Site.NearPages.To(file) is { } nearest ? Relative(article.File.Path, nearest) : null;
        findings.Add(Catalog.UnknownPage(link.Span, path, meant));
        return Routes.Home;
    }

    private static string Relative(string from, string target)
    {
        var folder = from[..(from.LastIndexOf('/') + 1)];
        return target.StartsWith(folder, StringComparison.Ordinal) ? target[folder.Length..] : $"../{target}";
    }
}
