using Explainers.Sources;

namespace Explainers.Diagnostics;

internal static partial class Catalog
{
    private const int MostListed = 12;

    /// <summary>A layout that the compiler needs and the theme lacks.</summary>
    public static Diagnostic MissingTemplate(string path) =>
        Error("missing-template", FileSpan.None, $"the theme has no {path}", "add it, or take the built-in theme's");

    /// <summary>Words that a language's file lacks.</summary>
    public static Diagnostic MissingString(FileSpan at, string language, IEnumerable<string> keys) =>
        Warning("missing-string", at, $"the words of the language '{language}' lack {Listed(keys)}, which pages now have in English",
            "copy them from the built-in theme's strings/en.yaml and translate them");

    /// <summary>A word of a site that nothing prints.</summary>
    public static Diagnostic UnknownString(FileSpan at, string key, string? nearest) =>
        Warning("unknown-string", at, $"nothing prints the word '{key}'",
            DidYouMean(nearest) ?? $"remove it, or print it in a template of your own: {{{{ words.{key} }}}}");

    /// <summary>A template that failed while a page was rendered.</summary>
    public static Diagnostic TemplateError(FileSpan at, string what, string page, string? hint = null) =>
        Error("template-error", at, $"{what} (while rendering {page})", hint);

    /// <summary>A link to a page or file that the site does not have.</summary>
    public static Diagnostic BrokenLink(FileSpan at, string url, string page, string? nearest) =>
        Error("broken-link", at, $"{page} links to {url}, which the site does not have",
            Slashes(url) ?? DidYouMean(nearest) ?? OfTheTheme(at)
                ?? "link to an article by its file, [words](file.md), and to an image by ../images/; "
                + "the page of a sheet has the name of the sheet's file");

    /// <summary>A link to a place that its page does not have.</summary>
    public static Diagnostic BrokenAnchor(FileSpan at, string url, string page, string? nearest) =>
        Error("broken-anchor", at, $"{page} links to {url}, and that page has no such place",
            nearest is null ? OfTheTheme(at) ?? "a heading '## The price' is reached by '#the-price'" : DidYouMean("#" + nearest));

    /// <summary>An old address that the site's host cannot lead on from.</summary>
    public static Diagnostic UnledAlias(FileSpan at, string alias, string host) =>
        Warning("unled-alias", at, $"the host {host} cannot lead on from {alias}: it gives the file of an address as what its name says",
            "take it out, or publish where redirects are rules, as 'host:' in site.yaml says");

    /// <summary>An old address that names the folder of the site once more.</summary>
    public static Diagnostic DoubledFolder(FileSpan at, string alias, string folder) =>
        Warning("doubled-folder", at, $"the old address {alias} begins with the folder of the site, {folder}, in which it is looked for",
            alias.StartsWith(folder, StringComparison.Ordinal) ? $"write /{alias[folder.Length..]}" : null);

    /// <summary>An entry of a menu without words.</summary>
    public static Diagnostic UntitledEntry(FileSpan at, string address) =>
        Error("untitled-entry", at, $"the menu has nothing to show for {Shorten(address)}",
            $"say what readers see: {{ page: \"{Shorten(address)}\", title: … }}");

    /// <summary>An id that two elements of a page bear.</summary>
    public static Diagnostic DuplicateId(FileSpan at, string id, string page) =>
        Error("duplicate-id", at, $"{page} has the id '{id}' twice", OfTheTheme(at) ?? "rename the heading or the element");

    /// <summary>An image without a text alternative.</summary>
    public static Diagnostic MissingAlt(FileSpan at, string image, string page) =>
        Error("missing-alt", at, $"the image {image} on {page} has no alternative text",
            OfTheTheme(at) ?? "write what it shows: ![A map of the base](…), or alt=\"…\" in HTML");

    /// <summary>Something that a page loads from elsewhere.</summary>
    public static Diagnostic RemoteContent(FileSpan at, string element, string address, string page) =>
        Error("remote-content", at,
            $"{page} loads {Shorten(address)}, which is not a file of this site; its security policy does not allow that",
            OfTheTheme(at) ?? (element is "img" or "image" or "source" or "feimage" or "use"
                ? "save the picture in images/ with a file that says whose it is, and show that: ![what it shows](../images/…)"
                : element is "form" or "script" or "style" or "link" or "font"
                    ? "name its host under 'services:' in site.yaml, or keep the file in theme/assets/"
                    : "link to it, show it with a block such as {{ frame url: … title: … }}, or name its host under 'services:' in "
                        + "site.yaml"));

