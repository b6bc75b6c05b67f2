using System.Collections.Immutable;
using Explainers.Diagnostics;
using Explainers.Facts;
using Explainers.Facts.Formulas;
using Explainers.Incremental;
using Explainers.Parsing.Articles;
using Explainers.Parsing.Facts;
using Explainers.Parsing.Photographs;
using Explainers.Parsing.Text;
using Explainers.Sources;

namespace Explainers.Binding;

/// <summary>What one article, or the texts of one sheet, can refer to; the places that refer to facts are taken down.</summary>
/// <param name="site">The names of the site.</param>
/// <param name="reads">Records what is read.</param>
internal sealed class Scope(BindingQueries site, Reads reads)
{
    private readonly ImmutableArray<FactUse>.Builder _uses = ImmutableArray.CreateBuilder<FactUse>();

    /// <summary>The date whose names and roles are given, or null for the latest.</summary>
    public PartialDate? AsOf { get; init; }

    /// <summary>The places that have referred to facts so far, in order.</summary>
    public ImmutableArray<FactUse> Uses => _uses.ToImmutable();

    /// <summary>The site's language.</summary>
    public string Language => site.Site.Language.Get(reads, default).Value;

    /// <summary>The languages that the theme has words for.</summary>
    public EquatableArray<string> Languages => site.Site.Languages.Get(reads, default);

    /// <summary>Whether site.yaml could be read, so that a topic that is not there does not exist.</summary>
    public bool HasAllTopics => !site.Publication.Settings(reads).IsPartial;

    /// <summary>The names of the blocks.</summary>
    public EquatableArray<string> Blocks => site.Site.BlockNames.Get(reads, default);

    /// <summary>Takes down a place that refers to a fact.</summary>
    public void Use(FactUse use) => _uses.Add(use);

    /// <summary>Whether a place has referred to a fact.</summary>
    public bool HasUsed(FactId fact) => _uses.Any(use => use.Fact == fact);

    /// <summary>The terms of a sheet.</summary>
    public EquatableArray<NamedTerm> Terms(string sheet) => site.Facts.Terms.Get(reads, sheet);

    /// <summary>The fact of a name; one that does not exist is reported, and a placeholder stands in for it.</summary>
    public Fact Fact(ReferenceSyntax reference, ImmutableArray<Diagnostic>.Builder findings)
    {
        var fact = site.Facts.Fact.Get(reads, new FactId(reference.Name));
        if (fact.IsMissing) Report(reference, findings);
        return fact;
    }

    /// <summary>What the fact of a name is, without its value.</summary>
    public FactHead Head(ReferenceSyntax reference, ImmutableArray<Diagnostic>.Builder findings)
    {
        var head = site.Facts.Head.Get(reads, new FactId(reference.Name));
        if (head.IsMissing) Report(reference, findings);
        return head;
    }

    /// <summary>A fact that exists.</summary>
    public Fact Fact(FactId name) => site.Facts.Fact.Get(reads, name);

    /// <summary>Changes the currency of a fact at the rates of its sheet.</summary>
    public Exchange Exchange(Fact fact) => new(new FactLookup(site.Facts, reads, fact.Name).Rates(), fact.AsOf);

    /// <summary>A sheet, or null.</summary>
    public FactSheet? Sheet(string name) => site.Facts.Sheet.Get(reads, name);

    /// <summary>A source of a sheet, or null.</summary>
    public Citation? Source(string sheet, string id) => site.Facts.Entries.Get(reads, sheet)?.Sources[id];

    /// <summary>Whether an entry of a sheet may be missing only because it could not be read.</summary>
    public bool MayHold(string sheet, string? id) => site.Facts.Entries.Get(reads, sheet)?.Syntax.Unparsed.Include(id) == true;

    /// <summary>The place of a cell of a table, or null where its sheet does not write it out.</summary>
    public FileSpan? Cell(FactId table, int row, int column) =>
        site.Facts.Entries.Get(reads, table.Sheet)?[table.Id]?.Value is TableSyntax written
            && row < written.Rows.Length && column < written.Rows[row].Items.Length ? written.Rows[row].Items[column].Span : null;

    /// <summary>An author, or null.</summary>
    public Author? Author(string id) => site.Authors.Author.Get(reads, id);

    /// <summary>Whether authors.yaml could be read, so that an author who is not there does not exist.</summary>
    public bool HasAllAuthors => site.Authors.IsComplete.Get(reads, default);

    /// <summary>Who wrote the articles that name nobody.</summary>
    public EquatableArray<string> DefaultAuthors => site.Authors.Default.Get(reads, default);

    /// <summary>The author that a name was most likely meant to be.</summary>
    public string? NearestAuthor(string name) => site.Authors.Nearest(reads, name);

    /// <summary>A topic, or null.</summary>
    public Topic? Topic(string id) => site.Site.Topic.Get(reads, id);

    /// <summary>A block, or null.</summary>
    public BlockKind? Block(string name) => site.Site.Block.Get(reads, name);

    /// <summary>The address of the article or page in a file, or null.</summary>
    public string? UrlOf(string path) => site.Articles.UrlOf.Get(reads, path);

    /// <summary>The article at a path or address that is not published, or null.</summary>
    public UnpublishedArticle? Unpublished(string place) => site.Articles.UnpublishedAt.Get(reads, place);

    /// <summary>A published file of <c>images/</c>, or null.</summary>
    public SourceFile? Image(string path) => site.Site.Image.Get(reads, path);

    /// <summary>Whose a photograph is, or null.</summary>
    public CreditSyntax? Credit(string path) => site.Publication.CreditOf(reads, path);

    /// <summary>The sheet that a name was most likely meant to be.</summary>
    public string? NearestSheet(string name) => site.Facts.NearSheets.Get(reads, default).To(name);

    /// <summary>The topic that a name was most likely meant to be.</summary>
    public string? NearestTopic(string name) => site.Site.NearTopics.Get(reads, default).To(name);

    /// <summary>The article or page that a path was most likely meant to be.</summary>
    public string? NearestPage(string path) => site.Articles.NearPages.Get(reads, default).To(path);

    private void Report(ReferenceSyntax reference, ImmutableArray<Diagnostic>.Builder findings)
    {
        if (site.Facts.Bound.Get(reads, new FactId(reference.Name)).Fault is { } fault)
        {
            findings.Add(Catalog.UnknownPart(reference.Span, fault.What, fault.Hint));
            return;
        }
        var exists = Sheet(reference.Sheet) is not null;
        if (exists && MayHold(reference.Sheet, reference.Id)) return;
        // Where the sheet exists, the fact meant is one of its own.
        var nearest = !exists || reference.Id is not { } id ? site.Facts.NearFacts.Get(reads, default).To(reference.Whole.Name)
            : site.Facts.NearInSheet.Get(reads, reference.Sheet).To(id) is { } near ? $"{reference.Sheet}.{near}" : null;
        findings.Add(Catalog.UnknownFact(reference.Span, reference.Whole.Name, nearest));
    }
}
