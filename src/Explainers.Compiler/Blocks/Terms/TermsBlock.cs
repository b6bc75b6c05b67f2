using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Terms;

/// <summary>Terms with what they mean, in order of the alphabet.</summary>
internal static class TermsBlock
{
    public static readonly BlockKind Kind = new("terms", "terms", static fact => fact.Value is TermValue)
    {
        Order = EntryOrder.ByLabel,
    };
}
