using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>
/// The captions of tables: a paragraph right below or above a table that begins with a colon or with <c>Table:</c>, as in Pandoc and
/// Quarto.
/// </summary>
internal sealed class BodyCaptions
{
    private const string Source = "source=";

    private static readonly ImmutableArray<string> Beginnings = [": ", "Table: "];

    private readonly Dictionary<Table, TableCaption> _byTable = [];
    private readonly HashSet<ParagraphBlock> _paragraphs = [];

    /// <summary>The caption of a table, or null.</summary>
    public TableCaption? this[Table table] => _byTable.GetValueOrDefault(table);

    /// <summary>Whether a paragraph is a caption.</summary>
    public bool Has(ParagraphBlock paragraph) => _paragraphs.Contains(paragraph);

    /// <summary>Finds the captions of a body, and takes their signs off.</summary>
    public static BodyCaptions Of(BodyTree tree, SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var captions = new BodyCaptions();
        foreach (var container in tree.Blocks.OfType<ContainerBlock>())
        {
            if (container is Table or TableRow) continue;
            for (var i = 0; i < container.Count; i++)
                if (container[i] is Table table) captions.Read(table, container, i, file, findings);
        }
        return captions;
    }

    private void Read(Table table, ContainerBlock container, int at, SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var caption = Caption(container, at + 1) ?? Caption(container, at - 1);
        if (caption is null || !_paragraphs.Add(caption)) return;
        var first = (LiteralInline)caption.Inline!.FirstChild!;
        var length = Beginnings.First(sign => first.Content.AsSpan().StartsWith(sign)).Length;
        first.Content.Start += length;
        first.Span.Start += length;
        var sources = ImmutableArray.CreateBuilder<ReferenceSyntax>();
        foreach (var (word, span) in TrailingBraces.Take(caption, file, static text => text[0] is '#' or '.' || text.Contains('=')))
        {
            if (Named(word, span) is { } name) sources.Add(name);
            else findings.Add(Catalog.MalformedTable(span, $"'{word}' says nothing about a table", "write {source=sheet.source}"));
        }
        _byTable.Add(table, new TableCaption(caption, sources.ToImmutable()));
    }

    private static ParagraphBlock? Caption(ContainerBlock container, int at) =>
        at >= 0 && at < container.Count && container[at] is ParagraphBlock { Inline.FirstChild: LiteralInline first } paragraph
            && !first.IsFirstCharacterEscaped && Beginnings.Any(sign => first.Content.AsSpan().StartsWith(sign))
            ? paragraph
            : null;

    private static ReferenceSyntax? Named(string word, FileSpan span)
    {
        if (!word.StartsWith(Source, StringComparison.Ordinal)) return null;
        var name = word[Source.Length..].Trim('"', '\'');
        var at = span with { Start = span.Start + word.IndexOf(name, StringComparison.Ordinal), Length = name.Length };
        return name.Split('.') is [{ Length: > 0 } sheet, { Length: > 0 } id] ? new ReferenceSyntax(sheet, id, at) : null;
    }
}

/// <summary>What is said of a table.</summary>
/// <param name="Text">The paragraph with its words.</param>
/// <param name="Sources">What it rests on.</param>
internal sealed record TableCaption(ParagraphBlock Text, ImmutableArray<ReferenceSyntax> Sources);