    /// <summary>A file in <c>slots/</c> that no page shows.</summary>
    public static Diagnostic UnknownSlot(FileSpan at, string name, IEnumerable<string> slots) =>
        Error("unknown-slot", at, $"pages have no slot '{name}', so that nothing shows this file",
            DidYouMean(Nearest.To(name, slots)) ?? $"there is {string.Join(", ", slots)}");

    /// <summary>A script or styles in a page itself.</summary>
    public static Diagnostic InlineCode(FileSpan at, string what, string page) =>
        Warning("inline-code", at, $"{page} has {what}, which its security policy refuses",
            "put it into a file in theme/assets/, and load that with a slot: theme/slots/head.sbn-html");

    /// <summary>A font of card.yaml that is none.</summary>
    public static Diagnostic UnreadableFont(FileSpan at, string name) =>
        Error(
            "unreadable-font",
            at,
            $"a file of the font '{name}' is no font that can be read",
            "take a TrueType or OpenType file: .ttf or .otf");

    /// <summary>Characters of a social card that its fonts do not have.</summary>
    public static Diagnostic MissingGlyph(FileSpan at, IEnumerable<string> characters) =>
        Warning(
            "missing-glyph",
            at,
            $"the fonts of the social card cannot write {string.Join(", ", characters.Select(character => $"'{character}'"))}",
            "in card.yaml, give the font a second file that can: headline: [fonts/first.ttf, fonts/second.ttf]");

    /// <summary>A file among the images that cannot be published.</summary>
    /// <param name="at">The place that shows it, or a place in it.</param>
    /// <param name="kind">What its name says that it is: a photograph, a drawing, or a file of another kind.</param>
    /// <param name="image">Its path.</param>
    /// <param name="why">What is wrong with it, as the end of the sentence.</param>
    public static Diagnostic UnreadableImage(FileSpan at, string kind, string image, string why) =>
        Error("unreadable-image", at, $"the {kind} {image} {why}", kind switch
        {
            "photograph" => "save it anew as JPEG, PNG or WebP, at most 3200 pixels wide",
            "drawing" => "export it again as plain SVG",
            _ => "in images/, put files that end in .jpg, .png, .webp, .gif or .svg, and move others elsewhere",
        });

    /// <summary>A drawing that runs or loads something.</summary>
    public static Diagnostic UnsafeDrawing(FileSpan at, string what) => Error("unsafe-drawing", at, $"this drawing {what}",
        "remove that part, or export the drawing as plain SVG");

    /// <summary>A photograph whose name says another format than its content.</summary>
    public static Diagnostic MisnamedImage(FileSpan at, string image, string format, string name) =>
        Error(
            "misnamed-image",
            at,
            $"the photograph {image} is a {format} file by its content",
            $"call it {name}, and its credit {name}.yaml");

    /// <summary>The first few of some keys, and how many more there are.</summary>
    private static string Listed(IEnumerable<string> keys)
    {
        string[] all = [.. keys.Select(key => $"'{key}'")];
        return all.Length <= MostListed
            ? string.Join(", ", all)
            : $"{string.Join(", ", all.Take(MostListed))} and {all.Length - MostListed} more";
    }

    private static string? OfTheTheme(FileSpan at) => at.IsKnown ? null : "the theme prints this: look in its layouts and partials";

    /// <summary>An input or theme folder that is not there.</summary>
    public static Diagnostic MissingFolder(string folder, string option) =>
        Error("missing-folder", FileSpan.None, $"there is no folder {folder}",
            option == "--input"
                ? "go to the folder of your site, or name its input with --input; 'explainers new site my-site' begins a site"
                : $"name the right one with {option}");

    /// <summary>A file that the disk does not give.</summary>
    public static Diagnostic UnreadableFile(string path, string why) =>
        Error("unreadable-file", FileSpan.None, $"{path} cannot be read: {why}",
            "see that you may read it and that it is still there, then try again");

    /// <summary>An output folder that holds something this tool did not write.</summary>
    public static Diagnostic ForeignOutput(string folder, string why, string? hint = null) =>
        Error("foreign-output", FileSpan.None, $"{folder} {why}, so nothing is written there",
            hint ?? "with --output, choose an empty folder or one that this tool made");

    /// <summary>An output file that the disk does not take.</summary>
    public static Diagnostic UnwritableOutput(string path, string why, string? hint = null) =>
        Error("unwritable-output", FileSpan.None, $"{path} cannot be written: {why}",
            hint ?? "see that the disk has space and that you may write there, then build again");
}
