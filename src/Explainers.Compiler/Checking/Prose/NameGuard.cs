using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;

namespace Explainers.Checking.Prose;

/// <summary>
/// Finds names in prose that are nearly those of people and organisations of the sheets, and offices before a name that the sheets do not
/// give to that person. It says something only where nobody else can be meant.
/// </summary>
internal sealed class NameGuard
{
    /// <summary>From how many letters on a word of a name can be misspelt, and not be another name.</summary>
    private const int Shortest = 4;

    /// <summary>From how many letters on a name that stands alone can be.</summary>
    private const int ShortestAlone = 6;

    /// <summary>From how many letters on two of them may be wrong.</summary>
    private const int Long = 8;

    private readonly Dictionary<char, List<SpeltWord>> _words = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownActor?> _surnames = new(StringComparer.Ordinal);
    private readonly PartialDate? _day;

    /// <summary>Takes the people and organisations of the sheets that a text is about.</summary>
    /// <param name="actors">The people and organisations.</param>
    /// <param name="language">What language they are named in.</param>
    /// <param name="day">The day that the text is about, or null.</param>
    public NameGuard(IEnumerable<KnownActor> actors, ProseLanguage language, PartialDate? day)
    {
        _day = day;
        foreach (var actor in actors)
            foreach (var spelling in actor.Spellings)
                Add(actor, spelling, language);
    }

