using Explainers.Sources;

namespace Explainers.Diagnostics;

internal static partial class Catalog
{
    /// <summary>An input folder without settings.</summary>
    public static Diagnostic MissingSite() =>
        Error("missing-site", FileSpan.None, "the input folder has no site.yaml",
            "add one with 'title:', 'description:' and 'base_url:', or point --input at the folder that has it");

    /// <summary>A reference to a fact that no sheet defines.</summary>
    public static Diagnostic UnknownFact(FileSpan at, string name, string? nearest) =>
        Error("unknown-fact", at, $"no fact sheet defines '{name}'", DidYouMean(nearest) ?? "'explainers facts list' shows all there are");

    /// <summary>A value that is read as a text or as a number of something, and looks like something else.</summary>
    public static Diagnostic LooksLike(FileSpan at, string value, string read, string kind, string hint) =>
        Warning("looks-like", at, $"'{Shorten(value)}' is read as {read}, and looks like {kind}", hint);

    /// <summary>A reference to a sheet that does not exist.</summary>
    public static Diagnostic UnknownSheet(FileSpan at, string name, string? nearest) =>
        Error("unknown-sheet", at, $"there is no fact sheet '{name}'",
            DidYouMean(nearest) ?? "a sheet is called as its file in facts/, with underscores: alaska-purchase.yaml is alaska_purchase");

    /// <summary>Two entries of a sheet with one id.</summary>
    public static Diagnostic DuplicateFact(FileSpan at, string name, int firstLine) =>
        Error("duplicate-fact", at, $"'{name}' is already defined in this sheet, on line {firstLine}",
            "ids are unique in their sheet, whatever their kind: rename one");

    /// <summary>A source that the sheet does not list.</summary>
    public static Diagnostic UnknownSource(FileSpan at, string name, string? nearest) =>
        Error("unknown-source", at, $"this sheet lists no source '{name}'", DidYouMean(nearest) ?? "add it under 'sources:'");

    /// <summary>A topic that site.yaml does not define.</summary>
    public static Diagnostic UnknownTopic(FileSpan at, string name, string? nearest) =>
        Error("unknown-topic", at, $"site.yaml defines no topic '{name}'", DidYouMean(nearest) ?? "add it under 'topics:'");

    /// <summary>An author that authors.yaml does not list.</summary>
    public static Diagnostic UnknownAuthor(FileSpan at, string name, string? nearest) =>
        Error("unknown-author", at, $"authors.yaml lists no author '{Shorten(name)}'",
            DidYouMean(nearest) ?? "add the author to authors.yaml, under an id in small letters, with 'name:'");

    /// <summary>An owner of facts whose id is nearly that of an author.</summary>
    public static Diagnostic UnknownOwner(FileSpan at, string name, string nearest) =>
        Warning("unknown-owner", at, $"authors.yaml lists no author '{Shorten(name)}'", DidYouMean(nearest)!);

    /// <summary>An author whom no article names.</summary>
    public static Diagnostic UnusedAuthor(FileSpan at, string id) =>
        Warning("unused-author", at, $"no article or page names the author '{id}', so there is no page of this author",
            "remove the author, or put the id under 'authors:' in front matter");

    /// <summary>A photograph that is not there.</summary>
    public static Diagnostic UnknownPhotograph(FileSpan at, string path, string? nearest) =>
        Error("unknown-photograph", at, $"there is no photograph '{Shorten(path)}'",
            Slashes(path) ?? DidYouMean(nearest) ?? "put it in images/, and name it with that folder: images/lindholt.jpg");

    /// <summary>A filter that does not exist.</summary>
    public static Diagnostic UnknownFilter(FileSpan at, string name, string? nearest, IEnumerable<string> known) =>
        Error("unknown-filter", at, $"there is no filter '{name}'",
            DidYouMean(nearest) ?? $"the filters are {string.Join(", ", known)}");

    /// <summary>A filter with an argument that it does not take, or on a value that it cannot format.</summary>
    public static Diagnostic FilterMismatch(FileSpan at, string what, string? hint = null) => Error("filter-mismatch", at, what, hint);

    /// <summary>A block that does not exist.</summary>
    public static Diagnostic UnknownBlock(FileSpan at, string name, string? nearest, IEnumerable<string> known) =>
        Error("unknown-block", at, $"there is no block '{name}'",
            DidYouMean(nearest) ?? $"the blocks are {string.Join(", ", known)}; a fact is written sheet.fact");

    /// <summary>A block that does not stand in a paragraph of its own.</summary>
    public static Diagnostic MisplacedBlock(FileSpan at, string name) =>
        Error("misplaced-block", at, $"the block '{name}' must stand in a paragraph of its own",
            "put an empty line before and behind it");

