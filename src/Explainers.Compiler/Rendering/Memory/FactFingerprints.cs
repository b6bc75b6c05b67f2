using System.Collections.Concurrent;
using Explainers.Binding;
using Explainers.Binding.Values;
using Explainers.Parsing.Articles;
using Explainers.Sources;

namespace Explainers.Rendering.Memory;

/// <summary>Fingerprints of facts and sheets: of what is written and what follows from it, not of where it is written.</summary>
internal sealed class FactFingerprints(SiteScope site)
{
    private readonly ConcurrentDictionary<Fact, Fingerprint> _whole = new();

    /// <summary>Everything that a page can say of a fact.</summary>
    public Fingerprint Whole(Fact fact) => fact is { Note: null, Changes.IsEmpty: true, Value: not TermValue } ? Own(fact) : _whole.GetOrAdd(fact, static (fact, all) => Own(fact).With(all.Texts(fact.Changes.Select(change => change.Why).Prepend((fact.Value as TermValue)?.Means).Prepend(fact.Note))), this);

    /// <summary>What a fact is called, of what type it is, and where it stands.</summary>
    public Fingerprint Name(Fact fact) => Named(fact).With(site.Sheets.PersonOf(fact)?.Url);

    /// <summary>What a sheet says of itself.</summary>
    public Fingerprint Whole(FactSheet sheet) => Name(sheet).With(Texts([sheet.Summary]));

    /// <summary>Which facts a sheet has, and of what type they are.</summary>
    public static Fingerprint Listed(FactSheet sheet) => Name(sheet).With(sheet.Facts.Select(fact => Fingerprint.Of(fact.Name).With(fact.Value.GetType().Name)));

    /// <summary>A sheet with everything in it.</summary>
    public static Fingerprint All(FactSheet sheet) => Name(sheet).With(sheet.Summary?.Text?.Text).With(sheet.Facts.Select(Own));

    /// <summary>What a sheet and its facts are called, and which events are where, and quotations whose.</summary>
    public static Fingerprint Names(FactSheet sheet) => Name(sheet).With(sheet.Facts.Select(fact => fact.Value switch
    {
        QuoteValue quote => Named(fact).With(quote.Speaker).With(fact.Mentions.Select(Named)),
        EventValue => Named(fact).With(fact.Mentions.Select(Named)),
        _ => Named(fact),
    }));

    /// <summary>Which facts of a sheet rest on which sources.</summary>
    public static Fingerprint Sources(FactSheet sheet) => Fingerprint.Of(sheet.Name).With(sheet.Facts.Select(fact => Fingerprint.Of(fact.Name).With(fact.Sourcing.Citations.Select(Of))));

    /// <summary>What a sheet is called.</summary>
    public static Fingerprint Name(FactSheet sheet) => Fingerprint.Of(sheet.Name).With(sheet.Title);

    /// <summary>A source.</summary>
    public static Fingerprint Of(Citation citation) => Fingerprint.Of(citation.Publisher)
        .With(citation.Title).With(citation.Url).With(citation.Date?.ToString()).With(citation.Accessed?.ToString()).With(citation.Archived).With(citation.Language).With(citation.Note);

    /// <summary>A fact without its note, definition and history, which may name facts that name it in turn.</summary>
    public static Fingerprint Own(Fact fact)
    {
        if (fact.Own == Fingerprint.None)
        {
            fact.Own = Named(fact).With(fact.Content)
                .With(fact.Sourcing.IsWaived)
                .With(fact.Sourcing.Citations.Select(Of))
                .With(fact.Inputs.Select(Named))
                .With(Of(fact.Value))
                .With(fact.Mentions.Select(Named));
        }
        return fact.Own;
    }

    /// <summary>What a fact is called and rests on, for pages in which other words stand for it.</summary>
    public static Fingerprint Sourced(Fact fact) => Named(fact).With(fact.Sourcing.Citations.Select(Of));

    /// <summary>What a fact is called by its sheet, whoever else bears the name.</summary>
    public static Fingerprint Named(Fact fact)
    {
        if (fact.Named == Fingerprint.None) fact.Named = Fingerprint.Of(fact.Name).With(fact.Label).With(fact.Url).With(fact.Value.GetType().Name);
        return fact.Named;
    }

    /// <summary>A value, which a formula may have given; of others, the entry's content says the rest.</summary>
    private static Fingerprint Of(FactValue value) => value switch
    {
        NumberValue number => Of(number.Figure),
        MoneyValue money => Of(money.Figure).With(money.Currency),
        QuantityValue quantity => Of(quantity.Figure).With(quantity.Unit.Text),
        RangeValue range => Of(range.Low).With(Of(range.High)).With((int)range.Approximation),
        DateValue date => Fingerprint.Of(date.Machine).With((int)date.Approximation),
        MomentValue moment => Fingerprint.Of(moment.Machine).With(moment.Moment.Zone.Id),
        TimeValue time => Fingerprint.Of(time.Machine).With((int)time.Approximation),
        DurationValue duration => Fingerprint.Of("duration").With(duration.Parts.Select(Of)).With((int)duration.Approximation),
        EventValue happening => Of(happening.When),
        TableValue table => Fingerprint.Of("table").With(table.Rows.Select(row => Fingerprint.Of("row").With(row.Select(Of)))),
        DisputedValue disputed => Fingerprint.Of("disputed").With(disputed.Versions.Select(version => Of(version.Value))),
        _ => Fingerprint.Of(value.Machine),
    };

    private static Fingerprint Of(Figure figure) => Fingerprint.Of(figure.Digits).With(figure.Scale).With((int)figure.Approximation);

    private Fingerprint Texts(IEnumerable<ProseSyntax?> texts)
    {
        var all = Fingerprint.Of("texts");
        foreach (var text in texts.OfType<ProseSyntax>())
        {
            foreach (var part in site.Site.Texts[text])
                all = part is FactPart { Fact: var fact } ? all.With(Own(fact)) : all.With((part as HtmlPart)?.Html);
        }
        return all;
    }
}
