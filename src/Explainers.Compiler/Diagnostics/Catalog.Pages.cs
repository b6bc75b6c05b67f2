using Explainers.Sources;

namespace Explainers.Diagnostics;

public static partial class Catalog
{
    /// <summary>A layout that the compiler needs and the theme lacks.</summary>
    public static Diagnostic MissingTemplate(string path) =>
        Error("missing-template", FileSpan.None, $"the theme has no {path}", "add it, or take the built-in theme's");

    /// <summary>Words that the compiler prints and a language's file lacks.</summary>
    public static Diagnostic MissingString(FileSpan at, string language, string key) =>
        Error("missing-string", at, $"the words of the language '{language}' lack '{key}'", "copy the line from the built-in theme's strings and translate it");

    /// <summary>A template that failed while a page was rendered.</summary>
    public static Diagnostic TemplateError(FileSpan at, string what, string page, string? hint = null) =>
        Error("template-error", at, $"{what} (while rendering {page})", hint);

    /// <summary>A link to a page or file that the site does not have.</summary>
    public static Diagnostic BrokenLink(FileSpan at, string url, string page, string? nearest) =>
        Error("broken-link", at, $"{page} links to {url}, which the site does not have", DidYouMean(nearest));

    /// <summary>A link to a place that its page does not have.</summary>
    public static Diagnostic BrokenAnchor(FileSpan at, string url, string page, string? nearest) =>
        Error("broken-anchor", at, $"{page} links to {url}, and that page has no such place",
            nearest is null ? null : DidYouMean("#" + nearest));

    /// <summary>An id that two elements of a page bear.</summary>
    public static Diagnostic DuplicateId(FileSpan at, string id, string page) =>
        Error("duplicate-id", at, $"{page} has the id '{id}' twice", "rename the heading or the element");

    /// <summary>An image without a text alternative.</summary>
    public static Diagnostic MissingAlt(FileSpan at, string image, string page) =>
        Error("missing-alt", at, $"the image {image} on {page} has no alternative text",
            "write what it shows between the brackets: ![A map of the base](…)");

    /// <summary>An input folder that is not there.</summary>
    public static Diagnostic MissingFolder(string folder) =>
        Error("missing-folder", FileSpan.None, $"there is no folder {folder}", "name the right one with --input or --theme");

    /// <summary>A file that the disk does not give.</summary>
    public static Diagnostic UnreadableFile(string path, string why) =>
        Error("unreadable-file", FileSpan.None, $"{path} can not be read: {why}");

    /// <summary>An output folder that holds something this tool did not write.</summary>
    public static Diagnostic ForeignOutput(string folder, string why) =>
        Error("foreign-output", FileSpan.None, $"{folder} {why}, so nothing is written there",
            "choose an empty folder or one that this tool made with --output");

    /// <summary>An output file that the disk does not take.</summary>
    public static Diagnostic UnwritableOutput(string path, string why) =>
        Error("unwritable-output", FileSpan.None, $"{path} can not be written: {why}", "free some space or the folder's rights, then build again");
}
