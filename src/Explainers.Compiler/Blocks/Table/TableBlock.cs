using Explainers.Binding;
using Explainers.Facts;

namespace Explainers.Blocks.Table;

/// <summary>A table with its caption and source.</summary>
internal static class TableBlock
{
    public static readonly BlockKind Kind = new("table", "tables", static fact => fact.Value is TableValue);
}
