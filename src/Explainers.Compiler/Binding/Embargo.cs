using System.Collections.Immutable;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;

namespace Explainers.Binding;

/// <summary>Says what of a site may be seen on a day: no draft, nothing before its day of publication, nothing after its last day; and of the facts, none that only such articles use.</summary>
/// <param name="drafts">Whether everything is shown all the same.</param>
/// <param name="today">The day.</param>
internal sealed class Embargo(Drafts drafts, DateOnly today)
{
    /// <summary>What is in the site, and why the rest is not: a sheet that articles refer to, but none that is in the site, waits with them.</summary>
    public Shown Let(ParsedSite site)
    {
        if (drafts == Drafts.Included) return new Shown(site.Articles, site.Sheets, []);
        var reasons = site.Articles.Select(Why).ToArray();
        if (reasons.All(reason => reason is null)) return new Shown(site.Articles, site.Sheets, []);
        ImmutableArray<ArticleSyntax> shown = [.. site.Articles.Where((_, i) => reasons[i] is null)];
        return new Shown(shown, Sheets(site, shown, [.. site.Articles.Where((_, i) => reasons[i] is not null)]), [.. reasons.OfType<KeptBack>()]);
    }

    private static ImmutableArray<FactSheetSyntax> Sheets(ParsedSite site, ImmutableArray<ArticleSyntax> shown, ArticleSyntax[] kept)
    {
        var used = shown.SelectMany(Sheets).ToHashSet(StringComparer.Ordinal);
        var waiting = kept.SelectMany(Sheets).Where(sheet => !used.Contains(sheet)).ToHashSet(StringComparer.Ordinal);
        // A sheet that another one refers to is needed where that one is.
        for (var isSettled = false; !isSettled;)
        {
            var needed = waiting.Where(name => site.Sheets.Any(sheet => !waiting.Contains(sheet.Name) && sheet.File.Text.Contains($"{name}.", StringComparison.Ordinal))).ToArray();
            isSettled = needed.Length == 0;
            waiting.ExceptWith(needed);
        }
        return [.. site.Sheets.Where(sheet => !waiting.Contains(sheet.Name))];
    }

    /// <summary>Why an article is kept out of the site, or null where it is in it.</summary>
    private KeptBack? Why(ArticleSyntax article) =>
        article.IsDraft ? KeptBack.Draft
        : !HasBegun(article) ? KeptBack.NotYet
        : HasEnded(article) ? KeptBack.NoMore
        : null;

    /// <summary>A publication that can not be read is reported when the article is bound, and holds nothing back.</summary>
    private bool HasBegun(ArticleSyntax article) => Publication.Bind(article.Published, ImmutableArray.CreateBuilder<Diagnostics.Diagnostic>()) is not { } first || first.Day <= today;

    private bool HasEnded(ArticleSyntax article) => article.Expires is { } written && PartialDate.TryParse(written.Text, out var end) && end.LastDay < today;

    private static IEnumerable<string> Sheets(ArticleSyntax article) => article.About.Select(sheet => sheet.Text)
        .Concat(article.KeyFacts.Select(reference => reference.Sheet))
        .Concat(article.Summary.Append(article.Title).Append(article.Description).SelectMany(prose => prose.Parts).Concat(article.Body.Parts).SelectMany(Sheets));

    private static IEnumerable<string> Sheets(BodyPart part) => part switch
    {
        ExpressionPart expression => [expression.Expression.Reference.Sheet],
        BlockPart block => block.Block.Arguments.Select(argument => argument.Sheet),
        _ => [],
    };
}

/// <summary>What of a site may be seen on a day.</summary>
/// <param name="Articles">The articles and pages.</param>
/// <param name="Sheets">The sheets.</param>
/// <param name="LeftOut">Why the others are kept back, once for each article or page.</param>
internal sealed record Shown(ImmutableArray<ArticleSyntax> Articles, ImmutableArray<FactSheetSyntax> Sheets, ImmutableArray<KeptBack> LeftOut);
