using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Cli.Importing;

/// <summary>A post of Jekyll as it was read.</summary>
/// <param name="Path">Its path below the folder of the site.</param>
/// <param name="Name">The last part of its new address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Published">The day of publication, or null.</param>
/// <param name="Keys">What stands at its top.</param>
/// <param name="Body">Its Markdown.</param>
/// <param name="BodyLine">The line that its Markdown begins on.</param>
/// <param name="IsDraft">Whether it was kept out of the site.</param>
internal sealed partial record JekyllPost(
    string Path, string Name, string Title, DateOnly? Published, MappingSyntax Keys, string Body, int BodyLine, bool IsDraft)
{
    /// <summary>Categories and tags, in written order.</summary>
    public IEnumerable<string> Topics => Words("categories").Concat(Words("category")).Concat(Words("tags")).Concat(Words("tag"))
        .Where(topic => Names.Snake(topic) is [var first, ..] && char.IsAsciiLetter(first)).DistinctBy(Slug);

    /// <summary>Reads a post, or null where a file has no front matter that can be read.</summary>
    /// <param name="path">Its path below the folder of the site.</param>
    /// <param name="text">Its text.</param>
    /// <param name="isDraft">Whether it lies among the drafts.</param>
    public static JekyllPost? Read(string path, string text, bool isDraft)
    {
        if (Head().Match(text) is not { Success: true } head) return null;
        var file = new SourceFile(path, path, Encoding.UTF8.GetBytes(text));
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var keys = YamlReader.Read(file, head.Groups["keys"].Value, head.Groups["keys"].Index, findings);
        if (keys.IsPartial) return null;
        var stem = System.IO.Path.GetFileNameWithoutExtension(path);
        var dated = Dated().Match(stem);
        var (day, slug) = dated.Success ? (dated.Groups["day"].Value, dated.Groups["slug"].Value) : (null, stem);
        var title = Text(keys, "title") ?? char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' ');
        return new JekyllPost(
            path, Slug(Text(keys, "slug") ?? slug), title, Day(Text(keys, "date")) ?? Day(day), keys,
            text[head.Length..], text.AsSpan(0, head.Length).Count('\n') + 1, isDraft || Text(keys, "published") == "false");
    }

    /// <summary>A text as the last part of an address.</summary>
    public static string Slug(string text) => Names.Snake(text).Replace('_', '-');

    /// <summary>The text of a key, or null.</summary>
    public string? Text(string key) => Text(Keys, key);

    /// <summary>The words of a key that takes a list, or words with spaces between them.</summary>
    public IEnumerable<string> Words(string key) => Keys[key] switch
    {
        SequenceSyntax list => list.Items.OfType<ScalarSyntax>().Select(item => item.Text),
        ScalarSyntax { Text.Length: > 0 } one => one.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };

    /// <summary>The address that the post had.</summary>
    /// <param name="style">The permalinks of the site: a style by name, or a pattern.</param>
    public string? Address(string style)
    {
        var pattern = Text("permalink") ?? style switch
        {
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "date" => "/:categories/:year/:month/:day/:title.html",
            "none" => "/:categories/:title.html",
            _ => style,
        };
        if (Published is not { } day && pattern.Contains(":year", StringComparison.Ordinal)) return null;
        var at = Published ?? default;
        var dated = Dated().Match(System.IO.Path.GetFileNameWithoutExtension(Path));
        var stem = dated.Success ? dated.Groups["slug"].Value : Name;
        var address = pattern.Replace(":categories", string.Join('/', Words("categories").Concat(Words("category"))
                .Select(name => Uri.EscapeDataString(name.ToLowerInvariant()))), StringComparison.Ordinal)
            .Replace(":year", at.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":month", at.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":day", at.ToString("dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":title", Text("slug") ?? stem, StringComparison.Ordinal)
            .Replace(":slug", Text("slug") ?? stem, StringComparison.Ordinal);
        return AliasPath.Of(Slashes().Replace($"/{address}", "/"));
    }

    private static string? Text(MappingSyntax keys, string key) =>
        keys[key] is ScalarSyntax { Text: { Length: > 0 } text } ? text.ReplaceLineEndings(" ").Trim() : null;

    private static DateOnly? Day(string? text) => text is { Length: >= 10 }
        && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"\A\uFEFF?---[ \t]*\r?\n(?<keys>(?:(?!---[ \t]*\r?$).*\n)*)---[ \t]*(?:\r?\n|\z)", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"\A(?<day>\d{4}-\d{2}-\d{2})-(?<slug>.+)\z")]
    private static partial Regex Dated();

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();
}
