using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Authors;

/// <summary>Reads authors.yaml.</summary>
internal static class AuthorsParser
{
    private const string Www = "www.";

    /// <summary>Reads the authors; a site without the file has none.</summary>
    public static Diagnosed<AuthorsSyntax> Parse(SourceFile? file)
    {
        if (file is null) return new Diagnosed<AuthorsSyntax>(new AuthorsSyntax([], false), []);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var mapping = ShapeCheck.Check(YamlReader.ReadFile(file, findings), AuthorKeys.File, findings);
        ImmutableArray<AuthorSyntax> authors = [.. mapping.Entries.Where(entry => Names.IsIdentifier(entry.Key, findings)).Select(Author)];
        return new Diagnosed<AuthorsSyntax>(new AuthorsSyntax(authors, mapping.IsPartial), findings.ToImmutable());
    }

    private static AuthorSyntax Author(KeyValueSyntax entry)
    {
        var keys = (MappingSyntax)entry.Value;
        return new AuthorSyntax(
            entry.Key,
            keys.Text("name") ?? entry.Key.Text,
            keys.Text("role"),
            keys.Text("bio"),
            keys.Scalar("photograph"),
            Links(keys),
            [.. keys.List("languages").Select(code => code.Text)],
            [.. keys.List("expertise").Select(text => text.Text)],
            keys.Text("email"));
    }

    private static ImmutableArray<(string Label, string Url)> Links(MappingSyntax keys) => keys["links"] is MappingSyntax named
        ? [.. named.Entries.Select(link => (link.Key.Text, ((ScalarSyntax)link.Value).Text))]
        : [.. keys.List("links").Select(link => (Host(link.Text), link.Text))];

    /// <summary>What readers see of an address without a name: its host.</summary>
    private static string Host(string url)
    {
        var host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.IdnHost : url;
        return host.StartsWith(Www, StringComparison.Ordinal) ? host[Www.Length..] : host;
    }
}
