using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Formulas;
using Explainers.Facts.Literals;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Formulas;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;
using Explainers.Sources;
using NodaTime;

namespace Explainers.Binding;

/// <summary>
/// Gives one entry of a sheet its typed value and its sources; what does not fit is reported, and a text stands in for it.
/// </summary>
internal sealed class EntryBinder(FactLookup facts, SheetEntries sheet)
{
    private readonly ImmutableArray<Diagnostic>.Builder _findings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly List<Fact> _inputs = [];
    private bool _hasValue = true;
    private PartialDate? _asOf;

    /// <summary>Binds an entry.</summary>
    public BoundFact Bind(EntrySyntax entry)
    {
        var provenance = entry.Provenance;
        _asOf = provenance.AsOf;
        var value = Value(entry.Value);
        var formula = FormulaOf(entry.Value);
        var fact = new Fact(
            FactId.Of(sheet.Syntax.Name, entry.Id.Text),
            entry.Label ?? Labels.Of(entry.Id.Text),
            value,
            Sourcing(entry, value, formula is not null),
            provenance.AsOf,
            provenance.ReviewBy)
        {
            IsUnread = !_hasValue,
            Expires = provenance.Expires,
            IsImportant = provenance.IsImportant,
            HasNote = provenance.Note is not null,
            Owner = (provenance.Owner ?? sheet.Syntax.Owner)?.Text,
            Changes = provenance.Changes.Select((change, number) => Change(change, number, entry.Value))
                .OrderByDescending(change => change.Date.FirstDay).ToEquatable(),
            Formula = formula?.Text[1..].Trim(),
            Inputs = _inputs.Select(input => input.Name).Distinct().ToEquatable(),
        };
        return new BoundFact(
            fact,
            entry.Id.Span,
            entry.Value is LiteralSyntax written ? written.Text.Span : entry.Id.Span,
            _findings.DrainToImmutable());
    }

    /// <summary>The formula that gives an entry its value, or null.</summary>
    private static ScalarSyntax? FormulaOf(EntryValueSyntax value)
    {
        var literal = value switch { LiteralSyntax own => own, EventSyntax happening => new LiteralSyntax(happening.When), _ => null };
        return literal is { IsFormula: true } ? literal.Text : null;
    }

    private Sourcing Sourcing(EntrySyntax entry, FactValue value, bool isComputed)
    {
        var provenance = entry.Provenance;
        if (value is DisputedValue disputed)
            return new Sourcing(disputed.Versions.SelectMany(version => version.Sourcing.Citations).Distinct().ToEquatable(), false);
        var inherited = _inputs.SelectMany(CitationsOf).DistinctBy(citation => (citation.Identity, citation.Rate));
        if (!isComputed || !provenance.Sources.IsEmpty)
        {
            var own = sheet.Sources.Of(provenance.Sources, provenance.Note is not null, _findings);
            return own with { Citations = own.Citations.Concat(inherited.Where(citation => citation.Rate is not null)).ToEquatable() };
        }
        // What was computed rests on what it was computed from; where that failed, the failure has been reported.
        return new Sourcing(inherited.ToEquatable(), !_hasValue || _inputs.All(input => input.Sourcing.IsWaived));
    }

    /// <summary>The sources of what a value is made of; those of an exchange rate say that they are.</summary>
    private static IEnumerable<Citation> CitationsOf(Fact input) =>
        input is { AsOf: not null, Value: QuantityValue { Unit.IsRate: true } }
            ? input.Sourcing.Citations.Select(citation => citation with { Rate = input.Name })
            : input.Sourcing.Citations;

    private FactValue Value(EntryValueSyntax syntax) => syntax switch
    {
        LiteralSyntax literal => Literal(literal),
        PersonSyntax person => new PersonValue(Names(person), Roles(person, person.Group), Aliases(person), person.Side),
        OrganisationSyntax body =>
            new OrganisationValue(Names(body), Roles(body, null), Aliases(body), Group(body.Group), body.Country),
        QuoteSyntax quote => Quote(quote, _asOf),
        EventSyntax happening => Event(happening),
        PlaceSyntax place =>
            Read(place.At, "coordinates") is CoordinatesValue at ? new PlaceValue(place.Name, at, Zone(place.Zone)) : Fail(place.Name),
        TermSyntax term => new TermValue(term.Term),
        TableSyntax written => Table(written),
        DisputedSyntax disputed => Disputed(disputed),
        _ => throw new InvalidOperationException($"An entry of type {syntax.GetType().Name} has no value."),
    };

