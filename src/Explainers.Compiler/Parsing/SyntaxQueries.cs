using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Authors;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Pictures;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Templates;
using Explainers.Sources;

namespace Explainers.Parsing;

/// <summary>The paths of the files that a site is made from, by what they are read as, each list in order of path.</summary>
internal sealed record SourceLists(
    EquatableArray<string> Articles, EquatableArray<string> Pages, EquatableArray<string> Sheets, EquatableArray<string> Images,
    EquatableArray<string> Credits, EquatableArray<string> Data, EquatableArray<string> Public);

/// <summary>The files of a site as inputs, and what each of them says by itself.</summary>
internal sealed class SyntaxQueries
{
    private readonly Query<string, Diagnosed<ArticleSyntax>> _front;

    /// <summary>Defines the inputs and queries.</summary>
    public SyntaxQueries(Engine engine)
    {
        Files = engine.Input<string, SourceFile?>("file", SameFile.Instance, file => file!.Hash);
        ThemeFiles = engine.Input<string, SourceFile?>("theme file", SameFile.Instance, file => file!.Hash);
        Paths = engine.Input<SiteKey, EquatableArray<string>>("paths");
        ThemePaths = engine.Input<SiteKey, EquatableArray<string>>("theme paths");
        IsLarge = engine.Input<SiteKey, bool>("large site");
        Lists = engine.Query<SiteKey, SourceLists>("lists", (reads, _) => ListsOf(Paths.Get(reads, default)));
        Settings = engine.Query<SiteKey, Diagnosed<SettingsSyntax>>(
            "settings",
            (reads, _) => SettingsParser.Parse(Files.Get(reads, SourceKinds.Settings)));
        Authors = engine.Query<SiteKey, Diagnosed<AuthorsSyntax>>(
            "authors",
            (reads, _) => AuthorsParser.Parse(Files.Get(reads, SourceKinds.Authors)));
        Theme = engine.Query<SiteKey, Diagnosed<ThemeSyntax>>("theme", (reads, _) =>
            ThemeParser.Parse([.. ThemePaths.Get(reads, default).Select(path => ThemeFiles.Get(reads, path)!)]));
        Dialect = engine.Query<SiteKey, MarkdownDialect>(
            "dialect",
            (reads, _) => DialectOf(Settings.Get(reads, default).Value, Theme.Get(reads, default).Value));
        _front = engine.Query<string, Diagnosed<ArticleSyntax>>("front of an article", (reads, path) =>
            ArticleParser.Front(Files.Get(reads, path)!, KindOf(path), Dialect.Get(reads, default)));
        Article = engine.Query<string, Diagnosed<ArticleSyntax>>(
            "article syntax",
            (reads, path) => IsLarge.Get(reads, default)
                ? ArticleParser.Whole(_front.Get(reads, path), Dialect.Get(reads, default))
                : ArticleParser.Parse(Files.Get(reads, path)!, KindOf(path), Dialect.Get(reads, default)),
            new() { IsFleeting = reads => IsLarge.Get(reads, default) });
        Sheet = engine.Query<string, Diagnosed<FactSheetSyntax>>("sheet syntax", (reads, path) =>
            FactSheetParser.Parse(Files.Get(reads, path)!, Dialect.Get(reads, default).Marks()));
        Credit = engine.Query<string, Diagnosed<CreditSyntax>?>("credit syntax", (reads, path) =>
            Files.Get(reads, path) is { } file ? CreditParser.Parse(file, Dialect.Get(reads, default).Marks()) : null);
        Picture = engine.Query<string, Diagnosed<PictureSyntax>>("picture", (reads, path) => PictureParser.Parse(Files.Get(reads, path)!));
        Found = engine.Query<string, EquatableArray<Diagnostic>>("findings of a file", FindingsOf);
        CommonFindings = engine.Query<SiteKey, EquatableArray<Diagnostic>>("findings of settings and theme", (reads, _) =>
            [.. Settings.Get(reads, default).Findings, .. Authors.Get(reads, default).Findings, .. Theme.Get(reads, default).Findings]);
        Names = engine.Query<SiteKey, EquatableArray<Diagnostic>>("file names", (reads, _) => NameFindings(reads));
        Weights = engine.Query<SiteKey, FindingWeights>(
            "weights of findings",
            (reads, _) => FindingWeights.Of(Settings.Get(reads, default).Value));
        Findings = engine.Query<SiteKey, EquatableArray<Diagnostic>>("findings of files", (reads, _) => FindingsOf(reads));
    }

    /// <summary>The files of <c>input/</c> by path; null for one that is not there.</summary>
    public Input<string, SourceFile?> Files { get; }

    /// <summary>The files of the theme by path.</summary>
    public Input<string, SourceFile?> ThemeFiles { get; }

    /// <summary>The paths of all files of <c>input/</c>, in ordinal order.</summary>
    public Input<SiteKey, EquatableArray<string>> Paths { get; }

    /// <summary>The paths of all files of the theme, in ordinal order.</summary>
    public Input<SiteKey, EquatableArray<string>> ThemePaths { get; }

    /// <summary>The files by what they are read as.</summary>
    public Query<SiteKey, SourceLists> Lists { get; }

