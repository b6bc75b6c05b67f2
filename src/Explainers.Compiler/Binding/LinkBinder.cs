using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>Turns the target of a link, as editors follow it among files, into an address of the site.</summary>
internal static class LinkBinder
{
    private const string Hint = "its words stand there without a link; remove it, or leave it for the day when the page is there";

    /// <summary>
    /// The address: a path from the root for Markdown files, images and rooted targets; anything else stays as it is.
    /// Null where the target is not published.
    /// </summary>
    public static string? Url(LinkPart link, ArticleSyntax article, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        var (path, rest) = Split(link.Target);
        if (path.StartsWith('/'))
            return IsPublished(path.EndsWith('/') ? path : path + "/", path, link, scope, findings) ? path + rest : null;
        var file = RelativePath.Resolve(article.File.Path, Uri.UnescapeDataString(path));
        if (file.StartsWith("images/", StringComparison.Ordinal)) return Routes.Escaped(Routes.Image(file)) + rest;
        if (file.StartsWith(SourceKinds.Public, StringComparison.Ordinal)) return Routes.Escaped(Routes.Public(file)) + rest;
        if (!path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return link.Target;
        if (scope.UrlOf(file) is { } url) return url + rest;
        if (!IsPublished(file, path, link, scope, findings)) return null;
        var meant = scope.NearestPage(file) is { } nearest ? Relative(article.File.Path, nearest) : null;
        findings.Add(Catalog.UnknownPage(link.Span, path, meant));
        return Routes.Home;
    }

    /// <summary>The path below the input folder that a link names; for a rooted target, the address without its first slash.</summary>
    public static string PathOf(string target, ArticleSyntax article)
    {
        var path = Uri.UnescapeDataString(Split(target).Path);
        return path.StartsWith('/') ? path[1..] : RelativePath.Resolve(article.File.Path, path);
    }

    private static (string Path, string Behind) Split(string target)
    {
        var cut = target.AsSpan().IndexOfAny('#', '?');
        return cut < 0 ? (target, "") : (target[..cut], target[cut..]);
    }

    /// <summary>Whether a place is not that of an unpublished article; one that is, is reported.</summary>
    private static bool IsPublished(string place, string written, LinkPart link, Scope scope, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (scope.Unpublished(place) is not { } article) return true;
        findings.Add(Catalog.UnpublishedPage(link.Span, written, article.Why, Hint));
        return false;
    }

    private static string Relative(string from, string target)
    {
        var folder = from[..(from.LastIndexOf('/') + 1)];
        return target.StartsWith(folder, StringComparison.Ordinal) ? target[folder.Length..] : $"../{target}";
    }
}
