using System.Collections.Frozen;
using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;

namespace Explainers.Parsing.Naming;

/// <summary>The names that Windows keeps for devices: no file and no folder can be called so there, with any extension.</summary>
internal static class Devices
{
    private static readonly FrozenSet<string> Names = new[] { "con", "prn", "aux", "nul", "conin$", "conout$" }
        .Concat(new[] { "com", "lpt" }.SelectMany(port => "123456789¹²³".Select(number => port + number)))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name, with or without an extension, is that of a device.</summary>
    public static bool Have(string name) => Names.Contains(name.Split('.', 2)[0].TrimEnd(' '));

    /// <summary>Whether a name may be that of a file everywhere; reported where not.</summary>
    public static bool Check(FileSpan at, string name, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (!Have(name)) return true;
        findings.Add(Catalog.DeviceName(at, name));
        return false;
    }
}
