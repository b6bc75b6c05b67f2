using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Binding;
using Explainers.Cli.Scaffolding;
using Explainers.Diagnostics;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Cli.Importing;

/// <summary>The articles that a site of Jekyll gives, and what it does not give.</summary>
/// <param name="Articles">Articles by path below the input folder.</param>
/// <param name="Topics">Their topics: names by id.</param>
/// <param name="Left">What could not be taken.</param>
internal sealed partial record JekyllImport(
    ImmutableArray<(string Path, string Text)> Articles,
    ImmutableSortedDictionary<string, string> Topics,
    ImmutableArray<NotTaken> Left)
{
    /// <summary>The file that tells a site of Jekyll.</summary>
    public const string Settings = "_config.yml";

    private const int LongestDescription = 200;

    /// <summary>Imports posts and drafts.</summary>
    /// <param name="settings">The text of the settings.</param>
    /// <param name="files">Posts and drafts: their paths below the folder of the site, and their texts.</param>
    public static JekyllImport Of(string settings, IEnumerable<(string Path, string Text)> files)
    {
        var keys = YamlReader.ReadFile(
            new SourceFile(Settings, Settings, Encoding.UTF8.GetBytes(settings)), ImmutableArray.CreateBuilder<Diagnostic>());
        var style = (keys["permalink"] as ScalarSyntax)?.Text ?? "date";
        var (left, named) = (new List<NotTaken>(), new Dictionary<string, JekyllPost>(StringComparer.Ordinal));
        foreach (var (path, text) in files)
        {
            var post = JekyllPost.Read(path, text, path.StartsWith("_drafts/", StringComparison.Ordinal));
            if (post is null) left.Add(new NotTaken(path, 1, "the file: no front matter that can be read stands at its top"));
            else if (NewName.RefusedToArticle(post.Name) is not null || !named.TryAdd(post.Name, post))
                left.Add(new NotTaken(path, 1, $"the file: no article can be called '{post.Name}', or another one is"));
        }
        var addresses = Addresses(named.Values, style);
        var owned = named.Keys.Select(Routes.Article).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var articles = named.Values.Select(post =>
        {
            var body = LiquidText.Of(post, addresses, left);
            var old = post.Address(style) is { } address && !RouteTable.IsGenerated(address) && owned.Add(address) ? address : null;
            return ($"articles/{post.Name}.md", Head(post, old, body) + body.TrimStart('\n'));
        });
        var topics = named.Values.SelectMany(post => post.Topics).DistinctBy(JekyllPost.Slug)
            .ToImmutableSortedDictionary(JekyllPost.Slug, name => name, StringComparer.Ordinal);
        return new JekyllImport([.. articles], topics, [.. left.OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Line)]);
    }

    /// <summary>Where posts are now, by the address that each had and by the name of its file.</summary>
    private static Dictionary<string, string> Addresses(IEnumerable<JekyllPost> posts, string style)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            addresses.TryAdd(Path.GetFileNameWithoutExtension(post.Path), $"{post.Name}.md");
            if (post.Address(style) is { } address) addresses.TryAdd(address.TrimEnd('/'), $"{post.Name}.md");
        }
        return addresses;
    }

    private static string Head(JekyllPost post, string? alias, string body)
    {
        var head = new StringBuilder("---\n");
        void Add(string key, string value) => head.Append(CultureInfo.InvariantCulture, $"{key}: {value}\n");
        Add("title", Scaffold.Quoted(Plain(post.Title)));
        Add("description", Scaffold.Quoted(Plain(
            post.Text("description") ?? post.Text("excerpt") ?? post.Text("summary") ?? FirstWords(body) ?? post.Title)));
        if (post.Published is { } day) Add("published", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (post.Topics.Select(JekyllPost.Slug).ToArray() is { Length: > 0 } topics) Add("topics", $"[{string.Join(", ", topics)}]");
        if (alias is not null) Add("aliases", $"[{Scaffold.Quoted(alias)}]");
        if (post.IsDraft) Add("status", "draft");
        return head.Append("---\n\n").ToString();
    }

    /// <summary>The first paragraph that is one of words, cut at the end of a word.</summary>
    private static string? FirstWords(string body)
    {
        var first = body.Split("\n\n").Select(paragraph => paragraph.Trim())
            .FirstOrDefault(paragraph => paragraph.Length > 0 && !"#`~<>|!-*{[:\\=".Contains(paragraph[0], StringComparison.Ordinal));
        if (first is null) return null;
        var words = first.ReplaceLineEndings(" ");
        return words.Length <= LongestDescription ? words : $"{words[..words.LastIndexOf(' ', LongestDescription)]}…";
    }

    /// <summary>Words of Markdown without its commonest signs; braces are no references.</summary>
    private static string Plain(string text) =>
        Spaces().Replace(Link().Replace(text, "${words}"), " ").Replace("**", "", StringComparison.Ordinal)
            .Replace("`", "", StringComparison.Ordinal)
            .Replace("\\{{", "{{", StringComparison.Ordinal).Replace("{{", "{ {", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"\[(?<words>[^\[\]\n]*)\]\([^()\s]+\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
