using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Cli.Serving;
using Explainers.Diagnostics;
using Explainers.Outputs.Hosting;
using Explainers.Rendering;

namespace Explainers.Cli.Preview;

/// <summary>A compiled site as the preview shows it, until the next.</summary>
internal sealed class SiteSnapshot
{
    private readonly SiteDatabase _database;
    private readonly Dictionary<string, OutputFile> _files;
    private readonly Dictionary<string, OutputFile> _good;
    private readonly Dictionary<string, string> _redirects;
    private readonly Dictionary<string, string> _sheets;
    private readonly HashSet<string> _common;
    private readonly HashSet<string> _faultyFiles;
    private readonly HashSet<string> _faultySheets;

    /// <summary>Takes a compiled site.</summary>
    /// <param name="before">The one before it.</param>
    /// <param name="database">The site.</param>
    /// <param name="findings">What is wrong with it.</param>
    /// <param name="files">The finished files by address.</param>
    /// <param name="today">The day that it is compiled for.</param>
    /// <param name="time">How long that took.</param>
    public SiteSnapshot(
        SiteSnapshot? before,
        SiteDatabase database,
        ImmutableArray<Diagnostic> findings,
        Dictionary<string, OutputFile> files,
        DateOnly today,
        TimeSpan time)
    {
        (Number, _database, Findings, _files, Today, Time) = ((before?.Number ?? 0) + 1, database, findings, files, today, time);
        Headers = HeaderRules.Parse(Ask(site => site.Headers));
        (Prefix, _redirects, _sheets, _common) = Ask(site => (
            site.Scope.Address.AbsolutePath.TrimEnd('/'),
            site.Scope.Site.Aliases.ToDictionary(alias => alias.From, alias => alias.To, StringComparer.Ordinal),
            site.Sheets.ToDictionary(sheet => sheet.Name, sheet => site.Scope.Site.Display(sheet.Path), StringComparer.Ordinal),
            site.Scope.Site.CommonFiles.ToHashSet(StringComparer.Ordinal)));
        var errors = Findings.Where(finding => finding.Severity == Severity.Error).ToArray();
        HasCommonError = errors.Any(IsCommon);
        _faultyFiles = errors.Select(finding => finding.Span.File?.DisplayPath).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _faultySheets = _sheets.Where(sheet => _faultyFiles.Contains(sheet.Value)).Select(sheet => sheet.Key)
            .ToHashSet(StringComparer.Ordinal);
        _good = errors.Length == 0 ? _files : Good(before);
    }

    /// <summary>Which snapshot it is, from 1.</summary>
    public int Number { get; }

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<Diagnostic> Findings { get; }

    /// <summary>The day that it is compiled for.</summary>
    public DateOnly Today { get; }

    /// <summary>The moment that hours of publication are judged against.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How long it took to compile.</summary>
    public TimeSpan Time { get; }

    /// <summary>The path that the site is published below, without the slash at its end.</summary>
    public string Prefix { get; }

    /// <summary>The headers of the deploy.</summary>
    public HeaderRules Headers { get; }

    /// <summary>Whether there are errors in what all pages are made from.</summary>
    public bool HasCommonError { get; }

    /// <summary>A page as it was when it was last as it is meant, or null.</summary>
    public OutputFile? LastGood(string url) => _good.GetValueOrDefault(url);

    /// <summary>
    /// Asks something of the site as it is now. While files are taken up, nothing is answered; then the question is asked again.
    /// </summary>
    public T Ask<T>(Func<FactsView, T> question)
    {
        while (true)
        {
            try
            {
                return _database.Engine.Demand(reads => question(new FactsView(_database, reads)));
            }
            catch (OperationCanceledException)
            {
                // The files have changed in between.
            }
        }
    }

    /// <summary>The file with an address, or null; files that only a host reads have none.</summary>
    public OutputFile? File(string url) =>
        HostFiles.Unserved.Contains(url.TrimStart('/')) ? null : _files.GetValueOrDefault(url);

    /// <summary>Where an old address, or one without its slash, leads; null where it leads nowhere.</summary>
    public string? Redirect(string url) =>
        _redirects.TryGetValue(url, out var to) || _redirects.TryGetValue(url + "/", out to) ? to
        : !url.EndsWith('/') && _files.ContainsKey(url + "/") ? url + "/"
        : null;

    /// <summary>Whether a page cannot be shown as it is meant: it is empty, or there are errors in what it is made from.</summary>
    public bool IsBroken(OutputFile page) =>
        page.Bytes.IsEmpty || HasCommonError
        || (page.Source is { } source && _faultyFiles.Contains(source))
        || (_faultySheets.Count > 0 && page.States.Concat(page.Names).Any(fact => _faultySheets.Contains(fact.Sheet)));

    /// <summary>Whether a finding is about a page, as far as its own files say, or about the theme or the site as a whole.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="files">The files that the page is made from.</param>
    public bool Concerns(Diagnostic finding, HashSet<string> files) => IsCommon(finding) || files.Contains(finding.Span.File!.DisplayPath);

    /// <summary>The files that a page is made from, as messages show them: its own, and the sheets that it states facts of.</summary>
    public HashSet<string> FilesOf(OutputFile page)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        if (page.Source is { } source) files.Add(source);
        foreach (var fact in page.States.Concat(page.Names))
            if (_sheets.TryGetValue(fact.Sheet, out var sheet)) files.Add(sheet);
        return files;
    }

    private Dictionary<string, OutputFile> Good(SiteSnapshot? before)
    {
        var good = new Dictionary<string, OutputFile>(before?._good ?? [], StringComparer.Ordinal);
        foreach (var (url, file) in _files)
            if (file.IsPage && !IsBroken(file)) good[url] = file;
        return good;
    }

    private bool IsCommon(Diagnostic finding) => finding.Span.File is not { } file || _common.Contains(file.DisplayPath);
}
