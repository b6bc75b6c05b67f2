using System.Collections.Frozen;
using System.Collections.Immutable;
using System.IO.Hashing;
using Explainers.Binding;
using Explainers.Parsing.Templates;
using Explainers.Rendering.Formatting;
using Explainers.Sources;

namespace Explainers.Rendering;

/// <summary>Whether search engines may list the site.</summary>
public enum Indexing
{
    /// <summary>They may.</summary>
    Allowed,

    /// <summary>They may not: a preview of a change.</summary>
    Refused,
}

/// <summary>What all pages share while they are rendered; nothing in it changes.</summary>
internal sealed class SiteScope
{
    private static readonly ImmutableArray<Article> Nowhere = [];
    private readonly FrozenDictionary<Fact, ImmutableArray<Article>> _statedBy;
    private readonly FrozenDictionary<string, Words> _words;
    private readonly string _prefix;

    /// <summary>Gathers what pages need of a site that will stand at an address.</summary>
    public SiteScope(BoundSite site, Uri baseUrl, Indexing indexing)
    {
        Site = site;
        Indexing = indexing;
        _prefix = baseUrl.AbsolutePath.TrimEnd('/');
        Origin = baseUrl.GetLeftPart(UriPartial.Authority);
        Templates = site.Theme.Templates.ToFrozenDictionary(template => template.Name, StringComparer.Ordinal);
        Assets = site.Theme.Assets.ToFrozenDictionary(AssetName, file => Routes.Asset(Hashed(file)), StringComparer.Ordinal);
        _words = site.Theme.Strings.ToFrozenDictionary(strings => strings.Language, strings => new Words(strings), StringComparer.Ordinal);
        _statedBy = StatedBy(site);
    }

    /// <summary>The site.</summary>
    public BoundSite Site { get; }

    /// <summary>Whether search engines may list it.</summary>
    public Indexing Indexing { get; }

    /// <summary>Scheme, host and port of the address that it is published at.</summary>
    public string Origin { get; }

    /// <summary>Templates by name.</summary>
    public FrozenDictionary<string, TemplateSyntax> Templates { get; }

    /// <summary>The paths of assets by the names that templates use.</summary>
    public FrozenDictionary<string, string> Assets { get; }

    /// <summary>A path from the site's root as pages link to it.</summary>
    public string Link(string path) => path.StartsWith('/') ? _prefix + path : path;

    /// <summary>A path from the site's root as other sites link to it.</summary>
    public string Absolute(string path) => Origin + Link(path);

    /// <summary>The words of a language.</summary>
    public Words Words(string language) => _words.TryGetValue(language, out var words) ? words : new Words(null);

    /// <summary>The articles and pages that state a fact, in order of address.</summary>
    public ImmutableArray<Article> StatedBy(Fact fact) => _statedBy.GetValueOrDefault(fact, Nowhere);

    /// <summary>The name of an asset in templates: its path below assets/.</summary>
    public static string AssetName(SourceFile file) => file.Path["assets/".Length..];

    private static string Hashed(SourceFile file)
    {
        var name = AssetName(file);
        var dot = name.LastIndexOf('.');
        var hash = Convert.ToHexStringLower(XxHash3.Hash(file.Bytes.Span))[..12];
        return dot < 0 ? $"{name}.{hash}" : $"{name[..dot]}.{hash}{name[dot..]}";
    }

    private static FrozenDictionary<Fact, ImmutableArray<Article>> StatedBy(BoundSite site) => site.Articles
        .Concat(site.Pages)
        .OrderBy(article => article.Url, StringComparer.Ordinal)
        .SelectMany(article => article.States.Select(fact => (Fact: fact, Article: article)))
        .GroupBy(use => use.Fact, use => use.Article)
        .ToFrozenDictionary(uses => uses.Key, uses => uses.ToImmutableArray());
}
