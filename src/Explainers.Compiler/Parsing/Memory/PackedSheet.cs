using Explainers.Parsing.Facts;

namespace Explainers.Parsing.Memory;

/// <summary>Fact sheets in a pack.</summary>
internal static class PackedSheet
{
    /// <summary>Writes a sheet.</summary>
    public static void Write(SyntaxWriter writer, FactSheetSyntax sheet)
    {
        writer.Text(sheet.Name);
        writer.IfAny(sheet.Title, writer.Scalar);
        writer.IfAny(sheet.Summary, writer.Prose);
        writer.List(sheet.Aliases, writer.Scalar);
        writer.List(sheet.Sources, writer.Scalar);
        writer.List(sheet.Citations, citation => Write(writer, citation));
        writer.List(sheet.Entries, entry => Write(writer, entry));
    }

    /// <summary>Reads a sheet.</summary>
    public static FactSheetSyntax Read(SyntaxReader reader) => new(
        reader.File,
        reader.Text(),
        reader.IfAny(reader.Scalar),
        reader.IfAny(reader.Prose),
        reader.List(reader.Scalar),
        reader.List(reader.Scalar),
        reader.List(() => Citation(reader)),
        reader.List(() => Entry(reader)));

    private static void Write(SyntaxWriter writer, CitationSyntax citation)
    {
        writer.Scalar(citation.Id);
        writer.Text(citation.Publisher);
        writer.Text(citation.Title);
        writer.TextIfAny(citation.Url);
        writer.Date(citation.Date);
        writer.Date(citation.Accessed);
        writer.TextIfAny(citation.Archived);
        writer.TextIfAny(citation.Language);
        writer.TextIfAny(citation.Note);
    }

    private static CitationSyntax Citation(SyntaxReader reader) => new(
        reader.Scalar(),
        reader.Text(),
        reader.Text(),
        reader.TextIfAny(),
        reader.Date(),
        reader.Date(),
        reader.TextIfAny(),
        reader.TextIfAny(),
        reader.TextIfAny());

    private static void Write(SyntaxWriter writer, EntrySyntax entry)
    {
        writer.Scalar(entry.Id);
        writer.TextIfAny(entry.Label);
        writer.Value(entry.Value);
        writer.IfAny(ReferenceEquals(entry.Provenance, ProvenanceSyntax.Nothing) ? null : entry.Provenance, provenance => Write(writer, provenance));
        writer.Fingerprint(entry.Content);
    }

    private static EntrySyntax Entry(SyntaxReader reader) =>
        new(reader.Scalar(), reader.TextIfAny(), reader.Value(), reader.IfAny(() => Provenance(reader)) ?? ProvenanceSyntax.Nothing) { Content = reader.Fingerprint() };

    private static void Write(SyntaxWriter writer, ProvenanceSyntax provenance)
    {
        writer.List(provenance.Sources, writer.Scalar);
        writer.Date(provenance.AsOf);
        writer.Date(provenance.ReviewBy);
        writer.Date(provenance.Expires);
        writer.IfAny(provenance.Note, writer.Prose);
        writer.Flag(provenance.IsImportant);
        writer.List(provenance.Changes, change =>
        {
            writer.Date(change.Date);
            writer.Number((int)change.Kind);
            writer.Scalar(change.Was);
            writer.Prose(change.Why);
        });
    }

    private static ProvenanceSyntax Provenance(SyntaxReader reader) => new(
        reader.List(reader.Scalar),
        reader.Date(),
        reader.Date(),
        reader.Date(),
        reader.IfAny(reader.Prose),
        reader.Flag(),
        reader.List(() => new ChangeSyntax(reader.Date()!.Value, (ChangeKind)reader.Number(), reader.Scalar(), reader.Prose())));
}
