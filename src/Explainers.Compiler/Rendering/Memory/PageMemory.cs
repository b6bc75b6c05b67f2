using System.Collections.Immutable;
using Explainers.Rendering.Pages;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>
/// Pages that were rendered before, each with what it asked and what was answered. A page is what it was while its own head and all those answers are the same. Of one
/// compile at a time; what is asked in it may be asked by many threads.
/// </summary>
internal sealed class PageMemory
{
    private readonly Recollection<string, PageRecord> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<Question, int> _numbers = [];
    private readonly List<Question> _questions = [];
    private ImmutableArray<string> _urls = [];
    private HashSet<string> _taken = [];
    private Fingerprint[] _bases = [];
    private Fingerprint[] _answers = [];

    /// <summary>Indexes of the site.</summary>
    public IndexMemory Indexes { get; } = new();

    /// <summary>Which pages were planned.</summary>
    public PlanMemory Plans { get; } = new();

    /// <summary>All files of the site in ordinal order of path.</summary>
    public Ordering<OutputFile> Files { get; } = new((one, other) => string.CompareOrdinal(one.Path, other.Path));

    /// <summary>Every page, in ordinal order of address.</summary>
    public IEnumerable<PageRecord> Pages => _pages.All.Select(known => known.Value).OrderBy(page => page.File.Url, StringComparer.Ordinal);

    /// <summary>What the pages ask, by number.</summary>
    public IReadOnlyList<Question> Questions => _questions;

    /// <summary>Renders the pages that are not what they were.</summary>
    /// <param name="plans">All pages of the site.</param>
    /// <param name="site">The site.</param>
    public PageRecord[] Render(ImmutableArray<PagePlan> plans, SiteScope site)
    {
        var answers = new Answers(site, Plans);
        var now = Kept(answers);
        ImmutableArray<string> urls = [.. plans.Select(plan => plan.Head.Url)];
        var known = _pages.Recall(urls);
        var pages = new PageRecord[plans.Length];
        var rendered = new IReadOnlyCollection<Question>?[plans.Length];
        var last = int.MaxValue;
        Parallel.For(0, plans.Length, i =>
        {
            if (i > Volatile.Read(ref last)) return;
            var head = answers.Of(plans[i]);
            if (known[i] is { } before && before.Head == head && IsSame(before, now, answers))
            {
                pages[i] = before;
                return;
            }
            var page = PageRenderer.Render(plans[i], site);
            pages[i] = new PageRecord(page.File, page.Findings, head, [], []);
            rendered[i] = page.Questions;
            if (page.IsEndless) Lower(ref last, i);
        });
        // The template that was stopped is most likely on every page: the first says so, and those after it are not tried.
        for (var i = last; i < plans.Length - 1; i++)
        {
            pages[i + 1] = new PageRecord(PageRenderer.Empty(plans[i + 1]), [], answers.Of(plans[i + 1]), [], []);
            rendered[i + 1] = null;
        }
        Rendered = Answer(pages, rendered, now, answers);
        Keep(urls, pages);
        return pages;
    }

    /// <summary>How many pages are remembered.</summary>
    public int Count { get; private set; }

    /// <summary>How many pages the last compile rendered.</summary>
    public int Rendered { get; private set; }

    /// <summary>The last answer to a question, by its number; every page that is remembered was given it, if it asked.</summary>
    public Fingerprint AnswerTo(int question) => question < _answers.Length ? _answers[question] : Fingerprint.None;

    /// <summary>Takes up what another run of the program remembered.</summary>
    public void Load(IEnumerable<Question> questions, IEnumerable<PageRecord> pages)
    {
        foreach (var question in questions) Number(question);
        PageRecord[] all = [.. pages];
        Keep([.. all.Select(page => page.File.Url)], all);
    }

    /// <summary>The answers by number of their question: those that follow from what is the same, and room for all others.</summary>
    private Fingerprint[] Kept(Answers answers)
    {
        var (now, bases) = (new Fingerprint[_questions.Count], new Fingerprint[_questions.Count]);
        for (var i = 0; i < now.Length; i++)
        {
            bases[i] = answers.Basis(_questions[i]);
            if (i < _answers.Length && bases[i] != Fingerprint.None && bases[i] == _bases[i]) now[i] = _answers[i];
        }
        _bases = bases;
        return now;
    }

    /// <summary>Takes down what pages asked that were rendered just now, and what was answered; of all others that is known.</summary>
    /// <returns>How many those are.</returns>
    private int Answer(PageRecord[] pages, IReadOnlyCollection<Question>?[] rendered, Fingerprint[] now, Answers answers)
    {
        int[] news = [.. Enumerable.Range(0, pages.Length).Where(i => rendered[i] is not null)];
        foreach (var i in news) pages[i] = pages[i] with { Questions = [.. rendered[i]!.Select(Number)] };
        Parallel.ForEach(news, i => pages[i] = pages[i] with { Answers = [.. pages[i].Questions.Select(number => answers.Of(_questions[number]))] });
        var before = _bases.Length;
        Array.Resize(ref now, _questions.Count);
        Array.Resize(ref _bases, _questions.Count);
        for (var i = before; i < _bases.Length; i++) _bases[i] = answers.Basis(_questions[i]);
        foreach (var i in news)
            for (var asked = 0; asked < pages[i].Questions.Length; asked++) now[pages[i].Questions[asked]] = pages[i].Answers[asked];
        _answers = now;
        return news.Length;
    }

    private bool IsSame(PageRecord known, Fingerprint[] now, Answers answers)
    {
        for (var i = 0; i < known.Questions.Length; i++)
        {
            // Two threads may both work out the same answer; it is the same.
            ref var answer = ref now[known.Questions[i]];
            if (answer == Fingerprint.None) answer = answers.Of(_questions[known.Questions[i]]);
            if (answer != known.Answers[i]) return false;
        }
        return true;
    }

    /// <summary>Lowers a number that many threads look at.</summary>
    private static void Lower(ref int number, int to)
    {
        for (var seen = Volatile.Read(ref number); to < seen;)
        {
            var found = Interlocked.CompareExchange(ref number, to, seen);
            if (found == seen) return;
            seen = found;
        }
    }

    private int Number(Question question)
    {
        if (_numbers.TryGetValue(question, out var number)) return number;
        _numbers.Add(question, _questions.Count);
        _questions.Add(question);
        return _questions.Count - 1;
    }

    /// <summary>
    /// Keeps finished pages without findings, whose words may depend on more than was asked; of two with one address, neither.
    /// </summary>
    private void Keep(ImmutableArray<string> urls, PageRecord[] pages)
    {
        if (!urls.AsSpan().SequenceEqual(_urls.AsSpan()))
            _taken = [.. urls.CountBy(url => url, StringComparer.Ordinal).Where(url => url.Value > 1).Select(url => url.Key)];
        _urls = urls;
        PageRecord?[] kept = [.. pages.Select(page => page.Findings.IsEmpty && !page.File.Bytes.IsEmpty
            && !_taken.Contains(page.File.Url) ? page : null)];
        Count = kept.Count(page => page is not null);
        _pages.Keep(urls, kept);
    }
}
