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
    private Dictionary<string, PageRecord> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<Question, int> _numbers = [];
    private readonly List<Question> _questions = [];

    private readonly Dictionary<Subject, Fingerprint> _bases = [];
    private Fingerprint[] _answers = [];

    /// <summary>Indexes of the site.</summary>
    public IndexMemory Indexes { get; } = new();

    /// <summary>Which pages were planned.</summary>
    public PlanMemory Plans { get; } = new();

    /// <summary>Every page, in ordinal order of address.</summary>
    public IEnumerable<PageRecord> Pages => _pages.Values.OrderBy(page => page.File.Url, StringComparer.Ordinal);

    /// <summary>What the pages ask, by number.</summary>
    public IReadOnlyList<Question> Questions => _questions;

    /// <summary>Renders the pages that are not what they were.</summary>
    /// <param name="plans">All pages of the site.</param>
    /// <param name="site">The site.</param>
    public PageRecord[] Render(ImmutableArray<PagePlan> plans, SiteScope site)
    {
        var answers = new Answers(site, plans, Plans.Alphabet);
        var now = Kept(answers);
        var pages = new PageRecord[plans.Length];
        var rendered = new IReadOnlyCollection<Question>?[plans.Length];
        Parallel.For(0, plans.Length, i =>
        {
            var head = answers.Of(plans[i]);
            if (_pages.TryGetValue(plans[i].Head.Url, out var known) && known.Head == head && IsSame(known, now, answers))
            {
                pages[i] = known;
                return;
            }
            var (file, findings, questions) = PageRenderer.Render(plans[i], site);
            pages[i] = new PageRecord(file, findings, head, [], []);
            rendered[i] = questions;
        });
        Number(pages, rendered);
        Parallel.For(0, plans.Length, i =>
        {
            if (rendered[i] is not null) pages[i] = pages[i] with { Answers = [.. pages[i].Questions.Select(number => answers.Of(_questions[number]))] };
        });
        Keep(pages);
        _answers = Completed(now, pages);
        Rendered = rendered.Count(questions => questions is not null);
        return pages;
    }

    /// <summary>How many pages are remembered.</summary>
    public int Count => _pages.Count;

    /// <summary>How many pages the last compile rendered.</summary>
    public int Rendered { get; private set; }

    /// <summary>The last answer to a question, by its number; every page that is remembered was given it, if it asked.</summary>
    public Fingerprint AnswerTo(int question) => question < _answers.Length ? _answers[question] : Fingerprint.None;

    /// <summary>Takes up what another run of the program remembered.</summary>
    public void Load(IEnumerable<Question> questions, IEnumerable<PageRecord> pages)
    {
        foreach (var question in questions) Number(question);
        Keep(pages);
    }

    /// <summary>The answers by number of their question: those that follow from what is the same, and room for all others.</summary>
    private Fingerprint[] Kept(Answers answers)
    {
        var same = new HashSet<Subject>();
        foreach (var subject in Enum.GetValues<Subject>())
        {
            var basis = answers.Basis(subject);
            if (basis != Fingerprint.None && _bases.TryGetValue(subject, out var before) && before == basis) same.Add(subject);
            _bases[subject] = basis;
        }
        var now = new Fingerprint[_questions.Count];
        for (var i = 0; i < _answers.Length; i++)
            if (same.Contains(_questions[i].Subject)) now[i] = _answers[i];
        return now;
    }

    /// <summary>The answers with those that pages were given that were rendered just now.</summary>
    private Fingerprint[] Completed(Fingerprint[] now, PageRecord[] pages)
    {
        Array.Resize(ref now, _questions.Count);
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Questions.Length; i++) now[page.Questions[i]] = page.Answers[i];
        }
        return now;
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

    private void Number(PageRecord[] pages, IReadOnlyCollection<Question>?[] rendered)
    {
        for (var i = 0; i < pages.Length; i++)
            if (rendered[i] is { } questions) pages[i] = pages[i] with { Questions = [.. questions.Select(Number)] };
    }

    private int Number(Question question)
    {
        if (_numbers.TryGetValue(question, out var number)) return number;
        _numbers.Add(question, _questions.Count);
        _questions.Add(question);
        return _questions.Count - 1;
    }

    /// <summary>Keeps pages without findings, whose words may depend on more than was asked; of two with one address, neither.</summary>
    private void Keep(IEnumerable<PageRecord> pages)
    {
        _pages = [];
        foreach (var page in pages)
            if (page.Findings.IsEmpty && !_pages.TryAdd(page.File.Url, page)) _pages.Remove(page.File.Url);
    }
}
