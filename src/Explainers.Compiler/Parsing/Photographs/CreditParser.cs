using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Parsing.Photographs;

/// <summary>Reads the file beside a photograph.</summary>
internal static class CreditParser
{
    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="marks">The quotation marks of its caption.</param>
    public static Diagnosed<CreditSyntax> Parse(SourceFile file, QuotationMarks marks)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var keys = ShapeCheck.Check(YamlReader.ReadFile(file, findings), CreditKeys.Photograph, findings);
        var credit = new CreditSyntax(
            file,
            keys.Text("credit") ?? "",
            keys.Text("licence"),
            keys.Text("source"),
            keys.Date("date"),
            keys.Scalar("caption") is { } caption ? ProseParser.Parse(caption, file.Text, marks, findings) : null);
        return new Diagnosed<CreditSyntax>(credit, findings.ToImmutable());
    }
}