    /// <summary>Two pages, redirects or files on one address.</summary>
    public static Diagnostic UrlConflict(FileSpan at, string url, string other, string? hint = null) =>
        Error("url-conflict", at, $"the address {url} is already taken by {other}", hint ?? "rename one of the two");

    /// <summary>A sheet with the name of a block or filter.</summary>
    public static Diagnostic ReservedName(FileSpan at, string name, string what, string suggestion) =>
        Error("reserved-name", at, $"a fact sheet cannot be called '{name}': it is the name of a {what}",
            $"rename the file, for example to {suggestion}");

    /// <summary>The hint for an old address of a page that leads to something else.</summary>
    internal static string AliasHint(bool isOwn) =>
        isOwn ? "this is the page's own address: remove the alias" : "remove this alias, since a server gives what has the address itself";

    /// <summary>A language that the theme has no words for.</summary>
    public static Diagnostic UnknownLanguage(FileSpan at, string language, IEnumerable<string> known) =>
        Error("unknown-language", at, $"the theme has no words in the language '{language}'",
            $"it has {string.Join(", ", known)}; add theme/strings/{language}.yaml for another");

    /// <summary>A link to a Markdown file that is not there.</summary>
    public static Diagnostic UnknownPage(FileSpan at, string target, string? nearest) =>
        Error("unknown-page", at, $"there is no article or page '{target}'",
            Slashes(target) ?? DidYouMean(nearest)
                ?? "a link is the way to a file from the folder of this one: alaska.md, ../pages/about.md");

    /// <summary>A link to an article or page that is not published, or site.yaml naming one.</summary>
    public static Diagnostic UnpublishedPage(FileSpan at, string target, string why, string hint) =>
        Warning("unpublished-page", at, $"'{target}' {why}, so the site has no such page", hint);

    /// <summary>A formula that cannot be read.</summary>
    public static Diagnostic FormulaSyntax(FileSpan at, string what, string? hint = null) =>
        Error(
            "formula-syntax",
            at,
            what,
            hint ?? "a formula is made of facts, numbers, + - * /, parentheses and functions: = price / area");

    /// <summary>Two units that do not go together.</summary>
    public static Diagnostic UnitMismatch(FileSpan at, string what, string? hint = null) =>
        Error("unit-mismatch", at, what, hint ?? "give both in units of the same kind");

    /// <summary>A rule that does not hold.</summary>
    public static Diagnostic BrokenRule(FileSpan at, string what, string hint) => Error("broken-rule", at, what, hint);

    /// <summary>The name of an exchange rate that is none.</summary>
    public static Diagnostic NoRate(FileSpan at, string name, string why, string hint) =>
        Error("invalid-rate", at, $"'{name}' is not an exchange rate: {why}", hint);

    /// <summary>A formula without a value.</summary>
    public static Diagnostic NotComputable(FileSpan at, string what, string? hint) => Error("not-computable", at, what, hint);

    /// <summary>Computed facts that rest on one another in a ring.</summary>
    public static Diagnostic CircularFact(FileSpan at, IEnumerable<string> ring) =>
        Error(
            "circular-fact",
            at,
            $"this fact is computed from itself: {string.Join(" → ", ring)}",
            "give one of them a value of its own");

    /// <summary>A row with more or fewer values than its table has columns.</summary>
    public static Diagnostic UnevenTable(FileSpan at, int values, int columns) =>
        Error(
            "uneven-table",
            at,
            $"this row has {Counted(values, "value")}, and the table {Counted(columns, "column")}",
            "write one value for each column; '–' for none");

    /// <summary>A block with something that it does not show, or an option that it does not have.</summary>
    public static Diagnostic BlockMismatch(FileSpan at, string what, string? hint = null) => Error("block-mismatch", at, what, hint);

    private static string Counted(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    /// <summary>A photograph of which nobody says whose it is.</summary>
    public static Diagnostic MissingCredit(FileSpan at, string image) =>
        Error(
            "missing-credit",
            at,
            $"the photograph {image} has no credit",
            $"put a file {image}.yaml beside it, with the line 'credit: …'");

    /// <summary>A photograph among words.</summary>
    public static Diagnostic MisplacedImage(FileSpan at, string image) =>
        Error("misplaced-image", at, $"the photograph {image} must stand in a paragraph of its own, which has room for its credit",
            "put an empty line before and behind it");

    /// <summary>A credit for an image that is not there.</summary>
    public static Diagnostic UnknownImage(FileSpan at, string image, string? nearest) =>
        Error(
            "unknown-image",
            at,
            $"there is no image {image} that this could be the credit of",
            DidYouMean(nearest is null ? null : $"{nearest}.yaml"));

    /// <summary>A photograph with a credit that no article or page shows.</summary>
    public static Diagnostic UnusedPhotograph(FileSpan at, string image) =>
        Warning(
            "unused-photograph",
            at,
            $"no article or page shows {image}",
            "remove both files, or show it: ![what it shows](../" + image + ")");
}