    private DateTimeZone? Zone(ScalarSyntax? zone)
    {
        if (zone is null) return null;
        var known = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone.Text);
        if (known is null)
            _findings.Add(
                Catalog.InvalidValue(
                    zone.Span,
                    zone.Text,
                    "a zone of the IANA database, such as America/Anchorage",
                    Catalog.DidYouMean(Nearest.To(zone.Text, DateTimeZoneProviders.Tzdb.Ids))));
        return known;
    }

    private static EquatableArray<DatedName> Names(ActorSyntax actor)
    {
        var ordered = Periods.InOrder(actor.Names);
        return ordered.Zip(Periods.Of(ordered), (name, period) => new DatedName(name.Text.Text, period)).ToEquatable();
    }

    /// <summary>The roles of a person or organisation; one that names no organisation is for the actor's own.</summary>
    private EquatableArray<DatedRole> Roles(ActorSyntax actor, ScalarSyntax? group)
    {
        var ordered = Periods.InOrder(actor.Roles);
        if (ordered.IsEmpty && Group(group) is { } only) return [new DatedRole("", only, default)];
        return ordered.Zip(Periods.Of(ordered), (role, period) => new DatedRole(role.Text.Text, Group(role.Organisation ?? group), period))
            .ToEquatable();
    }

    private static EquatableArray<string> Aliases(ActorSyntax actor) => actor.Aliases.Select(alias => alias.Text).ToEquatable();

    /// <summary>
    /// The organisation that a text names. It is read as written, since two organisations can belong to each other by mistake.
    /// </summary>
    private Affiliation? Group(ScalarSyntax? written)
    {
        if (written is null) return null;
        return Named<OrganisationSyntax>(written) is { } name
            ? new Affiliation(name, Names((OrganisationSyntax)facts.Entry(name)!.Value))
            : new Affiliation(null, [new DatedName(written.Text, default)]);
    }

    private QuoteValue Quote(QuoteSyntax quote, PartialDate? said)
    {
        var speaker = Mentioned<ActorSyntax>(quote.Speaker);
        var name = speaker?.Value is ActorValue actor && said is { } date ? actor.On(date).Name : speaker?.Label;
        return new QuoteValue(quote.Text, name ?? quote.Speaker?.Text ?? "", speaker?.Name);
    }

    /// <summary>What a text names if it names an entry. The sheet's name is empty where the text has none.</summary>
    internal static ReferenceSyntax Mention(ScalarSyntax written)
    {
        var dot = written.Text.IndexOf('.');
        return dot > 0 && written.Text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '.')
            ? new ReferenceSyntax(written.Text[..dot], written.Text[(dot + 1)..], written.Span)
            : new ReferenceSyntax("", written.Text, written.Span);
    }

    /// <summary>
    /// The entry of this sheet or another that a text names, or null where it is only a text; one that is written as a name and is none is
    /// reported.
    /// </summary>
    private Fact? Mentioned<T>(ScalarSyntax? written) where T : EntryValueSyntax =>
        written is not null && Named<T>(written) is not null ? facts.Find(Mention(written), _findings) : null;

    /// <summary>The name of that entry.</summary>
    private FactId? Named<T>(ScalarSyntax written) where T : EntryValueSyntax
    {
        var reference = Mention(written);
        var isName = reference.Sheet.Length > 0;
        var name = isName ? new FactId(written.Text) : FactId.Of(sheet.Syntax.Name, written.Text);
        var entry = facts.Entry(name);
        if (entry is { Value: T }) return name;
        if (isName && entry is null) facts.Find(reference, _findings);
        else if (isName) _findings.Add(Catalog.InvalidValue(written.Span, written.Text, Wanted(typeof(T))));
        return null;
    }

    private static string Wanted(Type syntax) =>
        syntax == typeof(ActorSyntax) ? "a person or an organisation" : syntax == typeof(PlaceSyntax) ? "a place" : "an organisation";

    private FactValue Event(EventSyntax happening)
    {
        var (at, written) = (happening.When, new LiteralSyntax(happening.When));
        var when = written.IsFormula ? Literal(written) : LiteralReader.Read(at.Text).Value;
        var place = Mentioned<PlaceSyntax>(happening.Place);
        if (when is DateValue or MomentValue)
            return new EventValue(when, happening.Title, place?.Label ?? happening.Place?.Text, place?.Name);
        var reading = LiteralReader.Read(at.Text, "date");
        if (_hasValue)
            _findings.Add(
                Catalog.InvalidValue(
                    at.Span,
                    at.Text,
                    reading.Expected ?? "a date",
                    reading.Hint ?? "write it as 1867-03-30, 1867-03 or 1867, or with hour and zone: 2025-08-15 11:26 America/Anchorage"));
        return Fail(happening.Title);
    }

    private TableValue Table(TableSyntax written)
    {
        var places = new CellPlaces(facts, sheet, _inputs, _findings);
        var binder = new TableBinder(
            facts, sheet.Syntax.File.Path, cell => Literal(new LiteralSyntax(cell)), places.Of, _findings);
        var table = binder.Bind(written);
        _hasValue &= binder.IsRead;
        return table;
    }

    private DisputedValue Disputed(DisputedSyntax disputed) => new(disputed.Versions.Select(version =>
        new DisputedVersion(Literal(version.Value), sheet.Sources.Of(version.Sources, false, _findings), version.AsOf)
        {
            Says = version.By,
            Names = version.Id is { } id ? [id] : version.Sources.Select(source => source.Text).ToEquatable(),
        }).ToEquatable());

    private static Change Change(ChangeSyntax change, int number, EntryValueSyntax value)
    {
        var type = (value as LiteralSyntax)?.Type;
        return new Change(
            change.Date,
            change.Kind,
            LiteralReader.Read(change.Was.Text, type).Value ?? new TextValue(change.Was.Text),
            number);
    }

    private FactValue Literal(LiteralSyntax literal)
    {
        var unit = literal.In is { } written ? Unit.Wanted(written.Text) : null;
        if (literal.In is { } unread && unit is null)
            _findings.Add(
                Catalog.InvalidValue(
                    unread.Span,
                    unread.Text,
                    "a unit",
                    Units.NearestTo(unread.Text) is { } nearest ? $"did you mean '{nearest}'?" : "such as km2, acres, US cents/acre or %"));
        if (literal.IsFormula) return Computed(literal, unit);
        if (literal.Digits is { } digits)
            _findings.Add(
                Catalog.ConflictingKeys(
                    digits.Span,
                    "'digits' is for computed values, and this one is written out",
                    "remove it, and write the value with the digits that it has"));
        var value = Read(literal.Text, literal.Type);
        if (unit is null || literal.In is null || !_hasValue) return value;
        if (Measures.Convert(value, unit) is { } converted) return converted;
        if (Exchange().Of(value, unit) is var (changed, rate))
        {
            _inputs.Add(rate);
            return changed;
        }
        _findings.Add(
            Catalog.UnitMismatch(
                literal.In.Span,
                $"{Kinds.Named(value)} such as '{literal.Text.Text}' cannot be given in {unit.Text}",
                unit.Currency is null || value is not MoneyValue ? null : Currencies.RateHint));
        return value;
    }

    private Exchange Exchange() => new(facts.Rates(), _asOf);

    private FactValue Computed(LiteralSyntax literal, Unit? unit)
    {
        if (FormulaParser.Parse(literal.Text, _findings) is not { } formula) return Fail(literal.Text.Text);
        int? digits = null;
        if (literal.Digits is { } written)
        {
            if (int.TryParse(written.Text, out var number) && number is >= 1 and <= 15) digits = number;
            else _findings.Add(Catalog.InvalidValue(written.Span, written.Text, "a number of digits from 1 to 15"));
        }
        var evaluator = new FormulaEvaluator(reference => facts.Find(reference, _findings), _findings, Exchange());
        var value = evaluator.Evaluate(formula, unit, literal.In?.Span ?? FileSpan.None, digits);
        _inputs.AddRange(evaluator.Inputs);
        return value ?? Fail(literal.Text.Text);
    }

    private FactValue Read(ScalarSyntax literal, string? type)
    {
        var reading = LiteralReader.Read(literal.Text, type);
        if (reading.Value is { } value)
        {
            if (type is null && LiteralSuggestions.Of(literal.Text, value) is { } meant)
                _findings.Add(Catalog.LooksLike(literal.Span, literal.Text, meant.Read, meant.Kind, meant.Hint));
            return value;
        }
        _findings.Add(Catalog.InvalidValue(literal.Span, literal.Text, reading.Expected ?? "a value", reading.Hint));
        return Fail(literal.Text);
    }

    private TextValue Fail(string text)
    {
        _hasValue = false;
        return new TextValue(text);
    }
}
