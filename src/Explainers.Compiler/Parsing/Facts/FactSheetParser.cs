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
        foreach (var source in sheet.Map("sources")) Names.IsIdentifier(source.Key, findings);
        var entries = new EntryParser(file, findings);
        var syntax = new FactSheetSyntax(
            file,
            name,
            sheet.Scalar("title"),
            entries.Prose(sheet.Scalar("summary")),
            sheet.List("aliases"),
            sheet.List("source"),
            [.. sheet.Map("sources").Select(Citation)],
            entries.All(sheet));
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
}
