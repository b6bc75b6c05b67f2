using System.Globalization;
using Explainers.Binding;
using Explainers.Diagnostics;

namespace Explainers.Checking;

/// <summary>
/// The contact for reports of security holes is not past the day by which it was to be checked: RFC 9116 says that readers are not to use
/// it then.
/// </summary>
internal static class ContactIsFresh
{
    public static IEnumerable<Diagnostic> Check(BoundSite site)
    {
        if (site.Settings.Security is { Expires: var expires }
            && DateOnly.ParseExact(expires.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture) < site.Today)
            yield return Catalog.ExpiredContact(expires.Span, expires.Text);
    }
}
