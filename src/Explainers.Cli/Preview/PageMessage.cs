using System.Buffers;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Explainers.Binding;
using Explainers.Cli.Terminal;
using Explainers.Diagnostics;
using Explainers.Parsing;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Cli.Preview;

/// <summary>What the browser is told of a page: the page itself where it has another, what is wrong with it, and what it rests on.</summary>
internal sealed class PageMessage(Desk desk, EditorLink editor)
{
    private const int SoonDays = 30;
    private const int MostUses = 12;
    private const int MostFindings = 200;
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The page that is shown at an address: the newest, or the last that was as it is meant; null where there is none.</summary>
    public static (OutputFile Page, bool IsOld)? Shown(Desk desk, Edition edition, string url)
    {
        if (edition.File(url) is not { IsPage: true } page) return null;
        return edition.IsBroken(page) && desk.LastGood(url) is { } last && last != page ? (last, true) : (page, false);
    }

    /// <summary>Tells one state of a page from another.</summary>
    public static string Hash(OutputFile page) => Convert.ToHexStringLower(XxHash3.Hash(page.Bytes.Span));

    /// <summary>The message about a page.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="known">The hash of the page that the browser has.</param>
    /// <returns>The message as JSON, and the hash of the page that the browser has when it has read it.</returns>
    public (ReadOnlyMemory<byte> Json, string Hash) Write(string url, string known)
    {
        var edition = desk.Edition;
        var shown = Shown(desk, edition, url) ?? Shown(desk, edition, Routes.NotFound);
        var hash = shown is { } page ? Hash(page.Page) : "";
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, Relaxed);
        json.WriteStartObject();
        json.WriteNumber("edition", edition.Number);
        json.WriteNumber("milliseconds", Math.Round(edition.Time.TotalMilliseconds, 1));
        json.WriteString("hash", hash);
        if (hash != known && shown is { } changed) json.WriteString("html", Encoding.UTF8.GetString(changed.Page.Bytes.Span));
        json.WriteBoolean("isOld", shown?.IsOld == true);
        // What is wrong is told of the page as it is, even while the last good one is shown.
        var newest = edition.File(url) ?? shown?.Page;
        if (newest is not null) Mark(json, edition, newest);
        Findings(json, edition, newest);
        if (newest is not null) Facts(json, edition, newest);
        json.WriteEndObject();
        json.Flush();
        return (bytes.WrittenMemory, hash);
    }

    /// <summary>The line of a finding without the space around it, and which of its characters are meant.</summary>
    private static void Line(Utf8JsonWriter json, Located located)
    {
        var indent = located.Line.Length - located.Line.TrimStart().Length;
        var line = located.Line.Trim();
        var start = Math.Clamp(located.Start.Column - 1 - indent, 0, line.Length);
        var end = located.End.Line == located.Start.Line ? located.End.Column - 1 - indent : line.Length;
        json.WriteString("line", line);
        json.WriteNumber("from", start);
        json.WriteNumber("to", Math.Clamp(end, start, line.Length));
    }

    private static void Mark(Utf8JsonWriter json, Edition edition, OutputFile page)
    {
        var article = edition.Ask(site => site.Scope.Site.At(page.Url) is { } id ? site.Scope.Site.Head(id) : null);
        var mark = article?.UnpublishedOn(edition.Today) switch
        {
            UnpublishedReason.Draft => "Draft: a build leaves this page out until “status: draft” is removed.",
            UnpublishedReason.Embargoed => $"Embargoed: a build leaves this page out until {article.Published}.",
            UnpublishedReason.Expired => $"Expired: builds leave this page out since {article.Expires}.",
            _ => null,
        };
        if (mark is not null) json.WriteString("mark", mark);
    }

    private void Findings(Utf8JsonWriter json, Edition edition, OutputFile? page)
    {
        HashSet<string> files = page is null ? [] : edition.FilesOf(page);
        var findings = edition.Findings
            .Select(finding => (Finding: finding, IsHere: edition.Concerns(finding, files)))
            .OrderByDescending(finding => finding.IsHere)
            .ThenByDescending(finding => finding.Finding.Severity)
            .ToArray();
        json.WriteNumber("errors", findings.Count(finding => finding.IsHere && finding.Finding.Severity == Severity.Error));
        json.WriteNumber("warnings", findings.Count(finding => finding.IsHere && finding.Finding.Severity == Severity.Warning));
        json.WriteNumber("elsewhere", findings.Count(finding => !finding.IsHere));
        json.WriteNumber("errorsElsewhere", findings.Count(finding => !finding.IsHere && finding.Finding.Severity == Severity.Error));
        json.WriteStartArray("findings");
        foreach (var (finding, isHere) in findings.Take(MostFindings))
        {
            var located = Located.Of(finding);
            json.WriteStartObject();
            json.WriteBoolean("isHere", isHere);
            json.WriteString("severity", finding.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("code", finding.Code);
            json.WriteString("message", finding.Message);
            if (finding.Hint is { } hint) json.WriteString("hint", hint);
            if (located.File is { } file)
            {
                json.WriteString("place", $"{file}:{located.Start.Line}:{located.Start.Column}");
                Line(json, located);
                if (desk.Shelf.Full(file) is { } full) json.WriteString("editor", editor.Of(full, located.Start.Line, located.Start.Column));
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Facts(Utf8JsonWriter json, Edition edition, OutputFile page)
    {
        var facts = edition.Ask(site => page.States.Select(name => StatedFact.Of(name, page, site)).OfType<StatedFact>().ToArray());
        json.WriteStartArray("facts");
        foreach (var stated in facts)
        {
            var fact = stated.Fact;
            json.WriteStartObject();
            json.WriteString("name", fact.Name.Name);
            json.WriteString("label", fact.Label);
            json.WriteString("value", stated.Value);
            json.WriteString("url", edition.Prefix + fact.Url);
            Freshness(json, fact, edition.Today);
            Place(json, stated.Span);
            json.WriteStartArray("sources");
            foreach (var source in fact.Sourcing.Citations)
            {
                json.WriteStartObject();
                json.WriteString("publisher", source.Publisher);
                json.WriteString("title", source.Title);
                if (source.Url is { } url) json.WriteString("url", url);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("uses");
            foreach (var (title, url) in stated.Uses)
            {
                json.WriteStartObject();
                json.WriteString("title", title);
                json.WriteString("url", edition.Prefix + url);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("used", stated.Used);
            json.WriteEndObject();
        }
        json.WriteEndArray();
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
                fact, site.Text(fact), site.Bound(fact).Span, [.. others.Take(MostUses).Select(article => (site.Title(article), site.Url(article)))], others.Length);
        }
    }

    private void Place(Utf8JsonWriter json, FileSpan span)
    {
        if (span.File is not { } file || desk.Shelf.Full(file.DisplayPath) is not { } full) return;
        var place = new LineMap(file.Text).At(span.Start);
        json.WriteString("editor", editor.Of(full, place.Line, place.Column));
    }

    /// <summary>How long a fact holds: what is over comes first, then what is due soon.</summary>
    private static void Freshness(Utf8JsonWriter json, Fact fact, DateOnly today)
    {
        if (fact.AsOf is { } held) json.WriteString("asOf", held.ToString());
        var due = new[] { (Day: fact.Expires, Word: "ends"), (Day: fact.ReviewBy, Word: "review by") }
            .Where(date => date.Day is not null)
            .OrderBy(date => date.Day!.Value.LastDay)
            .ToArray();
        if (due.Length == 0) return;
        var (day, word) = (due[0].Day!.Value, due[0].Word);
        json.WriteString("due", $"{word} {day}");
        json.WriteString("state", State(day, today));
    }

    private static string State(PartialDate day, DateOnly today) =>
        day.LastDay < today ? "overdue" : day.LastDay.DayNumber - today.DayNumber <= SoonDays ? "soon" : "fresh";
}
