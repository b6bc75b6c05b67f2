using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Sources;
using Markdig.Syntax.Inlines;

namespace Explainers.Parsing.Articles;

/// <summary>Reads the titles of links, pictures and blocks, which are prose as the text around them is.</summary>
/// <param name="text">The whole text of the file.</param>
/// <param name="marks">The quotation marks of its language.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class BodyTitles(string text, QuotationMarks marks, ImmutableArray<Diagnostic>.Builder findings)
{
    private readonly ImmutableArray<ProseText>.Builder _said = ImmutableArray.CreateBuilder<ProseText>();

    /// <summary>What those read so far say.</summary>
    public ImmutableArray<ProseText> Said() => _said.ToImmutable();

    /// <summary>The text and the references of the title of a link or picture.</summary>
    public ImmutableArray<BodyPart> Of(LinkInline link, FileSpan at) =>
        Read(
            ReferencePipes.Show(link.Title!),
            link.TitleSpan is { IsEmpty: false, Start: >= 0 } title && title.End < text.Length
                ? at with { Start = title.Start, Length = title.Length }
                : at).Parts;

    /// <summary>A block with its title read.</summary>
    public BlockSyntax Of(BlockSyntax block) =>
        block.Options.FirstOrDefault(option => option.Name.Text == BlockSyntax.TitleOption) is { Value: var title }
            ? block with { Title = Read(title.Text, title.Span) }
            : block;

    private ProseSyntax Read(string title, FileSpan at)
    {
        var read = TargetText.Title(title, at, text, marks, findings);
        if (read.Text is { } said) _said.Add(said);
        return read;
    }
}
