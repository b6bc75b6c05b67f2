using System.Collections.Immutable;
using Explainers.Facts;

namespace Explainers.Cli.Desk;

/// <summary>How a site reads before and after a change, side by side.</summary>
internal sealed class SiteDifference
{
    private readonly SiteTexts _before;
    private readonly SiteTexts _after;
    private readonly ImmutableSortedSet<string> _changed;

    private SiteDifference(SiteTexts before, SiteTexts after)
    {
        (_before, _after) = (before, after);
        _changed = before.Facts.Keys.Union(after.Facts.Keys, StringComparer.Ordinal).Where(IsChanged)
            .ToImmutableSortedSet(StringComparer.Ordinal);
    }

    /// <summary>Compares two states of a site.</summary>
    /// <param name="before">The site before.</param>
    /// <param name="after">The site after.</param>
    /// <param name="revision">The name of the state before.</param>
    public static Document Of(SiteTexts before, SiteTexts after, string revision) => new SiteDifference(before, after).Compare(revision);

    private Document Compare(string revision)
    {
        var pages = _after.Articles.Where(article => _before.Articles.ContainsKey(article.Key))
            .Select(article => (After: article.Value, Parts: Page(_before.Articles[article.Key], article.Value).ToArray()))
            .Where(page => page.Parts.Length > 0).ToArray();
        var (added, removed) = (Missing(_after, _before), Missing(_before, _after));
        return new Document(
            $"What changes since {revision}",
            [
                new DocumentParagraph(
                    $"{DeskReport.Counted(pages.Length, "page")} changed, {added.Length} added, {removed.Length} removed; "
                        + $"{DeskReport.Counted(_changed.Count, "fact")} changed."),
                .. Facts(),
                .. Listed("Pages added", added),
                .. Listed("Pages removed", removed),
                .. pages.SelectMany(page => page.Parts.Prepend(Heading(page.After))),
            ]);
    }

    /// <summary>The articles of one side that the other does not have.</summary>
    private static ArticleState[] Missing(SiteTexts side, SiteTexts other) =>
        [.. side.Articles.Where(article => !other.Articles.ContainsKey(article.Key)).Select(article => article.Value)];

    private static DocumentHeading Heading(ArticleState article) =>
        new(2, new Line([new LinePiece($"{article.Title} ", PieceStyle.Plain), new LinePiece(article.File, PieceStyle.Code)]));

    private static IEnumerable<DocumentPart> Listed(string title, ArticleState[] articles) => articles.Length == 0 ? [] :
    [
        new DocumentHeading(2, title),
        .. DocumentTable.Of(["title", "address", "file"], articles, article => [article.Title, article.Url, Line.Code(article.File)]),
    ];

    private IEnumerable<DocumentPart> Facts() => _changed.IsEmpty ? [] :
    [
        new DocumentHeading(2, "Facts"),
        .. DocumentTable.Of(["fact", "before", "after", "note"], _changed, name =>
        {
            var (old, now) = (_before.Facts.GetValueOrDefault(name), _after.Facts.GetValueOrDefault(name));
            var (removed, added) = WordChanges.Of(old?.Text ?? "", now?.Text ?? "");
            return [Line.Code(name), removed, added, Note(old, now)];
        }),
    ];

    private static string Note(FactState? old, FactState? now) => (old, now) switch
    {
        (null, _) => "new",
        (_, null) => "removed",
        _ when !now.Differs(old) => "another source",
        _ when now.Inputs.Length > 0 => $"computed from {string.Join(", ", now.Inputs)}",
        _ when now.Sources != old.Sources => "with another source",
        _ when now.Text == old.Text => "cells changed",
        _ => "",
    };

    /// <summary>What changes on a page: sentences, and the facts of boxes, tables and charts.</summary>
    private IEnumerable<DocumentPart> Page(ArticleState before, ArticleState after)
    {
        var pairs = SentencePairs.Of(before.Sentences, after.Sentences);
        var told = pairs.SelectMany(pair => FactsOf(pair.Before).Concat(FactsOf(pair.After))).ToHashSet();
        foreach (var part in DocumentTable.Of(["before", "after", "because of"], pairs, Row)) yield return part;
        var others = after.States.Union(before.States).Where(fact => !told.Contains(fact) && _changed.Contains(fact.Entry.Name)
            && Value(fact.Entry.Name, _before) != Value(fact.Entry.Name, _after)).Select(fact => fact.Entry.Name).Distinct().ToArray();
        if (others.Length > 0)
            yield return new DocumentParagraph(
                new Line([new LinePiece("In boxes, tables and charts: ", PieceStyle.Plain)]).Then(Line.Listed(others.Select(Line.Code))));
    }

    private static string? Value(string fact, SiteTexts side) =>
        side.Facts.GetValueOrDefault(fact) is { } state ? state.Text + state.Content : null;

    private static ImmutableArray<FactId> FactsOf(Stated? sentence) => sentence?.Facts ?? [];

    private ImmutableArray<Line> Row(SentencePair pair)
    {
        var (removed, added) = WordChanges.Of(pair.Before?.Text ?? "", pair.After?.Text ?? "");
        string[] causes = [.. FactsOf(pair.Before).Concat(FactsOf(pair.After)).Select(fact => fact.Entry.Name).Distinct()
            .SelectMany(Roots).Distinct()];
        return [removed, added, causes.Length == 0 ? "the text" : Line.Listed(causes.Select(Line.Code))];
    }

    /// <summary>The facts that somebody changed, where a value follows from them; nothing for a fact that is what it was.</summary>
    private IEnumerable<string> Roots(string fact)
    {
        var (open, seen) = (new Stack<string>([fact]), new HashSet<string>(StringComparer.Ordinal));
        while (open.TryPop(out var name))
        {
            if (!_changed.Contains(name) || !seen.Add(name)) continue;
            string[] inputs = [.. _after.Facts.GetValueOrDefault(name)?.Inputs.Where(_changed.Contains) ?? []];
            if (inputs.Length == 0) yield return name;
            foreach (var input in inputs) open.Push(input);
        }
    }

    private bool IsChanged(string name) =>
        _after.Facts.GetValueOrDefault(name) is not { } now || _before.Facts.GetValueOrDefault(name) is not { } old
            || now.Differs(old) || now.Sources != old.Sources;
}
