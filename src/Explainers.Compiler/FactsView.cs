using System.Collections.Immutable;
using System.Text;
using Explainers.Binding;
using Explainers.Checking;
using Explainers.Facts;
using Explainers.Facts.Formatting;
using Explainers.Incremental;
using Explainers.Outputs;
using Explainers.Outputs.Hosting;
using Explainers.Scopes;

namespace Explainers;

/// <summary>A site as questions about its facts see it.</summary>
internal sealed class FactsView
{
    private readonly SiteDatabase _database;
    private readonly Reads _reads;
    private readonly FactFormatter _format;

    /// <summary>Takes a site.</summary>
    public FactsView(SiteDatabase database, Reads reads)
    {
        (_database, _reads, Scope) = (database, reads, new SiteScope(database.Site, reads));
        _format = new FactFormatter(Scope.Strings(Scope.Site.Language));
    }

    /// <summary>The site at its address.</summary>
    public SiteScope Scope { get; }

    /// <summary>What browsers are told with each file, whatever the host, as Netlify reads it.</summary>
    public string Headers => Encoding.UTF8.GetString(
        NetlifyFiles.Headers(Scope, _database.Outputs.Loaded.Get(_reads, default)).Bytes.Span);

    /// <summary>Every fact, by title of sheet and in written order.</summary>
    public IEnumerable<Fact> Facts => Scope.Site.AllFacts.Select(Scope.Site.Fact);

    /// <summary>Every sheet, in order of title.</summary>
    public IEnumerable<FactSheet> Sheets => Scope.Site.Sheets.Select(Scope.Site.Sheet);

    /// <summary>The value of a fact as the site's pages print it, as plain text.</summary>
    public string Text(Fact fact) => Text(fact.Value);

    /// <summary>A value as the site's pages print it, as plain text.</summary>
    public string Text(FactValue value) => _format.Value(value, FactForm.Long);

    /// <summary>The title of an article, as plain text.</summary>
    public string Title(ArticleId article) => PlainText.Of(Scope.Site.Head(article).Title, Scope.Site, _format, new HashSet<FactId>());

    /// <summary>The address of an article.</summary>
    public string Url(ArticleId article) => Scope.Site.Url(article);

    /// <summary>The articles and pages that state a fact, in order of address.</summary>
    public IEnumerable<ArticleId> StatedBy(FactId fact) => Scope.StatedBy(fact);

    /// <summary>A fact.</summary>
    public Fact Fact(FactId fact) => Scope.Site.Fact(fact);

    /// <summary>Who looks after a fact, by name if authors.yaml has one; or null.</summary>
    public string? Owner(Fact fact) => fact.Owner is { } owner ? Scope.Site.AuthorName(owner) ?? owner : null;

    /// <summary>A fact with its places.</summary>
    public BoundFact Bound(Fact fact) => Scope.Site.Bound(fact.Name);

    /// <summary>What the calendar will bring about, in order of time.</summary>
    public ImmutableArray<Appointment> Calendar => _database.Calendar.All(_reads);

    /// <summary>What a change of a fact would change.</summary>
    public FactImpact Impact(Fact fact) => FactImpact.Of(fact.Name, Scope.Site, _database.Outputs.Pages.Get(_reads, default)
        .Concat(_database.Outputs.Files.Get(_reads, default))
        .Select(key => _database.Outputs.Record.Get(_reads, key))
        .Concat(Pictures()));

    /// <summary>The cards, which have files of their own.</summary>
    private IEnumerable<OutputRecord> Pictures() => Scope.Site.Articles
        .Select(article => _database.Site.Images.ArticleCard.Get(_reads, article))
        .OfType<SocialCard>()
        .Select(card => new OutputRecord(Routes.File(card.Url), default, card.States, [], [], null, []));
}
