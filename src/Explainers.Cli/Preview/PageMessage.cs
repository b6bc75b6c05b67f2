using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using Explainers.Binding;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Text;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Cli.Preview;

/// <summary>
/// What the browser is told of a page: the page itself where it has another, what is wrong with it, and what it rests on.
/// </summary>
internal sealed class PageMessage(PreviewSession session, EditorLink editor)
{
    private const int SoonDays = 30;
    private const int MostUses = 12;
    private const int MostFindings = 200;

    /// <summary>The page that is shown at an address: the newest, or the last that was as it is meant; null where there is none.</summary>
    public static (OutputFile Page, bool IsOld)? Shown(SiteSnapshot snapshot, string url)
    {
        if (snapshot.File(url) is not { IsPage: true } page) return null;
        return snapshot.IsBroken(page) && snapshot.LastGood(url) is { } last && last != page ? (last, true) : (page, false);
    }

    /// <summary>Tells one state of a page from another.</summary>
    public static string Hash(OutputFile page) => Convert.ToHexStringLower(XxHash3.Hash(page.Bytes.Span));

    /// <summary>The message about a page.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="known">The hash of the page that the browser has.</param>
    /// <returns>
    /// The message as JSON, and the hash of the page that the browser has when it has read it. Null where there is nothing to tell
    /// until the whole site is compiled.
    /// </returns>
    public (ReadOnlyMemory<byte> Json, string Hash)? Write(string url, string known)
    {
        var state = session.State;
        if (!state.IsCurrent) return state.Fresh.TryGetValue(url, out var fresh) ? Write(state.Snapshot, fresh, known) : null;
        var snapshot = state.Snapshot;
        var shown = Shown(snapshot, url) ?? Shown(snapshot, Routes.NotFound);
        var hash = shown is { } page ? Hash(page.Page) : "";
        // What is wrong is told of the page as it is, even while the last good one is shown.
        var newest = snapshot.File(url) ?? shown?.Page;
        var findings = FindingsOf(snapshot, newest);
        var message = new PageMessageData
        {
            Snapshot = snapshot.Number,
            Milliseconds = Math.Round(snapshot.Time.TotalMilliseconds, 1),
            Hash = hash,
            Html = hash != known && shown is { } changed ? Encoding.UTF8.GetString(changed.Page.Bytes.Span) : null,
            IsOld = shown?.IsOld == true,
            Mark = newest is null ? null : MarkOf(snapshot, newest),
            Errors = findings.Count(finding => finding.IsHere && finding.Finding.Severity == Severity.Error),
            Warnings = findings.Count(finding => finding.IsHere && finding.Finding.Severity == Severity.Warning),
            Elsewhere = findings.Count(finding => !finding.IsHere),
            ErrorsElsewhere = findings.Count(finding => !finding.IsHere && finding.Finding.Severity == Severity.Error),
            Findings = [.. findings.Take(MostFindings).Select(finding => Shown(finding.Finding, finding.IsHere))],
            Facts = newest is null ? null : FactsOf(snapshot, newest),
        };
        return (JsonFile.Line(message, PageMessageJson.Default.PageMessageData), hash);
    }

    /// <summary>The page alone, which has no errors; the rest is told when the whole site is compiled.</summary>
    private static (ReadOnlyMemory<byte> Json, string Hash)? Write(SiteSnapshot snapshot, FreshPage fresh, string known)
    {
        var hash = Hash(fresh.Page);
        if (hash == known) return null;
        var message = new PageMessageData
        {
            IsFresh = true,
            Snapshot = snapshot.Number,
            Milliseconds = Math.Round(fresh.Time.TotalMilliseconds, 1),
            Hash = hash,
            Html = Encoding.UTF8.GetString(fresh.Page.Bytes.Span),
            IsOld = false,
            Errors = 0,
            Warnings = 0,
            Elsewhere = 0,
            ErrorsElsewhere = 0,
            Findings = [],
        };
        return (JsonFile.Line(message, PageMessageJson.Default.PageMessageData), hash);
    }

    private static string? MarkOf(SiteSnapshot snapshot, OutputFile page)
    {
        var article = snapshot.Ask(site => site.Scope.Site.At(page.Url) is { } id ? site.Scope.Site.Head(id) : null);
        return article?.UnpublishedOn(snapshot.Today, article.Published?.IsAfter(snapshot.Now)) switch
        {
            UnpublishedReason.Draft => "Draft: a build leaves this page out until “status: draft” is removed.",
            UnpublishedReason.Embargoed => $"Embargoed: a build leaves this page out until {article.Published}.",
            UnpublishedReason.Expired => $"Expired: builds leave this page out since {article.Expires}.",
            _ => null,
        };
    }

