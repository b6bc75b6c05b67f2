using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Text;

namespace Explainers.Binding;

/// <summary>Finds the parts that a fact has besides its value: when it held, what it was, what it rests on, what it is made of.</summary>
/// <param name="source">Gives a source of the fact's sheet by its id.</param>
internal sealed class FactParts(Func<string, Citation?> source)
{
    private static readonly ImmutableArray<string> OfSource = ["publisher", "title", "date", "accessed"];

    private static readonly ImmutableArray<string> Common =
        ["label", "as_of", "review_by", "expires", "was", "changed", "source", "sources"];

    /// <summary>A part of a fact as a fact of its own, or null.</summary>
    /// <param name="whole">The fact.</param>
    /// <param name="steps">The way to the part.</param>
    /// <param name="fault">Why there is no such part, or null.</param>
    public Fact? Read(Fact whole, ImmutableArray<ReferencePart> steps, out PartFault? fault)
    {
        fault = null;
        var fact = whole;
        for (var i = 0; i < steps.Length; i++)
        {
            var (word, next) = (steps[i].Name, i + 1 < steps.Length ? steps[i + 1].Name : null);
            var takesTwo = word is "versions" or "source" || (word == "sources" && i + 2 < steps.Length);
            var found = word switch
            {
                "versions" when fact.Value is DisputedValue disputed => Version(fact, disputed, next, ref fault),
                "source" => Source(fact, fact.Sourcing.Citations is [var first, ..] ? first : null, next, ref fault),
                "sources" => Source(fact, next is null ? null : source(next), i + 2 < steps.Length ? steps[i + 2].Name : null, ref fault),
                _ => Value(fact, word) is { } value ? With(fact, value) : null,
            };
            if (found is null)
            {
                fault ??= Unknown(whole, fact, word);
                return null;
            }
            fact = found;
            i += word == "sources" ? 2 : takesTwo ? 1 : 0;
        }
        return fact;
    }

    private static Fact? Version(Fact fact, DisputedValue disputed, string? name, ref PartFault? fault)
    {
        var named = disputed.Versions.Where(version => name is not null && version.Names.Contains(name)).ToArray();
        if (named is [var only]) return fact with { Value = only.Value, Sourcing = only.Sourcing, AsOf = only.AsOf ?? fact.AsOf };
        var all = disputed.Versions.SelectMany(version => version.Names).Distinct().ToArray();
        fault = named.Length > 1
            ? new PartFault($"{named.Length} versions of {fact.Name} rest on '{name}'", "give each version an 'id:', and refer to that")
            : new PartFault(
                name is null ? "'versions' needs the name of a version" : $"{fact.Name} has no version '{name}'",
                Catalog.DidYouMean(name is null ? null : Nearest.To(name, all)) ?? $"its versions are {string.Join(", ", all)}");
        return null;
    }

    private static Fact? Source(Fact fact, Citation? citation, string? word, ref PartFault? fault)
    {
        FactValue? value = (citation, word) switch
        {
            ({ } known, "publisher") => new TextValue(known.Publisher),
            ({ } known, "title") => new TextValue(known.Title),
            ({ Date: { } date }, "date") => new DateValue(date),
            ({ Accessed: { } date }, "accessed") => new DateValue(date),
            _ => null,
        };
        if (value is not null) return With(fact, value);
        fault = citation is null
            ? new PartFault($"{fact.Name} has no such source", "write source.publisher, or sources, the id of a source, and publisher")
            : word is not null && OfSource.Contains(word)
            ? new PartFault($"the source of {fact.Name} has no '{word}'", $"add '{word}:' to the source")
            : new PartFault(
                word is null ? "'source' needs the name of a part" : $"a source has no part '{word}'",
                Catalog.DidYouMean(word is null ? null : Nearest.To(word, OfSource)) ?? $"its parts are {string.Join(", ", OfSource)}");
        return null;
    }

    private static PartFault Unknown(Fact whole, Fact fact, string word)
    {
        if (word is "as_of" or "review_by" or "expires" && Dated(fact, word) is null)
            return new PartFault($"{whole.Name} has no '{word}'", $"add '{word}:' to the fact");
        if (Own(fact.Value).Contains(word)) return new PartFault($"{whole.Name} has no '{word}'", $"add '{word}:' to the entry");
        if (word is "was" or "changed") return new PartFault($"{whole.Name} has no changes", "add what it was under 'changes:'");
        return new PartFault(
            $"{whole.Name} is {Kinds.Named(fact.Value)}, which has no part '{word}'",
            Catalog.DidYouMean(Nearest.To(word, Words(fact))) ?? $"its parts are {string.Join(", ", Words(fact))}");
    }

    /// <summary>The names of the parts of a fact.</summary>
    private static ImmutableArray<string> Words(Fact fact) => [.. Own(fact.Value), .. Common];

    private static ImmutableArray<string> Own(FactValue value) => value switch
    {
        RangeValue => ["low", "high"],
        VoteValue => ["for", "against"],
        PersonValue => ["name", "role", "organisation", "side"],
        OrganisationValue => ["name", "role", "part_of", "country"],
        QuoteValue => ["text", "speaker"],
        EventValue => ["date", "title", "place"],
        PlaceValue => ["name", "at"],
        DisputedValue => ["versions"],
        _ => [],
    };

    private static FactValue? Value(Fact fact, string word) => (fact.Value, word) switch
    {
        (RangeValue range, "low") => range.Low,
        (RangeValue range, "high") => range.High,
        (VoteValue vote, "for") => new NumberValue(Figure.Of(vote.For)),
        (VoteValue vote, "against") => new NumberValue(Figure.Of(vote.Against)),
        (ActorValue actor, "name") => new TextValue(actor.Name),
        (ActorValue { Role.Text: { Length: > 0 } role }, "role") => new TextValue(role),
        (PersonValue { Role.Organisation: { } body }, "organisation") => new TextValue(body.Name),
        (PersonValue { Side: { } side }, "side") => new TextValue(side),
        (OrganisationValue { PartOf: { } above }, "part_of") => new TextValue(above.Name),
        (OrganisationValue { Country: { } country }, "country") => new TextValue(country),
        (QuoteValue quote, "text") => new TextValue(quote.Text),
        (QuoteValue quote, "speaker") => new TextValue(quote.Speaker),
        (EventValue happening, "date") => happening.When,
        (EventValue happening, "title") => new TextValue(happening.Title),
        (EventValue { Place: { } place }, "place") => new TextValue(place),
        (PlaceValue place, "name") => new TextValue(place.Name),
        (PlaceValue place, "at") => place.At,
        (_, "label") => new TextValue(fact.Label),
        (_, "was") => fact.Changes is [var latest, ..] ? latest.Was : null,
        (_, "changed") => fact.Changes is [var latest, ..] ? new DateValue(latest.Date) : null,
        _ => Dated(fact, word) is { } date ? new DateValue(date) : null,
    };

    private static PartialDate? Dated(Fact fact, string word) => word switch
    {
        "as_of" => fact.AsOf,
        "review_by" => fact.ReviewBy,
        "expires" => fact.Expires,
        _ => null,
    };

    private static Fact With(Fact fact, FactValue value) => fact with { Value = value };
}
