using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Organisations;

/// <summary>Organisations with what they do, all or those of one country or of one larger organisation.</summary>
internal static class OrganisationsBlock
{
    public static readonly BlockKind Kind = new("organisations", "organisations", static fact => fact.Value is OrganisationValue)
    {
        Options =
        [
            new BlockOption("country", static fact => (fact.Value as OrganisationValue)?.Country),
            new BlockOption("part_of", static fact => (fact.Value as OrganisationValue)?.PartOf?.Name),
        ],
    };
}