    /// <summary>What is wrong with the names of a text.</summary>
    /// <param name="prose">The text.</param>
    /// <param name="text">Its tokens.</param>
    /// <param name="plain">Gives what is fine as it is typed.</param>
    public IEnumerable<Diagnostic> Read(ProseText prose, TokenText text, Func<PlainStretches> plain)
    {
        if (_words.Count == 0) yield break;
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Kind == TokenKind.Sign)
            {
                // A title or somebody else's words stand as they were written.
                if (QuotationFinder.Opens(text.Sign(i)) && new QuotationFinder(text).At(i) is var (_, next)) i = next - 1;
                continue;
            }
            if (text[i].Length < Shortest || !char.IsUpper(text.Text[text[i].Start])) continue;
            if (Finding(prose, text, i) is { } finding && !plain().Touch(text[i].Start, text[i].End)) yield return finding;
        }
    }

    private Diagnostic? Finding(ProseText prose, TokenText text, int i)
    {
        if (!_words.TryGetValue(Initial(text.Text[text[i].Start]), out var words)) return null;
        var bare = text.Bare(i);
        var at = prose.At(text[i].Start, bare.Length);
        var folded = (string?)null;
        foreach (var word in words)
        {
            if (Math.Abs(word.Folded.Length - bare.Length) > 2) continue;
            folded ??= Folding.Fold(text.Text.Substring(text[i].Start, bare.Length));
            if (_known.Contains(folded)) return WrongOffice(prose, text, i, folded);
            if (word.IsNear(folded) && IsMeant(text, i, word, folded))
                return Catalog.MisspeltName(at, bare.ToString(), word.Text, word.Actor.Name.Name);
        }
        return null;
    }

    private void Add(KnownActor actor, string spelling, ProseLanguage language)
    {
        var name = new TokenText(spelling, language);
        var all = Enumerable.Range(0, name.Count).Select(i => name.Text[name[i].Start..name[i].End]).ToImmutableArray();
        ImmutableArray<string> folded = [.. all.Select(Folding.Fold)];
        foreach (var word in folded) _known.Add(word);
        for (var place = 0; place < all.Length; place++)
        {
            if (folded[place].Length < Shortest || !char.IsUpper(all[place][0])) continue;
            var key = Initial(all[place][0]);
            if (!_words.TryGetValue(key, out var words)) _words[key] = words = [];
            words.Add(new SpeltWord(actor, all[place], folded[place], folded, place));
        }
        // Two people of one name are told apart by nothing here.
        if (actor.IsPerson && folded.Length > 1)
            _surnames[folded[^1]] = _surnames.TryGetValue(folded[^1], out var other) && other?.Name != actor.Name ? null : actor;
    }

    /// <summary>Whether a word is meant for one of a name: the others stand around it, or it is long and stands alone.</summary>
    private static bool IsMeant(TokenText text, int i, SpeltWord word, string folded)
    {
        var (name, place) = (word.Name, word.Place);
        if (name.Length > 1)
        {
            var first = i - place;
            var isWhole = true;
            for (var other = 0; other < name.Length && isWhole; other++)
                isWhole = other == place || IsWord(text, first + other, name[other]);
            if (isWhole) return true;
        }
        var isLast = place == name.Length - 1 && (word.Actor.IsPerson || name.Length == 1);
        if (!isLast || !text.Language.IsEnglish || folded.Length < ShortestAlone || folded[0] != word.Folded[0]) return false;
        if (Spelling.Distance(folded, word.Folded) > 1 || IsForm(folded, word.Folded) || IsForm(word.Folded, folded)) return false;
        if (text.BeginsSentence(i) || text.IsName(i + 1)) return false;
        if (text.IsName(i - 1) && !text.IsIn(i - 1, Titles.Words) && !text.BeginsSentence(i - 1)) return false;
        return !IsInSmallLetters(text, folded);
    }

    private static bool IsWord(TokenText text, int i, string folded) =>
        text[i].Kind != TokenKind.Sign && Folding.Fold(text.Bare(i).ToString()) == folded;

    /// <summary>Whether a word is another with an ending: many of the name, or what is of the place.</summary>
    private static bool IsForm(string word, string name) => word.Length > name.Length && word.StartsWith(name, StringComparison.Ordinal);

    /// <summary>Whether the text has a word without a capital letter, so that it is none of a name.</summary>
    private static bool IsInSmallLetters(TokenText text, string folded)
    {
        for (var i = 0; i < text.Count; i++)
            if (text.Span(i).SequenceEqual(folded)) return true;
        return false;
    }

    /// <summary>An office before a name that its sheet does not give to that person, or does not give on that day.</summary>
    private Diagnostic? WrongOffice(ProseText prose, TokenText text, int i, string surname)
    {
        if (!text.Language.IsEnglish || !_surnames.TryGetValue(surname, out var actor) || actor is null) return null;
        var first = i;
        while (first > 0 && text.IsName(first - 1) && _known.Contains(Folding.Fold(text.Span(first - 1).ToString()))) first--;
        var (start, office) = Offices.Before(text, first);
        if (office.IsEmpty || Offices.Fits(office, actor.Roles.Select(role => role.Text)) is not { } known) return null;
        if (known) return null;
        var last = _day is { } day ? actor.Roles.LastOrDefault(role => role.Period.Covers(day.LastDay)) : actor.Roles[^1];
        if (last is null) return null;
        var at = prose.At(text[start].Start, text[first - 1].End - text[start].Start);
        return Catalog.ContradictedRole(at, text.Text[text[start].Start..text[first - 1].End], actor.Name.Name, last.Text);
    }

    private static char Initial(char letter) => char.IsAscii(letter) ? char.ToLowerInvariant(letter) : Folding.Fold(letter.ToString())[0];

    /// <summary>A word of a name.</summary>
    /// <param name="Actor">Whose name it is.</param>
    /// <param name="Text">The word.</param>
    /// <param name="Folded">The word in plain letters.</param>
    /// <param name="Name">All words of the name in plain letters.</param>
    /// <param name="Place">Which of them it is.</param>
    private sealed record SpeltWord(KnownActor Actor, string Text, string Folded, ImmutableArray<string> Name, int Place)
    {
        /// <summary>Whether a word is this one with a slip: a letter or two wrong, dropped, added, doubled or exchanged.</summary>
        public bool IsNear(string word)
        {
            if (word.Length < Shortest || IsPlural(word) || IsPlural(Folded, word)) return false;
            var distance = Spelling.Distance(word, Folded);
            return distance > 0 && distance <= (Math.Min(word.Length, Folded.Length) >= Long ? 2 : 1);
        }

        /// <summary>Whether it is many of the name, or the form for a woman: "the Brandts", "Daniela".</summary>
        private bool IsPlural(string word) => IsPlural(word, Folded);

        private static bool IsPlural(string word, string name) =>
            word.Length == name.Length + 1 && word[^1] is 's' or 'a' or 'e' && word.StartsWith(name, StringComparison.Ordinal);
    }
}
