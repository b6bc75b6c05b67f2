using Explainers.Binding;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Scopes;

namespace Explainers.Pages;

/// <summary>The page of a fact sheet.</summary>
internal static class SheetPage
{
    /// <summary>What it is about.</summary>
    public static PagePlan Plan(FactSheet sheet, SiteScope scope)
    {
        var stated = new HashSet<FactId>();
        var format = new FactFormatter(scope.Strings(scope.Site.Language));
        var summary = PlainText.Of(scope.Site.Summary(sheet.Name), scope.Site, format, stated);
        var head = new PageHead(
            sheet.Url,
            "sheet",
            scope.Site.Language,
            sheet.Title,
            summary.Length == 0 ? sheet.Title : summary)
        { States = stated.ToEquatable() };
        return new PagePlan(head, "sheet", page => Views.Sheets.Of(new SheetView(sheet.Name), page), sheet.Path);
    }
}
