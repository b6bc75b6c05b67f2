using System.Collections.Concurrent;
using System.Collections.Immutable;
using Explainers.Binding;
using Explainers.Checking;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Outputs.Images;
using Explainers.Pages;
using Explainers.Parsing;
using Explainers.Rendering;
using Explainers.Rendering.Images;
using Explainers.Scopes;
using Explainers.Sources;

namespace Explainers;

/// <summary>
/// Compiles a site, stage by stage: files in, files out, and everything found on the way. It has no disk, no clock and no console. All
/// stages run whatever the earlier ones found. No stage holds all pages: each is handed on as soon as it is finished.
/// </summary>
/// <param name="site">The site.</param>
/// <param name="options">What it depends on beside its files.</param>
/// <param name="write">Takes finished files, on any thread; one that is what it was in the last compile is not handed on again.</param>
internal sealed class Compilation(SiteDatabase site, CompileOptions options, Action<OutputFile> write)
{
    private const int FirstBatch = 8;
    private const int LargestBatch = 1024;
    private const long LeastGarbage = 128 << 20;
    private readonly ConcurrentQueue<Diagnostic> _found = new();
    private readonly ConcurrentQueue<OutputMark> _files = new();
    private readonly ConcurrentQueue<OutputKey> _lost = new();
    private bool _isLarge;
    private long _tidied;

    /// <summary>Whether the client still has a file that was handed on in an earlier compile; by default it has all of them.</summary>
    public Func<OutputMark, bool> Holds { get; set; } = static _ => true;

    /// <summary>
    /// Whether the database holds an earlier compile. Then little is left to parse and bind, and no thread has to begin with that.
    /// </summary>
    public bool IsLater { get; init; }

    /// <summary>Is told of each stage as it begins.</summary>
    public IProgress<Stage>? Progress { get; init; }

    /// <summary>Stops the compile.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Runs every stage.</summary>
    public CompiledSite Run()
    {
        site.Outputs.Made = write;
        _isLarge = Ask(reads => site.Syntax.IsLarge.Get(reads, default));
        var lists = Ask(reads => site.Syntax.Lists.Get(reads, default));
        ImmutableArray<string> texts = [.. lists.Articles, .. lists.Pages];
        if (!IsLater) ParseAndBind(lists, texts);
        Tidy();
        Progress?.Report(Stage.Check);
        // People and organisations make related articles depend on what each article states: all are read before the first page.
        var isOnePass = _isLarge && Ask(reads => site.Site.Indexes.Actors.Get(reads, default).IsEmpty);
        if (!isOnePass) Good(site.Checks.Report, texts);
        Progress?.Report(Stage.Render);
        var pages = Render(isOnePass);
        if (isOnePass) Good(site.Checks.Report, texts);
        Pictures();
        Progress?.Report(Stage.Proofread);
        Good(site.Reports.Report, pages);
        Tidy();
        var files = _files.ToArray();
        return Ask(reads => new CompiledSite(
            site.Checks.Covered.Get(reads, default),
            [.. files.Select(file => file.Path)],
            site.Binding.Publication.Published.Get(reads, default).Unpublished,
            [.. Weighed(reads).Order(Diagnostic.Order)])
        {
            Contents = [.. files.Select(file => file.Content)],
            Next = site.Calendar.Next(reads, options.Moment),
        });
    }

    private void ParseAndBind(SourceLists lists, ImmutableArray<string> texts)
    {
        Progress?.Report(Stage.Parse);
        if (_isLarge) Good(site.Binding.Publication.Status, texts);
        else Good(site.Syntax.Article, texts);
        Good(site.Syntax.Sheet, lists.Sheets);
        Good(site.Syntax.Picture, lists.Images);
        Progress?.Report(Stage.Bind);
        Good(site.Binding.Facts.Bound, Ask(reads => site.Binding.Facts.All.Get(reads, default)));
        var articles = Ask(reads => site.Binding.Articles.All.Get(reads, default));
        if (_isLarge) Good(site.Binding.Articles.Head, articles);
        else Good(site.Binding.Articles.Bound, articles);
    }

    private T Ask<T>(Func<Reads, T> read) => site.Engine.Demand(read, Stop);

    private void All<TKey, T>(Query<TKey, T> query, IReadOnlyList<TKey> keys, Action<TKey, T> each)
        where TKey : notnull, IEquatable<TKey> => site.Engine.DemandAll(query, keys, each, options.Threads, Stop);

    private void Good<TKey, T>(Query<TKey, T> query, IReadOnlyList<TKey> keys)
        where TKey : notnull, IEquatable<TKey> => site.Engine.RefreshAll(query, keys, _ => { }, options.Threads, Stop);

