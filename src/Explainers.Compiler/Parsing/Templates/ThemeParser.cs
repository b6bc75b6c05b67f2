using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing.Naming;
using Explainers.Parsing.Text;
using Explainers.Sources;
using Scriban;
using Scriban.Parsing;

namespace Explainers.Parsing.Templates;

/// <summary>Reads a theme: its templates, its words and which of its files are assets.</summary>
internal static class ThemeParser
{
    private const string Extension = ".sbn-html";
    private const int Longest = 1024 * 1024;

    /// <summary>Reads every file of the theme.</summary>
    public static Diagnosed<ThemeSyntax> Parse(ImmutableArray<SourceFile> files)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        ImmutableArray<TemplateSyntax> templates =
            [.. files.Where(file => file.Path.EndsWith(Extension, StringComparison.Ordinal)).Select(file => ParseTemplate(file, findings))];
        var theme = new ThemeSyntax(
            templates,
            WordsParser.Parse(files, templates, findings),
            [.. files.Where(file => IsIn(file, "assets/"))])
        {
            Card = CardParser.Parse(files, findings),
        };
        findings.AddRange(theme.Templates
            .Where(template => template.Name.StartsWith(ThemeSyntax.SlotFolder, StringComparison.Ordinal))
            .Select(template => (template.File, Name: template.Name[ThemeSyntax.SlotFolder.Length..]))
            .Where(slot => !ThemeSyntax.Slots.Contains(slot.Name))
            .Select(slot => Catalog.UnknownSlot(FileSpan.StartOf(slot.File), slot.Name, ThemeSyntax.Slots)));
        foreach (var asset in theme.Assets)
            if (!Names.IsShort(asset.Path)) findings.Add(Catalog.InvalidName(FileSpan.None, asset.Path, "the name of an asset", null));
        return new Diagnosed<ThemeSyntax>(theme, findings.ToImmutable());
    }

    private static bool IsIn(SourceFile file, string folder) => file.Path.StartsWith(folder, StringComparison.Ordinal);

    private static TemplateSyntax ParseTemplate(SourceFile file, ImmutableArray<Diagnostic>.Builder findings)
    {
        var text = file.Bytes.Length > Longest ? "" : Utf8Text.Of(file, findings) ?? "";
        if (file.Bytes.Length > Longest) findings.Add(Catalog.TemplateSyntax(FileSpan.StartOf(file),
            "this template is larger than a megabyte"));
        var template = Template.Parse(text, file.Path);
        foreach (var message in template.Messages.Where(message => message.Type == ParserMessageType.Error))
            findings.Add(Catalog.TemplateSyntax(Span(file, message.Span), Message(message.Message)));
        return new TemplateSyntax(file.Path[..^Extension.Length], file) { Template = template.HasErrors ? Template.Parse("") : template };
    }

    /// <summary>The place that Scriban names, in our terms: it counts ends inclusively.</summary>
    internal static FileSpan Span(SourceFile file, SourceSpan span) =>
        new(file, Math.Max(0, span.Start.Offset), Math.Max(0, span.End.Offset + 1 - span.Start.Offset));

    private static string Message(string message)
    {
        var words = message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return words.Length == 0 ? "this template cannot be read" : char.ToLowerInvariant(words[0]) + words[1..];
    }
}
