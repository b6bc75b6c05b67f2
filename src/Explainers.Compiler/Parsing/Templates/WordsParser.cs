using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Templates;

/// <summary>
/// Reads the words of a theme. A site's own file holds only what it changes or adds; what it lacks comes from the built-in file of the
/// language, then from the language without its region, and last from English.
/// </summary>
internal static partial class WordsParser
{
    private const string English = "en";

    /// <summary>Words that a language may do without: numbers up to nine are then written in digits.</summary>
    private static readonly ImmutableArray<string> Optional = ["numbers"];

    /// <summary>Reads the files of words.</summary>
    /// <param name="files">The files of the theme.</param>
    /// <param name="templates">Its templates, which may print words that only the site has.</param>
    /// <param name="findings">Takes what is found.</param>
    public static ImmutableArray<StringsSyntax> Parse(
        ImmutableArray<SourceFile> files, IEnumerable<TemplateSyntax> templates, ImmutableArray<Diagnostic>.Builder findings)
    {
        WordFile[] all = [.. files.Where(file => IsWords(file, findings)).Select(file => Read(file, findings))];
        var builtIn = all.Where(words => words.File.IsBuiltIn).SelectMany(words => words.Texts.Keys).ToHashSet(StringComparer.Ordinal);
        if (builtIn.Count > 0) Unknown(all, builtIn, templates, findings);
        var layers = all.OrderBy(words => words.File.IsBuiltIn).ToLookup(words => words.File.Stem, StringComparer.Ordinal);
        return [.. all.Select(words => words.File.Stem).Distinct().Order(StringComparer.Ordinal).Select(code => Merged(code, layers))];
    }

    /// <summary>Whether a file has the words of a language, whose code is its name.</summary>
    private static bool IsWords(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (!ThemePaths.IsWords(file.Path)) return false;
        if (LanguageShape.IsCode(file.Stem)) return true;
        findings.Add(Catalog.InvalidValue(FileSpan.StartOf(file), file.Stem, Shape.Language.Expected));
        return false;
    }

    private static StringsSyntax Merged(string language, ILookup<string, WordFile> layers)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var layer in Chain(language).SelectMany(code => layers[code])) Add(layer.Texts);
        var own = layers[language].First();
        var foreign = layers[English].SelectMany(layer => layer.Texts)
            .Where(word => !texts.ContainsKey(word.Key) && !Optional.Contains(word.Key))
            .DistinctBy(word => word.Key, StringComparer.Ordinal)
            .ToArray();
        Add(foreign);
        return new StringsSyntax(language, own.File, texts.ToFrozenDictionary(StringComparer.Ordinal))
        {
            Foreign = own.File.IsBuiltIn ? [] : foreign.Select(word => word.Key).ToEquatable(),
        };

        void Add(IEnumerable<KeyValuePair<string, string>> words)
        {
            foreach (var (key, text) in words) texts.TryAdd(key, text);
        }
    }

    /// <summary>A language, then the language without its last part: <c>pt-BR</c>, <c>pt</c>.</summary>
    private static IEnumerable<string> Chain(string language)
    {
        for (var code = language; ; code = code[..code.LastIndexOf('-')])
        {
            yield return code;
            if (!code.Contains('-', StringComparison.Ordinal)) yield break;
        }
    }

    /// <summary>Reports words that nothing prints: neither the compiler, nor a template.</summary>
    private static void Unknown(
        WordFile[] all, HashSet<string> builtIn, IEnumerable<TemplateSyntax> templates, ImmutableArray<Diagnostic>.Builder findings)
    {
        (SourceFile File, KeyValueSyntax Entry)[] unknown = [.. all.Where(words => !words.File.IsBuiltIn)
            .SelectMany(words => words.Entries.Select(entry => (words.File, entry)))
            .Where(word => !builtIn.Contains(word.entry.Key.Text) && !IsName(word.entry.Key.Text))];
        if (unknown.Length == 0) return;
        var printed = templates.Where(template => !template.File.IsBuiltIn)
            .SelectMany(template => Identifier().Matches(template.File.Text).Select(match => match.Value))
            .ToHashSet(StringComparer.Ordinal);
        var near = new NearestIndex(builtIn);
        foreach (var (_, entry) in unknown.Where(word => !printed.Contains(word.Entry.Key.Text)))
            findings.Add(Catalog.UnknownString(entry.Key.Span, entry.Key.Text, near.To(entry.Key.Text)));
    }

    /// <summary>Whether a word is the name of a language or a currency, of which there are more than the built-in words have.</summary>
    private static bool IsName(string key) =>
        key.StartsWith("language_", StringComparison.Ordinal) || key.StartsWith("currency_", StringComparison.Ordinal);

    private static WordFile Read(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var entries = YamlReader.ReadFile(file, findings).Entries;
        foreach (var entry in entries)
        {
            if (entry.Value is ScalarSyntax scalar) texts[entry.Key.Text] = scalar.Text;
            else
                findings.Add(
                    Catalog.WrongType(
                        entry.Value.Span with { Length = 0 },
                        entry.Key.Text,
                        Shape.Text.Expected,
                        YamlReader.Named(entry.Value)));
        }
        return new WordFile(file, entries, texts);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Identifier();

    private sealed record WordFile(SourceFile File, ImmutableArray<KeyValueSyntax> Entries, Dictionary<string, string> Texts);
}
