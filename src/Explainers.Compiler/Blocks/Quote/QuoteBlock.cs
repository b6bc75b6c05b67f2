using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Quote;

/// <summary>Quotations set apart from the text, each with its speaker and date.</summary>
internal static class QuoteBlock
{
    public static readonly BlockKind Kind = new("quote", "quotations", static fact => fact.Value is QuoteValue);
}
