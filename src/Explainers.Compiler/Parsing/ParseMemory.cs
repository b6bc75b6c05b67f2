using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Settings;
using Explainers.Parsing.Templates;
using Explainers.Sources;

namespace Explainers.Parsing;

/// <summary>What was made of each file, by the file itself: while that is the same, so is what was made of it.</summary>
internal sealed class ParseMemory
{
    private (SourceFile? File, Diagnosed<SettingsSyntax> Parsed)? _settings;
    private (ImmutableArray<SourceFile> Files, Diagnosed<ThemeSyntax> Parsed)? _theme;
    private HtmlInMarkdown _html;

    /// <summary>Articles.</summary>
    public Recollection<SourceFile, Diagnosed<ArticleSyntax>> Articles { get; } = new();

    /// <summary>Pages about the site.</summary>
    public Recollection<SourceFile, Diagnosed<ArticleSyntax>> Pages { get; } = new();

    /// <summary>Fact sheets.</summary>
    public Recollection<SourceFile, Diagnosed<FactSheetSyntax>> Sheets { get; } = new();

    /// <summary>Credits of photographs.</summary>
    public Recollection<SourceFile, Diagnosed<CreditSyntax>> Credits { get; } = new();

    /// <summary>Says in which dialect articles and pages are read from now on; they are other ones in another dialect.</summary>
    public void Use(MarkdownDialect dialect)
    {
        if (_html == dialect.Html) return;
        _html = dialect.Html;
        Articles.Forget();
        Pages.Forget();
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
