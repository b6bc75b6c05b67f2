using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.KeyFacts;

/// <summary>A list of labels and values.</summary>
internal static class KeyFactsBlock
{
    public static readonly BlockKind Kind = new("key_facts", "facts with a single value", static fact => fact.Value is not TableValue);
}