    /// <summary>
    /// Makes pages, and then the files that gather what pages have. A template that would not come to an end is most likely on every
    /// page: the first says so, and those after it stay empty.
    /// </summary>
    /// <param name="checks">Whether each article is checked on the way, so that a large site need not read it twice.</param>
    /// <returns>The pages, up to the first that was stopped.</returns>
    private ImmutableArray<OutputKey> Render(bool checks)
    {
        var pages = Ask(reads => site.Outputs.Pages.Get(reads, default)).Items;
        var isSearched = Ask(reads => site.Site.Theme.HasSearch.Get(reads, default));
        var (last, done, batch) = (int.MaxValue, 0, FirstBatch);
        for (; done < pages.Length && last == int.MaxValue; batch = Math.Min(batch * 2, LargestBatch))
        {
            var endless = new ConcurrentQueue<OutputKey>();
            var next = pages[done..Math.Min(done + batch, pages.Length)];
            site.Engine.DemandEach(next, (reads, key) =>
            {
                if (checks && key.Kind == OutputKind.Article) site.Checks.Report.Refresh(reads, key.Name);
                var mark = site.Outputs.Mark.Get(reads, key);
                Take(key, mark);
                if (isSearched && key.Kind == OutputKind.Article) site.Outputs.Search.Article.Refresh(reads, new ArticleId(key.Name));
                if (mark.IsEndless) endless.Enqueue(key);
            }, options.Threads, Stop);
            if (_isLarge) Forget(next);
            if (_isLarge && GC.GetTotalMemory(forceFullCollection: false) > _tidied + Math.Max(_tidied / 16, LeastGarbage)) Tidy();
            for (var i = 0; i < next.Length && last == int.MaxValue; i++)
                if (endless.Contains(next[i])) last = done + i;
            done += next.Length;
        }
        if (last != int.MaxValue) Empty(pages, last);
        Tidy();
        All(site.Outputs.Mark, Ask(reads => site.Outputs.Files.Get(reads, default)), Take);
        Tidy();
        var search = Ask(reads => site.Outputs.SearchFiles.Get(reads, default));
        foreach (var mark in search) _files.Enqueue(mark);
        if (!search.All(Holds))
            foreach (var file in Ask(reads => site.Outputs.Search.Files(reads).ToArray())) write(file);
        foreach (var key in _lost) write(Ask(reads => site.Outputs.Content.Get(reads, key)));
        return last == int.MaxValue ? pages : pages[..(last + 1)];
    }

    /// <summary>
    /// Gives back what a step over a large site has left behind. Left to itself, the heap would grow by half before it is looked through.
    /// </summary>
    private void Tidy()
    {
        if (!_isLarge) return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _tidied = GC.GetTotalMemory(forceFullCollection: false);
    }

    private void Forget(ImmutableArray<OutputKey> pages)
    {
        foreach (var page in pages.Where(page => page.Kind == OutputKind.Article))
        {
            site.Binding.Publication.Forget(page.Name);
            Engine.Release(site.Binding.Articles.Bound, new ArticleId(page.Name));
        }
    }

    private void Empty(ImmutableArray<OutputKey> pages, int last)
    {
        foreach (var page in pages[(last + 1)..])
            write(PageRenderer.Empty(Ask(reads => OutputPlan.PathOf(page, new SiteScope(site.Site, reads)))));
    }

    /// <summary>Draws cards and scales photographs.</summary>
    private void Pictures()
    {
        var pictures = options.Pictures ?? NoPictureCache.Instance;
        var shown = Ask(reads => site.Site.Images.Shown.Get(reads, default)
            .Select(image => (Image: image, Files: site.Site.Images.Photograph.Get(reads, image.Path!)!)).ToArray());
        WorkThreads.Each(shown, options.Threads, photograph =>
        {
            var made = PhotographScaling.Make(photograph.Files, photograph.Image.Span, options.Imaging, pictures);
            foreach (var file in made.Value) Hand(file);
            foreach (var finding in made.Findings) _found.Enqueue(finding);
        }, Stop);
        if (Ask(reads => site.Site.Images.Drawing.Get(reads, default)) is not { } layout) return;
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        using var artist = new CardArtist(layout, findings);
        foreach (var finding in findings) _found.Enqueue(finding);
        if (!artist.IsReady) return;
        var cards = Ask(reads => site.Binding.Site.Explainers.Get(reads, default)
            .Select(article => site.Site.Images.ArticleCard.Get(reads, article)!)
            .Prepend(site.Site.Images.SiteCard.Get(reads, default)!)
            .ToArray());
        WorkThreads.Each(cards, options.Threads, card => Hand(artist.Draw(card, pictures)), Stop);
        foreach (var card in cards)
            if (artist.Missing(card) is { IsEmpty: false } missing) _found.Enqueue(Catalog.MissingGlyph(StartOf(card.Source), missing));
    }

    private FileSpan StartOf(ArticleId? article) =>
        article is { } id ? FileSpan.StartOf(Ask(reads => site.Syntax.Files.Get(reads, id.Path)!)) : FileSpan.None;

    /// <summary>Notes a file, which has just been handed on, or was in an earlier compile.</summary>
    private void Take(OutputKey key, OutputMark mark)
    {
        _files.Enqueue(mark);
        if (!Holds(mark)) _lost.Enqueue(key);
    }

    private void Hand(OutputFile file)
    {
        _files.Enqueue(new OutputMark(file.Path, file.Hash));
        write(file);
    }

    /// <summary>What was found as it weighs here, without what writers accept, and what they accept for nothing.</summary>
    private IEnumerable<Diagnostic> Weighed(Reads reads)
    {
        var weights = site.Syntax.Weights.Get(reads, default);
        var accepted = new AcceptedFindings(site.Checks.Accepted.Get(reads, default), weights);
        var left = accepted.Leave(weights.Weigh(Findings(reads)));
        return left.Concat(weights.Weigh(accepted.Unused(left)));
    }

    private IEnumerable<Diagnostic> Findings(Reads reads) =>
    [
        .. options.Reading,
        .. site.Syntax.Findings.Get(reads, default),
        .. site.Binding.Findings.Get(reads, default),
        .. site.Checks.Findings.Get(reads, default),
        .. site.Outputs.Findings.Get(reads, default),
        .. _found,
        .. site.Reports.Findings.Get(reads, default),
    ];
}
