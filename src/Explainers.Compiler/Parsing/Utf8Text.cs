using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing;

/// <summary>Decodes a file, and says so where it is not UTF-8.</summary>
internal static class Utf8Text
{
    /// <summary>The file's text; empty, with a finding, where its bytes are not UTF-8.</summary>
    public static string Of(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var bad = file.FirstInvalidByte();
        if (bad < 0) return file.Text;
        findings.Add(Catalog.NotUtf8(file, bad));
        return "";
    }
}
