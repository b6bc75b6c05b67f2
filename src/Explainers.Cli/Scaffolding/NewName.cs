using Explainers.Binding;
using Explainers.Blocks;
using Explainers.Cli.Invocation;
using Explainers.Cli.Terminal;
using Explainers.Facts;
using Explainers.Parsing.Naming;

namespace Explainers.Cli.Scaffolding;

/// <summary>Why a new file cannot have a name, and which name was most likely meant.</summary>
/// <param name="Why">The reason, in sentences.</param>
/// <param name="Suggestion">A name that would do, or null.</param>
internal sealed record NewName(string Why, string? Suggestion)
{
    /// <summary>So long that every disk takes the file, and people the address.</summary>
    private const int Longest = 80;

    private const int LongestShown = 40;

    /// <summary>Says so.</summary>
    /// <returns>An <see cref="ExitStatus"/>.</returns>
    public int Say(CliEnvironment environment)
    {
        Wrapping.Say(environment.Error, $"explainers: {Why}");
        if (Suggestion is not null) environment.Error.WriteLine($"Did you mean '{Suggestion}'?");
        return ExitStatus.WrongUsage;
    }

    /// <summary>Looks at the name of an article.</summary>
    /// <returns>The refusal, or null where an article can be called that.</returns>
    public static NewName? RefusedToArticle(string name)
    {
        if (Misspelled(name) is { } misspelled) return misspelled;
        var own = name == "index" ? Routes.Home : Routes.Article(name);
        return RouteTable.IsGenerated(own)
            ? new NewName(
                $"an article cannot be called '{name}': {own} is the address of a page that the tool makes. Choose another name, such as "
                    + $"'{name}-explained'.",
                null)
            : null;
    }

    /// <summary>Looks at the name of a fact sheet.</summary>
    /// <returns>The refusal, or null where a sheet can be called that.</returns>
    public static NewName? RefusedToSheet(string name)
    {
        if (Misspelled(name) is { } misspelled) return misspelled;
        var id = name.Replace('-', '_');
        var what = BlockKinds.All.Any(kind => kind.Name == id) ? "block" : FactFormat.Filters.Contains(id) ? "filter" : null;
        return what is null
            ? null
            : new NewName(
                $"a fact sheet cannot be called '{name}': it is the name of a {what}. Choose another, such as '{name}-facts'.",
                null);
    }

    private static NewName? Misspelled(string name)
    {
        var slug = Names.Snake(Bare(name)).Replace('_', '-');
        var shown = Wrapping.Plain(name.Length <= LongestShown ? name : $"{name[..LongestShown]}…");
        if (slug.Length > Longest)
            return new NewName(
                $"'{shown}' is too long for the name of a file: {Longest} letters are the most.",
                slug[..(slug.LastIndexOf('-', LongestShown) is > 0 and var end ? end : LongestShown)]);
        if (slug.Length > 0 && char.IsAsciiDigit(slug[0]))
            return new NewName($"'{shown}' cannot be the name of a file here: a name begins with a letter.", null);
        if (slug == name && IsDevice(name))
            return new NewName($"'{shown}' cannot be the name of a file here: on Windows it is that of a device.", $"{name}-explained");
        return slug == name
            ? null
            : new NewName(
                $"'{shown}' cannot be the name of a file here: small Latin letters and digits, with hyphens between words.",
                slug.Length == 0 ? null : slug);
    }

    /// <summary>Whether Windows has a device of that name, so that the site could not be copied there.</summary>
    private static bool IsDevice(string name) =>
        name is "con" or "prn" or "aux" or "nul" || (name.Length == 4 && name[..3] is "com" or "lpt" && char.IsAsciiDigit(name[3]));

    /// <summary>A name without the folder and the ending that the command adds itself.</summary>
    private static string Bare(string name)
    {
        var path = CliEnvironment.Shown(name);
        foreach (var folder in new[] { "articles/", "facts/" })
            if (path.LastIndexOf(folder, StringComparison.Ordinal) is >= 0 and var at) path = path[(at + folder.Length)..];
        return Path.GetExtension(path) is ".md" or ".yaml" or ".yml" ? Path.ChangeExtension(path, null) : path;
    }
}
