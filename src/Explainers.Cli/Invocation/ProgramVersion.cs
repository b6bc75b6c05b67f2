using System.Reflection;
using Explainers.Imaging;

namespace Explainers.Cli.Invocation;

/// <summary>Which program this is.</summary>
internal static class ProgramVersion
{
    /// <summary>The tool's version and commit.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>
    /// What tells this build of the compiler from any other: it changes with the code and the packages, and not with a commit that touches
    /// neither.
    /// </summary>
    public static string Build { get; } = $"{IdentityOf(typeof(SiteCompiler))} {IdentityOf(typeof(SkiaImaging))}";

    private static Guid IdentityOf(Type type) => type.Assembly.ManifestModule.ModuleVersionId;
}
