using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Authors;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Formulas;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Pictures;
using Explainers.Parsing.Templates;
using Explainers.Parsing.Text;
using Explainers.Parsing.Yaml;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>What one file refers to by itself.</summary>
/// <param name="Sheets">The names of sheets, those of facts among them.</param>
/// <param name="Facts">The names of facts.</param>
/// <param name="WholeSheets">The names of sheets that are named whole.</param>
/// <param name="Images">The paths of images below the input folder.</param>
/// <param name="Authors">The ids of authors.</param>
internal sealed record References(
    EquatableArray<string> Sheets,
    EquatableArray<FactId> Facts,
    EquatableArray<string> WholeSheets,
    EquatableArray<string> Images,
    EquatableArray<string> Authors);

/// <summary>
/// Reads what one file refers to. An article refers to facts, sheets and images. A sheet refers to others in its formulas, rules, texts,
/// speakers, organisations and places, and to images as sources. A photograph refers to the facts in its caption.
/// </summary>
internal sealed class ReferenceReader
{
    private readonly ImageAddresses _addresses;
    private readonly Func<string, CreditSyntax?> _credit;
    private readonly HashSet<string> _sheets = new(StringComparer.Ordinal);
    private readonly HashSet<FactId> _facts = [];
    private readonly HashSet<string> _wholeSheets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _images = new(StringComparer.Ordinal);
    private readonly HashSet<string> _authors = new(StringComparer.Ordinal);

    private ReferenceReader(string baseUrl, Func<string, CreditSyntax?> credit) =>
        (_addresses, _credit) = (new ImageAddresses(baseUrl), credit);

    /// <summary>What an article refers to.</summary>
    /// <param name="article">The article.</param>
    /// <param name="baseUrl">The address of the site.</param>
    /// <param name="credit">Says whose a photograph is.</param>
    /// <param name="authors">Everybody who had a part in it.</param>
    public static References Of(
        ArticleSyntax article, string baseUrl, Func<string, CreditSyntax?> credit, IEnumerable<AuthorSyntax> authors)
    {
        var reader = new ReferenceReader(baseUrl, credit);
        foreach (var sheet in article.About) reader._sheets.Add(sheet.Text);
        foreach (var fact in article.KeyFacts) reader.Reference(fact);
        foreach (var prose in article.Summary.Prepend(article.Description).Prepend(article.Title)) reader.Parts(prose.Parts, article);
        if (article.Method is { } method) reader.Parts(method.Parts, article);
        foreach (var author in authors) reader.Author(author);
        reader.Parts(article.Body.Parts, article);
        foreach (var address in article.Body.Addresses) reader.Address(address);
        return reader.Done();
    }

    /// <summary>What a sheet refers to, itself among that.</summary>
    public static References Of(FactSheetSyntax sheet, string baseUrl)
    {
        var reader = new ReferenceReader(baseUrl, static _ => null);
        reader._sheets.Add(sheet.Name);
        if (sheet.Summary is { } summary) reader.Parts(summary.Parts, null);
        foreach (var citation in sheet.Citations)
        {
            if (citation.Url is { } url) reader.Address(url);
            if (citation.Archived is { } archived) reader.Address(archived);
        }
        foreach (var entry in sheet.Entries) reader.Entry(entry, sheet);
        foreach (var rate in sheet.Rates) reader.Mention(rate, sheet);
        foreach (var rule in sheet.Rules) reader.Rule(rule, sheet);
        return reader.Done();
    }

    /// <summary>The images that a theme names in its templates, styles and scripts.</summary>
    public static References Of(ThemeSyntax theme, string baseUrl)
    {
        var reader = new ReferenceReader(baseUrl, static _ => null);
        foreach (var file in theme.Templates.Select(template => template.File).Concat(theme.Assets.Where(IsText)))
            foreach (var address in ImageAddresses.In(file.Text)) reader.Address(address);
        return reader.Done();
    }

    private static bool IsText(SourceFile file) =>
        Path.GetExtension(file.Path) is ".css" or ".js" or ".mjs" or ".svg" or ".json" or ".html" or ".xml";

    private References Done() => new(
        _sheets.ToEquatable(), _facts.ToEquatable(), _wholeSheets.ToEquatable(), _images.ToEquatable(), _authors.ToEquatable());

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
            case ActorSyntax actor:
                foreach (var group in actor.Groups) Mention(group, sheet);
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

    private void Rule(RuleSyntax rule, FactSheetSyntax sheet)
    {
        if (FormulaParser.Comparison(rule.Holds, ImmutableArray.CreateBuilder<Diagnostic>()) is not { } comparison) return;
        foreach (var name in comparison.Sides.SelectMany(side => side.Names())) Reference(name, sheet);
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
                    if (article is null) break;
                    foreach (var file in EmbedBinder.Files(block.Block)) Photograph(LinkBinder.PathOf(file, article));
                    break;
                case LinkPart link when article is not null: Image(LinkBinder.PathOf(link.Target, article)); break;
                case ImagePart image when article is not null:
                    Photograph(LinkBinder.PathOf(image.Target, article));
                    Parts(image.Alt ?? [], article);
                    Parts(image.Title ?? [], article);
                    break;
                case TableSourcePart source:
                    foreach (var name in source.Names) Reference(name);
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
        else _facts.Add(new FactId(reference.Whole.Name));
        _sheets.Add(reference.Sheet);
    }

    private void Address(string address)
    {
        if (_addresses.PathOf(address) is { } path) Image(path);
    }

    private void Author(AuthorSyntax author)
    {
        _authors.Add(author.Id.Text);
        if (author.Photograph is { } photograph) Photograph(photograph.Text);
        foreach (var (_, url) in author.Links) Address(url);
    }

    /// <summary>A photograph shows its caption; a drawing, or a link to a photograph, shows none.</summary>
    private void Photograph(string path)
    {
        Image(path);
        if (!PictureParser.IsPhotograph(path) || _credit(path) is not { } credit) return;
        if (credit.Caption is { } caption) Parts(caption.Parts, null);
        if (credit.Source is { } source) Address(source);
    }

    private void Image(string path)
    {
        if (path.StartsWith(ImageAddresses.Folder, StringComparison.Ordinal)) _images.Add(path);
    }
}
