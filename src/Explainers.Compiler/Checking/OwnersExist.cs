using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Incremental;

namespace Explainers.Checking;

/// <summary>
/// An owner who is nearly an author of authors.yaml is that author. Any other name is fine: an owner may be a desk, or somebody who writes
/// nothing.
/// </summary>
internal static class OwnersExist
{
    public static IEnumerable<Diagnostic> Check(string sheet, BindingQueries binding, Reads reads)
    {
        var syntax = binding.Facts.Entries.Get(reads, sheet)!.Syntax;
        foreach (var owner in syntax.Entries.Select(entry => entry.Provenance.Owner).Prepend(syntax.Owner))
        {
            if (owner is null || binding.Publication.AuthorOf(reads, owner.Text) is not null) continue;
            if (binding.Authors.Nearest(reads, owner.Text) is { } nearest && !binding.Authors.IsName(reads, owner.Text))
                yield return Catalog.UnknownOwner(owner.Span, owner.Text, nearest);
        }
    }
}
