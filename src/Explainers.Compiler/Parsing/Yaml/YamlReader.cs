using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Explainers.Parsing.Yaml;

/// <summary>Reads YAML into syntax with the place of every value.</summary>
internal sealed class YamlReader
{
    /// <summary>How deep lists and mappings may stand in one another.</summary>
    public const int DepthLimit = 32;

    private readonly SourceFile _file;
    private readonly string _text;
    private readonly int _offset;
    private readonly ImmutableArray<Diagnostic>.Builder _findings;
    private readonly Scanner _scanner;
    private readonly YamlDotNet.Core.Parser _parser;

    private YamlReader(SourceFile file, string text, int offset, ImmutableArray<Diagnostic>.Builder findings)
    {
        (_file, _text, _offset, _findings) = (file, text, offset, findings);
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new YamlDotNet.Core.Parser(_scanner);
    }

    /// <summary>Reads the mapping that a whole file holds.</summary>
    public static MappingSyntax ReadFile(SourceFile file, ImmutableArray<Diagnostic>.Builder findings) => Utf8Text.Of(file, findings) is { } text
        ? Read(file, text, 0, findings)
        : MappingSyntax.EmptyAt(FileSpan.StartOf(file)) with { IsPartial = true };

    /// <summary>Reads a mapping.</summary>
    /// <param name="file">The file that the text is from.</param>
    /// <param name="text">YAML: a whole file, or its front matter.</param>
    /// <param name="offset">Where the text starts in its file.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The mapping as far as it could be read; empty for text without content.</returns>
    public static MappingSyntax Read(SourceFile file, string text, int offset, ImmutableArray<Diagnostic>.Builder findings)
    {
        var start = new FileSpan(file, offset, 0);
        var reader = new YamlReader(file, text, offset, findings);
        try
        {
            return reader.Document(start);
        }
        catch (YamlException exception)
        {
            findings.Add(Catalog.YamlSyntax(reader.TabIndentation(exception) ?? reader.Place(exception.Start), Words(exception)));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            // The library gives up in these ways on some malformed text, such as a list that is never closed.
            findings.Add(Catalog.YamlSyntax(reader.Place(reader._scanner.CurrentPosition), "a bracket, brace or quotation mark before this is not closed"));
        }
        catch (TooDeepException exception)
        {
            findings.Add(Catalog.YamlTooDeep(exception.Span, DepthLimit));
        }
        return MappingSyntax.EmptyAt(start) with { IsPartial = true };
    }

