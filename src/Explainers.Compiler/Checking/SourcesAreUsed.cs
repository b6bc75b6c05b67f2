using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Facts;

namespace Explainers.Checking;

/// <summary>Every source of a sheet is named by a fact, or by the caption of a table in an article, published or not.</summary>
internal static class SourcesAreUsed
{
    /// <summary>The sources that no fact of their sheet names. An entry that could not be read may be what a source is for.</summary>
    public static IEnumerable<FactId> Unnamed(SheetEntries sheet, IEnumerable<Fact> facts)
    {
        if (sheet.Syntax.Unparsed != UnparsedEntries.None) return [];
        var named = facts.SelectMany(fact => fact.Sourcing.Citations).ToHashSet();
        return sheet.Sources.All.Where(source => !named.Contains(source.Citation))
            .Select(source => FactId.Of(sheet.Syntax.Name, source.Id));
    }

    /// <summary>Checks the sources of the site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="unnamed">The sources of a sheet that none of its facts names.</param>
    public static IEnumerable<Diagnostic> Check(BoundSite site, Func<string, IEnumerable<FactId>> unnamed)
    {
        FactId[] sources = [.. site.Sheets.SelectMany(unnamed)];
        if (sources.Length == 0) return [];
        var named = site.All.SelectMany(article => site.Facts(article).Sources).Concat(site.Waiting.Facts).ToHashSet();
        return sources.Where(source => !named.Contains(source)).Select(source => Catalog.UnusedSource(
            site.Entries(source.Sheet).Sources.All.First(one => one.Id == source.Id).Span, source.Id));
    }
}
