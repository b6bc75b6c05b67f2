using System.Collections.Immutable;
using System.Security;

namespace Explainers.BrowserTests.Browsers;

/// <summary>The only fonts that a browser has: one with serifs and one without, from files of this repository.</summary>
/// <param name="Name">Whose metrics they have.</param>
/// <param name="Serif">The family with serifs.</param>
/// <param name="SerifFile">Its file.</param>
/// <param name="KnownAs">A name in the theme's styles that the family with serifs answers to, or null where it stands in for all of
/// them.</param>
internal sealed record TestFonts(string Name, string Serif, string SerifFile, string? KnownAs)
{
    private static readonly string Folder = Path.Join(RepositoryRoot.Folder, "tests", "Explainers.BrowserTests", "Fonts");

    /// <summary>The family without serifs, which is the same in all settings.</summary>
    public const string Sans = "DejaVu Sans";

    /// <summary>What Chromium asks for where a style says serif, and where it says nothing that is there.</summary>
    private static readonly string[] SerifNames = ["serif", "Times New Roman"];

    /// <summary>
    /// What it asks for where a style says sans-serif or monospace. For the font of the system it asks by no name, and gets the last
    /// resort.
    /// </summary>
    private static readonly string[] SansNames = ["sans-serif", "monospace", "Arial"];

    /// <summary>The fonts of most tests.</summary>
    public static TestFonts Palatino { get; } = new("Palatino", "TeX Gyre Pagella", "tex-gyre-pagella.otf", "P052");

    /// <summary>Every setting.</summary>
    public static ImmutableArray<TestFonts> All { get; } =
    [
        Palatino,
        new("Georgia", "Gelasio", "gelasio.ttf", "Georgia"),
        new("DejaVu", "DejaVu Serif", "dejavu-serif.ttf", null),
    ];

    /// <summary>Puts the fonts into an empty folder, with a file that tells fontconfig of them and of nothing else.</summary>
    /// <returns>The path of that file, for the variable FONTCONFIG_FILE.</returns>
    public string InstallInto(string folder)
    {
        foreach (var file in new[] { SerifFile, "dejavu-sans.ttf" }) File.Copy(Path.Join(Folder, file), Path.Join(folder, file));
        var path = Path.Join(folder, "fonts.conf");
        File.WriteAllText(path, $"""
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig>
              <dir>{SecurityElement.Escape(folder)}</dir>
              <cachedir>{SecurityElement.Escape(Path.Join(folder, "cache"))}</cachedir>
              {(KnownAs is null ? "" : Named(Serif, KnownAs))}
              {string.Concat(SerifNames.Select(name => Alias(name, Serif)))}
              {string.Concat(SansNames.Select(name => Alias(name, Sans)))}
              <match target="pattern"><edit name="family" mode="append_last"><string>{Sans}</string></edit></match>
            </fontconfig>
            """);
        return path;
    }

    private static string Named(string family, string name) =>
        $"""<match target="scan"><test name="family"><string>{family}</string></test><edit name="family" mode="append"><string>{name}</string></edit></match>""";

    private static string Alias(string asked, string given) =>
        $"""<alias binding="same"><family>{asked}</family><prefer><family>{given}</family></prefer></alias>""";
}
