using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.People;

/// <summary>Who's who: people with their roles, all or those of one side or organisation.</summary>
internal static class PeopleBlock
{
    public static readonly BlockKind Kind = new("people", "people", static fact => fact.Value is PersonValue)
    {
        Options =
        [
            new BlockOption("side", static fact => (fact.Value as PersonValue)?.Side),
            new BlockOption("organisation", static fact => (fact.Value as PersonValue)?.Role?.Organisation?.Name),
        ],
    };
}