    private MappingSyntax Document(FileSpan start)
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return MappingSyntax.EmptyAt(start);
        _parser.Consume<DocumentStart>();
        var value = Value(0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _) && _parser.Current is { } second)
            _findings.Add(Catalog.YamlSyntax(Span(second), "a file holds one YAML document, and here a second one begins"));
        if (value is MappingSyntax mapping) return mapping;
        if (value is not ScalarSyntax { Text: "" })
            _findings.Add(Catalog.WrongType(value.Span with { Length = 0 }, _file.DisplayPath, "keys with values", Named(value)));
        return MappingSyntax.EmptyAt(start) with { IsPartial = value is not ScalarSyntax { Text: "" } };
    }

    private YamlSyntax Value(int depth)
    {
        if (_parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            _findings.Add(Catalog.YamlAlias(Span(node)));
        if (depth > DepthLimit) throw new TooDeepException(Span(_parser.Current!));
        if (_parser.TryConsume<Scalar>(out var scalar)) return Clean(scalar);
        if (_parser.TryConsume<SequenceStart>(out var sequence)) return Sequence(sequence, depth);
        if (_parser.TryConsume<MappingStart>(out var mapping)) return Mapping(mapping, depth);
        var alias = _parser.Consume<AnchorAlias>();
        _findings.Add(Catalog.YamlAlias(Span(alias)));
        return new ScalarSyntax(alias.Value.Value, Span(alias));
    }

    /// <summary>A scalar's text; escapes such as "\x01" can bring in what the file itself does not hold.</summary>
    private ScalarSyntax Clean(Scalar scalar)
    {
        var span = Span(scalar);
        if (!scalar.Tag.IsEmpty && scalar.Value.Length == 0) return new ScalarSyntax(scalar.Tag.Value, span);
        return new ScalarSyntax(Utf8Text.Clean(scalar.Value, _ => span, _findings), span);
    }

    private SequenceSyntax Sequence(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlSyntax>();
        SequenceEnd end;
        while (!_parser.TryConsume(out end!)) items.Add(Value(depth + 1));
        return new SequenceSyntax(items.ToImmutable(), Between(start, end));
    }

    private MappingSyntax Mapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValueSyntax>();
        var known = new Dictionary<string, ScalarSyntax>(StringComparer.Ordinal);
        MappingEnd end;
        while (!_parser.TryConsume(out end!))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            if (key is not ScalarSyntax name)
                _findings.Add(Catalog.WrongType(key.Span, "a key", "one word", Named(key)));
            else if (known.TryAdd(name.Text, name))
                entries.Add(new KeyValueSyntax(name, value));
            else
                _findings.Add(Catalog.DuplicateKey(name.Span, name.Text, new LineMap(_file.Text).At(known[name.Text].Span.Start).Line));
        }
        return new MappingSyntax(entries.ToImmutable(), Between(start, end));
    }

    /// <summary>What a value is, in the words of messages.</summary>
    public static string Named(YamlSyntax value) => value switch
    {
        MappingSyntax => "keys with values",
        SequenceSyntax => "a list",
        ScalarSyntax { Text: "" } => "nothing",
        _ => "a single value",
    };

    private FileSpan Span(ParsingEvent from) => Between(from, from);

    private FileSpan Between(ParsingEvent first, ParsingEvent last)
    {
        var start = Math.Min((int)first.Start.Index, _text.Length);
        var end = Math.Clamp((int)last.End.Index, start, _text.Length);
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        return new FileSpan(_file, _offset + start, end - start);
    }

    private FileSpan Place(Mark mark)
    {
        var start = Math.Clamp((int)mark.Index, 0, _text.Length);
        return new FileSpan(_file, _offset + start, start < _text.Length && _text[start] is not ('\r' or '\n') ? 1 : 0);
    }

    /// <summary>The first tab before a line's text, where that is what the library stumbled over; it names the start of the mapping instead.</summary>
    private FileSpan? TabIndentation(YamlException exception)
    {
        if (!IsAboutTabs(exception.Message)) return null;
        for (var line = 0; line >= 0 && line < _text.Length; line = _text.IndexOf('\n', line) is >= 0 and var end ? end + 1 : -1)
        {
            var at = line;
            while (at < _text.Length && _text[at] == ' ') at++;
            if (at < _text.Length && _text[at] == '\t') return new FileSpan(_file, _offset + at, 1);
        }
        return null;
    }

    private static bool IsAboutTabs(string message) => message.Contains("tab as indentation", StringComparison.OrdinalIgnoreCase);

    private static string Words(YamlException exception)
    {
        var words = exception.Message.Trim().TrimEnd('.');
        if (words.StartsWith('(') && words.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end) words = words[(end + 3)..];
        if (words.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase) || words.Contains("Mapping values are not allowed", StringComparison.OrdinalIgnoreCase))
            return "a ': ' can not stand here";
        if (IsAboutTabs(words)) return "this line is indented with a tab";
        if (words.Contains("wrong indentation", StringComparison.OrdinalIgnoreCase)) return "this quotation mark is not closed, or the lines behind it are not indented";
        if (words.Contains("unknown escape", StringComparison.OrdinalIgnoreCase)) return "a backslash between double quotation marks begins an escape, and this text holds one that YAML does not have";
        if (words.Contains("block sequence entries", StringComparison.OrdinalIgnoreCase)) return "a '- ' can not stand here";
        return words.Length == 0 ? "this is not YAML" : char.ToLowerInvariant(words[0]) + words[1..];
    }

    private sealed class TooDeepException(FileSpan span) : Exception
    {
        public FileSpan Span { get; } = span;
    }
}
