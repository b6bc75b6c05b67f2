using System.IO.Hashing;
using Explainers.Binding;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Parsing.Templates;
using Explainers.Sources;

namespace Explainers.Scopes;

/// <summary>What pages need of the theme, piece by piece.</summary>
internal sealed class ThemeQueries
{
    /// <summary>Defines the queries.</summary>
    public ThemeQueries(Engine engine, BindingQueries binding)
    {
        var theme = binding.Syntax.Theme;
        Templates = engine.Query<SiteKey, Dictionary<string, TemplateSyntax>>("templates", (reads, _) =>
            theme.Get(reads, default).Value.Templates.ToDictionary(template => template.Name, StringComparer.Ordinal));
        Template = engine.Query<string, TemplateSyntax?>(
            "template",
            (reads, name) => Templates.Get(reads, default).GetValueOrDefault(name),
            new() { Equality = SameTemplate.Instance });
        TemplateNames = engine.Query<SiteKey, EquatableArray<string>>("names of templates", (reads, _) =>
            theme.Get(reads, default).Value.Templates.Select(template => template.Name).ToEquatable());
        Assets = engine.Query<SiteKey, Dictionary<string, string>>("assets", (reads, _) =>
            theme.Get(reads, default).Value.Assets.ToDictionary(AssetName, file => Routes.Asset(Hashed(file)), StringComparer.Ordinal));
        Asset = engine.Query<string, string?>("asset", (reads, name) => Assets.Get(reads, default).GetValueOrDefault(name));
        Strings = engine.Query<string, Strings>(
            "strings",
            (reads, language) => new Strings(
                theme.Get(reads, default).Value.Strings.FirstOrDefault(strings => strings.Language == language)),
            new() { Equality = SameStrings.Instance });
        HasPopovers = engine.Query<string, bool>("popovers of a layout", (reads, layout) =>
            Includes(reads, $"layouts/{layout}", []) || Includes(reads, ThemeSyntax.Frame, []));
        HasSearch = engine.Query<SiteKey, bool>("search", (reads, _) =>
            binding.Publication.Settings(reads).HasSearch && Template.Get(reads, "layouts/search") is not null);
    }

    /// <summary>A template, or null.</summary>
    public Query<string, TemplateSyntax?> Template { get; }

    /// <summary>The names of all templates.</summary>
    public Query<SiteKey, EquatableArray<string>> TemplateNames { get; }

    /// <summary>The paths of assets by the names that templates use.</summary>
    public Query<SiteKey, Dictionary<string, string>> Assets { get; }

    /// <summary>The path of an asset, or null.</summary>
    public Query<string, string?> Asset { get; }

    /// <summary>The strings of a language.</summary>
    public Query<string, Strings> Strings { get; }

    /// <summary>
    /// Whether pages of a layout show sources and terms in place, in popovers: the layout, or the frame around it, includes them.
    /// </summary>
    public Query<string, bool> HasPopovers { get; }

    /// <summary>Whether readers can search the site: the theme has a page for it, and site.yaml does not say otherwise.</summary>
    public Query<SiteKey, bool> HasSearch { get; }

    private Query<SiteKey, Dictionary<string, TemplateSyntax>> Templates { get; }

    /// <summary>The name of an asset in templates: its path below assets/.</summary>
    public static string AssetName(SourceFile file) => file.Path["assets/".Length..];

    /// <summary>Whether a template includes the popovers, or includes one that does.</summary>
    private bool Includes(Reads reads, string name, HashSet<string> seen) =>
        name == "partials/slips"
            || (seen.Add(name)
                && Template.Get(reads, name)?.Includes.Any(included => Includes(reads, $"partials/{included}", seen)) == true);

    private static string Hashed(SourceFile file)
    {
        var name = AssetName(file);
        var dot = name.LastIndexOf('.');
        var hash = Convert.ToHexStringLower(XxHash3.Hash(file.Bytes.Span))[..12];
        return dot < 0 ? $"{name}.{hash}" : $"{name[..dot]}.{hash}{name[dot..]}";
    }

    private sealed class SameTemplate : IEqualityComparer<TemplateSyntax?>
    {
        public static readonly SameTemplate Instance = new();

        public bool Equals(TemplateSyntax? one, TemplateSyntax? other) =>
            ReferenceEquals(one, other) || (one is not null && other is not null && one.File.IsSameAs(other.File));

        public int GetHashCode(TemplateSyntax? template) => template?.File.GetHashCode() ?? 0;
    }

    private sealed class SameStrings : IEqualityComparer<Strings>
    {
        public static readonly SameStrings Instance = new();

        public bool Equals(Strings? one, Strings? other) => ReferenceEquals(one, other)
            || (one?.Syntax is { } words && other?.Syntax is { } others && words.File.IsSameAs(others.File) && words.HasSameTexts(others))
            || (one is { Syntax: null } && other is { Syntax: null });

        public int GetHashCode(Strings strings) => strings.Syntax?.File.GetHashCode() ?? 0;
    }
}