    /// <summary>site.yaml.</summary>
    public Query<SiteKey, Diagnosed<SettingsSyntax>> Settings { get; }

    /// <summary>authors.yaml; a site without has no authors.</summary>
    public Query<SiteKey, Diagnosed<AuthorsSyntax>> Authors { get; }

    /// <summary>The theme.</summary>
    public Query<SiteKey, Diagnosed<ThemeSyntax>> Theme { get; }

    /// <summary>The Markdown that articles are written in.</summary>
    public Query<SiteKey, MarkdownDialect> Dialect { get; }

    /// <summary>An article or page by its path, whole.</summary>
    public Query<string, Diagnosed<ArticleSyntax>> Article { get; }

    /// <summary>
    /// Whether the site is too large to keep the bodies of its articles, which are then read whenever somebody asks for them.
    /// </summary>
    public Input<SiteKey, bool> IsLarge { get; }

    /// <summary>A fact sheet by its path.</summary>
    public Query<string, Diagnosed<FactSheetSyntax>> Sheet { get; }

    /// <summary>Whose a photograph is, by the path of the file that says so; null for one that is not there.</summary>
    public Query<string, Diagnosed<CreditSyntax>?> Credit { get; }

    /// <summary>A file of <c>images/</c> by its path.</summary>
    public Query<string, Diagnosed<PictureSyntax>> Picture { get; }

    /// <summary>What the names of files say against them.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> Names { get; }

    /// <summary>What was found in a sheet, a credit or an image.</summary>
    public Query<string, EquatableArray<Diagnostic>> Found { get; }

    /// <summary>What was found in the files that all pages are made from.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> CommonFindings { get; }

    /// <summary>How much warnings weigh.</summary>
    public Query<SiteKey, FindingWeights> Weights { get; }

    /// <summary>What was found in the files, one at a time.</summary>
    public Query<SiteKey, EquatableArray<Diagnostic>> Findings { get; }

    /// <summary>An article or page by its path; on a large site its body is not read for that, and is empty.</summary>
    public ArticleSyntax Front(Reads reads, string path) =>
        (IsLarge.Get(reads, default) ? _front : Article).Get(reads, path).Value;

    /// <summary>Forgets what was read of an article of a large site. Nobody may be asking for it.</summary>
    public void Forget(string path)
    {
        Engine.Release(_front, path);
        Engine.Release(Article, path);
    }

    private EquatableArray<Diagnostic> FindingsOf(Reads reads)
    {
        var lists = Lists.Get(reads, default);
        return
        [
            .. CommonFindings.Get(reads, default),
            .. lists.Sheets.Concat(lists.Credits).Concat(lists.Images).SelectMany(path => Found.Get(reads, path)),
            .. Names.Get(reads, default),
        ];
    }

    private EquatableArray<Diagnostic> FindingsOf(Reads reads, string path) => SourceKinds.Of(path) == SourceKind.Sheet
        ? Sheet.Get(reads, path).Findings
        : path.EndsWith(CreditSyntax.Extension, StringComparison.Ordinal) ? Credit.Get(reads, path)!.Findings
        : Picture.Get(reads, path).Findings;

    private static MarkdownDialect DialectOf(SettingsSyntax settings, ThemeSyntax theme) =>
        new(settings.AllowsHtml ? HtmlInMarkdown.Allowed : HtmlInMarkdown.Shown, settings.Language.Text, theme);

    /// <summary>What the article at a path is.</summary>
    public static ArticleKind KindOf(string path) => SourceKinds.Of(path) == SourceKind.Page ? ArticleKind.Page : ArticleKind.Explainer;

    private ImmutableArray<Diagnostic> NameFindings(Reads reads)
    {
        var input = new SourcePaths(Paths.Get(reads, default), path => Files.Get(reads, path)!);
        var theme = new SourcePaths(ThemePaths.Get(reads, default), path => ThemeFiles.Get(reads, path)!);
        return [.. UnreadFiles.Of(input, theme), .. PortableNames.Check(input, theme)];
    }

    private static SourceLists ListsOf(EquatableArray<string> paths)
    {
        var kinds = paths.ToLookup(SourceKinds.Of);
        var images = kinds[SourceKind.Image].ToLookup(path => path.EndsWith(CreditSyntax.Extension, StringComparison.Ordinal));
        return new SourceLists(
            kinds[SourceKind.Article].ToEquatable(),
            kinds[SourceKind.Page].ToEquatable(),
            kinds[SourceKind.Sheet].ToEquatable(),
            images[false].ToEquatable(),
            images[true].ToEquatable(),
            kinds[SourceKind.Data].ToEquatable(),
            kinds[SourceKind.Public].ToEquatable());
    }

    /// <summary>Files are the same whose paths and contents are.</summary>
    private sealed class SameFile : IEqualityComparer<SourceFile?>
    {
        public static readonly SameFile Instance = new();

        public bool Equals(SourceFile? one, SourceFile? other) =>
            ReferenceEquals(one, other) || (one is not null && other is not null && one.IsSameAs(other));

        public int GetHashCode(SourceFile? file) => file?.GetHashCode() ?? 0;
    }
}
