using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Explainers.Binding;
using Explainers.Cli.Serving;
using Explainers.Diagnostics;
using Explainers.Rendering;
using Explainers.Sources;

namespace Explainers.Cli.Preview;

/// <summary>A compiled site as the preview shows it, until the next.</summary>
internal sealed class Edition
{
    private readonly Dictionary<string, OutputFile> _files;
    private readonly FrozenDictionary<string, string> _redirects;
    private readonly ImmutableArray<LaterFiles> _later;
    private readonly Scope _errors;

    /// <summary>Takes a compiled site.</summary>
    /// <param name="number">Which it is, from 1.</param>
    /// <param name="compiled">The site with all findings.</param>
    /// <param name="today">The day that it is compiled for.</param>
    /// <param name="time">How long that took.</param>
    public Edition(int number, Diagnosed<CompiledSite> compiled, DateOnly today, TimeSpan time)
    {
        (Number, Site, Findings, Today, Time) = (number, compiled.Value.Site, compiled.Findings, today, time);
        var rendered = compiled.Value.Rendered;
        Prefix = rendered.Address.AbsolutePath.TrimEnd('/');
        _later = rendered.Later;
        _files = new Dictionary<string, OutputFile>(rendered.Files.Length, StringComparer.Ordinal);
        foreach (var file in rendered.Files) _files.TryAdd(file.Url, file);
        _redirects = Site.Redirects.ToFrozenDictionary(redirect => redirect.From, redirect => redirect.To, StringComparer.Ordinal);
        Headers = HeaderRules.Parse(_files.TryGetValue(Routes.Headers, out var headers) ? Encoding.UTF8.GetString(headers.Bytes.Span) : "");
        _errors = new Scope(Site, Findings.Where(finding => finding.Severity == Severity.Error));
        Pages = [.. rendered.Files.Where(file => file.IsPage)];
    }

    /// <summary>Which edition it is, from 1.</summary>
    public int Number { get; }

    /// <summary>The site.</summary>
    public BoundSite Site { get; }

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<Diagnostic> Findings { get; }

    /// <summary>The day that it is compiled for.</summary>
    public DateOnly Today { get; }

    /// <summary>How long it took to compile.</summary>
    public TimeSpan Time { get; }

    /// <summary>The path that the site is published below, without the slash at its end.</summary>
    public string Prefix { get; }

    /// <summary>The headers of the deploy.</summary>
    public HeaderRules Headers { get; }

    /// <summary>Every page.</summary>
    public ImmutableArray<OutputFile> Pages { get; }

    /// <summary>The file with an address, or null; files that only a host reads have none.</summary>
    public OutputFile? File(string url)
    {
        if (url is Routes.Headers or Routes.Redirects) return null;
        if (_files.TryGetValue(url, out var file)) return file;
        return _later
            .Where(later => url.StartsWith(later.Folder, StringComparison.Ordinal))
            .SelectMany(later => later.Made.Value.Value)
            .FirstOrDefault(made => made.Url == url);
    }

    /// <summary>Where an old address, or one without its slash, leads; null where it leads nowhere.</summary>
    public string? Redirect(string url) =>
        _redirects.TryGetValue(url, out var to) || _redirects.TryGetValue(url + "/", out to) ? to
        : !url.EndsWith('/') && _files.ContainsKey(url + "/") ? url + "/"
        : null;

    /// <summary>Whether a page can not be shown as it is meant: it is empty, or there are errors in what it is made from.</summary>
    public bool IsBroken(OutputFile page) => page.Bytes.IsEmpty || _errors.Has(page);

    /// <summary>Whether a finding is about a page: about its file, a sheet that it states facts of, the theme or the site as a whole.</summary>
    public bool Concerns(Diagnostic finding, OutputFile page) => new Scope(Site, [finding]).Has(page);

    /// <summary>Which pages some findings are about.</summary>
    private sealed class Scope
    {
        private readonly bool _isEverywhere;
        private readonly HashSet<string> _files;
        private readonly HashSet<string> _sheets;

        public Scope(BoundSite site, IEnumerable<Diagnostic> findings)
        {
            var files = findings.Select(finding => finding.Span.File).Distinct().ToArray();
            _files = files.OfType<SourceFile>().Select(file => file.DisplayPath).ToHashSet(StringComparer.Ordinal);
            _isEverywhere = files.Contains(null) || files.Any(file => file!.DisplayPath == site.Settings.File?.DisplayPath) || IsTheme(site, _files);
            _sheets = _files.Count == 0 ? [] : site.Sheets.Where(sheet => _files.Contains(sheet.Span.File!.DisplayPath)).Select(sheet => sheet.Name).ToHashSet(StringComparer.Ordinal);
        }

        public bool Has(OutputFile page) =>
            _isEverywhere
            || (page.Source is { } source && _files.Contains(source.DisplayPath))
            || (_sheets.Count > 0 && page.States.Concat(page.Names).Any(name => _sheets.Contains(name[..Math.Max(0, name.IndexOf('.'))])));

        private static bool IsTheme(BoundSite site, HashSet<string> files) => files.Count > 0
            && site.Theme.Templates.Select(template => template.File).Concat(site.Theme.Strings.Select(strings => strings.File)).Any(file => files.Contains(file.DisplayPath));
    }
}
