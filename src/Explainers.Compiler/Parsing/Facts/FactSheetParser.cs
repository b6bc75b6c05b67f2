using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Facts;

/// <summary>Reads a fact sheet.</summary>
internal static class FactSheetParser
{
    /// <summary>Reads a sheet; what can not be read is reported and left out.</summary>
    public static Diagnosed<FactSheetSyntax> Parse(SourceFile file)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var name = Names.Identifier(file, findings);
        var sheet = ShapeCheck.Check(YamlReader.ReadFile(file, findings), FactKeys.Sheet, findings);
        var entries = sheet.Map("facts").Select(EntrySyntax? (entry) => Fact(entry))
            .Concat(sheet.Map("people").Select(Person))
            .Concat(sheet.Map("quotes").Select(Quote))
            .OfType<EntrySyntax>()
            .Where(entry => Names.IsIdentifier(entry.Id, findings))
            .OrderBy(entry => entry.Id.Span.Start);
        foreach (var source in sheet.Map("sources")) Names.IsIdentifier(source.Key, findings);
        var syntax = new FactSheetSyntax(
            file,
            name,
            sheet.Scalar("title"),
            sheet.Scalar("summary"),
            sheet.List("aliases"),
            sheet.List("source"),
            [.. sheet.Map("sources").Select(Citation)],
            [.. entries]);
        return new Diagnosed<FactSheetSyntax>(syntax, findings.ToImmutable());
    }

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

    private static FactSyntax? Fact(KeyValueSyntax entry)
    {
        if (entry.Value is ScalarSyntax brief) return new FactSyntax(entry.Key, brief, null, null, [], null, null, null);
        var keys = (MappingSyntax)entry.Value;
        if (keys.Scalar("value") is not { } value) return null;
        return new FactSyntax(
            entry.Key, value, keys.Text("label"), keys.Text("type"), keys.List("source"), keys.Date("as_of"), keys.Scalar("review_by"), keys.Text("note"));
    }

    private static PersonSyntax? Person(KeyValueSyntax entry)
    {
        var keys = (MappingSyntax)entry.Value;
        if (keys.Text("name") is not { } name) return null;
        return new PersonSyntax(
            entry.Key, name, keys.Text("role"), keys.Text("side"), keys.List("source"), keys.Date("as_of"), keys.Scalar("review_by"), keys.Text("note"));
    }

    private static QuoteSyntax? Quote(KeyValueSyntax entry)
    {
        var keys = (MappingSyntax)entry.Value;
        if (keys.Text("text") is not { } text) return null;
        return new QuoteSyntax(entry.Key, text, keys.Text("speaker") ?? "", keys.Date("date"), keys.List("source"), keys.Text("note"));
    }
}
