using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Text;
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
    private string _key = "";

    /// <summary>The lines of the file; its text is decoded once, however many keys are there twice.</summary>
    private LineMap Lines => field ??= new LineMap(_file.Text);

    private YamlReader(SourceFile file, string text, int offset, ImmutableArray<Diagnostic>.Builder findings)
    {
        (_file, _text, _offset, _findings) = (file, text, offset, findings);
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new YamlDotNet.Core.Parser(_scanner);
    }

    /// <summary>Reads the mapping that a whole file holds.</summary>
    public static MappingSyntax ReadFile(SourceFile file, ImmutableArray<Diagnostic>.Builder findings) =>
        Utf8Text.Of(file, findings) is { } text
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
            findings.Add(reader.Finding(reader.Fault(exception)));
        }
        catch (Exception exception) when (
            exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            // The library gives up in these ways on some malformed text, such as a list that is never closed.
            findings.Add(reader.Finding(reader.Unclosed()));
        }
        catch (RefusedException exception)
        {
            findings.Add(exception.Finding);
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
            _findings.Add(
                Catalog.YamlSyntax(
                    Span(second),
                    "a file holds one YAML document, and here a second one begins",
                    "remove the line of three hyphens, or move what follows into a file of its own"));
        if (value is MappingSyntax mapping) return mapping;
        if (value is not ScalarSyntax { Text: "" })
            _findings.Add(Catalog.WrongType(value.Span with { Length = 0 }, _file.DisplayPath, "keys with values", Named(value)));
        return MappingSyntax.EmptyAt(start) with { IsPartial = value is not ScalarSyntax { Text: "" } };
    }

    private YamlSyntax Value(int depth)
    {
        if (_parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            _findings.Add(Catalog.YamlAlias(Span(node)));
        if (depth > DepthLimit) throw new RefusedException(Catalog.YamlTooDeep(Span(_parser.Current!), DepthLimit));
        if (_parser.TryConsume<Scalar>(out var scalar)) return Clean(scalar);
        if (_parser.TryConsume<SequenceStart>(out var sequence)) return Sequence(sequence, depth);
        if (_parser.TryConsume<MappingStart>(out var mapping))
        {
            var at = (int)mapping.Start.Index;
            if (string.CompareOrdinal(_text, at, "{{", 0, 2) == 0)
                throw new RefusedException(Finding(YamlSuggestions.Braces(_text, at, _key)));
            return Mapping(mapping, depth);
        }
        var alias = _parser.Consume<AnchorAlias>();
        _findings.Add(Catalog.YamlAlias(Span(alias)));
        return new ScalarSyntax(alias.Value.Value, Span(alias));
    }

    /// <summary>A scalar's text; escapes such as "\x01" can bring in what the file itself does not hold.</summary>
    private ScalarSyntax Clean(Scalar scalar)
    {
        var span = Span(scalar);
        if (!scalar.Tag.IsEmpty && scalar.Value.Length == 0) return new ScalarSyntax(scalar.Tag.Value, span);
        return new ScalarSyntax(Utf8Text.Clean(scalar.Value, span, _findings), span);
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
            if (depth == 0) _key = (key as ScalarSyntax)?.Text ?? "";
            var value = Value(depth + 1);
            if (key is not ScalarSyntax name)
                _findings.Add(Catalog.WrongType(key.Span, "a key", "one word", Named(key)));
            else if (known.TryAdd(name.Text, name))
                entries.Add(new KeyValueSyntax(name, value) { IsCutOff = IsCutOff(name) });
            else
                _findings.Add(Catalog.DuplicateKey(name.Span, name.Text, Lines.At(known[name.Text].Span.Start).Line));
        }
        return new MappingSyntax(entries.ToImmutable(), Between(start, end));
    }

    private bool IsCutOff(ScalarSyntax key) => _text.AsSpan(key.Span.End - _offset).TrimStart() is [',' or '}', ..];

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

    private Diagnostic Finding(YamlFault fault) =>
        Catalog.YamlSyntax(
            new FileSpan(_file, _offset + fault.Start, Math.Min(fault.Length, _text.Length - fault.Start)),
            fault.What,
            fault.Hint);

    /// <summary>What the library stumbled over, told from the lines around the place where they tell it.</summary>
    private YamlFault Fault(YamlException exception)
    {
        var at = Math.Clamp((int)exception.Start.Index, 0, _text.Length);
        var message = exception.Message;
        bool Says(string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);
        var told = Says("invalid mapping") ? YamlSuggestions.Colon(_text, at)
            : Says("expected key") ? YamlSuggestions.Key(_text, at) : null;
        if (told is null && (Says("expected node content") || Says("flow")) && at >= _text.TrimEnd().Length) told = Unclosed();
        if (told is not null) return told.Value;
        if (Says("tab as indentation") && Tab() is { } tab) at = tab;
        return YamlFault.Of(message, at, at < _text.Length && _text[at] is not ('\r' or '\n') ? 1 : 0);
    }

    private YamlFault Unclosed()
    {
        var at = YamlSuggestions.Unclosed(_text);
        if (at >= 0) return new YamlFault(at, 1, $"this '{_text[at]}' is not closed", $"put '{(_text[at] == '{' ? '}' : ']')}' at the end");
        at = Math.Clamp((int)_scanner.CurrentPosition.Index, 0, _text.Length);
        return new YamlFault(
            at,
            at < _text.Length && _text[at] is not ('\r' or '\n') ? 1 : 0,
            "a bracket, brace or quotation mark before this is not closed",
            "look for the one that has no partner, and close it");
    }

    /// <summary>The first tab before a line's text; the library names the start of the mapping instead.</summary>
    private int? Tab()
    {
        for (var line = 0; line >= 0 && line < _text.Length; line = _text.IndexOf('\n', line) is >= 0 and var end ? end + 1 : -1)
        {
            var at = line;
            while (at < _text.Length && _text[at] == ' ') at++;
            if (at < _text.Length && _text[at] == '\t') return at;
        }
        return null;
    }

    private sealed class RefusedException(Diagnostic finding) : Exception
    {
        public Diagnostic Finding { get; } = finding;
    }
}
