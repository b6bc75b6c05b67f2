using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Parsing;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Formulas;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Pictures;
using Explainers.Parsing.Templates;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>
/// Everything that some articles and sheets refer to, directly or through other sheets: sheets, facts and files of <c>images/</c>.
/// An article refers to facts, sheets and images. A sheet refers to others in its formulas, its texts, its speakers and its places,
/// and to images as sources. A photograph refers to the facts in its caption.
/// </summary>
internal sealed class ReferenceGraph(ParsedSite site)
{
    private readonly ILookup<string, FactSheetSyntax> _byName = site.Sheets.ToLookup(sheet => sheet.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, CreditSyntax> _credits = site.Credits.ToDictionary(credit => credit.Image, StringComparer.Ordinal);
    private readonly ImageAddresses _addresses = new(site.Settings.BaseUrl);
    private readonly HashSet<string> _facts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wholeSheets = new(StringComparer.Ordinal);
    private readonly Stack<FactSheetSyntax> _open = [];

    /// <summary>The names of the sheets.</summary>
    public HashSet<string> Sheets { get; } = new(StringComparer.Ordinal);

    /// <summary>The paths of the images below the input folder.</summary>
    public HashSet<string> Images { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a fact is referred to, alone or with its whole sheet.</summary>
    public bool States(Fact fact) => _facts.Contains(fact.Name) || _wholeSheets.Contains(fact.Sheet);

    /// <summary>Adds what an article refers to.</summary>
    public void Follow(ArticleSyntax article)
    {
        foreach (var sheet in article.About) Sheet(sheet.Text);
        foreach (var fact in article.KeyFacts) Reference(fact);
        foreach (var prose in article.Summary.Prepend(article.Description).Prepend(article.Title)) Parts(prose.Parts, article);
        Parts(article.Body.Parts, article);
        foreach (var address in article.Body.Addresses) Address(address);
        Close();
    }

    /// <summary>Adds a sheet and what it refers to.</summary>
    public void Follow(FactSheetSyntax sheet)
    {
        Sheet(sheet.Name);
        Close();
    }

    /// <summary>Adds the images that a theme names in its templates, styles and scripts.</summary>
    public void Follow(ThemeSyntax theme)
    {
        foreach (var file in theme.Templates.Select(template => template.File).Concat(theme.Assets.Where(IsText)))
            foreach (var address in ImageAddresses.In(file.Text)) Address(address);
        Close();
    }

    private static bool IsText(SourceFile file) =>
        Path.GetExtension(file.Path) is ".css" or ".js" or ".mjs" or ".svg" or ".json" or ".html" or ".xml";

    /// <summary>Follows the sheets that have been reached. A loop, since chains of sheets may be of any length.</summary>
    private void Close()
    {
        while (_open.TryPop(out var sheet))
        {
            if (sheet.Summary is { } summary) Parts(summary.Parts, null);
            foreach (var citation in sheet.Citations)
            {
                if (citation.Url is { } url) Address(url);
                if (citation.Archived is { } archived) Address(archived);
            }
            foreach (var entry in sheet.Entries) Entry(entry, sheet);
        }
    }

    private void Entry(EntrySyntax entry, FactSheetSyntax sheet)
    {
        if (entry.Provenance.Note is { } note) Parts(note.Parts, null);
        foreach (var change in entry.Provenance.Changes) Parts(change.Why.Parts, null);
        switch (entry.Value)
        {
            case LiteralSyntax literal: Literal(literal, sheet); break;
            case DisputedSyntax disputed:
                foreach (var version in disputed.Versions) Literal(version.Value, sheet);
                break;
            case QuoteSyntax quote: Mention(quote.Speaker, sheet); break;
            case EventSyntax happening:
                Literal(new LiteralSyntax(happening.When), sheet);
                Mention(happening.Place, sheet);
                break;
            case TermSyntax term: Parts(term.Means.Parts, null); break;
            case TableSyntax table:
                foreach (var cell in table.Rows.SelectMany(row => row.Items).OfType<ScalarSyntax>())
                    Literal(new LiteralSyntax(cell), sheet);
                break;
        }
    }

    private void Literal(LiteralSyntax literal, FactSheetSyntax sheet)
    {
        if (!literal.IsFormula || FormulaParser.Parse(literal.Text, ImmutableArray.CreateBuilder<Diagnostic>()) is not { } formula) return;
        foreach (var name in formula.Names()) Reference(name, sheet);
    }

    private void Mention(ScalarSyntax? written, FactSheetSyntax sheet)
    {
        if (written is not null) Reference(EntryBinder.Mention(written), sheet);
    }

    private void Parts(ImmutableArray<BodyPart> parts, ArticleSyntax? article)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case ExpressionPart expression: Reference(expression.Expression.Reference); break;
                case BlockPart block:
                    foreach (var argument in block.Block.Arguments) Reference(argument);
                    break;
                case LinkPart link when article is not null: Image(LinkBinder.PathOf(link.Target, article)); break;
                case ImagePart image when article is not null:
                    Photograph(LinkBinder.PathOf(image.Target, article));
                    Parts(image.Alt ?? [], article);
                    break;
            }
        }
    }

    /// <summary>A reference in a sheet, to one of its own entries where it names no sheet.</summary>
    private void Reference(ReferenceSyntax reference, FactSheetSyntax sheet) =>
        Reference(reference.Sheet.Length > 0 ? reference : reference with { Sheet = sheet.Name });

    private void Reference(ReferenceSyntax reference)
    {
        if (reference.Id is null) _wholeSheets.Add(reference.Sheet);
        else _facts.Add(reference.Name);
        Sheet(reference.Sheet);
    }

    private void Sheet(string name)
    {
        if (!Sheets.Add(name)) return;
        foreach (var sheet in _byName[name]) _open.Push(sheet);
    }

    private void Address(string address)
    {
        if (_addresses.PathOf(address) is { } path) Image(path);
    }

    /// <summary>A photograph shows its caption; a drawing, or a link to a photograph, shows none.</summary>
    private void Photograph(string path)
    {
        Image(path);
        if (!PictureParser.IsPhotograph(path) || !_credits.TryGetValue(path, out var credit)) return;
        if (credit.Caption is { } caption) Parts(caption.Parts, null);
        if (credit.Source is { } source) Address(source);
    }

    private void Image(string path)
    {
        if (path.StartsWith(ImageAddresses.Folder, StringComparison.Ordinal)) Images.Add(path);
    }
}
