using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Facts;

/// <summary>Reads a fact sheet.</summary>
internal static class FactSheetParser
{
    /// <summary>Reads a sheet; what cannot be read is reported and left out.</summary>
    /// <param name="file">The file.</param>
    /// <param name="marks">The quotation marks of its texts.</param>
    public static Diagnosed<FactSheetSyntax> Parse(SourceFile file, QuotationMarks marks)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var name = Names.Identifier(file, findings);
        var written = YamlReader.ReadFile(file, findings);
        var sheet = ShapeCheck.Check(written, FactKeys.Sheet, findings);
        foreach (var source in sheet.Map("sources")) Names.IsIdentifier(source.Key, findings);
        var entries = new EntryParser(file, marks, findings);
        var read = entries.All(sheet);
        var syntax = new FactSheetSyntax(
            file,
            name,
            sheet.Scalar("title"),
            entries.Prose(sheet.Scalar("summary")),
            sheet.List("aliases"),
            sheet.List("source"),
            [.. sheet.Map("sources").Select(Citation)],
            read)
        {
            Rules = sheet["rules"] is SequenceSyntax rules ? [.. rules.Items.Select(Rule).OfType<RuleSyntax>()]
                : sheet["rules"] is { } only && Rule(only) is { } rule ? [rule] : [],
            Rates = sheet.List("rates"),
            Owner = sheet.Scalar("owner"),
            Accepted = [.. Accepted(sheet, file)],
            Unparsed = findings.Count == 0
                ? UnparsedEntries.None
                : new UnparsedEntries(sheet.IsPartial, [.. Ids(written).Except(read.Select(entry => entry.Id.Text))]),
        };
        return new Diagnosed<FactSheetSyntax>(syntax, findings.ToImmutable());
    }

    /// <summary>The ids of everything that has one, below whatever key it stands.</summary>
    private static IEnumerable<string> Ids(MappingSyntax written) => written.Entries
        .Where(part => part.Key.Text is not ("sources" or "rules" or "rates"))
        .SelectMany(part => part.Value switch
        {
            MappingSyntax named => named.Entries.Select(entry => entry.Key.Text),
            SequenceSyntax listed =>
                listed.Items.OfType<MappingSyntax>().Select(entry => entry.Text("id") ?? Names.Snake(entry.Text("title") ?? "")),
            _ => [],
        });

    /// <summary>The warnings that a sheet accepts: as a whole, and at each of its entries and sources.</summary>
    private static IEnumerable<Acceptance> Accepted(MappingSyntax sheet, SourceFile file) => Acceptance
        .In(sheet, FileSpan.StartOf(file) with { Length = file.Text.Length })
        .Concat(sheet.Entries.Select(section => section.Value).OfType<MappingSyntax>().SelectMany(section => section.Entries)
            .SelectMany(entry => entry.Value is MappingSyntax keys ? Accepted(keys, entry.Key.Span.To(keys.Span), file) : []))
        .Concat(sheet.Records("events").SelectMany(happening => Accepted(happening, happening.Span, file)));

    private static IEnumerable<Acceptance> Accepted(MappingSyntax entry, FileSpan within, SourceFile file)
    {
        var data = entry.Text("file") is { } name ? RelativePath.Resolve(file.Path, name) : null;
        return Acceptance.In(entry, within).Select(accepted => accepted with { Data = data });
    }

    private static RuleSyntax? Rule(YamlSyntax written) => written switch
    {
        ScalarSyntax brief => new RuleSyntax(brief, null, null),
        MappingSyntax keys when keys.Scalar("holds") is { } holds => new RuleSyntax(holds, keys.Scalar("tolerance"), keys.Text("message")),
        _ => null,
    };

    private static CitationSyntax Citation(KeyValueSyntax entry)
    {
        var keys = (MappingSyntax)entry.Value;
        return new CitationSyntax(
            entry.Key,
            keys.Text("publisher") ?? "",
            keys.Text("title") ?? "",
            keys.Text("url"),
            keys.Date("date"),
            keys.Date("accessed"),
            keys.Text("archived"),
            keys.Text("language"),
            keys.Text("note"));
    }
}
