using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Explainers.Facts;
using Explainers.Facts.Literals;
using Explainers.Parsing.Articles;
using Explainers.Sources;

namespace Explainers.Checking.Prose;

/// <summary>An entry that a sheet could have for a figure of an article.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Literal">Its value as a sheet has it; of a quotation, the words.</param>
/// <param name="IsText">Whether the value has to be kept as it is typed.</param>
/// <param name="Speaker">Who says a quotation; null for a fact.</param>
/// <param name="Sentence">The sentence that states it.</param>
internal sealed record FactProposal(string Id, string Label, string Literal, bool IsText, string? Speaker, string Sentence);

/// <summary>A stretch of an article that a reference takes the place of.</summary>
/// <param name="Span">The stretch.</param>
/// <param name="Id">The entry that it refers to.</param>
/// <param name="Behind">What stays behind the reference.</param>
internal sealed record ProposedReference(FileSpan Span, string Id, string Behind);

/// <summary>Proposes entries for the figures, dates and quotations of an article.</summary>
internal sealed class FactProposals
{
    /// <summary>How much of a sentence is shown.</summary>
    private const int LongestSentence = 300;

    private static readonly SearchValues<char> Signs = SearchValues.Create("*_`[]{}<>\\\n\r");

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly ImmutableArray<FactProposal>.Builder _facts = ImmutableArray.CreateBuilder<FactProposal>();
    private readonly ImmutableArray<ProposedReference>.Builder _references = ImmutableArray.CreateBuilder<ProposedReference>();

    private FactProposals()
    {
    }

    /// <summary>Reads the pieces of an article.</summary>
    /// <param name="texts">Its pieces.</param>
    /// <param name="language">What language they are in.</param>
    /// <param name="isWanted">Whether the figure at a place is one that no fact gives.</param>
    public static (ImmutableArray<FactProposal> Facts, ImmutableArray<ProposedReference> References) Of(
        IEnumerable<ProseText> texts, ProseLanguage language, Func<FileSpan, bool> isWanted)
    {
        var proposals = new FactProposals();
        foreach (var prose in texts)
        {
            var text = new TokenText(prose.Text, language);
            foreach (var figure in FigureFinder.Find(text))
            {
                var span = prose.At(figure.Start, figure.End - figure.Start);
                if (!figure.IsSmall && isWanted(span)) proposals.Add(figure, text, span);
            }
        }
        return (proposals._facts.ToImmutable(), proposals._references.ToImmutable());
    }

    private void Add(TypedFigure figure, TokenText text, FileSpan span)
    {
        var typed = span.File!.Text.Substring(span.Start, span.Length);
        // What has markup or a line end inside is left to the writer.
        if (typed.AsSpan().ContainsAny(Signs)) return;
        var sentence = Sentence.Around(text, figure);
        if (figure.Kind == FigureKind.Quotation) Quote(figure, text, sentence, span);
        else Fact(figure, text, sentence, span, typed);
    }

    private void Quote(TypedFigure figure, TokenText text, Sentence sentence, FileSpan span)
    {
        var words = ((TextValue)figure.Value!).Text.Trim();
        var behind = words.EndsWith(',') ? "," : "";
        if (behind.Length > 0) words = words[..^1];
        var speaker = Quoting.SpeakerIn(text, sentence) ?? "Speaker to be named";
        var key = $"“{words}";
        if (!_ids.TryGetValue(key, out var id))
        {
            _ids[key] = id = Free("quote");
            _facts.Add(new FactProposal(id, "", words, true, speaker, Said(text, sentence)));
        }
        _references.Add(new ProposedReference(span, id, behind));
    }

    private void Fact(TypedFigure figure, TokenText text, Sentence sentence, FileSpan span, string typed)
    {
        var isPart = text.Sign(sentence.FigureEnd) is '-' or '‑' && !text[sentence.FigureEnd].IsSpaced;
        var literal = isPart || typed.AsSpan().ContainsAny('-', '‑') ? null : Literal(figure);
        var key = literal ?? $"text {typed}";
        if (!_ids.TryGetValue(key, out var id))
        {
            var label = Label(figure);
            _ids[key] = id = Free(label);
            _facts.Add(new FactProposal(id, Labelled(id), literal ?? typed, literal is null, null, Said(text, sentence)));
        }
        _references.Add(new ProposedReference(span, id, ""));
    }

    /// <summary>A value as a sheet has it, or null where a sheet cannot say it but as a text.</summary>
    private static string? Literal(TypedFigure figure)
    {
        var literal = figure.Value switch
        {
            DateValue date => date.Machine,
            TimeValue time => time.Machine,
            MoneyValue money => $"{Number(money.Figure)} {money.Currency}",
            QuantityValue quantity => $"{Number(quantity.Figure)} {quantity.Unit.Text}",
            NumberValue number => Number(number.Figure),
            VoteValue { For: var yes, Against: var no } => string.Create(CultureInfo.InvariantCulture, $"{yes} to {no}"),
            DurationValue duration => string.Join(' ', duration.Parts.Select(part => $"{Number(part.Figure)} {part.Unit.Text}")),
            _ => null,
        };
        return literal is not null && LiteralReader.Plain(literal, null).Value is { } read && read.GetType() == figure.Value!.GetType()
            ? literal
            : null;
    }

    private static string Number(Figure figure)
    {
        var point = figure.Digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? figure.Digits : figure.Digits[..point];
        var grouped = whole.Length > 4 && decimal.TryParse(whole, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,0", CultureInfo.InvariantCulture)
            : whole;
        var digits = point < 0 ? grouped : grouped + figure.Digits[point..];
        return figure.Scale.Length == 0 ? digits : $"{digits} {figure.Scale}";
    }

    /// <summary>What an entry is called: by what it counts, or by its kind.</summary>
    private static string Label(TypedFigure figure) => (figure.Kind, figure.Value) switch
    {
        (FigureKind.Date, _) => "date",
        (FigureKind.Time, _) => "time",
        (FigureKind.Money, _) => "amount",
        (FigureKind.Vote, _) => "vote",
        (_, QuantityValue { Unit: { IsCount: true, Single.Symbol: var noun } }) => noun,
        (_, QuantityValue { Unit.IsPercent: true }) => "share",
        (_, QuantityValue { Unit.IsTime: true } or DurationValue) => "duration",
        (_, QuantityValue) => "measure",
        _ => "figure",
    };

    private static string Labelled(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('_', ' ');

    /// <summary>An id that is free: a name, with a number where there is one already.</summary>
    private string Free(string name)
    {
        var id = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(letter)) id.Append(letter);
        if (id.Length == 0 || !char.IsAsciiLetter(id[0])) id.Insert(0, "figure");
        var free = id.ToString();
        for (var i = 2; !_taken.Add(free); i++) free = $"{id}_{i}";
        return free;
    }

    private static string Said(TokenText text, Sentence sentence)
    {
        var (start, end) = (text[sentence.First].Start, text[Math.Min(sentence.End, text.Count - 1)].End);
        var said = text.Text[start..end].Replace(ProseText.Reference, '…').Replace(ProseText.Opaque, '…')
            .ReplaceLineEndings(" ").Trim().TrimStart(',', '”', '’', '"', ' ');
        return said.Length > LongestSentence ? said[..LongestSentence] + "…" : said;
    }
}
