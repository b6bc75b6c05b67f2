using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Pictures;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Templates;
using Explainers.Sources;

namespace Explainers.Parsing;

/// <summary>Every file of a site as syntax, each read on its own.</summary>
/// <param name="Settings">site.yaml.</param>
/// <param name="Articles">Articles, then pages, each in order of path.</param>
/// <param name="Sheets">Fact sheets in order of path.</param>
/// <param name="Theme">The theme.</param>
/// <param name="Images">Files of <c>images/</c>.</param>
internal sealed record ParsedSite(
    SettingsSyntax Settings,
    ImmutableArray<ArticleSyntax> Articles,
    ImmutableArray<FactSheetSyntax> Sheets,
    ThemeSyntax Theme,
    ImmutableArray<SourceFile> Images)
{
    /// <summary>Whose the photographs are, in order of path.</summary>
    public ImmutableArray<CreditSyntax> Credits { get; init; } = [];

    /// <summary>What each of the images publishes, in their order.</summary>
    public ImmutableArray<PictureSyntax> Pictures { get; init; } = [];
}

/// <summary>Turns files into syntax, one at a time and in parallel.</summary>
internal static class Parser
{
    /// <summary>Parses a tree; what can not be read is reported, and its place in the result is empty.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="memory">What was parsed before; it takes what is parsed now.</param>
    internal static Diagnosed<ParsedSite> Parse(SourceTree tree, ParseMemory memory)
    {
        var settings = memory.Settings(tree.Input.FirstOrDefault(file => file.Path == SourceKinds.Settings), SettingsParser.Parse);
        var theme = memory.Theme(tree.Theme, ThemeParser.Parse);
        var dialect = new MarkdownDialect(
            settings.Value.AllowsHtml ? HtmlInMarkdown.Allowed : HtmlInMarkdown.Shown, settings.Value.Language.Text, theme.Value);
        memory.Use(dialect);
        var articles = Each(
            Files(tree, "articles/", SourceKind.Article), memory.Articles, file => memory.Article(file, ArticleKind.Explainer, dialect));
        var pages = Each(Files(tree, "pages/", SourceKind.Page), memory.Pages, file => memory.Article(file, ArticleKind.Page, dialect));
        var sheets = Each(Files(tree, "facts/", SourceKind.Sheet), memory.Sheets, file => memory.Sheet(file, dialect));
        var inImages = Files(tree, "images/", SourceKind.Image);
        var credits = Each([.. inImages.Where(IsCredit)], memory.Credits, file => CreditParser.Parse(file, dialect.Marks()));
        ImmutableArray<SourceFile> images = [.. inImages.Where(file => !IsCredit(file))];
        var pictures = Each(images, memory.Pictures, PictureParser.Parse);
        var site = new ParsedSite(
            settings.Value,
            [.. articles.Value, .. pages.Value],
            sheets.Value,
            theme.Value,
            images)
        {
            Credits = credits.Value,
            Pictures = pictures.Value,
        };
        return new Diagnosed<ParsedSite>(
            site,
            [
                .. settings.Findings, .. theme.Findings, .. articles.Findings, .. pages.Findings, .. sheets.Findings, .. credits.Findings,
                .. pictures.Findings, .. UnreadFiles.Of(tree), .. PortableNames.Check(tree),
            ]);
    }

    private static bool IsCredit(SourceFile file) => file.Path.EndsWith(CreditSyntax.Extension, StringComparison.Ordinal);

    /// <summary>The files of a folder that are read as one kind; the tree is in order of path.</summary>
    private static ImmutableArray<SourceFile> Files(SourceTree tree, string folder, SourceKind kind)
    {
        var found = ImmutableArray.CreateBuilder<SourceFile>();
        for (var i = First(tree.Input, folder); i < tree.Input.Length && tree.Input[i].Path.StartsWith(folder, StringComparison.Ordinal); i++)
        {
            if (SourceKinds.Of(tree.Input[i].Path) == kind) found.Add(tree.Input[i]);
        }
        return found.ToImmutable();
    }

    /// <summary>Where in order of path the files of a folder begin.</summary>
    private static int First(ImmutableArray<SourceFile> files, string folder)
    {
        var (low, high) = (0, files.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(files[middle].Path, folder) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static Diagnosed<ImmutableArray<T>> Each<T>(ImmutableArray<SourceFile> files, Recollection<SourceFile, Diagnosed<T>> memory, Func<SourceFile, Diagnosed<T>> parse)
    {
        var parsed = memory.Recall(files);
        Parallel.For(0, files.Length, i => parsed[i] ??= parse(files[i]));
        memory.Keep(files, parsed);
        return new Diagnosed<ImmutableArray<T>>(
            [.. parsed.Select(one => one!.Value)],
            [.. parsed.SelectMany(one => one!.Findings)]);
    }
}
