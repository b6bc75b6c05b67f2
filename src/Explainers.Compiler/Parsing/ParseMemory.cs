using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Memory;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Pictures;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Templates;
using Explainers.Sources;

namespace Explainers.Parsing;

/// <summary>What was made of each file, by the file itself: while that is the same, so is what was made of it.</summary>
internal sealed class ParseMemory
{
    private (SourceFile? File, Diagnosed<SettingsSyntax> Parsed)? _settings;
    private (ImmutableArray<SourceFile> Files, Diagnosed<ThemeSyntax> Parsed)? _theme;
    private MarkdownDialect _dialect = new(HtmlInMarkdown.Shown);
    private SyntaxPack _pack = SyntaxPack.Empty;
    private int _parsed;

    /// <summary>Articles.</summary>
    public Recollection<SourceFile, Diagnosed<ArticleSyntax>> Articles { get; } = new();

    /// <summary>Pages about the site.</summary>
    public Recollection<SourceFile, Diagnosed<ArticleSyntax>> Pages { get; } = new();

    /// <summary>Fact sheets.</summary>
    public Recollection<SourceFile, Diagnosed<FactSheetSyntax>> Sheets { get; } = new();

    /// <summary>Credits of photographs.</summary>
    public Recollection<SourceFile, Diagnosed<CreditSyntax>> Credits { get; } = new();

    /// <summary>Pictures.</summary>
    public Recollection<SourceFile, Diagnosed<PictureSyntax>> Pictures { get; } = new();

    /// <summary>Says in which dialect files are read from now on; they are other ones in another dialect.</summary>
    public void Use(MarkdownDialect dialect)
    {
        if (_dialect.Fingerprint == dialect.Fingerprint) return;
        _dialect = dialect;
        Articles.Forget();
        Pages.Forget();
        Sheets.Forget();
        Credits.Forget();
    }

    /// <summary>Takes up what another run of the program parsed.</summary>
    public void Load(ReadOnlyMemory<byte> pack) => _pack = SyntaxPack.Read(pack);

    /// <summary>Writes what another run can use: what was parsed without findings, whose words may depend on anything.</summary>
    public void Save(Stream stream) => _pack.Write(stream, Sound);

    /// <summary>Whether there is something else to save than was loaded.</summary>
    public bool HasNews => !_pack.HasJust(Sound);

    /// <summary>How many articles, pages and sheets had to be parsed so far.</summary>
    public int Parsed => _parsed;

    /// <summary>The articles, pages and sheets without findings.</summary>
    public ImmutableArray<PackedFile> Sound => [.. Articles.Sound().Concat(Pages.Sound()).Select(article => PackedFile.Of(article, _dialect)), .. Sheets.Sound().Select(sheet => PackedFile.Of(sheet, _dialect))];

    /// <summary>An article or page: as another run parsed it, or parsed now.</summary>
    public Diagnosed<ArticleSyntax> Article(SourceFile file, ArticleKind kind, MarkdownDialect dialect)
    {
        if (_pack.Article(file, kind, dialect) is { } known) return new Diagnosed<ArticleSyntax>(known, []);
        Interlocked.Increment(ref _parsed);
        return ArticleParser.Parse(file, kind, dialect);
    }

    /// <summary>A fact sheet: as another run parsed it, or parsed now.</summary>
    public Diagnosed<FactSheetSyntax> Sheet(SourceFile file, MarkdownDialect dialect)
    {
        if (_pack.Sheet(file, dialect) is { } known) return new Diagnosed<FactSheetSyntax>(known, []);
        Interlocked.Increment(ref _parsed);
        return FactSheetParser.Parse(file, dialect.Marks());
    }

    /// <summary>site.yaml.</summary>
    public Diagnosed<SettingsSyntax> Settings(SourceFile? file, Func<SourceFile?, Diagnosed<SettingsSyntax>> parse)
    {
        if (_settings is not { } known || !ReferenceEquals(known.File, file)) _settings = (file, parse(file));
        return _settings!.Value.Parsed;
    }

    /// <summary>The theme, as a whole.</summary>
    public Diagnosed<ThemeSyntax> Theme(ImmutableArray<SourceFile> files, Func<ImmutableArray<SourceFile>, Diagnosed<ThemeSyntax>> parse)
    {
        if (_theme is not { } known || !known.Files.SequenceEqual(files)) _theme = (files, parse(files));
        return _theme!.Value.Parsed;
    }
}

/// <summary>What can be kept of the files of one kind.</summary>
internal static class SoundFiles
{
    /// <summary>What was made of files without findings.</summary>
    public static IEnumerable<T> Sound<T>(this Recollection<SourceFile, Diagnosed<T>> made) => made.All.Where(file => file.Value.Findings.IsEmpty).Select(file => file.Value.Value);
}