    /// <summary>All findings, those that concern a page first, and errors before warnings.</summary>
    private static (Diagnostic Finding, bool IsHere)[] FindingsOf(SiteSnapshot snapshot, OutputFile? page)
    {
        HashSet<string> files = page is null ? [] : snapshot.FilesOf(page);
        return [.. snapshot.Findings
            .Select(finding => (Finding: finding, IsHere: snapshot.Concerns(finding, files)))
            .OrderByDescending(finding => finding.IsHere)
            .ThenByDescending(finding => finding.Finding.Severity)];
    }

    private PageFindingData Shown(Diagnostic finding, bool isHere)
    {
        var located = Located.Of(finding);
        var data = new PageFindingData
        {
            IsHere = isHere,
            Severity = JsonReport.Level(finding.Severity),
            Code = finding.Code,
            Message = finding.Message,
            Hint = finding.Hint,
        };
        if (located.File is not { } file) return data;
        var (line, from, to) = Line(located);
        return data with
        {
            Place = $"{file}:{located.Start.Line}:{located.Start.Column}",
            Line = line,
            From = from,
            To = to,
            Editor = session.Sources.Full(file) is { } full ? editor.Of(full, located.Start.Line, located.Start.Column) : null,
        };
    }

    /// <summary>The line of a finding without the space around it, and which of its characters are meant.</summary>
    private static (string Line, int From, int To) Line(Located located)
    {
        var indent = located.Line.Length - located.Line.TrimStart().Length;
        var line = located.Line.Trim();
        var start = Math.Clamp(located.Start.Column - 1 - indent, 0, line.Length);
        var end = located.End.Line == located.Start.Line ? located.End.Column - 1 - indent : line.Length;
        return (line, start, Math.Clamp(end, start, line.Length));
    }

    private PageFactData[] FactsOf(SiteSnapshot snapshot, OutputFile page)
    {
        var facts = snapshot.Ask(site => page.States.Select(name => StatedFact.Of(name, page, site)).OfType<StatedFact>().ToArray());
        return [.. facts.Select(stated =>
        {
            var fact = stated.Fact;
            var (due, state) = Freshness(fact, snapshot.Today);
            return new PageFactData
            {
                Name = fact.Name.Name,
                Label = fact.Label,
                Value = stated.Value,
                Url = snapshot.Prefix + fact.Url,
                AsOf = fact.AsOf?.ToString(),
                Due = due,
                State = state,
                Editor = Place(stated.Span),
                Sources = [.. fact.Sourcing.Citations.Select(source => new PageSourceData(source.Publisher, source.Title, source.Url))],
                Uses = [.. stated.Uses.Select(use => new PageUseData(use.Title, snapshot.Prefix + use.Url))],
                Used = stated.Used,
            };
        })];
    }

    /// <summary>A fact that a page states, with the other articles and pages that do.</summary>
    private sealed record StatedFact(Fact Fact, string Value, FileSpan Span, ImmutableArray<(string Title, string Url)> Uses, int Used)
    {
        public static StatedFact? Of(FactId name, OutputFile page, FactsView site)
        {
            var fact = site.Fact(name);
            if (fact.IsMissing) return null;
            ArticleId[] others = [.. site.StatedBy(name).Where(article => site.Url(article) != page.Url)];
            return new StatedFact(
                fact, site.Text(fact), site.Bound(fact).Span,
                [.. others.Take(MostUses).Select(article => (site.Title(article), site.Url(article)))], others.Length);
        }
    }

    private string? Place(FileSpan span)
    {
        if (span.File is not { } file || session.Sources.Full(file.DisplayPath) is not { } full) return null;
        var place = new LineMap(file.Text).At(span.Start);
        return editor.Of(full, place.Line, place.Column);
    }

    /// <summary>How long a fact holds: what is over comes first, then what is due soon.</summary>
    private static (string? Due, string? State) Freshness(Fact fact, DateOnly today)
    {
        var due = new[] { (Day: fact.Expires, Word: "ends"), (Day: fact.ReviewBy, Word: "review by") }
            .Where(date => date.Day is not null)
            .OrderBy(date => date.Day!.Value.LastDay)
            .ToArray();
        if (due.Length == 0) return (null, null);
        var (day, word) = (due[0].Day!.Value, due[0].Word);
        return ($"{word} {day}", State(day, today));
    }

    private static string State(PartialDate day, DateOnly today) =>
        day.LastDay < today ? "overdue" : day.LastDay.DayNumber - today.DayNumber <= SoonDays ? "soon" : "fresh";
}
