using System.Collections.Immutable;

namespace Explainers.Cli.Serving;

/// <summary>The rules of a <c>_headers</c> file: which paths are answered with which headers.</summary>
internal sealed class HeaderRules
{
    private readonly ImmutableArray<Rule> _rules;

    private HeaderRules(ImmutableArray<Rule> rules) => _rules = rules;

    /// <summary>Reads the rules: a path stands at the start of a line, its headers are indented below it.</summary>
    public static HeaderRules Parse(string text)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var path = "";
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#')) continue;
            if (!char.IsWhiteSpace(line[0]))
                path = line.Trim();
            else if (line.IndexOf(':') is > 0 and var colon)
                rules.Add(new Rule(path, line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
        return new HeaderRules(rules.ToImmutable());
    }

    /// <summary>The headers of a path, by name; one name may come several times.</summary>
    public IEnumerable<KeyValuePair<string, string>> Of(string path) =>
        from rule in _rules
        where Matches(rule.Path, path)
        select KeyValuePair.Create(rule.Name, rule.Value);

    /// <summary>
    /// Whether a path is one that a rule is for, as Netlify reads it: <c>*</c> is any rest, <c>:name</c> one part, and a slash at the end
    /// makes no difference.
    /// </summary>
    private static bool Matches(string pattern, string path)
    {
        if (pattern.EndsWith('*')) return path.StartsWith(pattern[..^1], StringComparison.Ordinal);
        var (wanted, parts) = (pattern.Trim('/').Split('/'), path.Trim('/').Split('/'));
        return wanted.Length == parts.Length
            && wanted.Zip(parts).All(pair => pair.First.StartsWith(':') ? pair.Second.Length > 0 : pair.First == pair.Second);
    }

    private sealed record Rule(string Path, string Name, string Value);
}
