using Explainers.Binding;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Parsing.Text;

namespace Explainers.Checking;

/// <summary>A text that introduces somebody with a role is about a time when the person, or organisation, had one.</summary>
internal static class RolesHold
{
    /// <summary>Checks an article. One without a date is about today.</summary>
    public static IEnumerable<Diagnostic> Check(Article article, BoundSite site)
    {
        var introduced = new HashSet<FactId>();
        foreach (var use in article.Uses)
        {
            if (use.Role == StatedRole.None || (use.Role == StatedRole.AtFirst && !introduced.Add(use.Fact))) continue;
            if (site.Fact(use.Fact).Value is not ActorValue { Role.Period.Until: { } } actor) continue;
            var day = (use.AsOf ?? PartialDate.Of(site.Today)).LastDay;
            var (last, name) = (actor.Role!, use.Fact.Name);
            if (last.Text.Length > 0 && last.Period.LastDay < day)
                yield return Catalog.RoleEnded(use.Span, name, last.Text, last.Period.LastDay, day);
        }
    }
}
