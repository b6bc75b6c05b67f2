using Explainers.Binding;
using Explainers.Facts;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Checking;

/// <summary>What a claim is about.</summary>
internal enum ClaimKind : byte
{
    /// <summary>When something happened.</summary>
    Event,

    /// <summary>What somebody said.</summary>
    Quote,

    /// <summary>What somebody was.</summary>
    Role,

    /// <summary>What an organisation is part of.</summary>
    Part,
}

/// <summary>What an entry says that another sheet could say in another way.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Fact">The entry.</param>
/// <param name="Subject">What is said of: a title, a speaker, a person; claims about another are no concern of this one.</param>
/// <param name="Text">What is said: a title, words, a role, a larger organisation.</param>
/// <param name="From">When it was or began.</param>
/// <param name="Until">When it was or ended.</param>
/// <param name="Span">The entry in its sheet.</param>
internal sealed record Claim(
    ClaimKind Kind, FactId Fact, string Subject, string Text, PartialDate? From, PartialDate? Until, FileSpan Span)
{
    /// <summary>Whether both are dated, and to different times.</summary>
    public bool IsApartFrom(Claim other) => From is { } from && other.From is { } since
        && ((Until ?? from).LastDay < since.FirstDay || (other.Until ?? since).LastDay < from.FirstDay);

    /// <summary>What an entry claims.</summary>
    public static IEnumerable<Claim> Of(BoundFact bound)
    {
        var fact = bound.Fact;
        return fact.Value switch
        {
            EventValue happening when DayOf(happening.When) is { } day =>
                [new(ClaimKind.Event, fact.Name, Folding.Fold(happening.Title), happening.Title, day, day, bound.Span)],
            QuoteValue quote =>
                [new(ClaimKind.Quote, fact.Name, Folding.Fold(quote.Speaker), quote.Text, fact.AsOf, fact.AsOf, bound.Span)],
            ActorValue actor => Roles(bound, actor).Concat(Parts(bound, actor)),
            _ => [],
        };
    }

    /// <summary>The day of an event that is not given about.</summary>
    private static PartialDate? DayOf(FactValue when) => when switch
    {
        DateValue { Approximation: Approximation.Exact } date => date.Date,
        MomentValue { Moment: var moment } => new PartialDate(moment.Year, moment.Month, moment.Day),
        _ => null,
    };

    /// <summary>Roles of which it is known when they began: by their dates, or on the one day that the entry is of.</summary>
    private static IEnumerable<Claim> Roles(BoundFact bound, ActorValue actor)
    {
        var (fact, held) = (bound.Fact, bound.Fact.AsOf);
        foreach (var role in actor.Roles.Where(role => role.Text.Length > 0))
        {
            var from = role.Period.From ?? (role.Period.IsOpen && held is { Precision: Precision.Day } ? held : null);
            if (from is null) continue;
            yield return new Claim(
                ClaimKind.Role, fact.Name, $"{fact.Kind} {fact.Name.Id} {fact.Label}", role.Text, from,
                role.Period.From is null ? held : role.Period.Until, bound.Span);
        }
    }

    private static IEnumerable<Claim> Parts(BoundFact bound, ActorValue actor) =>
        actor is OrganisationValue { PartOf.Entry: { } above }
            ? [new Claim(ClaimKind.Part, bound.Fact.Name, bound.Fact.Name.Name, above.Name, null, null, bound.Span)]
            : [];
}
